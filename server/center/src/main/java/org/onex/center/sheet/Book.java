package org.onex.center.sheet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** An opened file of whatever kind: sheets of rows, each readable from its beginning as often as needed. */
interface Book extends AutoCloseable {

    /** A sheet (工作表) of a book. */
    record Tab(int index, String name, boolean hidden) {}

    /**
     * What lies around the cells of a sheet.
     *
     * @param hiddenColumns from 0
     */
    record Frame(Set<Integer> hiddenColumns, List<MergedCells> merged) {

        static final Frame NONE = new Frame(Set.of(), List.of());
    }

    /** In the order of the file. */
    List<Tab> tabs();

    Frame frame(Tab tab);

    /** Hands over the rows with something in them, from the top, until somebody wants no more. */
    void read(Tab tab, Predicate<RawRow> wantsMore);

    @Override
    void close();
}
