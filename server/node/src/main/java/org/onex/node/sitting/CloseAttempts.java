package org.onex.node.sitting;

import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hands in for everybody whose time is over (到时自动交卷), also for those whose machine is away. */
@Component
class CloseAttempts {

    private static final Logger log = LoggerFactory.getLogger(CloseAttempts.class);
    private static final int AT_ONCE = 500;

    private final WriteAttempts write;

    CloseAttempts(WriteAttempts write) {
        this.write = write;
    }

    @Scheduled(fixedDelay = 500)
    void close() {
        try {
            var closed = write.closeOverdue(AT_ONCE);
            if (closed > 0) {
                log.info("Handed in for {} candidates at their deadline", closed);
            }
        } catch (CompletionException e) {
            // Tried again in half a second; a beat that comes meanwhile closes its own attempt.
            log.warn("Not all attempts that are over could be handed in", e);
        }
    }
}
