package org.onex.center.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a level is examined (考核方案): its subjects in order, and when somebody has passed. Schemes are never changed; a change is a new
 * version, so a plan keeps the one it was published with.
 */
record Scheme(Level level, int version, List<SchemeSubject> subjects, PassRule passRule) {

    /**
     * @param minutes how long it lasts; null where the scheme leaves it to the plan's window
     */
    record SchemeSubject(
            Subject subject, int fullMarks, @Nullable Integer minutes) {}

    /** When somebody has passed (合格标准): every subject at least this many marks. */
    record PassRule(int eachAtLeast) {}

    Scheme {
        CatalogRefused.require(!subjects.isEmpty(), "subjects");
        var seen = new HashSet<Subject>();
        for (var subject : subjects) {
            CatalogRefused.require(seen.add(subject.subject()), "subjects");
            CatalogRefused.require(subject.fullMarks() >= 1 && subject.fullMarks() <= 1000, "fullMarks");
            var minutes = subject.minutes();
            CatalogRefused.require(minutes == null || (minutes >= 1 && minutes <= 600), "minutes");
            CatalogRefused.require(
                    passRule.eachAtLeast() >= 0 && passRule.eachAtLeast() <= subject.fullMarks(), "passRule");
        }
        subjects = List.copyOf(subjects);
    }

    SchemeOutline outline() {
        return new SchemeOutline(
                version,
                subjects.stream().map(SchemeSubject::subject).toList(),
                subjects.stream().collect(Collectors.toMap(SchemeSubject::subject, SchemeSubject::fullMarks)),
                passRule.eachAtLeast());
    }

    boolean saysTheSameAs(Scheme other) {
        return level == other.level && subjects.equals(other.subjects) && passRule.equals(other.passRule);
    }
}
