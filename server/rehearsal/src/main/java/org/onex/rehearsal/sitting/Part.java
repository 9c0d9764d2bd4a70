package org.onex.rehearsal.sitting;

/** What somebody does on the day of the exam (演练角色), decided beforehand, so that whatever has to be seen is seen in every rehearsal. */
enum Part {
    /** Knows both subjects and leaves nothing wrong: passes. */
    LEARNED(Role.ON_TIME),
    /** The same, but comes when the others have begun. */
    LEARNED_LATE(Role.LATE),
    /** Answers something, and passes by luck only. */
    TRIES(Role.ON_TIME),
    /** Is caught with notes, and admits it. */
    CHEATS(Role.ON_TIME),
    /** Stays with the first subject until the end, though their machine breaks. */
    STAYS(Role.ON_TIME),
    /** Goes home early: the invigilators hand in. */
    HANDED_IN_FOR(Role.ON_TIME),
    TOO_LATE(Role.TOO_LATE),
    ABSENT(Role.ABSENT),
    /** Does not come, and somebody else is taken for them, which is never put right. */
    TAKEN_FOR_ANOTHER(Role.ABSENT);

    private final Role role;

    Part(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    boolean passes() {
        return this == LEARNED || this == LEARNED_LATE;
    }

    /** Whether they sit the second subject too, if there is one. */
    boolean goesOn() {
        return role.sits() && this != STAYS && this != HANDED_IN_FOR;
    }
}
