package org.onex.node.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is on its way from the centre (下发文件): letters, sealed papers and sealed photos, each named by its hash, in a folder per bundle until
 * the bundle is over. Unreadable as they lie here; what broke off goes on where it was, also after a power cut.
 */
@Component
class IncomingFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    /** One file is read at once when it is installed. */
    static final long LARGEST = 16L << 20;
    /** What the exam itself needs, whatever else comes. */
    static final long ROOM_FOR_THE_EXAM = 1L << 30;

    private static final int CHUNK = 1 << 16;
    private static final String PART = ".part";

    /** How bytes come into a file, as {@link CenterLine#fetch} brings them. */
    @FunctionalInterface
    interface Source {
        void fetch(Enrolment we, String path, Path into, long longest);
    }

    private final Source source;
    private final Path folder;
    private final ToLongFunction<Path> freeBytes;

    @Autowired
    IncomingFiles(
            CenterLine line,
            @Value("${onex.data}") Path data,
            @Value("${spring.application.name}") String application) {
        this(line::fetch, data.resolve(application).resolve("incoming"), IncomingFiles::freeBytes);
    }

    IncomingFiles(Source source, Path folder, ToLongFunction<Path> freeBytes) {
        this.source = source;
        this.folder = folder;
        this.freeBytes = freeBytes;
    }

    /**
     * @param bytes how long each file is, by its name
     * @throws CourierRefused if nothing can be called or be as large as that
     */
    static void requireFitting(Map<String, Long> bytes, long together) {
        bytes.forEach(IncomingFiles::requireFitting);
        if (bytes.values().stream().mapToLong(Long::longValue).sum() > together) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_TOO_LARGE);
        }
    }

    private static void requireFitting(String sha256, long bytes) {
        if (!NAME.matcher(sha256).matches() || bytes <= 0) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_BROKEN);
        }
        if (bytes > LARGEST) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_TOO_LARGE);
        }
    }

    /**
     * Fetches the file with this hash, as far as it is not here yet. What is here is not read again: that is done when it is installed.
     *
     * @throws CourierRefused if nothing can be called or be as large as that, there is no room for it, or other bytes came
     * @throws CenterAway     if they did not all come; what came stays
     */
    void bring(Enrolment we, UUID bundle, String sha256, long bytes) {
        requireFitting(sha256, bytes);
        try {
            var file = file(bundle, sha256);
            if (length(file) != bytes) {
                Files.createDirectories(file.getParent());
                fetch(we, file, sha256, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetch(Enrolment we, Path file, String sha256, long bytes) throws IOException {
        var part = file.resolveSibling(sha256 + PART);
        long before = -1;
        for (long begun = length(part); begun < bytes; begun = length(part)) {
            if (begun == before) {
                throw new CenterAway(CenterAway.AWAY, "nothing more comes of " + sha256);
            }
            before = begun;
            requireRoom(bytes - begun);
            try {
                source.fetch(we, "/api/dispatch/blobs/" + sha256, part, bytes);
            } catch (CenterAway e) {
                // Somebody else may have filled the disk meanwhile, and then the centre is not to blame.
                requireRoom(bytes - length(part));
                throw e;
            }
        }
        // Somebody on the way may have changed it, and so may a power cut.
        if (!hash(part).equals(sha256)) {
            Files.delete(part);
            throw CourierRefused.of(CourierRefused.Code.FILE_DAMAGED);
        }
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The disk has to hold this and what the exam itself needs.
     *
     * @throws CourierRefused if it does not
     */
    void requireRoom(long bytes) {
        if (freeBytes.applyAsLong(folder) < bytes + ROOM_FOR_THE_EXAM) {
            throw CourierRefused.of(CourierRefused.Code.DISK_FULL);
        }
    }

    /**
     * A file that was brought.
     *
     * @throws CourierRefused if it is no longer what it is called; it is gone then, so that it is fetched anew
     */
    byte[] read(UUID bundle, String sha256) {
        var file = file(bundle, sha256);
        try {
            var bytes = Files.readAllBytes(file);
            if (Digests.sha256(bytes).equals(sha256)) {
                return bytes;
            }
            Files.delete(file);
            throw CourierRefused.of(CourierRefused.Code.FILE_DAMAGED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID bundle, String sha256) {
        return folder.resolve(bundle.toString()).resolve(sha256);
    }

    private static long length(Path file) {
        return file.toFile().length();
    }

    private static String hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long freeBytes(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clears away what belongs to none of these bundles. */
    void keepOnly(Set<UUID> bundles) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var each = Files.list(folder)) {
            for (var old : each.filter(path -> bundles.stream()
                            .noneMatch(bundle ->
                                    bundle.toString().equals(path.getFileName().toString())))
                    .toList()) {
                delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clears away what came for this bundle. */
    void forget(UUID bundle) {
        var old = folder.resolve(bundle.toString());
        try {
            if (Files.exists(old)) {
                delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
