package org.onex.center.sheet;

import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;

/** Goes through the records of one part of an .xls, its workbook or one of its sheets, and stops behind it. Charts within are passed over. */
abstract class XlsRecords extends AbortableHSSFListener {

    static final short GO_ON = 0;
    static final short STOP = 1;

    private final int type;
    private int depth;

    XlsRecords(int type) {
        this.type = type;
    }

    abstract short take(Record record);

    /** There are no more records. */
    void end() {}

    /** Whether it was the rows' taker who threw; that says nothing about the file. */
    boolean takerFailed() {
        return false;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        if (record instanceof BOFRecord beginning) {
            return depth++ == 0 && beginning.getType() != type ? STOP : GO_ON;
        }
        if (record instanceof EOFRecord) {
            return --depth == 0 ? STOP : GO_ON;
        }
        return depth == 1 ? take(record) : GO_ON;
    }
}
