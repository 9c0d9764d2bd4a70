package org.onex.contract.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything a node knows of one candidate's run at a subject (答卷文件), sent to the centre after the exam: the journal as it came, what was
 * seen, and the receipts that the candidate got. Holds no name, no ticket and no ID number. How it is signed, sealed and sent is
 * {@code docs/return-protocol.md}.
 *
 * @param format       version of this record; 1
 * @param version      of the bundle that was installed
 * @param form         of the paper
 * @param extraMinutes given by invigilators
 * @param journal      complete, in the order of epoch and sequence number
 * @param receipts     one per revision, the first one first
 */
public record ScriptFile(
        int format,
        UUID bundle,
        int version,
        UUID attempt,
        UUID session,
        String form,
        Instant startedAt,
        Instant deadline,
        int extraMinutes,
        List<Device> devices,
        List<Entry> journal,
        List<Event> events,
        List<Receipt> receipts) {

    /** The format that is written today. */
    public static final int FORMAT = 1;

    /** What a script file is sealed for, before the attempt's id. */
    public static final String PURPOSE = "onex-return-script-v1 ";

    public ScriptFile {
        devices = List.copyOf(devices);
        journal = List.copyOf(journal);
        events = List.copyOf(events);
        receipts = List.copyOf(receipts);
    }

    /**
     * A machine that owned the run, from a sign-in to the take-over by the next.
     *
     * @param durableSeq up to which entry everything of it was acknowledged
     */
    public record Device(int epoch, long durableSeq, Instant since) {}

    /** What an entry is good for. */
    public enum Standing {
        COUNTS,
        /** It came after the script was handed in. */
        LATE,
        /** It came from a machine that no longer owned the run. */
        EVIDENCE
    }

    /**
     * One change of one answer.
     *
     * @param value empty for no answer
     * @param at    when the machine says that it was written
     */
    public record Entry(
            int epoch, long seq, String item, String value, Instant at, Instant receivedAt, Standing standing) {}

    /** Something seen at the screen; evidence, never a verdict. */
    public record Event(int epoch, String kind, Instant at, Instant receivedAt) {}

    /** How a script was handed in. */
    public enum HandIn {
        CANDIDATE,
        /** By the node, at the deadline. */
        DEADLINE,
        /** By two invigilators. */
        FORCED,
        /** What came after one of the other three. */
        LATE_SYNC
    }

    /**
     * What was handed in.
     *
     * @param epoch    the owning epoch
     * @param lastSeq  the last entry of that epoch in this revision
     * @param answered how many items have an answer
     * @param hash     of the canonical bytes, 64 lower-case hexadecimal digits
     */
    public record Receipt(
            int revision, HandIn kind, Instant handedInAt, int epoch, long lastSeq, int answered, String hash) {}
}
