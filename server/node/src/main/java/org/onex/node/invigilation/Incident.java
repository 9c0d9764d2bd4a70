package org.onex.node.invigilation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile.IncidentKind;

/**
 * Something that happened to or was done by a candidate (异常情况); the awarding body decides what follows from it.
 *
 * @param room      where it happened
 * @param facts     what was seen
 * @param statement what the candidate says; may be empty
 * @param number    of the invigilator
 * @param second    of the second one, where there is one
 */
record Incident(
        UUID attempt,
        String room,
        IncidentKind kind,
        String facts,
        String statement,
        String number,
        @Nullable String second) {

    /** What may cost a candidate the examination is seen by two people. */
    private static final Set<IncidentKind> OF_TWO_PEOPLE = Set.of(IncidentKind.DISCIPLINE, IncidentKind.CHEATING);

    /**
     * @throws InvigilationRefused if a second person is needed and there is none
     */
    void requireWitnessed() {
        if (second == null && OF_TWO_PEOPLE.contains(kind)) {
            throw InvigilationRefused.of(InvigilationRefused.Code.SECOND_PERSON);
        }
    }
}
