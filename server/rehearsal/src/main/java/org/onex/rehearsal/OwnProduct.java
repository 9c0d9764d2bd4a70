package org.onex.rehearsal;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.onex.rehearsal.outside.Throwaway;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Traffic;

/** A product that runs for one rehearsal only: on free ports, with a data folder that is thrown away. */
final class OwnProduct implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Throwaway throwaway;
    private final URI address;

    private OwnProduct(Throwaway throwaway, URI address) {
        this.throwaway = throwaway;
        this.address = address;
    }

    /**
     * Builds the product if that is needed, starts it and waits until it answers.
     *
     * @param run   the program that starts it
     * @param clock its business time
     * @throws Unexpected with the end of its log if it does not come up
     */
    static OwnProduct start(Path run, OffsetDateTime clock) {
        return start(run, clock, START);
    }

    /**
     * @param limit how long it may take to answer
     */
    static OwnProduct start(Path run, OffsetDateTime clock, Duration limit) {
        try {
            var throwaway = Throwaway.create();
            try {
                return started(throwaway, run, clock, limit);
            } catch (IOException | RuntimeException e) {
                throwaway.close();
                throw e;
            } catch (InterruptedException e) {
                throwaway.close();
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted while the product was built and started", e);
            }
        } catch (IOException e) {
            throw new Unexpected("cannot start " + run + ": " + e.getMessage(), e);
        }
    }

    /** Building can take minutes, so the time to start begins after it. */
    private static OwnProduct started(Throwaway throwaway, Path run, OffsetDateTime clock, Duration limit)
            throws IOException, InterruptedException {
        if (throwaway.start(List.of(run.toString(), "--build-only")).waitFor() != 0) {
            throw new Unexpected("the product cannot be built:\n" + throwaway.tail());
        }
        var ports = freePorts();
        var process = throwaway.start(command(run, disk(throwaway), clock, ports));
        var product = new OwnProduct(throwaway, URI.create("http://127.0.0.1:" + ports.getFirst()));
        product.awaitAnswer(process, limit);
        return product;
    }

    private static List<String> command(Path run, Path data, OffsetDateTime clock, List<Integer> ports) {
        return List.of(
                run.toString(),
                "--center-port",
                ports.getFirst().toString(),
                "--node-port",
                ports.getLast().toString(),
                "--data",
                data.toString(),
                "--mode",
                "rehearsal",
                "--clock",
                clock.toString(),
                "--no-demo");
    }

    /** Where it keeps everything. */
    Path disk() {
        return disk(throwaway);
    }

    private static Path disk(Throwaway throwaway) {
        return throwaway.folder().resolve("data");
    }

    URI address() {
        return address;
    }

    private void awaitAnswer(Process process, Duration limit) throws InterruptedException {
        var give = System.nanoTime() + limit.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > give) {
                var reason = process.isAlive() ? "does not answer after " + limit.toSeconds() + " s" : "ended";
                throw new Unexpected("the product " + reason + "; the end of its output:\n" + throwaway.tail());
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try {
            return new Http(address, new Traffic()).get("/api/clock").isFine();
        } catch (Unexpected e) {
            return false;
        }
    }

    /** Both are held open together, so they differ. */
    private static List<Integer> freePorts() throws IOException {
        try (var first = new ServerSocket(0);
                var second = new ServerSocket(0)) {
            return List.of(first.getLocalPort(), second.getLocalPort());
        }
    }

    /** Stops the product, waits for it, and removes its data. */
    @Override
    public void close() {
        throwaway.close();
    }
}
