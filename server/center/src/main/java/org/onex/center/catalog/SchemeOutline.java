package org.onex.center.catalog;

import java.util.List;
import java.util.Map;

/**
 * What others need to know of a scheme.
 *
 * @param version     which one; schemes are never changed, only followed by another version
 * @param subjects    in the order in which they are sat
 * @param fullMarks   of each of them
 * @param eachAtLeast who has this many marks in every subject has passed (合格标准)
 */
public record SchemeOutline(int version, List<Subject> subjects, Map<Subject, Integer> fullMarks, int eachAtLeast) {

    public SchemeOutline {
        subjects = List.copyOf(subjects);
        fullMarks = Map.copyOf(fullMarks);
    }
}
