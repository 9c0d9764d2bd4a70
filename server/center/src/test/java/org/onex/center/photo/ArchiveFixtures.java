package org.onex.center.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives as people, their programs and their enemies make them. */
final class ArchiveFixtures {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;

    private String charset = "UTF-8";
    private boolean flagged = true;
    private UnicodeExtraFieldPolicy unicodeFields = UnicodeExtraFieldPolicy.NEVER;
    private Zip64Mode zip64 = Zip64Mode.AsNeeded;
    private int method = ZipEntry.DEFLATED;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();

    static ArchiveFixtures anArchive() {
        return new ArchiveFixtures();
    }

    /** As Windows in China writes names: GBK, and nothing says so. */
    ArchiveFixtures madeOnChineseWindows() {
        charset = "GBK";
        flagged = false;
        return this;
    }

    /** Names in UTF-8, and nothing says so. */
    ArchiveFixtures withoutTheFlag() {
        flagged = false;
        return this;
    }

    ArchiveFixtures withUnicodeFields() {
        unicodeFields = UnicodeExtraFieldPolicy.ALWAYS;
        return this;
    }

    ArchiveFixtures asZip64() {
        zip64 = Zip64Mode.Always;
        return this;
    }

    ArchiveFixtures stored() {
        method = ZipEntry.STORED;
        return this;
    }

    ArchiveFixtures with(String name, byte[] content) {
        names.add(name);
        contents.add(content);
        return this;
    }

    ArchiveFixtures with(String name) {
        return with(name, new byte[] {1, 2, 3});
    }

    byte[] bytes() {
        try (var memory = new SeekableInMemoryByteChannel()) {
            try (var zip = new ZipArchiveOutputStream(memory)) {
                zip.setEncoding(charset);
                zip.setUseLanguageEncodingFlag(flagged);
                zip.setCreateUnicodeExtraFields(unicodeFields);
                zip.setUseZip64(zip64);
                for (int i = 0; i < names.size(); i++) {
                    var entry = new ZipArchiveEntry(names.get(i));
                    entry.setMethod(method);
                    zip.putArchiveEntry(entry);
                    zip.write(contents.get(i));
                    zip.closeArchiveEntry();
                }
            }
            return Arrays.copyOf(memory.array(), (int) memory.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive with the n-th file's encryption flag set. */
    static byte[] encrypted(byte[] archive, int n) {
        short flags = shortAt(archive, central(archive, n) + 8);
        return patched(archive, n, new Patch(6, 8, (short) (flags | 1)));
    }

    static byte[] compressedBy(byte[] archive, int n, int method) {
        return patched(archive, n, new Patch(8, 10, (short) method));
    }

    /** Says in the table of contents that the n-th file is so large when unpacked. */
    static byte[] declaring(byte[] archive, int n, int bytes) {
        var changed = archive.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(central(archive, n) + 24, bytes);
        return changed;
    }

    /** Lets the n-th file of the table of contents begin where the first does. */
    static byte[] overlapping(byte[] archive, int n) {
        var changed = archive.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(central(archive, n) + 42, 0);
        return changed;
    }

    static byte[] onAnotherDisk(byte[] archive, int n) {
        var changed = archive.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putShort(central(archive, n) + 34, (short) 1);
        return changed;
    }

    /** One byte of the n-th file's packed content changed. */
    static byte[] scratched(byte[] archive, int n) {
        var changed = archive.clone();
        int local = header(archive, LOCAL_SIGNATURE, n);
        changed[local + 30 + shortAt(archive, local + 26) + shortAt(archive, local + 28) + 1] ^= 0x55;
        return changed;
    }

    private record Patch(int inLocal, int inCentral, short value) {}

    private static byte[] patched(byte[] archive, int n, Patch patch) {
        var changed = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        changed.putShort(header(archive, LOCAL_SIGNATURE, n) + patch.inLocal, patch.value);
        changed.putShort(central(archive, n) + patch.inCentral, patch.value);
        return changed.array();
    }

    private static int central(byte[] archive, int n) {
        return header(archive, CENTRAL_SIGNATURE, n);
    }

    private static int header(byte[] archive, int signature, int n) {
        var bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int left = n;
        for (int i = 0; i <= archive.length - 4; i++) {
            if (bytes.getInt(i) == signature && left-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such file in the archive");
    }

    private static short shortAt(byte[] bytes, int place) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(place);
    }
}
