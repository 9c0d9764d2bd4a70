package org.onex.rehearsal.result;

/** What is wrong with a centre that lies about results. */
enum Fault {
    PASSES_WITH_59,
    FAILS_WITH_60,
    CALLS_ABSENT_ZERO,
    LOSES_WHO_STAYED_AWAY,
    SCORES_WHAT_IS_VOID,
    ADDS_A_POINT,
    LISTS_NO_PROBLEM,
    APPROVES_WITH_PROBLEMS,
    ONE_APPROVES,
    SHOWS_EARLY,
    CLOSES_A_DAY_EARLY,
    SHOWS_OTHERS,
    TELLS_WHO_MIXES_UP,
    REVIEWS_ANY_TIME,
    KEEPS_THE_OLD_SCORE,
    CORRECTS_ALONE,
    CHANGES_WHAT_IS_FINAL
}
