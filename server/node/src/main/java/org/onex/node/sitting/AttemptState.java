package org.onex.node.sitting;

/** How far a candidate is (考生状态). */
public enum AttemptState {
    /** Not signed in yet (未登录). */
    EXPECTED,
    /** Signed in, not started (已登录). */
    ENTERED,
    /** Writing (答题中). */
    RUNNING,
    /** Handed in, by whomever (已交卷). */
    HANDED_IN
}
