package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.jspecify.annotations.Nullable;

/** Goes through the records of an .xls: first those of the whole workbook, then those of each sheet. Charts within are passed over. */
abstract class XlsRecords extends AbortableHSSFListener {

    static final short GO_ON = 0;
    static final short STOP = 1;

    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private boolean from1904;
    private int depth;
    private int part = -1;
    private boolean worksheet;

    /** One record of a sheet, given by its place among all of them. */
    abstract short record(int sheet, Record record);

    /** There are no more records. */
    void end() {}

    /** Whether it was the rows' taker who threw; that says nothing about the file. */
    boolean takerFailed() {
        return false;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        if (record instanceof BOFRecord beginning) {
            if (depth++ == 0) {
                part++;
                worksheet = beginning.getType() == BOFRecord.TYPE_WORKSHEET;
            }
        } else if (record instanceof EOFRecord) {
            depth--;
        } else if (part == 0) {
            keep(record);
        } else if (depth == 1 && worksheet) {
            return record(sheetOfPart(), record);
        }
        return GO_ON;
    }

    private void keep(Record record) {
        formats.processRecord(record);
        switch (record) {
            case BoundSheetRecord sheet -> sheets.add(sheet);
            case SSTRecord texts -> strings = texts;
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            default -> {}
        }
    }

    /** Sheets are listed in the order people see them and follow in the order of their positions. */
    private int sheetOfPart() {
        return sheets.indexOf(BoundSheetRecord.orderByBofPosition(sheets)[part - 1]);
    }

    List<Book.Tab> tabs() {
        var tabs = new ArrayList<Book.Tab>();
        for (var sheet : sheets) {
            tabs.add(new Book.Tab(tabs.size(), sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden()));
        }
        return List.copyOf(tabs);
    }

    String string(int index) {
        if (strings == null) {
            throw new IllegalStateException("A cell refers to texts that the file lacks");
        }
        return strings.getString(index).getString();
    }

    boolean from1904() {
        return from1904;
    }

    FormatTrackingHSSFListener formats() {
        return formats;
    }
}
