package org.onex.center.sheet;

/** How a spreadsheet names its cells: letters for columns, numbers for rows. */
final class CellName {

    /** More than any spreadsheet has; keeps a forged name from overflowing. */
    private static final int BEYOND = 1 << 24;

    private CellName() {}

    static String of(int row, int column) {
        return letters(column) + row;
    }

    /** A for 0, AA for 26. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** From 0; -1 if the name has no letters. */
    static int column(String name) {
        var column = 0;
        for (var i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            column = Math.min(BEYOND, column * 26 + (Character.toUpperCase(name.charAt(i)) - 'A' + 1));
        }
        return column - 1;
    }

    /** From 1; 0 if the name has no number. */
    static int row(String name) {
        var row = 0;
        for (var i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
                row = Math.min(BEYOND, row * 10 + (name.charAt(i) - '0'));
            }
        }
        return row;
    }
}
