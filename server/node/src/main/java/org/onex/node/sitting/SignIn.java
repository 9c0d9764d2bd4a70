package org.onex.node.sitting;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Component;

/** Lets a candidate sit down at a machine, by ticket number and ID number (登录). Costs no more than a hash: a whole room does it at once. */
@Component
class SignIn {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final Attempts attempts;
    private final WriteAttempts write;
    private final BusinessClock clock;

    SignIn(Attempts attempts, WriteAttempts write, BusinessClock clock) {
        this.attempts = attempts;
        this.write = write;
        this.clock = clock;
    }

    /**
     * A device that owns an attempt from now on.
     *
     * @param token known to nobody else; the node keeps its hash only
     */
    record Seated(Attempt attempt, String token) {}

    /**
     * @throws SittingRefused if ticket and ID number do not belong together, it is too early or too late, or another device owns the
     *     attempt and no invigilator has unlocked it
     */
    Seated signIn(String ticket, String idNumber) {
        var now = clock.instant();
        var found = attempts.findByTicket(IdNumber.normalized(ticket))
                .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.SIGN_IN_WRONG));
        var idHash = found.idHashKey().hash(IdNumber.normalized(idNumber));
        var token = token();
        var attempt = write.change(found.attempt(), seat -> seat.enter(idHash, hash(token), now));
        return new Seated(attempt, token);
    }

    /** What the node knows a token by. */
    static String hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
