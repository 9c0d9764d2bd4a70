package org.onex.center.sheet;

import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactory;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;

/**
 * Goes through the records of one part of an .xls, its workbook or one of its sheets, and stops behind it. Charts within are passed over, and
 * so are records that nobody here needs: what they claim to hold is never made room for.
 */
abstract class XlsRecords {

    static final short GO_ON = 0;
    static final short STOP = 1;

    private static final Set<Short> NEEDED = Set.of(
            BOFRecord.sid,
            EOFRecord.sid,
            BoundSheetRecord.sid,
            DateWindow1904Record.sid,
            FormatRecord.sid,
            ExtendedFormatRecord.sid,
            ColumnInfoRecord.sid,
            MergeCellsRecord.sid,
            RowRecord.sid,
            LabelSSTRecord.sid,
            LabelRecord.sid,
            NumberRecord.sid,
            RKRecord.sid,
            MulRKRecord.sid,
            BoolErrRecord.sid,
            FormulaRecord.sid,
            StringRecord.sid);

    private final int type;
    private int depth;

    XlsRecords(int type) {
        this.type = type;
    }

    abstract short take(Record record);

    /** The list of texts, which is as long as all sheets together and therefore never a record as a whole. */
    void takeTexts(RecordInputStream texts) {}

    /** There are no more records. */
    void end() {}

    /** Whether it was the rows' taker who threw; that says nothing about the file. */
    boolean takerFailed() {
        return false;
    }

    void read(RecordInputStream records) {
        var next = GO_ON;
        while (next == GO_ON && records.hasNextRecord()) {
            records.nextRecord();
            next = readOne(records);
        }
        end();
    }

    private short readOne(RecordInputStream records) {
        var kind = records.getSid();
        if (NEEDED.contains(kind)) {
            return within(RecordFactory.createSingleRecord(records));
        }
        if (kind == FilePassRecord.sid) {
            throw SheetRefused.of(SheetRefused.Code.ENCRYPTED);
        }
        if (kind == SSTRecord.sid && depth == 1) {
            takeTexts(records);
        }
        records.readRemainder();
        return GO_ON;
    }

    private short within(Record record) {
        if (record instanceof BOFRecord beginning) {
            return depth++ == 0 && beginning.getType() != type ? STOP : GO_ON;
        }
        if (record instanceof EOFRecord) {
            return --depth == 0 ? STOP : GO_ON;
        }
        return depth == 1 ? take(record) : GO_ON;
    }
}
