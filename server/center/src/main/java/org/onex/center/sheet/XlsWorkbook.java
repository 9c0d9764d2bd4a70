package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordInputStream;

/** What all sheets of an .xls share: their list, the texts, how numbers are shown. */
final class XlsWorkbook extends XlsRecords {

    /** What one of them takes as an object, in its own sizes. */
    private static final long ROOM_FOR_FORMATS = 4;

    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private final Kept kept = new Kept();
    private final SharedStrings strings = new SharedStrings(kept);
    private final List<Book.Tab> tabs = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private boolean from1904;

    XlsWorkbook() {
        super(BOFRecord.TYPE_WORKBOOK);
    }

    @Override
    short take(Record record) {
        formats.processRecord(record);
        switch (record) {
            case BoundSheetRecord sheet -> {
                tabs.add(new Book.Tab(
                        tabs.size(), kept.text(sheet.getSheetname()), sheet.isHidden() || sheet.isVeryHidden()));
                positions.add(sheet.getPositionOfBof());
            }
            case FormatRecord format -> kept.text(format.getFormatString());
            case ExtendedFormatRecord format -> kept.add(format.getRecordSize() * ROOM_FOR_FORMATS);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            default -> {}
        }
        return GO_ON;
    }

    @Override
    void takeTexts(RecordInputStream texts) {
        new Texts(texts).addTo(strings);
    }

    List<Book.Tab> tabs() {
        return List.copyOf(tabs);
    }

    /** Where in the file a sheet begins. */
    int position(Book.Tab tab) {
        return positions.get(tab.index());
    }

    RawCell text(int index) {
        return RawCell.of(strings.get(index));
    }

    RawCell number(CellValueRecordInterface place, double number) {
        var id = formats.getFormatIndex(place);
        var code = formats.getFormatString(place);
        return NumberStyle.of(id, code == null ? "" : NumberStyle.shortened(code))
                .cell(number, from1904);
    }

    /** The list of texts of an .xls, read one by one: the library makes all of them objects, also those that are only claimed to be there. */
    private record Texts(RecordInputStream record) {

        private static final int WIDE = 1;
        private static final int WITH_READING_AID = 4;
        private static final int WITH_FONTS = 8;
        private static final int FONT = 4;

        void addTo(SharedStrings strings) {
            record.readInt(); // How often they are used.
            for (var left = record.readInt(); left > 0 && hasMore(); left--) {
                strings.add(next());
            }
        }

        private boolean hasMore() {
            return record.available() > 0 || (record.hasNextRecord() && record.getNextSid() == ContinueRecord.sid);
        }

        private String next() {
            var length = record.readUShort();
            var flags = record.readByte();
            var behind = (flags & WITH_FONTS) == 0 ? 0L : (long) FONT * record.readUShort();
            behind += (flags & WITH_READING_AID) == 0 ? 0 : Math.max(0, record.readInt());
            var text = (flags & WIDE) == 0 ? record.readCompressedUnicode(length) : record.readUnicodeLEString(length);
            for (; behind > 0; behind--) {
                record.readByte();
            }
            return text;
        }
    }
}
