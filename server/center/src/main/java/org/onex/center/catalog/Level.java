package org.onex.center.catalog;

import java.util.Map;

/** How demanding a qualification is (等级). Ordered from the lowest. */
public enum Level {
    ELEMENTARY(1, "初级"),
    INTERMEDIATE(2, "中级"),
    ADVANCED(3, "高级");

    /** The levels by the name that notices and spreadsheets print. */
    public static final Map<String, Level> BY_PRINTED_NAME =
            Map.of(ELEMENTARY.printed, ELEMENTARY, INTERMEDIATE.printed, INTERMEDIATE, ADVANCED.printed, ADVANCED);

    private final int number;
    private final String printed;

    Level(int number, String printed) {
        this.number = number;
        this.printed = printed;
    }

    /** Its place from the bottom, as in certificate numbers: 1, 2 or 3. */
    public int number() {
        return number;
    }

    public String printedName() {
        return printed;
    }
}
