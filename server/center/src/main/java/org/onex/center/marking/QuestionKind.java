package org.onex.center.marking;

/** What sort of question something is (题型), and so how it is scored. Named as in the answer key. */
enum QuestionKind {
    /** 单选. */
    SINGLE,
    /** 多选. */
    MULTIPLE,
    /** 判断. */
    JUDGE,
    /** 数据分析: a number. */
    DATA_ANALYSIS,
    /** 图文写作: a text, scored by people. */
    WRITING
}
