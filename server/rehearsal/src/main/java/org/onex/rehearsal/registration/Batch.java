package org.onex.rehearsal.registration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a college sends in one file.
 *
 * @param rows in the order of the file
 */
record Batch(Form form, List<Row> rows) {

    /** In what form a college sends it. */
    enum Form {
        /** The template, its example written over, as 004 prints it: data from row 4. */
        TEMPLATE("按证书批量导入报考.xlsx", 3, 0),
        /** The template with its example left where it was. */
        EXAMPLE_LEFT("报考模板(填好).xlsx", 3, 1),
        /** Headings and rows alone, a workbook of today under a name of yesterday. */
        PLAIN("报考.xls", 1, 0),
        /** What an old program exports. */
        GBK_CSV("报考名单.csv", 1, 0);

        private final String fileName;
        private final int headingRow;
        private final int examples;

        Form(String fileName, int headingRow, int examples) {
            this.fileName = fileName;
            this.headingRow = headingRow;
            this.examples = examples;
        }

        static Form of(int college) {
            return values()[college % values().length];
        }

        String fileName() {
            return fileName;
        }

        int headingRow() {
            return headingRow;
        }

        int examples() {
            return examples;
        }
    }

    /**
     * Every row of the wishes, and beside each the same thing once more with a mistake.
     *
     * @param turn shifts the mistakes, so that colleges make different ones
     */
    static Batch flawed(Form form, List<Row> wishes, int turn) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            if (wish.mistake() != null) {
                rows.add(wish);
            } else if (form == Form.GBK_CSV
                    && Row.RARE.matcher(wish.person().name()).find()) {
                rows.add(wish.with(RowMistake.LOST_CHARACTER, wish.style()));
            } else {
                rows.addAll(pair(wish, i + turn));
            }
        }
        return new Batch(form, List.copyOf(rows));
    }

    /** What is refused must not be in the way of what is not, so it comes first; only a repetition cannot. */
    private static List<Row> pair(Row wish, int turn) {
        var made = RowMistake.made();
        for (var i = 0; i < made.size(); i++) {
            var mistake = made.get((turn + i) % made.size());
            var wrong = wish.with(mistake, mistake == RowMistake.TWICE ? wish.style() : wish.style() + 1);
            if (mistake.written(wrong) != null) {
                return mistake.isRepetition() ? List.of(wish, wrong) : List.of(wrong, wish);
            }
        }
        return List.of(wish);
    }

    /** The number of a row as the spreadsheet counts. */
    int number(int index) {
        return form.headingRow() + form.examples() + index + 1;
    }

    /** The row with that number; null if there is none. */
    @Nullable Row at(int number) {
        var index = number - number(0);
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    List<Row> taken() {
        return rows.stream().filter(Row::isTaken).toList();
    }

    List<Row> refused() {
        return rows.stream().filter(row -> !row.isTaken()).toList();
    }
}
