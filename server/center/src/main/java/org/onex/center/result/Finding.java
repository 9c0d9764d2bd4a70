package org.onex.center.result;

/** What an awarding body decides on something that invigilators wrote down (违规认定). */
enum Finding {
    /** Nothing follows from it. */
    DISMISSED,
    /** The subject has no score (本科目成绩无效). */
    SUBJECT_VOID,
    /** No subject of the registration has one (全部科目成绩无效). */
    ALL_VOID
}
