package org.onex.center.sheet;

import java.util.List;

/**
 * One row below the headings (数据行), as the file has it: nothing is corrected, only the blanks around each text are gone.
 *
 * @param number   as the spreadsheet counts, from 1
 * @param hidden   people do not see it when they open the file
 * @param columns  those of the format, in its order
 * @param texts    one per column; empty where the cell is blank or the file lacks the column
 * @param problems in the order of the columns
 */
public record SheetRow(
        int number, boolean hidden, List<SheetColumn> columns, List<String> texts, List<SheetProblem> problems) {

    public SheetRow {
        if (columns.size() != texts.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, " + texts.size() + " texts");
        }
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
    }

    public String text(SheetColumn column) {
        return text(column.heading());
    }

    /**
     * @param heading of a column as the format has it
     * @throws IllegalArgumentException if the format has no such column
     */
    public String text(String heading) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).heading().equals(heading)) {
                return texts.get(i);
            }
        }
        throw new IllegalArgumentException(heading);
    }

    /** Never the texts: they are people, and records end up in logs. */
    @Override
    public String toString() {
        return "SheetRow[" + number + ", " + problems.size() + " problems]";
    }
}
