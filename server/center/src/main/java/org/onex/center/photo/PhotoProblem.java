package org.onex.center.photo;

import java.util.Map;

/**
 * What is wrong with one photo (照片问题). Problems are collected, never thrown: one bad photo does not keep the others out.
 *
 * @param facts what the sentence needs; never a name or an ID number
 */
record PhotoProblem(Code code, Map<String, Object> facts) {

    /** What is wrong. */
    enum Code {
        /** The file is not named after exactly one valid ID number. */
        NAME_NOT_AN_ID_NUMBER,
        /** Nobody with this ID number is on the college's roster. */
        PERSON_UNKNOWN,
        /** The file is called after another person than the one to whom the ID number belongs. */
        PERSON_NAME_DIFFERS,
        /** An earlier file of the archive is of the same person, or has the same name. */
        DUPLICATE,
        /** Fact {@code megabytes}: so much at most. */
        FILE_TOO_LARGE,
        /** The file in the archive needs a password. */
        ENCRYPTED,
        /** Packed in a way that this product does not unpack; fact {@code method}, its number in the .zip format. */
        UNSUPPORTED_COMPRESSION,
        /** An archive in the archive, which is not opened; fact {@code kind}. */
        NESTED_ARCHIVE,
        /** Incomplete or broken: cannot be opened, or not to its end. */
        DAMAGED,
        /** Not one of the formats allowed; facts {@code allowed} and, where it is known, {@code kind}. */
        FORMAT,
        /** Not the size in pixels; facts {@code width}, {@code height}, {@code expectedWidth}, {@code expectedHeight}, {@code tolerance}. */
        WRONG_SIZE,
        /** Lies on its side or mirrored and relies on viewers to turn it, which printers do not. */
        ROTATED,
        /** Made for the printing press; fact {@code colourSpace}, "CMYK". */
        COLOUR_SPACE,
        /** Another background; facts {@code expected}, {@code measured} (both {@link Background.Colour}) and {@code rgb} as measured. */
        BACKGROUND
    }

    PhotoProblem {
        facts = Map.copyOf(facts);
    }

    static PhotoProblem of(Code code) {
        return new PhotoProblem(code, Map.of());
    }

    static PhotoProblem of(Code code, String fact, Object value) {
        return new PhotoProblem(code, Map.of(fact, value));
    }

    static PhotoProblem tooLarge(long limitBytes) {
        return of(Code.FILE_TOO_LARGE, "megabytes", limitBytes / PhotoRule.MEGABYTE);
    }
}
