package org.onex.center.sheet;

/** A rectangle of cells that were made one (合并单元格); rows from 1, columns from 0, both ends included. */
record MergedCells(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** Bytes to count for each, as every column of a format may keep it: some 200,000 are taken. */
    static final int ROOM = 160;

    /** Reads {@code D5:D9}. */
    static MergedCells parse(String range) {
        var colon = range.indexOf(':');
        var first = colon < 0 ? range : range.substring(0, colon);
        var last = colon < 0 ? range : range.substring(colon + 1);
        return new MergedCells(CellName.row(first), CellName.column(first), CellName.row(last), CellName.column(last));
    }

    boolean covers(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }

    boolean isDownwards() {
        return firstColumn == lastColumn;
    }

    @Override
    public String toString() {
        return CellName.of(firstRow, firstColumn) + ":" + CellName.of(lastRow, lastColumn);
    }
}
