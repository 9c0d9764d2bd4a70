package org.onex.contract.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the rooms of a site in one slot (考场记录文件): what became of every attempt, who was seen, incidents, and what invigilators
 * did. Holds no name, no ticket and no ID number. How it is signed, sealed and sent is {@code docs/return-protocol.md}.
 *
 * @param format   version of this record; 1
 * @param version  of the bundle that was installed
 * @param number   counts the records of a bundle at a node; a newer one takes the place of an older one
 * @param attempts all of that version
 */
public record RecordFile(
        int format,
        UUID bundle,
        int version,
        int number,
        Instant madeAt,
        List<Attempt> attempts,
        List<Incident> incidents,
        List<Act> acts) {

    /** The format that is written today. */
    public static final int FORMAT = 1;

    /** What a record file is sealed for, before the bundle's id. */
    public static final String PURPOSE = "onex-return-record-v1 ";

    public RecordFile {
        attempts = List.copyOf(attempts);
        incidents = List.copyOf(incidents);
        acts = List.copyOf(acts);
    }

    /** What became of a run. */
    public enum Outcome {
        /** There is a script. */
        HANDED_IN,
        /** The candidate signed in and never began. */
        NOT_STARTED,
        /** The candidate never signed in (缺考). */
        ABSENT
    }

    /**
     * One candidate's run at a subject.
     *
     * @param revision   the newest of its script; null if there is none
     * @param attendance null if the invigilators wrote nothing down
     */
    public record Attempt(
            UUID attempt,
            UUID session,
            Outcome outcome,
            @Nullable Integer revision,
            @Nullable Attendance attendance) {}

    /**
     * What an invigilator saw (签到).
     *
     * @param number of the invigilator
     * @param note   may be empty
     */
    public record Attendance(boolean present, String number, Instant at, String note) {}

    /** What an incident is about. */
    public enum IncidentKind {
        /** 违纪. */
        DISCIPLINE,
        /** 作弊. */
        CHEATING,
        /** 设备故障. */
        EQUIPMENT,
        /** 身体不适. */
        HEALTH,
        OTHER
    }

    /**
     * Something that happened to or was done by a candidate; the awarding body decides what follows from it.
     *
     * @param facts     what was seen
     * @param statement what the candidate says; may be empty
     * @param number    of the invigilator
     * @param second    of the second one, where two are needed
     */
    public record Incident(
            UUID id,
            UUID attempt,
            IncidentKind kind,
            String facts,
            String statement,
            String number,
            @Nullable String second,
            Instant at) {}

    /** What sort of thing an invigilator did. */
    public enum ActKind {
        UNLOCK,
        EXTENSION,
        MESSAGE,
        /** Handed in for the candidate. */
        HAND_IN
    }

    /**
     * What an invigilator did for a candidate or to one.
     *
     * @param second  number of the second person, where two are needed
     * @param minutes of an extension
     * @param reason  or the message itself
     */
    public record Act(
            UUID id,
            UUID attempt,
            ActKind kind,
            String number,
            @Nullable String second,
            @Nullable Integer minutes,
            String reason,
            Instant at) {}
}
