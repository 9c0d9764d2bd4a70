package org.onex.rehearsal.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A temporary folder and the program that works in it just now. Both are gone after closing, and when this process is told to end. */
public final class Throwaway implements AutoCloseable {

    private static final Duration STOP = Duration.ofMinutes(1);
    private static final int LOG_LINES = 15;

    private final Path folder;
    private final Thread atExit = new Thread(this::stop, "stop-product");
    private @Nullable Process program;
    private boolean stopped;

    private Throwaway(Path folder) {
        this.folder = folder;
    }

    public static Throwaway create() throws IOException {
        var folder = Files.createTempDirectory("onex-rehearsal");
        // The database's own user must be able to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var throwaway = new Throwaway(folder);
        Runtime.getRuntime().addShutdownHook(throwaway.atExit);
        return throwaway;
    }

    public Path folder() {
        return folder;
    }

    /** Starts a program after the one before has ended. */
    public synchronized Process start(List<String> command) throws IOException {
        if (stopped) {
            throw new IOException("this rehearsal is being stopped");
        }
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        program = started;
        return started;
    }

    /** The end of what was printed. */
    public String tail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    /** Stops the program, waits for it, and removes the folder. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the hook is at it already
        }
        stop();
    }

    private synchronized void stop() {
        stopped = true;
        try {
            if (program != null) {
                stop(program);
            }
            remove(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    /** The program stops what it has started; while it builds it does not, so whatever outlives it is stopped too. */
    private static void stop(Process program) throws InterruptedException {
        var below = program.descendants().toList();
        program.destroy();
        if (!program.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            program.destroyForcibly().waitFor();
        }
        below.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(below.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
