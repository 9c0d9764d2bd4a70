package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Throwaway;
import org.onex.rehearsal.outside.Unexpected;

/** A real node on a free port, with a data folder that is thrown away; its processes are killed one by one. */
final class OwnNode implements TestedNode, AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(60);
    /** So long the launcher may take to notice that its node is dead. */
    private static final Duration TO_NOTICE = Duration.ofMillis(1_500);
    /** So long a node may take to start its dead database again. */
    private static final Duration TO_HEAL = Duration.ofSeconds(20);

    private final Throwaway throwaway;
    private final Path run;
    private final int port;
    private Process launcher;

    private OwnNode(Throwaway throwaway, Path run, int port) throws IOException {
        this.throwaway = throwaway;
        this.run = run;
        this.port = port;
        launcher = launch();
    }

    /**
     * Builds the product if that is needed, starts a node and waits until it answers.
     *
     * @param run the program that starts it
     */
    static OwnNode start(Path run) {
        try {
            var throwaway = Throwaway.create();
            try {
                if (throwaway.start(List.of(run.toString(), "--build-only")).waitFor() != 0) {
                    throw new Unexpected("the product cannot be built:\n" + throwaway.tail());
                }
                var node = new OwnNode(throwaway, run, freePort());
                node.awaitAnswer();
                return node;
            } catch (IOException | RuntimeException e) {
                throwaway.close();
                throw e;
            } catch (InterruptedException e) {
                throwaway.close();
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted while the node was built and started", e);
            }
        } catch (IOException e) {
            throw new Unexpected("cannot start " + run + ": " + e.getMessage(), e);
        }
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String technicianCode() {
        var file = data().resolve("node/technician-code");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unexpected("the node has made no technician's code: " + e, e);
        }
    }

    @Override
    public void strike(Blow blow) {
        var below = launcher.descendants().toList();
        var application = below.stream().filter(process -> runs(process, "java"));
        var database = below.stream().filter(OwnNode::isFirstOfDatabase);
        // The launcher first, or it would begin to tidy up.
        var victims = switch (blow) {
            case APPLICATION -> application;
            case DATABASE -> database;
            case BOTH -> Stream.concat(application, database);
            case EVERYTHING -> Stream.concat(Stream.of(launcher.toHandle()), below.stream());
        };
        var killed =
                victims.map(ProcessHandle::destroyForcibly).filter(done -> done).count();
        if (killed == 0) {
            throw new Unexpected("nothing could be killed for " + blow + ":\n" + throwaway.tail());
        }
    }

    private static boolean isFirstOfDatabase(ProcessHandle process) {
        return runs(process, "postgres")
                && process.parent().map(parent -> !runs(parent, "postgres")).orElse(true);
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith(program))
                .orElse(false);
    }

    /** A node that has lost its database only gets time to help itself; any other is started again. */
    @Override
    public void startAgain() {
        try {
            if (!launcher.waitFor(TO_NOTICE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (answersWithin(TO_HEAL, "/api/sitting/sessions")) {
                    return;
                }
                launcher.destroy();
            }
            if (!launcher.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unexpected("the launcher does not end:\n" + throwaway.tail());
            }
            launcher = launch();
            awaitAnswer();
        } catch (IOException e) {
            throw new Unexpected("cannot start the node again: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted while the node was started again", e);
        }
    }

    private Process launch() throws IOException {
        return throwaway.start(List.of(
                run.toString(),
                "node",
                "--node-port",
                String.valueOf(port),
                "--data",
                data().toString(),
                "--mode",
                "rehearsal"));
    }

    private void awaitAnswer() throws InterruptedException {
        if (!answersWithin(START, "/api/clock")) {
            throw new Unexpected("the node does not answer; the end of its output:\n" + throwaway.tail());
        }
    }

    private boolean answersWithin(Duration limit, String path) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (launcher.isAlive() && System.nanoTime() < end) {
            if (answers(path)) {
                return true;
            }
            launcher.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean answers(String path) {
        try {
            return new Wire(address())
                    .send(Wire.Ask.get(path, ""), Duration.ofSeconds(5))
                    .answer()
                    .isFine();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<Path> logs() {
        return Stream.of(data().resolve("log/node.log"), data().resolve("node/postgres/postgres.log"))
                .filter(Files::exists)
                .toList();
    }

    private Path data() {
        return throwaway.folder().resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops the node, waits for it, and removes its data. */
    @Override
    public void close() {
        throwaway.close();
    }
}
