package org.onex.center.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row while a file is being read, whatever its kind. */
final class RawRow {

    /** Further to the right nobody looks: no format comes near, and a row must not cost what a sheet can be wide. */
    static final int MOST_COLUMNS = 512;

    private final int number;
    private final boolean hidden;
    private @Nullable RawCell[] cells = new RawCell[16];
    private int width;

    RawRow(int number, boolean hidden) {
        this.number = number;
        this.hidden = hidden;
    }

    void put(int column, RawCell cell) {
        if (column < 0 || column >= MOST_COLUMNS || cell.isBlank()) {
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        cells[column] = cell;
        width = Math.max(width, column + 1);
    }

    /** As the spreadsheet counts, from 1. */
    int number() {
        return number;
    }

    boolean hidden() {
        return hidden;
    }

    /** One more than the last column with something in it. */
    int width() {
        return width;
    }

    RawCell cell(int column) {
        var cell = column >= 0 && column < width ? cells[column] : null;
        return cell == null ? RawCell.BLANK : cell;
    }
}
