package org.onex.center.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a notice file, and exactly where.
 *
 * @param line  counted from 1
 * @param field path of the field, {@code plans[0].stages[2].from}; null for a file that is not YAML at all
 * @param rule  the rule that is broken: {@code date-iso}, {@code unknown-field} …
 * @param facts what the sentence needs, for example the value
 */
record NoticeProblem(String file, int line, @Nullable String field, Rule rule, Map<String, Object> facts) {

    /** What a notice file must keep to. */
    enum Rule {
        YAML,
        TOO_LARGE,
        UNKNOWN_FIELD,
        DUPLICATE_FIELD,
        MISSING,
        NOT_A_MAPPING,
        NOT_A_LIST,
        NOT_TEXT,
        EMPTY,
        DATE_ISO,
        TIME,
        NUMBER,
        MONEY,
        PIXELS,
        CHOICE,
        RULE_SYNTAX,
        RULE_NEEDS_ANCHOR,
        CALENDAR_YEAR_UNKNOWN,
        ORIGIN_MISSING,
        ORIGIN_TWICE,
        READING_NEEDS_REASON,
        UNKNOWN_QUALIFICATION,
        UNKNOWN_AWARDING_BODY,
        FOREIGN_QUALIFICATION,
        CODE_FORM,
        LEVEL_WITHOUT_SCHEME,
        SUBJECTS_OF_SCHEME,
        CLOSES_BEFORE_OPENS,
        TO_BEFORE_FROM,
        DEADLINE_AFTER_EXAM,
        REPEATED
    }
}
