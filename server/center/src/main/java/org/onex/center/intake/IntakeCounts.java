package org.onex.center.intake;

/** How many rows are new, change something, say nothing new, or cannot be entered. */
public record IntakeCounts(int added, int changed, int unchanged, int bad) {

    static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0);

    /** What people are told that entering does. */
    int toEnter() {
        return added + changed;
    }

    /** Those that entering goes through. */
    int good() {
        return added + changed + unchanged;
    }

    int all() {
        return added + changed + unchanged + bad;
    }
}
