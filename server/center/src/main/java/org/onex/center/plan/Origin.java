package org.onex.center.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where a value of a notice comes from. Nothing in a notice stands without it, so that nobody takes our reading for the awarding body's
 * word.
 *
 * @param section the section of the document, where it is printed or its rule is
 * @param reason  why it is assumed
 */
record Origin(Kind kind, @Nullable String section, @Nullable String reason) {

    /** How we know. */
    enum Kind {
        /** The document says so. */
        PRINTED,
        /** It follows from a rule that the document prints. */
        RULE,
        /** The document does not say so; somebody decided. */
        ASSUMED
    }

    static Origin printed(String section) {
        return new Origin(Kind.PRINTED, section, null);
    }

    static Origin assumed(String reason) {
        return new Origin(Kind.ASSUMED, null, reason);
    }

    /** The origin of a date that is not printed itself but computed from a rule with this origin. */
    Origin ofComputed() {
        return kind == Kind.PRINTED ? new Origin(Kind.RULE, section, null) : this;
    }
}
