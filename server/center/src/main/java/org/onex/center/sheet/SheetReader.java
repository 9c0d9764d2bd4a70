package org.onex.center.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what people send as a spreadsheet of one format: .xlsx, .xls or text with separators, told apart by content and never by name.
 *
 * <p>Rows are handed over one by one, so that 100,000 of them need no memory. A refusal may therefore come after rows were handed over;
 * whoever keeps rows forgets them then.
 */
public final class SheetReader {

    private final SheetFormat format;
    private final Limits limits;

    private SheetReader(SheetFormat format, Limits limits) {
        this.format = format;
        this.limits = limits;
    }

    /** Reads at most 100,000 rows. */
    public static SheetReader of(SheetFormat format) {
        return new SheetReader(format, Limits.USUAL);
    }

    public SheetReader atMost(int rows) {
        return within(limits.atMost(rows));
    }

    SheetReader within(Limits other) {
        return new SheetReader(format, other);
    }

    /**
     * Reads a file to its end; the caller closes it.
     *
     * @throws SheetRefused if it cannot be read as this format
     * @throws IOException  if the stream fails, which says nothing about the file
     */
    public SheetReading read(InputStream file, Consumer<SheetRow> rows) throws IOException {
        return read(limits.allOf(file), rows);
    }

    /** The same for a file that is already in memory. */
    public SheetReading read(byte[] file, Consumer<SheetRow> rows) {
        limits.requireFile(file.length);
        try (var book = Books.open(file, format, limits)) {
            return new SheetPass(SheetChoice.in(book, format), limits).read(rows);
        }
    }
}
