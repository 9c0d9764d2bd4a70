package org.onex.rehearsal.sitting;

/** How somebody takes part in a real exam. */
enum Role {
    ON_TIME,
    LATE,
    TOO_LATE,
    ABSENT;

    boolean sits() {
        return this == ON_TIME || this == LATE;
    }
}
