package org.onex.center.plan;

/**
 * How far a plan has come (计划状态). Publishing opens registration; the clock closes it and starts the examination. Two people approve the marks,
 * and from then on the clock opens and closes their publicity.
 */
enum Phase {
    /** 草稿. */
    DRAFT,
    /** 报名中: published, and the last day of registration is not over. */
    OPEN,
    /** 报名截止: the set is closed and nobody has sat yet. */
    CLOSED,
    /** 考试中: between the first opening and the last closing of a window. */
    RUNNING,
    /** 成绩登记中: everybody has sat. */
    MARKING,
    /** 成绩公示中: the marks are approved, and their window is open. */
    PUBLICITY,
    /** 已结束: the window is over. */
    FINISHED
}
