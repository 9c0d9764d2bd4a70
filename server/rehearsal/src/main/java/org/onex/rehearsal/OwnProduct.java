package org.onex.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A product that runs for one rehearsal only: on free ports, with a data folder that is thrown away. */
final class OwnProduct implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final int LOG_LINES = 15;

    private final Process process;
    private final Path folder;
    private final URI address;
    private final Thread atExit = new Thread(this::stop, "stop-product");

    private OwnProduct(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Builds the product if that is needed, starts it and waits until it answers.
     *
     * @param run   the program that starts it
     * @param clock its business time
     * @throws Unexpected with the end of its log if it does not come up
     */
    static OwnProduct start(Path run, OffsetDateTime clock) {
        try {
            var folder = Files.createTempDirectory("onex-rehearsal");
            // The database's own user must be able to pass through.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            build(run, folder);
            var ports = freePorts();
            var process = new ProcessBuilder(command(run, folder.resolve("data"), clock, ports))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                    .start();
            var product = new OwnProduct(process, folder, URI.create("http://127.0.0.1:" + ports.getFirst()));
            product.awaitAnswer();
            return product;
        } catch (IOException e) {
            throw new Unexpected("cannot start " + run + ": " + e.getMessage(), e);
        }
    }

    /** Building can take minutes, so the time to start begins after it. */
    private static void build(Path run, Path folder) throws IOException {
        var building = new ProcessBuilder(run.toString(), "--build-only")
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile())
                .start();
        try {
            if (building.waitFor() != 0) {
                throw new Unexpected("the product cannot be built:\n" + tail(folder));
            }
        } catch (InterruptedException e) {
            building.destroy();
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted while the product was built", e);
        }
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

    URI address() {
        return address;
    }

    private void awaitAnswer() throws IOException {
        var give = System.nanoTime() + START.toNanos();
        try {
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() > give) {
                    var reason = process.isAlive() ? "does not answer after " + START.toSeconds() + " s" : "ended";
                    var tail = tail(folder);
                    close();
                    throw new Unexpected("the product " + reason + "; the end of its output:\n" + tail);
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new Unexpected("interrupted while the product started", e);
        }
    }

    private boolean answers() {
        try {
            return new Http(address, new Traffic()).get("/api/clock").isFine();
        } catch (Unexpected e) {
            return false;
        }
    }

    private static String tail(Path folder) throws IOException {
        var lines = Files.readAllLines(log(folder));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private static Path log(Path folder) {
        return folder.resolve("output.log");
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
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the hook is at it already
        }
        stop();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            remove(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
