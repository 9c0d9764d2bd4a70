package org.onex.node.invigilation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Token;
import org.onex.node.sitting.BundleDirectory;
import org.springframework.stereotype.Component;

/** Lets invigilators sign in at the board by number and PIN (监考登录), for what they are on duty for. */
@Component
class KeeperSignIn {

    /** The room is tidied up on the day; after that nobody has business at its board. */
    static final Duration SHIFT = Duration.ofHours(16);

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,32}");

    private final Keepers keepers;
    private final PinLimits limits;
    private final BundleDirectory bundles;
    private final BusinessClock clock;

    KeeperSignIn(Keepers keepers, PinLimits limits, BundleDirectory bundles, BusinessClock clock) {
        this.keepers = keepers;
        this.limits = limits;
        this.bundles = bundles;
        this.clock = clock;
    }

    /**
     * Who this is, once per bundle whose shift is not over; never empty.
     *
     * @throws InvigilationRefused if number and PIN do not belong together, or were tried too often
     */
    List<Keeper> recognise(String sentNumber, String sentPin) {
        var number = IdNumber.normalized(sentNumber);
        var pin = IdNumber.normalized(sentPin);
        if (!NUMBER.matcher(number).matches() || !NUMBER.matcher(pin).matches()) {
            throw wrong();
        }
        limits.beforeTrying(number);
        var found = keepers.find(number, pin).stream()
                .filter(one -> !isShiftOver(one))
                .toList();
        if (found.isEmpty()) {
            throw wrong();
        }
        limits.wasRight(number);
        return found;
    }

    private static InvigilationRefused wrong() {
        return InvigilationRefused.of(InvigilationRefused.Code.SIGN_IN_WRONG);
    }

    /** An invigilator at a machine, and the token by which it is known. */
    record AtBoard(Keeper keeper, Token token) {}

    /**
     * @throws InvigilationRefused if number and PIN do not belong together, or were tried too often
     */
    AtBoard signIn(String number, String pin) {
        var keeper = onDuty(recognise(number, pin));
        var token = Token.random();
        keepers.signIn(keeper, token.hash(), clock.instant());
        return new AtBoard(keeper, token);
    }

    /**
     * @throws InvigilationRefused if nobody is signed in by this token, or their shift is over
     */
    Keeper signedIn(@Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(one ->
                        keepers.signedIn(new Token(one).hash(), clock.instant().minus(SHIFT)))
                .filter(one -> !isShiftOver(one))
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.NOT_SIGNED_IN));
    }

    void signOut(String token) {
        keepers.signOut(new Token(token).hash());
    }

    private boolean isShiftOver(Keeper keeper) {
        return bundles.find(keeper.bundle())
                .map(bundle -> bundle.closesAt().plus(SHIFT).isBefore(clock.instant()))
                .orElse(true);
    }

    private record Duty(Keeper keeper, BundleDirectory.InstalledBundle bundle, boolean isOver) {}

    /** What is on or comes next; after the last one that one. */
    private Keeper onDuty(List<Keeper> recognised) {
        var duties = recognised.stream()
                .flatMap(keeper -> bundles.find(keeper.bundle()).stream()
                        .map(bundle -> new Duty(keeper, bundle, isOver(keeper, bundle))))
                .sorted(Comparator.comparing(duty -> duty.bundle().closesAt()))
                .toList();
        return duties.stream()
                .filter(duty -> !duty.isOver())
                .findFirst()
                .orElseGet(duties::getLast)
                .keeper();
    }

    /** Some may write on after the window has closed; those in other rooms have their own invigilators. */
    private boolean isOver(Keeper keeper, BundleDirectory.InstalledBundle bundle) {
        return !bundle.closesAt().isAfter(clock.instant()) && !bundles.isAnybodyWriting(bundle.id(), keeper.rooms());
    }
}
