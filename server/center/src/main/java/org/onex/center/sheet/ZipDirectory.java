package org.onex.center.sheet;

/** What a zip lists as its entries, counted before it is opened, because each becomes objects many times its size. */
final class ZipDirectory {

    /** An .xlsx of people with a photo each has a few thousand. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int LONGEST = 4 << 20;
    private static final int ENTRY = 46;
    private static final int VARIABLE_LENGTHS = 28;

    private ZipDirectory() {}

    /** Counts marks wherever they are: what is said of their place and number may be a lie. */
    static void requireModest(byte[] file) {
        var entries = 0;
        var length = 0L;
        for (var at = 0; at + ENTRY <= file.length; at++) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2) {
                entries++;
                length += ENTRY + variable(file, at + VARIABLE_LENGTHS);
                if (entries > MOST_ENTRIES || length > LONGEST) {
                    throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
                }
            }
        }
    }

    /** Of name, additions and comment. */
    private static int variable(byte[] file, int at) {
        var length = 0;
        for (var i = 0; i < 6; i += 2) {
            length += (file[at + i] & 0xFF) + ((file[at + i + 1] & 0xFF) << 8);
        }
        return length;
    }
}
