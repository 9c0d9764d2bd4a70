package org.onex.center.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.onex.foundation.vault.SealedFile;
import org.onex.foundation.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What files hold, sealed on disk and named by its hash: the same content lies there once, and nothing is ever written over. */
@Component
class Contents {

    /** Below this the database beside us would be in danger. */
    private static final long RESERVE = 512L * 1024 * 1024;

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final Path folder;
    private final Path drafts;
    private final Vault vault;

    Contents(@Value("${onex.data}") Path data, @Value("${spring.application.name}") String application, Vault vault) {
        this.folder = data.resolve(application).resolve("files");
        this.drafts = folder.resolve("drafts");
        this.vault = vault;
        forgetDrafts();
    }

    /** Content that is on the disk. */
    record Kept(String sha256, long bytes) {}

    /**
     * Seals a stream's content and returns when it is on the disk.
     *
     * @param expected how many bytes were announced, or -1
     * @throws FileRefused if the disk has no room
     */
    Kept keep(InputStream content, long expected) throws IOException {
        Files.createDirectories(drafts);
        if (Files.getFileStore(drafts).getUsableSpace() < RESERVE + Math.max(expected, 0)) {
            throw FileRefused.noRoom();
        }
        var draft = Files.createTempFile(drafts, "draft", null);
        try {
            Files.delete(draft);
            var digest = sha256();
            var watched =
                    new RoomWatch(content, () -> Files.getFileStore(drafts).getUsableSpace() > RESERVE);
            var bytes = SealedFile.write(new DigestInputStream(watched, digest), draft, vault);
            var hash = HexFormat.of().formatHex(digest.digest());
            var target = path(hash);
            if (!Files.exists(target)) {
                var parent = Files.createDirectories(folder.resolve(hash.substring(0, 2)));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                force(parent);
                force(folder);
            }
            return new Kept(hash, bytes);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void force(Path directory) throws IOException {
        try (var names = FileChannel.open(directory)) {
            names.force(true);
        }
    }

    /** What was arriving when the product was killed; nobody is still sending it after a day. */
    private void forgetDrafts() {
        if (!Files.isDirectory(drafts)) {
            return;
        }
        var now = System.currentTimeMillis();
        try (var left = Files.list(drafts)) {
            for (var draft : left.toList()) {
                if (now - Files.getLastModifiedTime(draft).toMillis() > LONGEST_UPLOAD.toMillis()) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens content for reading from any place; its holder closes it. */
    SeekableByteChannel open(String sha256) {
        try {
            return SealedFile.open(path(sha256), vault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
