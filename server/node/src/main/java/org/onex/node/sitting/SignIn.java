package org.onex.node.sitting;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.Token;
import org.springframework.stereotype.Component;

/** Lets a candidate sit down at a machine, by ticket number and ID number (登录). Costs no more than a hash: a whole room does it at once. */
@Component
class SignIn {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,32}");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    private final ReadAttempts read;
    private final WriteAttempts write;
    private final GuessLimits limits;
    private final BusinessClock clock;

    SignIn(ReadAttempts read, WriteAttempts write, GuessLimits limits, BusinessClock clock) {
        this.read = read;
        this.write = write;
        this.limits = limits;
        this.clock = clock;
    }

    /** A device that owns an attempt from now on, and the token by which it is known. */
    record Seated(Attempt attempt, Token token) {}

    /**
     * @param device chance that the page made before its first try: the same again is the same sign-in; null if it has none
     * @throws SittingRefused if ticket and ID number do not belong together, it is too early or too late, or another device owns the
     *     attempt and no invigilator has unlocked it
     */
    Seated signIn(String ticket, String idNumber, @Nullable String device) {
        var now = clock.instant();
        var found = read.ticket(number(ticket), now);
        var run = found.due().attempt();
        limits.beforeTrying(run.id());
        var idHash = found.idHashKey().hash(IdNumber.normalized(idNumber));
        // Compared before it costs anybody else anything.
        if (!Digests.same(idHash, run.seat().person().idHash())) {
            throw SittingRefused.of(SittingRefused.Code.SIGN_IN_WRONG);
        }
        limits.wasRight(run.id());
        var before = run.seat().follows();
        if (before != null) {
            read.requireDone(before, now);
        }
        // Nobody waits for the writer in vain: while a newer version is installed these seats are locked.
        run.requireNotTooEarly(now);
        var token = token(device);
        var until = found.due().lateUntil();
        return new Seated(write.change(run.id(), seat -> seat.enter(idHash, token.hash(), until, now)), token);
    }

    /**
     * The candidate stays where they are and goes on to the subject that follows. Asked again it is the same sign-in: its token is made of
     * the one that only this device has.
     *
     * @param finished the attempt that was handed in
     * @throws SittingRefused if it was not, it is not this device's, nothing follows it, or what follows is another device's
     */
    Seated next(UUID finished, Token token) {
        var now = clock.instant();
        var next = read.following(finished, token.hash(), now);
        var idHash = next.seat().person().idHash();
        var made = new Token(new Token("onex-next " + next.id() + " " + token.value()).hash());
        return new Seated(write.change(next.id(), seat -> seat.enter(idHash, made.hash(), now)), made);
    }

    private static String number(String ticket) {
        var number = IdNumber.normalized(ticket);
        if (!NUMBER.matcher(number).matches()) {
            throw SittingRefused.of(SittingRefused.Code.SIGN_IN_WRONG);
        }
        return number;
    }

    /** The page knows its secret only until it is signed in; scripts that come later must not be able to make the token of it. */
    private static Token token(@Nullable String device) {
        return device == null || !DEVICE.matcher(device).matches()
                ? Token.random()
                : new Token(new Token("onex-device " + device).hash());
    }
}
