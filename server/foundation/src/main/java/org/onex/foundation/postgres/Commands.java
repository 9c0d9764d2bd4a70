package org.onex.foundation.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs of the operating system that we wait for. */
final class Commands {

    private Commands() {}

    /** Runs to the end and returns what it printed. */
    static String run(List<String> command) throws IOException {
        var process = start(command);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new IOException("'" + String.join(" ", command) + "' failed: " + output.strip());
        }
        return output;
    }

    static int exitCode(List<String> command) throws IOException {
        var process = start(command);
        process.getInputStream().readAllBytes();
        return await(process);
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A service user may not enter the folder we were started in.
        builder.directory(new java.io.File("/"));
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
