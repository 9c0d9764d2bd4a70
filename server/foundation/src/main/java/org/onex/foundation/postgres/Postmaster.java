package org.onex.foundation.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's first process, watched: when it ends without being told to (killed for want of memory, say) it is started again with the
 * same settings, and recovers. Connections that were open are lost; whoever uses them asks again.
 */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    /** The sessions of a killed server need a moment to notice before a new one may use their memory. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LASTED_WELL = Duration.ofSeconds(30);

    private final ProcessBuilder builder;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private volatile Process process;
    private volatile boolean ending;
    private long lastStart;

    private Postmaster(ProcessBuilder builder) throws IOException {
        this.builder = builder;
        // The death signal follows the thread that forked, so the fork comes from a platform thread that lives as long
        // as we do.
        Thread.ofPlatform().daemon().name("postgres-parent").start(this::keepRunning);
        try {
            process = first.join();
        } catch (RuntimeException e) {
            throw new IOException("PostgreSQL cannot be started", e);
        }
    }

    static Postmaster start(ProcessBuilder builder) throws IOException {
        return new Postmaster(builder);
    }

    private void keepRunning() {
        try {
            process = builder.start();
            first.complete(process);
        } catch (IOException | RuntimeException e) {
            first.completeExceptionally(e);
            return;
        }
        try {
            var pause = SHORTEST_PAUSE;
            while (awaitEnd()) {
                log.warn("PostgreSQL ended by itself; starting it again in {} ms", pause.toMillis());
                Thread.sleep(pause);
                pause = restart() ? SHORTEST_PAUSE : longer(pause);
            }
        } catch (InterruptedException e) {
            log.error("PostgreSQL is not watched any more", e);
        }
    }

    /** Whether it ended though nobody said so. */
    private boolean awaitEnd() throws InterruptedException {
        process.waitFor();
        return !ending;
    }

    /** Whether it ran for a while since it was started last; a server that ends at once is not worth starting five times a second. */
    private synchronized boolean restart() {
        var now = System.nanoTime();
        var ranWell = now - lastStart > LASTED_WELL.toNanos();
        lastStart = now;
        if (!ending) {
            try {
                process = builder.start();
            } catch (IOException | RuntimeException e) {
                log.error("PostgreSQL cannot be started; trying again", e);
            }
        }
        return ranWell;
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The process as it is now, which from now on may end. */
    synchronized ProcessHandle endWithoutRestart() {
        ending = true;
        return process.toHandle();
    }
}
