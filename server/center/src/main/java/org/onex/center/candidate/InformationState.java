package org.onex.center.candidate;

/** Whether what is known of a candidate suffices for an entry (信息状态; 004 §二.3). */
public enum InformationState {
    /** 信息不全: something that must be known is missing. */
    INCOMPLETE,
    /** 缺照片. */
    PHOTO_MISSING,
    /** 信息待认证: the identity service has not answered yet. */
    PENDING,
    /** 需人工确认: name and number do not belong together by its answer; the college confirms with evidence or corrects. */
    DOUBTFUL,
    /** 信息准确: may be entered for an exam; the name is locked. */
    ACCURATE
}
