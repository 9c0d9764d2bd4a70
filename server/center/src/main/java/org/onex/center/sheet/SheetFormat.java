package org.onex.center.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a spreadsheet of one kind looks like (表格格式): written as a title, notes, headings and rows below them, read wherever its headings are.
 *
 * @param title   what stands in the first row, which also names the sheet
 * @param notes   how to fill it in, one line each, in the second row
 * @param columns in the order in which they are written
 */
public record SheetFormat(String title, List<String> notes, List<SheetColumn> columns) {

    public SheetFormat {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        var taken = new HashSet<String>();
        columns.stream().flatMap(SheetFormat::headings).map(Headings::normal).forEach(heading -> {
            if (!taken.add(heading)) {
                throw new IllegalArgumentException("Two columns are headed " + heading);
            }
        });
        if (columns.stream().noneMatch(SheetColumn::required)) {
            throw new IllegalArgumentException(
                    "Without a required column nothing tells this sheet from another: " + title);
        }
    }

    static Stream<String> headings(SheetColumn column) {
        return Stream.concat(Stream.of(column.heading()), column.others().stream());
    }

    /** The texts of the template's example row; all empty if it has none. */
    List<String> example() {
        return columns.stream().map(SheetColumn::example).toList();
    }

    boolean hasExample() {
        return example().stream().anyMatch(text -> !text.isEmpty());
    }
}
