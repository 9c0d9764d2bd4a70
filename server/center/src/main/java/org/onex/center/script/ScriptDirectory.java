package org.onex.center.script;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;

/** What other modules may ask about scripts that were returned. */
public interface ScriptDirectory {

    /** What somebody has to rule on. */
    Set<RecordFile.IncidentKind> GRAVE = Set.of(RecordFile.IncidentKind.DISCIPLINE, RecordFile.IncidentKind.CHEATING);

    /** Those of these that count. */
    List<ReturnedScript> counting(Collection<UUID> scripts);

    /**
     * The answers of the revision that counts, by item; none of them is empty. Proven anew by their hash.
     *
     * @throws IllegalArgumentException if no such script counts
     */
    Map<String, String> answers(UUID script);

    /** What became of these runs. Where nothing came that says it, there is none. */
    Map<UUID, Outcome> outcomes(Collection<UUID> scripts);

    /** What invigilators wrote down about these runs, each once, in the order in which it happened. */
    List<Incident> incidents(Collection<UUID> scripts);

    /** What invigilators wrote down in a plan's rooms, in the order in which it happened: those after this one. */
    List<Incident> incidents(String plan, @Nullable UUID after, int limit);

    /** One of them. */
    Optional<Incident> incident(String plan, UUID id);

    /** Of those of a plan on which somebody has to rule, because they were grave (违纪、作弊): without their words. */
    Set<UUID> graveIncidents(String plan);

    /** How many they are. */
    int countIncidents(String plan);

    /**
     * What became of runs of a plan, or what invigilators wrote down about them, may be something else than before: ask anew. Heard in the
     * transaction that changes it.
     *
     * @param plan its code
     */
    record OutcomesChanged(String plan) {}

    /** What became of a run (考试情况). */
    enum Outcome {
        /** Its script counts. */
        COUNTS,
        /** It was returned, and a person must decide what counts. */
        UNDECIDED,
        /** An exam server says that there is a script (已交卷), but none has come that proved itself. */
        HANDED_IN,
        /** Its candidate never signed in (缺考). */
        ABSENT,
        /** Its candidate signed in and never began. */
        NOT_STARTED
    }

    /**
     * What invigilators wrote down about a candidate (考场异常情况).
     *
     * @param facts      what was seen
     * @param statement  of the candidate; may be empty
     * @param superseded whether the newest record of the room does not hold it any more (记录已更正)
     */
    record Incident(
            UUID id,
            UUID script,
            RecordFile.IncidentKind kind,
            String facts,
            String statement,
            Instant at,
            boolean superseded) {}
}
