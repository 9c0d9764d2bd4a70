package org.onex.center.sheet;

import java.util.BitSet;
import java.util.function.Predicate;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one sheet of an .xls together to rows. */
final class XlsRows extends XlsRecords {

    private final XlsWorkbook workbook;
    private final Predicate<RawRow> wantsMore;
    private final BitSet hidden = new BitSet();
    private @Nullable RawRow row;
    private @Nullable FormulaRecord awaitsText;
    private boolean takerFailed;
    private boolean stopped;

    XlsRows(XlsWorkbook workbook, Predicate<RawRow> wantsMore) {
        super(BOFRecord.TYPE_WORKSHEET);
        this.workbook = workbook;
        this.wantsMore = wantsMore;
    }

    @Override
    void end() {
        handOver();
    }

    @Override
    boolean takerFailed() {
        return takerFailed;
    }

    @Override
    short take(Record record) {
        switch (record) {
            case RowRecord shape -> hidden.set(shape.getRowNumber(), shape.getZeroHeight());
            case LabelSSTRecord text -> put(text, workbook.text(text.getSSTIndex()));
            case LabelRecord text -> put(text, RawCell.of(text.getValue()));
            case NumberRecord number -> put(number, workbook.number(number, number.getValue()));
            case RKRecord number -> put(number, workbook.number(number, number.getRKNumber()));
            case BoolErrRecord value -> put(value, boolOrError(value));
            case FormulaRecord formula -> put(formula);
            case StringRecord result -> put(result);
            case MulRKRecord numbers -> {
                for (var i = 0; i < numbers.getNumColumns(); i++) {
                    var number = new NumberRecord();
                    number.setRow(numbers.getRow());
                    number.setColumn((short) (numbers.getFirstColumn() + i));
                    number.setXFIndex(numbers.getXFAt(i));
                    put(number, workbook.number(number, numbers.getRKNumberAt(i)));
                }
            }
            default -> {}
        }
        return stopped ? STOP : GO_ON;
    }

    private void put(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            awaitsText = formula;
            return;
        }
        put(
                formula,
                switch (formula.getCachedResultTypeEnum()) {
                    case BOOLEAN -> truth(formula.getCachedBooleanValue());
                    case ERROR -> error(formula.getCachedErrorValue());
                    case NUMERIC -> workbook.number(formula, formula.getValue());
                    default -> RawCell.BLANK;
                });
    }

    private void put(StringRecord result) {
        if (awaitsText != null) {
            put(awaitsText, RawCell.of(result.getString()));
            awaitsText = null;
        }
    }

    private void put(CellValueRecordInterface place, RawCell cell) {
        var number = place.getRow() + 1;
        if (row == null || row.number() != number) {
            requireBehind(number);
            handOver();
            row = new RawRow(number, hidden.get(place.getRow()));
        }
        row.put(place.getColumn(), cell);
    }

    private void requireBehind(int number) {
        if (row != null && number < row.number()) {
            throw new IllegalStateException("Row " + number + " after row " + row.number());
        }
    }

    private void handOver() {
        try {
            stopped = stopped || (row != null && row.width() > 0 && !wantsMore.test(row));
        } catch (RuntimeException e) {
            takerFailed = true;
            throw e;
        } finally {
            row = null;
        }
    }

    private static RawCell boolOrError(BoolErrRecord value) {
        return value.isError() ? error(value.getErrorValue()) : truth(value.getBooleanValue());
    }

    private static RawCell error(int code) {
        return RawCell.error(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR");
    }

    private static RawCell truth(boolean value) {
        return RawCell.of(value ? "TRUE" : "FALSE");
    }
}
