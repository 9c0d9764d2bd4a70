package org.onex.rehearsal.people;

import java.util.List;

/** In what form a college sends its roster. */
public enum RosterForm {
    /** The downloaded template filled in, its example left where it was. */
    TEMPLATE("学生信息导入模板.xlsx", 3, 1),
    /** What an old program exports. */
    GBK_CSV("学生名单.csv", 1, 0),
    /** Out of another system: other names for the headings, in another order, with a column of its own. */
    REORDERED("教务系统导出.xlsx", 1, 0),
    /** With a hidden sheet of people who have left. */
    HIDDEN_SHEET("全校名单.xlsx", 1, 0),
    /** Blanks, full-width digits, a lower-case x, short words. */
    AS_PEOPLE_WRITE("名单 最终版(2).xlsx", 2, 0),
    /** A workbook of today under a name of yesterday. */
    MISNAMED("名单.xls", 1, 0);

    private final String fileName;
    private final int headingRow;
    private final int examples;

    RosterForm(String fileName, int headingRow, int examples) {
        this.fileName = fileName;
        this.headingRow = headingRow;
        this.examples = examples;
    }

    static RosterForm of(int college) {
        return List.of(values()).get(college % values().length);
    }

    String fileName() {
        return fileName;
    }

    /** From 1. */
    int headingRow() {
        return headingRow;
    }

    /** How many rows below the headings are nobody. */
    int examples() {
        return examples;
    }

    boolean isWorkbook() {
        return this != GBK_CSV;
    }
}
