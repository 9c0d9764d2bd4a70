package org.onex.rehearsal.printing;

/** What is printed (考试物料), as the API calls it. */
enum PrintKind {
    TICKET,
    SIGN_IN_SHEET,
    DESK_LABEL,
    DOOR_NOTICE
}
