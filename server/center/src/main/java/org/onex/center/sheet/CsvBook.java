package org.onex.center.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Text with separators (CSV), as spreadsheets and school systems export it. */
final class CsvBook implements Book {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';');
    private static final Tab ONLY = new Tab(0, "", false);

    /** How exports keep a spreadsheet from taking an ID number for a number: {@code ="340…"}. */
    private static final Pattern GUARDED = Pattern.compile("=\"([^\"]*)\"");

    private final Text text;
    private final char separator;
    private final CSVFormat syntax;

    private CsvBook(Text text, char separator) {
        this.text = text;
        this.separator = separator;
        this.syntax = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    /** The separator is the one that makes most of the format's headings appear. */
    static Book open(byte[] file, SheetFormat format) {
        var text = Text.of(file);
        return SEPARATORS.stream()
                .map(separator -> new CsvBook(text, separator))
                .max(Comparator.comparingInt(book -> book.matches(format)))
                .orElseThrow();
    }

    private int matches(SheetFormat format) {
        return SheetChoice.bestHeadings(this, ONLY, format)
                .map(Headings::matches)
                .orElse(0);
    }

    @Override
    public List<Tab> tabs() {
        return List.of(ONLY);
    }

    @Override
    public Frame frame(Tab tab) {
        return Frame.NONE;
    }

    @Override
    public void read(Tab tab, Predicate<RawRow> wantsMore) {
        try (var characters = new RecordText(text.reader(), separator);
                var parser = syntax.parse(characters)) {
            var records = parser.iterator();
            while (hasNext(records)) {
                characters.beginRecord();
                var row = row(records.next());
                if (row.width() > 0 && !wantsMore.test(row)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    /** Only here the parser meets what is wrong with the text; what the row's taker throws is no business of ours. */
    private static boolean hasNext(Iterator<CSVRecord> records) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    private static RawRow row(CSVRecord line) {
        var row = new RawRow(Math.toIntExact(line.getRecordNumber()), false);
        for (var column = 0; column < Math.min(line.size(), RawRow.MOST_COLUMNS); column++) {
            var guarded = GUARDED.matcher(line.get(column));
            row.put(column, RawCell.of(guarded.matches() ? guarded.group(1) : line.get(column)));
        }
        return row;
    }

    @Override
    public void close() {
        // Everything is in memory.
    }

    /**
     * The characters of a text with separators, of which one record may take only so many. The parser builds each record whole, and one whose
     * quote is never closed, or that consists of separators, would be the whole file.
     */
    private static final class RecordText extends FilterReader {

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
}
