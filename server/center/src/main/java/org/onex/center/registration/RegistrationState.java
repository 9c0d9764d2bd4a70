package org.onex.center.registration;

/** How far a registration is. */
enum RegistrationState {
    /** 已报考: it may still be changed or withdrawn. */
    OPEN,
    /** 已截止: the deadline is over and it stays. */
    FROZEN,
    /** 已退考: taken back before the deadline. */
    WITHDRAWN
}
