package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;

/** What all sheets of an .xls share: their list, the texts, how numbers are shown. */
final class XlsWorkbook extends XlsRecords {

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
                tabs.add(new Book.Tab(tabs.size(), sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden()));
                positions.add(sheet.getPositionOfBof());
            }
            case SSTRecord texts -> {
                for (var i = 0; i < texts.getNumUniqueStrings(); i++) {
                    strings.add(texts.getString(i).getString());
                }
            }
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            default -> {}
        }
        return GO_ON;
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
        return NumberStyle.of(id, code == null ? "" : code).cell(number, from1904);
    }
}
