package org.onex.center.node;

import java.time.Duration;
import org.onex.foundation.web.Network;
import org.onex.foundation.web.Tries;
import org.springframework.stereotype.Component;

/** How often an address may try to enrol: generously, because a whole college shares one; each code ends by itself after ten mistakes. */
@Component
class EnrolmentLimits {

    static final int TRIES = 300;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final Tries addresses = new Tries(TRIES, REFILL);

    /**
     * @throws NodeRefused if there were too many tries from the address
     */
    void beforeTrying(String address) {
        var wait = addresses.take(Network.of(address));
        if (wait.isPresent()) {
            throw NodeRefused.of(NodeRefused.Code.TOO_MANY_ATTEMPTS, "retryAfterSeconds", wait.getAsLong());
        }
    }
}
