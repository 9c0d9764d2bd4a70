package org.onex.center.access;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.onex.foundation.web.Network;
import org.onex.foundation.web.Tries;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try a password: few wrong ones for an account, many for an address, because a whole college shares one.
 */
@Component
class SignInLimits {

    static final int WRONG_PER_ACCOUNT = 5;
    static final Duration ACCOUNT_REFILL = Duration.ofMinutes(5);
    static final int TRIES_PER_ADDRESS = 300;
    private static final Duration ADDRESS_REFILL = Duration.ofMinutes(1);

    private final Tries accounts = new Tries(WRONG_PER_ACCOUNT, ACCOUNT_REFILL);
    private final Tries addresses = new Tries(TRIES_PER_ADDRESS, ADDRESS_REFILL);

    /**
     * Counts this try as a wrong one until {@link #afterRightPassword} says otherwise, so that a hundred tries at once are a hundred.
     *
     * @throws AccessRefused if there were too many wrong passwords for the account or too many tries from the address
     */
    void beforeTrying(String login, String address) {
        require(addresses.take(Network.of(address)));
        require(accounts.take(name(login)));
    }

    void afterRightPassword(String login) {
        accounts.giveBack(name(login));
    }

    private static String name(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private static void require(OptionalLong wait) {
        if (wait.isPresent()) {
            throw AccessRefused.tooManyAttempts(wait.getAsLong());
        }
    }
}
