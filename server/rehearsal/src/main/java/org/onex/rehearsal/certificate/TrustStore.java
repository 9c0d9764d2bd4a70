package org.onex.rehearsal.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.onex.rehearsal.outside.Unexpected;

/** What a reader of PDF files trusts (信任库), in the form of NSS: the authority of this installation and nobody else. */
final class TrustStore implements AutoCloseable {

    private static final long PATIENCE_S = 60;

    private final Path folder;
    private final boolean complete;

    private TrustStore(Path folder, boolean complete) {
        this.folder = folder;
        this.complete = complete;
    }

    /** With what the installation says of its authority. */
    static TrustStore of(byte[] authority) {
        try {
            var folder = Files.createTempDirectory("onex-trust");
            var pem = Files.write(folder.resolve("authority.pem"), authority);
            var isComplete = run("certutil", "-N", "-d", "sql:" + folder, "--empty-password")
                    && run(
                            "certutil",
                            "-A",
                            "-d",
                            "sql:" + folder,
                            "-n",
                            "authority",
                            "-t",
                            "CT,C,C",
                            "-i",
                            pem.toString());
            return new TrustStore(folder, isComplete);
        } catch (IOException e) {
            throw new Unexpected("cannot keep the authority for a moment: " + e, e);
        }
    }

    /** False where the program is not installed (libnss3-tools). */
    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether the authority is trusted, so that who signed can be told, too. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Unexpected("cannot remove " + folder + ": " + e, e);
        }
    }
}
