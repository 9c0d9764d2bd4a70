package org.onex.rehearsal.sitting;

/** How somebody takes part in a real exam. */
enum Role {
    ON_TIME,
    LATE,
    TOO_LATE,
    ABSENT;

    private static final int ROUND = 10;

    /** Of ten people one comes late, one too late and one not at all. */
    static Role of(int number) {
        return switch (number % ROUND) {
            case 3 -> LATE;
            case 6 -> TOO_LATE;
            case 8 -> ABSENT;
            default -> ON_TIME;
        };
    }

    boolean sits() {
        return this == ON_TIME || this == LATE;
    }
}
