package org.onex.center.photo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * One line of an archive's table of contents, with its name in the characters that were meant.
 *
 * <p>Chinese Windows writes names in GBK and does not say so, others write UTF-8 and do not say so either: bytes that are UTF-8 are taken for
 * it, all others for GB18030, of which GBK is a part. A name that Info-ZIP added in Unicode is believed more than both.
 */
record ArchiveEntry(ZipArchiveEntry zip, String path) {

    private static final int LOCAL_HEADER = 30;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> LEFT_BEHIND = Set.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final Set<String> OFFICE = Set.of("docx", "xlsx", "pptx", "wps", "et");
    /** Explorer packs what is over 2 GB with the third. Further methods need libraries or are nobody's. */
    private static final Set<Integer> UNDERSTOOD =
            Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode(), ZipMethod.ENHANCED_DEFLATED.getCode());

    static ArchiveEntry of(ZipArchiveEntry zip) {
        return new ArchiveEntry(zip, unicodePath(zip).orElseGet(() -> decoded(zip.getRawName())));
    }

    private static Optional<String> unicodePath(ZipArchiveEntry zip) {
        if (zip.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field
                && field.getUnicodeName() != null) {
            var checksum = new CRC32();
            checksum.update(zip.getRawName());
            if (checksum.getValue() == field.getNameCRC32()) { // otherwise somebody renamed the file and left the field
                return Optional.of(decoded(field.getUnicodeName()));
            }
        }
        return Optional.empty();
    }

    private static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(name, CHINESE);
        }
    }

    boolean isFolder() {
        return path.endsWith("/") || path.endsWith("\\");
    }

    /** Written by an operating system and meant by nobody. */
    boolean isLeftBehind() {
        var segments = path.split("[/\\\\]");
        var last = segments.length == 0 ? "" : segments[segments.length - 1];
        return last.startsWith("._")
                || LEFT_BEHIND.contains(last.toLowerCase(Locale.ROOT))
                || Arrays.asList(segments).contains("__MACOSX");
    }

    /** A document that happens to be a .zip inside. */
    boolean isOfficeDocument() {
        return OFFICE.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    boolean isEncrypted() {
        return zip.getGeneralPurposeBit().usesEncryption();
    }

    boolean isUnderstood() {
        return UNDERSTOOD.contains(zip.getMethod());
    }

    boolean isOnAnotherDisk() {
        return zip.getDiskNumberStart() > 0;
    }

    /** Where it begins in the archive. */
    long start() {
        return zip.getLocalHeaderOffset();
    }

    /** How many bytes of the archive are its own, at least. */
    long ownBytes() {
        return LOCAL_HEADER + zip.getCompressedSize();
    }

    /** Its size as the table of contents has it. */
    long declaredBytes() {
        return zip.getSize();
    }

    /** Its sizes and place are such as a file of so many bytes can have. */
    boolean fitsInto(long archiveBytes) {
        return start() >= 0
                && declaredBytes() >= 0
                && zip.getCompressedSize() >= 0
                && zip.getCompressedSize() <= archiveBytes
                && start() <= archiveBytes - ownBytes();
    }
}
