package org.onex.center.photo;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file really is (文件类型), told by its first bytes and never by its name: people rename files instead of converting them. */
enum FileKind {
    JPEG("JPEG", Use.PICTURE, Mark.at(0, "FFD8FF")),
    PNG("PNG", Use.PICTURE, Mark.at(0, "89504E470D0A1A0A")),
    GIF("GIF", Use.PICTURE, Mark.at(0, "47494638")),
    BMP("BMP", Use.PICTURE, Mark.at(0, "424D")),
    WEBP("WebP", Use.PICTURE, Mark.at(8, "57454250")),
    AVIF("AVIF", Use.PICTURE, Mark.at(4, "6674797061766966")),
    HEIC(
            "HEIC",
            Use.PICTURE,
            Mark.at(4, "667479706865"), // "ftyp" and a brand: heic, heix, hevc, heim, heis …
            Mark.at(4, "667479706D696631"),
            Mark.at(4, "667479706D736631")),
    TIFF("TIFF", Use.PICTURE, Mark.at(0, "49492A00"), Mark.at(0, "4D4D002A")),
    PSD("PSD", Use.PICTURE, Mark.at(0, "38425053")),
    PDF("PDF", Use.DOCUMENT, Mark.at(0, "25504446")),
    OFFICE("Office", Use.DOCUMENT, Mark.at(0, "D0CF11E0A1B11AE1")),
    ZIP("ZIP", Use.ARCHIVE, Mark.at(0, "504B0304"), Mark.at(0, "504B0506"), Mark.at(0, "504B0708")),
    RAR("RAR", Use.ARCHIVE, Mark.at(0, "526172211A07")),
    SEVEN_ZIP("7z", Use.ARCHIVE, Mark.at(0, "377ABCAF271C")),
    GZIP("gzip", Use.ARCHIVE, Mark.at(0, "1F8B08")),
    BZIP2("bzip2", Use.ARCHIVE, Mark.at(0, "425A68")),
    XZ("xz", Use.ARCHIVE, Mark.at(0, "FD377A585A00")),
    CAB("CAB", Use.ARCHIVE, Mark.at(0, "4D534346")),
    TAR("tar", Use.ARCHIVE, Mark.at(257, "7573746172"));

    /** So many bytes from the beginning suffice to tell. */
    static final int HEAD = 262;

    private final String label;
    private final Use use;
    private final Mark[] marks;

    FileKind(String label, Use use, Mark... marks) {
        this.label = label;
        this.use = use;
        this.marks = marks;
    }

    /** @param head the first bytes, more or fewer than {@link #HEAD} */
    static Optional<FileKind> of(byte[] head) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.marks).anyMatch(mark -> mark.isIn(head)))
                .findFirst();
    }

    /** As people write it, "HEIC", "7z"; the same in every language. */
    String label() {
        return label;
    }

    boolean isArchive() {
        return use == Use.ARCHIVE;
    }

    /** The product can open it as a picture. */
    boolean isDecodable() {
        return this == JPEG || this == PNG;
    }

    private enum Use {
        PICTURE,
        DOCUMENT,
        ARCHIVE
    }

    private static final class Mark {

        private final int offset;
        private final byte[] bytes;

        private Mark(int offset, byte[] bytes) {
            this.offset = offset;
            this.bytes = bytes;
        }

        static Mark at(int offset, String hex) {
            return new Mark(offset, HexFormat.of().parseHex(hex));
        }

        boolean isIn(byte[] head) {
            int end = offset + bytes.length;
            return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
        }
    }
}
