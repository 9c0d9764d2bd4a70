package org.onex.rehearsal.scene;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Throwaway;
import org.onex.rehearsal.outside.Unexpected;

/** A real server of a site (考点服务器) on a free port, with a data folder that is thrown away. */
public final class SiteNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Throwaway throwaway;
    private final List<String> command;
    private final URI address;
    private Process launcher;

    private SiteNode(Throwaway throwaway, Path run, List<String> options) throws IOException {
        this.throwaway = throwaway;
        var port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        command = new ArrayList<>(List.of(
                run.toString(),
                "node",
                "--node-port",
                String.valueOf(port),
                "--data",
                data().toString(),
                "--mode",
                "rehearsal"));
        command.addAll(options);
        launcher = throwaway.start(command);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Builds the product if that is needed and starts a node; it answers some time later.
     *
     * @param run     the program that starts it
     * @param options of that program
     */
    public static SiteNode launch(Path run, List<String> options) {
        return launch(run, options, false);
    }

    /** The same where it is known that nothing is to be built. */
    static SiteNode launchBuilt(Path run, List<String> options) {
        return launch(run, options, true);
    }

    private static SiteNode launch(Path run, List<String> options, boolean isBuilt) {
        try {
            var throwaway = Throwaway.create();
            try {
                if (!isBuilt
                        && throwaway
                                        .start(List.of(run.toString(), "--build-only"))
                                        .waitFor()
                                != 0) {
                    throw new Unexpected("the product cannot be built:\n" + throwaway.tail());
                }
                return new SiteNode(throwaway, run, options);
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

    public URI address() {
        return address;
    }

    /** What was started; the node and its database are below it. */
    public Process launcher() {
        return launcher;
    }

    /** Starts it on the same data after it has ended. */
    public void launchAgain() {
        try {
            launcher = throwaway.start(command);
        } catch (IOException e) {
            throw new Unexpected("cannot start the node again: " + e, e);
        }
    }

    /**
     * @throws Unexpected with the end of its output if it does not answer in time
     */
    public void awaitAnswer() {
        if (!answersWithin(START, "/api/clock")) {
            throw new Unexpected("the node does not answer; the end of its output:\n" + tail());
        }
    }

    /** Whether it answers on that path before so much time has passed or it has ended. */
    public boolean answersWithin(Duration limit, String path) {
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (launcher.isAlive() && System.nanoTime() < end) {
                if (answers(path)) {
                    return true;
                }
                launcher.waitFor(100, TimeUnit.MILLISECONDS);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted while a node was started", e);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(ANSWER)
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The technician's code, which it made at its first start. */
    public String technicianCode() {
        var file = data().resolve("node/technician-code");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unexpected("the node has made no technician's code: " + e, e);
        }
    }

    /** Where it keeps everything. */
    public Path data() {
        return throwaway.folder().resolve("data");
    }

    /** What it writes about itself. */
    public List<Path> logs() {
        return Stream.of(data().resolve("log/node.log"), data().resolve("node/postgres/postgres.log"))
                .filter(Files::exists)
                .toList();
    }

    /** The end of what it printed. */
    public String tail() {
        return throwaway.tail();
    }

    /** Stops the node, waits for it, and removes its data. */
    @Override
    public void close() {
        throwaway.close();
    }
}
