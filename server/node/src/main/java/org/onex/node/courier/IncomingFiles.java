package org.onex.node.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is on its way from the centre (下发文件): letters, sealed papers and sealed photos, each named by its hash, in a folder per bundle until
 * the bundle is over. Unreadable as they lie here; what broke off goes on where it was, also after a power cut.
 */
@Component
class IncomingFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final long LARGEST = 1L << 28;
    private static final String PART = ".part";

    private final CenterLine line;
    private final Path folder;

    IncomingFiles(
            CenterLine line,
            @Value("${onex.data}") Path data,
            @Value("${spring.application.name}") String application) {
        this.line = line;
        this.folder = data.resolve(application).resolve("incoming");
    }

    /**
     * The bytes with this hash, fetched as far as they are not here yet.
     *
     * @throws CourierRefused if nothing can be called or be as large as that
     * @throws CenterAway     if they did not all come; what came stays
     */
    byte[] bring(Enrolment we, UUID bundle, String sha256, long bytes) {
        if (!NAME.matcher(sha256).matches() || bytes <= 0 || bytes > LARGEST) {
            throw CourierRefused.of(CourierRefused.Code.BUNDLE_BROKEN);
        }
        try {
            var file =
                    Files.createDirectories(folder.resolve(bundle.toString())).resolve(sha256);
            var here = read(file, sha256);
            return here.isPresent() ? here.get() : fetched(we, file, sha256, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] fetched(Enrolment we, Path file, String sha256, long bytes) throws IOException {
        var part = file.resolveSibling(sha256 + PART);
        long before = -1;
        for (long begun = length(part); begun < bytes; begun = length(part)) {
            if (begun == before) {
                throw new CenterAway(CenterAway.AWAY, "nothing more comes of " + sha256);
            }
            before = begun;
            line.fetch(we, "/api/dispatch/blobs/" + sha256, part, bytes);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Somebody on the way may have changed it, and so may a power cut.
        return read(file, sha256).orElseThrow(() -> new CenterAway(CenterAway.FORGED, "other bytes than " + sha256));
    }

    private static long length(Path file) {
        return file.toFile().length();
    }

    /** What is no longer what it is called is gone, so that it is fetched anew. */
    private static Optional<byte[]> read(Path file, String sha256) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        if (Digests.sha256(bytes).equals(sha256)) {
            return Optional.of(bytes);
        }
        Files.delete(file);
        return Optional.empty();
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

    private static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
