package org.onex.center.intake;

/** How many rows are new, change something, say nothing new, or cannot be entered. */
public record IntakeCounts(int added, int changed, int unchanged, int bad) {

    static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0);

    int toEnter() {
        return added + changed;
    }

    int all() {
        return added + changed + unchanged + bad;
    }
}
