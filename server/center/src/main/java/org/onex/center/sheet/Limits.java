package org.onex.center.sheet;

import java.io.IOException;
import java.io.InputStream;

/**
 * How much of a file is taken.
 *
 * @param file     bytes as sent
 * @param unpacked bytes that come out of an .xlsx while it is read; some parts are read more than once
 * @param rows     with something in them, below the headings
 */
record Limits(int file, long unpacked, int rows) {

    private static final int MEGABYTE = 1 << 20;

    /** 100,000 rows of 20 columns make about 10 MB, from which 160 MB come out twice. */
    static final Limits USUAL = new Limits(50 * MEGABYTE, 1000L * MEGABYTE, 100_000);

    static final int MOST_OF_A_TEXT = 20 * MEGABYTE;
    static final int MOST_OF_AN_XLS = 30 * MEGABYTE;

    Limits atMost(int otherRows) {
        return new Limits(file, unpacked, otherRows);
    }

    byte[] allOf(InputStream stream) throws IOException {
        var bytes = stream.readNBytes(file + 1);
        requireFile(bytes.length);
        return bytes;
    }

    void requireFile(long bytes) {
        requireFile(bytes, file);
    }

    /** The same for a kind of file of which less is taken, because reading it takes more. */
    void requireFile(long bytes, int mostOfItsKind) {
        var most = Math.min(file, mostOfItsKind);
        if (bytes > most) {
            throw SheetRefused.of(SheetRefused.Code.TOO_LARGE, "limit", Math.max(1, most / MEGABYTE));
        }
    }

    void requireUnpacked(long bytes) {
        if (bytes > unpacked) {
            throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
        }
    }

    void requireRows(int read) {
        if (read > rows) {
            throw SheetRefused.of(SheetRefused.Code.TOO_MANY_ROWS, "limit", rows);
        }
    }
}
