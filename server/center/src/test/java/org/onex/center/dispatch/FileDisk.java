package org.onex.center.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Value;

/** The disk on which the centre's file store lies, for tests in which it fills up or loses something. */
final class FileDisk {

    /** Of a file system of Linux that never has any room. */
    private static final Path WITHOUT_ROOM = Path.of("/proc");

    private final Path folder;

    FileDisk(@Value("${onex.data}") Path data, @Value("${spring.application.name}") String application) {
        this.folder = data.resolve(application).resolve("files");
    }

    /** Does something while there is no room for any file more. */
    void whileFull(Runnable act) {
        var drafts = folder.resolve("drafts");
        try {
            Files.deleteIfExists(drafts);
            Files.createSymbolicLink(drafts, WITHOUT_ROOM);
            try {
                act.run();
            } finally {
                Files.delete(drafts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies there for some content, as it lies there. */
    byte[] bytes(byte[] content) {
        try {
            return Files.readAllBytes(path(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something else lies there for some content from now on. */
    void replace(byte[] content, byte[] bytes) {
        try {
            Files.write(path(content), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(byte[] content) {
        var name = Digests.sha256(content);
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
