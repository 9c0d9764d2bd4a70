package org.onex.center.paper;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in the file of an item bank, and exactly where.
 *
 * @param line  counted from 1
 * @param field path of the field, {@code items[3].options}; null for a file that is not YAML at all
 * @param facts what the sentence needs, for example the value
 */
record BankProblem(String file, int line, @Nullable String field, Rule rule, Map<String, Object> facts) {

    /** What the file of an item bank must keep to. */
    enum Rule {
        YAML,
        TOO_LARGE,
        /** A character that no database stores and no screen shows. */
        UNSTORABLE,
        UNKNOWN_FIELD,
        DUPLICATE_FIELD,
        MISSING,
        NOT_A_MAPPING,
        NOT_A_LIST,
        NOT_TEXT,
        EMPTY,
        TOO_LONG,
        NUMBER,
        CHOICE,
        CODE_FORM,
        REPEATED,
        UNKNOWN_QUALIFICATION,
        FOREIGN_QUALIFICATION,
        LEVEL_WITHOUT_SCHEME,
        /** A blueprint for a subject that the scheme does not have. */
        SUBJECT_NOT_IN_SCHEME,
        UNKNOWN_SKILL,
        /** Wrong in number, or not keyed A, B, C … */
        OPTIONS,
        /** Not among the options, too few, or not in ascending order. */
        ANSWER,
        /** Tasks of one type are drawn for each other and must be worth the same. */
        TASK_POINTS_DIFFER,
        /** The bank has fewer questions of a type than a blueprint wants. */
        TOO_FEW,
        /** A subject is out of 100. */
        POINTS_SUM
    }
}
