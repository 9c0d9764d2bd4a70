package org.onex.center.script;

/** What there can be to doubt about a script (疑点). */
enum Doubt {
    /** It was handed in without a single answer. */
    EMPTY,
    /** Facts {@code revisions}, {@code counts}: answers came after it was handed in. */
    LATE,
    /** Facts {@code nodes}: two exam servers have sent different scripts. */
    TWO_SCRIPTS,
    /** Facts {@code node}, {@code reason}: a file of it cannot be taken. */
    REFUSED,
    /** Facts {@code node}, {@code present}, {@code outcome}: the invigilators saw something else than the exam server. */
    SAYS_OTHERWISE;

    /** Whether somebody says what counts. */
    boolean isDecided() {
        return this == LATE || this == TWO_SCRIPTS;
    }
}
