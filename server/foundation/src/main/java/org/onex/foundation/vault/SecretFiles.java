package org.onex.foundation.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. */
final class SecretFiles {

    private SecretFiles() {}

    /**
     * Writes a new file so that it is there whole or not at all, also if the machine stops meanwhile.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one; a key is never written over
     */
    static void write(Path file, String text) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), ".key", null, mine);
        try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            Files.createLink(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        try (var folder = FileChannel.open(file.getParent())) {
            folder.force(true);
        }
    }
}
