package org.onex.center.catalog;

import java.util.Map;

/** A part of an examination that is sat and marked by itself (考试科目). */
public enum Subject {
    THEORY("理论"),
    PRACTICAL("实操");

    /** The subjects by the name that notices print. */
    public static final Map<String, Subject> BY_PRINTED_NAME =
            Map.of(THEORY.printed, THEORY, PRACTICAL.printed, PRACTICAL);

    private final String printed;

    Subject(String printed) {
        this.printed = printed;
    }

    public String printedName() {
        return printed;
    }
}
