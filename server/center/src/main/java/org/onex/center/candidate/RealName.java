package org.onex.center.candidate;

/** What is known of whether a name and an ID number belong together (实名认证). */
enum RealName {
    UNKNOWN,
    DOUBTFUL,
    CONFIRMED
}
