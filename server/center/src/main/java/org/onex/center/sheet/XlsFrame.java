package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;

/** Looks for what lies around the cells of one sheet of an .xls. */
final class XlsFrame extends XlsRecords {

    private final Set<Integer> hidden = new HashSet<>();
    private final List<MergedCells> merged = new ArrayList<>();

    private final Kept room = new Kept();

    XlsFrame() {
        super(BOFRecord.TYPE_WORKSHEET);
    }

    @Override
    short take(Record record) {
        if (record instanceof ColumnInfoRecord columns && isHidden(columns)) {
            var last = Math.min(columns.getLastColumn(), RawRow.MOST_COLUMNS);
            for (var column = columns.getFirstColumn(); column <= last; column++) {
                hidden.add(column);
            }
        } else if (record instanceof MergeCellsRecord areas) {
            for (var i = 0; i < areas.getNumAreas(); i++) {
                var area = areas.getAreaAt(i);
                room.add(MergedCells.ROOM);
                merged.add(new MergedCells(
                        area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn()));
            }
        }
        return GO_ON;
    }

    private static boolean isHidden(ColumnInfoRecord columns) {
        return columns.getHidden() || columns.getColumnWidth() == 0;
    }

    Book.Frame frame() {
        return new Book.Frame(Set.copyOf(hidden), List.copyOf(merged));
    }
}
