package org.onex.center.sheet;

import java.util.Locale;
import java.util.Map;

/** Finds out by its first bytes what a file really is (按内容识别), and opens it if it is a spreadsheet. */
final class Books {

    private static final int LOOKED_AT = 4096;

    private static final Map<String, int[]> OTHERS = Map.of(
            "PDF", new int[] {'%', 'P', 'D', 'F'},
            "JPG", new int[] {0xFF, 0xD8, 0xFF},
            "PNG", new int[] {0x89, 'P', 'N', 'G'},
            "GIF", new int[] {'G', 'I', 'F', '8'},
            "RAR", new int[] {'R', 'a', 'r', '!'},
            "7Z", new int[] {'7', 'z', 0xBC, 0xAF},
            "GZ", new int[] {0x1F, 0x8B});

    private Books() {}

    static Book open(byte[] file, SheetFormat format, Limits limits) {
        if (file.length == 0) {
            throw SheetRefused.of(SheetRefused.Code.EMPTY);
        }
        if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 'P', 'K', 5, 6)) {
            return XlsxBook.open(Parts.of(file, limits));
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            limits.requireFile(file.length, Limits.MOST_OF_AN_XLS);
            return XlsBook.open(file);
        }
        refuseOther(file);
        limits.requireFile(file.length, Limits.MOST_OF_A_TEXT);
        return CsvBook.open(file, format);
    }

    private static void refuseOther(byte[] file) {
        for (var other : OTHERS.entrySet()) {
            if (startsWith(file, other.getValue())) {
                throw notASheet(other.getKey());
            }
        }
        var beginning = Text.beginningOf(file, LOOKED_AT).stripLeading().toLowerCase(Locale.ROOT);
        if (beginning.startsWith("mime-version:")) {
            throw disguised("MHTML");
        }
        if (beginning.startsWith("<")) {
            throw disguised(beginning.contains("<html") || beginning.contains("<table") ? "HTML" : "XML");
        }
    }

    static SheetRefused notASheet(String kind) {
        return SheetRefused.of(SheetRefused.Code.NOT_A_SHEET, "kind", kind);
    }

    private static SheetRefused disguised(String kind) {
        return SheetRefused.of(SheetRefused.Code.DISGUISED, "kind", kind);
    }

    static boolean startsWith(byte[] file, int... signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if ((file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
