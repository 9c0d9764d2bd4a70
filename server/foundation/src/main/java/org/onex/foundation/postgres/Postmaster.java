package org.onex.foundation.postgres;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's first process, watched: when it ends without being told to (killed for want of memory, say) it is started again with the
 * same settings, and recovers. Connections that were open are lost; whoever uses them asks again.
 */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    /** The sessions of a killed server need a moment to notice before a new one may use their memory. */
    private static final long BETWEEN_STARTS_MILLIS = 200;

    private final ProcessBuilder builder;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private volatile Process process;
    private volatile boolean ending;

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
            while (awaitEnd()) {
                log.warn("PostgreSQL ended by itself (exit code {}); starting it again", process.exitValue());
                TimeUnit.MILLISECONDS.sleep(BETWEEN_STARTS_MILLIS);
                process = restarted();
            }
        } catch (IOException | InterruptedException e) {
            first.completeExceptionally(e);
            log.error("PostgreSQL is not watched any more", e);
        }
    }

    /** Whether it ended though nobody said so. */
    private boolean awaitEnd() throws InterruptedException {
        process.waitFor();
        return !ending;
    }

    private synchronized Process restarted() throws IOException {
        return ending ? process : builder.start();
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
