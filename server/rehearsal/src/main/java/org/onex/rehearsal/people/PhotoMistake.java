package org.onex.rehearsal.people;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** A mistake that people make with photos, and what the documentation says that the product calls it. */
enum PhotoMistake {
    BLUE_BACKGROUND("BACKGROUND"),
    /** 一寸 and not 小一寸. */
    OTHER_SIZE("WRONG_SIZE"),
    TEXT_FILE("FORMAT"),
    CUT_OFF("DAMAGED"),
    TOO_LARGE("FILE_TOO_LARGE"),
    NAMED_AFTER_PERSON("NAME_NOT_AN_ID_NUMBER"),
    MISTYPED_NAME("NAME_NOT_AN_ID_NUMBER"),
    UNKNOWN_PERSON("PERSON_UNKNOWN"),
    OTHER_PERSONS_NAME("PERSON_NAME_DIFFERS"),
    /** The right photo first, and another one of the same person. */
    TWICE("DUPLICATE"),
    ARCHIVE_INSIDE("NESTED_ARCHIVE"),
    /** Upright only where a viewer turns it. */
    LYING("ROTATED");

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] EXIF_TURNED = HexFormat.of()
            .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                    + "00000000");

    private final String code;

    PhotoMistake(String code) {
        this.code = code;
    }

    /** One after the other for each turn. */
    static PhotoMistake of(int turn) {
        return List.of(values()).get(turn % values().length);
    }

    /** By which the product must name it. */
    String code() {
        return code;
    }

    String fileName(Person person) {
        return switch (this) {
            case NAMED_AFTER_PERSON -> person.name().replaceAll("[𠮷㛃䶮]", "某") + ".jpg";
            case MISTYPED_NAME -> Mistake.WRONG_CHECK.written(person) + ".jpg";
            case UNKNOWN_PERSON ->
                IdNumbers.of(LocalDate.of(1999, 9, 9), IdNumbers.sequence(person.idNumber())) + ".jpg";
            case OTHER_PERSONS_NAME -> person.idNumber() + "诸葛无名.jpg";
            default -> person.idNumber() + ".jpg";
        };
    }

    byte[] content(Person person) {
        var portrait = new Portrait(person.idNumber());
        return switch (this) {
            case BLUE_BACKGROUND -> portrait.picture("jpg", Portrait.BLUE, Portrait.WIDTH, Portrait.HEIGHT);
            case OTHER_SIZE -> portrait.picture("jpg", Portrait.RED, 260, 378);
            case TEXT_FILE -> ("照片见附件 " + person.studentNumber()).getBytes(StandardCharsets.UTF_8);
            case CUT_OFF -> cutOff(portrait.jpeg());
            case TOO_LARGE -> padded(portrait.jpeg());
            case ARCHIVE_INSIDE -> PhotoZip.of("照片.jpg", portrait.jpeg());
            case LYING -> turned(portrait.lyingJpeg());
            case TWICE -> portrait.png();
            default -> portrait.jpeg();
        };
    }

    private static byte[] cutOff(byte[] whole) {
        return Arrays.copyOf(whole, whole.length * 2 / 3);
    }

    /** Noise behind the end of the picture, which viewers do not mind. */
    private static byte[] padded(byte[] picture) {
        var padded = new byte[5 * MEGABYTE + 1];
        var checksum = new CRC32();
        checksum.update(picture);
        new Random(checksum.getValue()).nextBytes(padded);
        System.arraycopy(picture, 0, padded, 0, picture.length);
        return padded;
    }

    /** With a note behind the beginning that it has to be turned (EXIF orientation 6). */
    private static byte[] turned(byte[] picture) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        bytes.writeBytes(EXIF_TURNED);
        bytes.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }
}
