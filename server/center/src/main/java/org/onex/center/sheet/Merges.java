package org.onex.center.sheet;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells that touch one column, followed from top to bottom.
 *
 * <p>A spreadsheet keeps the value of merged cells in the first of them and nothing in the others. Downwards the author plainly meant it for
 * every row, so each gets it; sideways two columns claim one value, and nobody can know which. Neither is done in silence.
 */
final class Merges {

    static final Merges NONE = new Merges(-1, List.of());

    private final int column;
    private final List<MergedCells> touching;
    private int begun;
    private @Nullable MergedCells current;
    private RawCell first = RawCell.BLANK;

    /** A cell's content, and the merged cells it was swallowed by, if it was. */
    record Found(RawCell cell, @Nullable MergedCells swallowedBy) {}

    private Merges(int column, List<MergedCells> touching) {
        this.column = column;
        this.touching = touching;
    }

    static Merges over(int column, List<MergedCells> all) {
        return new Merges(
                column,
                all.stream()
                        .filter(range -> range.firstColumn() <= column && column <= range.lastColumn())
                        .sorted(Comparator.comparingInt(MergedCells::firstRow))
                        .toList());
    }

    /** Has to be asked for every row, in order. */
    Found at(int row, RawCell cell) {
        var range = rangeAt(row);
        if (range == null || (row == range.firstRow() && column == range.firstColumn())) {
            first = cell;
            current = range;
            return new Found(cell, null);
        }
        if (!range.isDownwards() || !range.equals(current)) {
            return new Found(RawCell.BLANK, range);
        }
        return new Found(first, range);
    }

    private @Nullable MergedCells rangeAt(int row) {
        while (begun < touching.size() && touching.get(begun).firstRow() <= row) {
            begun++;
        }
        var nearest = begun == 0 ? null : touching.get(begun - 1);
        return nearest != null && nearest.covers(row, column) ? nearest : null;
    }
}
