package org.onex.center.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a text with separators, of which one record may take only so many. The parser builds each record whole, and one whose
 * quote is never closed, or that consists of separators, would be the whole file.
 */
final class RecordText extends FilterReader {

    static final int LONGEST = 1 << 20;

    /** The parser reads ahead by half of this; what of it is a cell is told later. */
    static final int MOST_SEPARATORS = 1 << 14;

    private final char separator;
    private int length;
    private int separators;

    RecordText(Reader text, char separator) {
        super(text);
        this.separator = separator;
    }

    void beginRecord() {
        length = 0;
        separators = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int room) throws IOException {
        var read = super.read(buffer, offset, room);
        for (var i = offset; i < offset + read; i++) {
            if (buffer[i] == separator) {
                separators++;
            }
        }
        length += Math.max(0, read);
        if (length > LONGEST || separators > MOST_SEPARATORS) {
            throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
        }
        return read;
    }
}
