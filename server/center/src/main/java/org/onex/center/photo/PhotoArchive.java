package org.onex.center.photo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A .zip of photos as a college sends it (照片压缩包). Opening it looks at the table of contents and refuses what cannot be taken in as a
 * whole; walking it hands out one file after the other, in the order in which they lie in the archive, and holds one in memory at a time.
 *
 * <p>Folders are flattened: of {@code ../../etc/x.jpg}, {@code C:\\photos\\x.jpg} or {@code 一班/x.jpg} only {@code x.jpg} counts, and nothing
 * is ever written to a place that a name suggests. Of two files for the same person the first counts. What operating systems leave behind is
 * skipped. Archives in the archive are not opened.
 */
final class PhotoArchive implements Closeable {

    /** 20,000 photos in folders take about 4 MB of contents, twice that with what a Mac adds; more is not read. */
    private static final long MOST_CONTENTS_BYTES = 12 * PhotoRule.MEGABYTE;

    private static final byte[] VOLUME_MARK = {'P', 'K', 7, 8};

    private final ArchiveChannel channel;
    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final List<ArchiveEntry> files;
    private final int skipped;

    private PhotoArchive(ArchiveChannel channel, ZipFile zip, ArchiveLimits limits) throws IOException {
        this.channel = channel;
        this.zip = zip;
        this.limits = limits;
        var entries = Collections.list(zip.getEntriesInPhysicalOrder()).stream()
                .map(ArchiveEntry::of)
                .toList();
        requireSound(entries, channel.size());
        var meant =
                entries.stream().filter(Predicate.not(ArchiveEntry::isFolder)).toList();
        this.files =
                meant.stream().filter(Predicate.not(ArchiveEntry::isLeftBehind)).toList();
        this.skipped = meant.size() - files.size();
    }

    /** Takes the files of an archive, each once. */
    interface Recipient {

        void photo(PhotoName name, byte[] content);

        void refused(PhotoName name, PhotoProblem problem);
    }

    /**
     * @param storage belongs to the archive from here on and is closed with it
     * @throws PhotoRefused if it is no archive of photos
     */
    static PhotoArchive open(SeekableByteChannel storage, ArchiveLimits limits) throws IOException {
        var channel = new ArchiveChannel(storage, MOST_CONTENTS_BYTES);
        try {
            var head = head(channel);
            var archive = new PhotoArchive(channel, zip(channel, head, limits), limits);
            channel.lift();
            archive.requireAcceptable();
            return archive;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] head(ArchiveChannel channel) throws IOException {
        var head = ByteBuffer.allocate((int) Math.min(FileKind.HEAD, channel.size()));
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // it may give less than it was asked for
        }
        if (head.position() == 0) {
            throw PhotoRefused.of(PhotoRefused.Code.ARCHIVE_EMPTY);
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    private static ZipFile zip(ArchiveChannel channel, byte[] head, ArchiveLimits limits) {
        var kind = FileKind.of(head);
        if (kind.isPresent() && kind.get() != FileKind.ZIP) {
            throw PhotoRefused.isA(kind.get());
        }
        try {
            // Names are decoded by ArchiveEntry, and with Latin-1 nothing gets lost until then.
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            channel.rethrowFailure();
            throw unopened(channel, head, limits); // without the cause, whose message may name a file
        }
    }

    private static PhotoRefused unopened(ArchiveChannel channel, byte[] head, ArchiveLimits limits) {
        if (channel.isExhausted()) {
            return PhotoRefused.tooManyFiles(limits.files());
        }
        if (Arrays.equals(head, 0, Math.min(4, head.length), VOLUME_MARK, 0, 4)) {
            return PhotoRefused.of(PhotoRefused.Code.ARCHIVE_SPLIT);
        }
        return PhotoRefused.of(
                FileKind.of(head).isPresent() ? PhotoRefused.Code.ARCHIVE_DAMAGED : PhotoRefused.Code.NOT_A_ZIP);
    }

    /** An archive in which files share bytes is broken or a trap: few bytes that unpack to very many. */
    private static void requireSound(List<ArchiveEntry> entries, long archiveBytes) {
        if (entries.stream().anyMatch(ArchiveEntry::isOnAnotherDisk)) {
            throw PhotoRefused.of(PhotoRefused.Code.ARCHIVE_SPLIT);
        }
        long free = 0;
        for (var entry : entries) {
            if (!entry.fitsInto(archiveBytes) || entry.start() < free) {
                throw PhotoRefused.of(PhotoRefused.Code.ARCHIVE_DAMAGED);
            }
            free = entry.start() + entry.ownBytes();
        }
    }

    private void requireAcceptable() {
        if (files.isEmpty()) {
            throw PhotoRefused.of(PhotoRefused.Code.ARCHIVE_EMPTY);
        }
        if (files.size() > limits.files()) {
            throw PhotoRefused.tooManyFiles(limits.files());
        }
        if (files.stream().allMatch(ArchiveEntry::isEncrypted)) {
            throw PhotoRefused.of(PhotoRefused.Code.ARCHIVE_ENCRYPTED);
        }
        long total = files.stream()
                .mapToLong(ArchiveEntry::declaredBytes)
                .filter(bytes -> bytes <= limits.fileBytes())
                .sum();
        if (total > limits.totalBytes()) {
            throw PhotoRefused.tooLarge(limits.totalBytes());
        }
    }

    /** How many files the recipient will be given. */
    int files() {
        return files.size();
    }

    /** How many files were left out because an operating system made them. */
    int skipped() {
        return skipped;
    }

    /**
     * Hands out every file. What the recipient throws passes through and ends the walk. No file unpacks to more than it declared, so what
     * opening found acceptable stays so.
     */
    void forEach(Recipient recipient) {
        var seen = new HashSet<String>();
        for (var file : files) {
            var name = PhotoName.lastOf(file.path());
            var refusal = seen.add(name.key())
                    ? refusalUnread(file)
                    : Optional.of(PhotoProblem.of(PhotoProblem.Code.DUPLICATE));
            refusal.map(Unpacked::not).orElseGet(() -> unpack(file)).handTo(recipient, name);
        }
    }

    private static Optional<PhotoProblem> refusalUnread(ArchiveEntry file) {
        if (file.isEncrypted()) {
            return Optional.of(PhotoProblem.of(PhotoProblem.Code.ENCRYPTED));
        }
        if (!file.isUnderstood()) {
            return Optional.of(PhotoProblem.of(
                    PhotoProblem.Code.UNSUPPORTED_COMPRESSION,
                    "method",
                    file.zip().getMethod()));
        }
        return Optional.empty();
    }

    /** Reads no further than is needed to know: one byte beyond what is declared or allowed. */
    private Unpacked unpack(ArchiveEntry file) {
        try (var in = zip.getInputStream(file.zip())) {
            var head = in.readNBytes(FileKind.HEAD);
            var kind = FileKind.of(head);
            if (kind.isPresent() && kind.get().isArchive() && !file.isOfficeDocument()) {
                return Unpacked.not(PhotoProblem.of(
                        PhotoProblem.Code.NESTED_ARCHIVE, "kind", kind.get().label()));
            }
            if (file.declaredBytes() > limits.fileBytes()) {
                return Unpacked.not(PhotoProblem.tooLarge(limits.fileBytes()));
            }
            int declared = (int) file.declaredBytes();
            var content = Arrays.copyOf(head, Math.max(head.length, declared + 1));
            int length = head.length + in.readNBytes(content, head.length, content.length - head.length);
            return length == declared && isWhole(file, content, length)
                    ? Unpacked.to(Arrays.copyOf(content, length))
                    : Unpacked.not(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
        } catch (IOException | RuntimeException e) {
            channel.rethrowFailure();
            return Unpacked.not(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
        }
    }

    private static boolean isWhole(ArchiveEntry file, byte[] content, int length) {
        var checksum = new CRC32();
        checksum.update(content, 0, length);
        return checksum.getValue() == file.zip().getCrc();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Unpacked {

        private final byte[] content;
        private final @Nullable PhotoProblem problem;

        private Unpacked(byte[] content, @Nullable PhotoProblem problem) {
            this.content = content;
            this.problem = problem;
        }

        static Unpacked to(byte[] content) {
            return new Unpacked(content, null);
        }

        static Unpacked not(PhotoProblem problem) {
            return new Unpacked(new byte[0], problem);
        }

        void handTo(Recipient recipient, PhotoName name) {
            if (problem == null) {
                recipient.photo(name, content);
            } else {
                recipient.refused(name, problem);
            }
        }
    }
}
