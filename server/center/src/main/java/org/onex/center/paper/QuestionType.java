package org.onex.center.paper;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What sort of question something is (题型): an item that is answered by a choice, or a task. */
enum QuestionType {
    /** 单选: exactly one of four. */
    SINGLE("S", 4, 4),
    /** 多选: two or more of four to six. */
    MULTIPLE("M", 4, 6),
    /** 判断: right or wrong. */
    JUDGE("J", 0, 0),
    /** 数据分析: numbers worked out from material, scored by rule. */
    DATA_ANALYSIS("D", 0, 0),
    /** 图文写作: a text, scored by people with a rubric. */
    WRITING("W", 0, 0);

    private final String letter;
    private final int fewestOptions;
    private final int mostOptions;

    QuestionType(String letter, int fewestOptions, int mostOptions) {
        this.letter = letter;
        this.fewestOptions = fewestOptions;
        this.mostOptions = mostOptions;
    }

    /** With which the ids of such questions begin. */
    String letter() {
        return letter;
    }

    boolean isItem() {
        return this == SINGLE || this == MULTIPLE || this == JUDGE;
    }

    boolean mayHaveOptions(int count) {
        return count >= fewestOptions && count <= mostOptions;
    }

    int fewestOptions() {
        return fewestOptions;
    }

    int mostOptions() {
        return mostOptions;
    }

    static Map<String, QuestionType> all() {
        return named(true, true);
    }

    static Map<String, QuestionType> items() {
        return named(true, false);
    }

    static Map<String, QuestionType> tasks() {
        return named(false, true);
    }

    private static Map<String, QuestionType> named(boolean items, boolean tasks) {
        var named = new LinkedHashMap<String, QuestionType>();
        Arrays.stream(values())
                .filter(type -> type.isItem() ? items : tasks)
                .forEach(type -> named.put(type.name(), type));
        return named;
    }
}
