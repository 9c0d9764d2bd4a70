package org.onex.contract.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything a site needs for one session (场次) of one subject: who sits where, which paper, from when to when, and who keeps the room.
 * Holds no answer key and no readable ID number.
 *
 * @param format      version of this record; 1
 * @param session     identity of the session; installing it again replaces nothing
 * @param exam        what is printed above the exam
 * @param hours       when it takes place
 * @param idHashKey   key of the candidates' {@link Seating#idHash()}, Base64
 * @param papers      the sealed papers, one per form
 * @param seatings    who sits where
 * @param invigilators who keeps the rooms
 */
public record SessionBundle(
        int format,
        UUID session,
        Exam exam,
        Hours hours,
        String idHashKey,
        List<PaperFile> papers,
        List<Seating> seatings,
        List<RoomKeeper> invigilators) {

    /** The format that is written today. */
    public static final int FORMAT = 1;

    public SessionBundle {
        papers = List.copyOf(papers);
        seatings = List.copyOf(seatings);
        invigilators = List.copyOf(invigilators);
    }

    /**
     * What is examined.
     *
     * @param practice a mock exam (模拟考试): the same path, never scored
     */
    public record Exam(String title, String qualification, String level, String subject, boolean practice) {}

    /**
     * When a session takes place.
     *
     * @param entryOpensAt       from when candidates may sign in
     * @param opensAt            the start for everybody
     * @param lateUntil          up to when, exclusively, one may sign in for the first time
     * @param closesAt           the end for everybody without an accommodation
     * @param minutes            how long one candidate has
     * @param handInAfterMinutes how long after {@code opensAt} one may hand in at the earliest
     */
    public record Hours(
            Instant entryOpensAt,
            Instant opensAt,
            Instant lateUntil,
            Instant closesAt,
            int minutes,
            int handInAfterMinutes) {

        public Hours {
            if (entryOpensAt.isAfter(opensAt)
                    || !opensAt.isBefore(closesAt)
                    || !lateUntil.isAfter(opensAt)
                    || lateUntil.isAfter(closesAt)
                    || minutes <= 0
                    || handInAfterMinutes < 0) {
                throw new IllegalArgumentException(
                        "hours that cannot be: " + entryOpensAt + " " + opensAt + " " + lateUntil + " " + closesAt);
            }
        }
    }

    /**
     * A sealed paper, found by its hash among the files that come along.
     *
     * @param form   A, B, …
     * @param sha256 of the sealed bytes, 64 lower-case hexadecimal digits
     */
    public record PaperFile(String form, String sha256) {}

    /**
     * One candidate's place.
     *
     * @param attempt      identity of the run at this subject, opaque to everybody but the centre
     * @param ticket       the number on the admission ticket (准考证号)
     * @param maskedId     ID number with its middle hidden
     * @param idHash       HMAC-SHA256 of the normalised ID number under {@link SessionBundle#idHashKey()}, hexadecimal
     * @param seat         number within the room, from 1
     * @param form         which paper
     * @param extraPercent more time for a candidate with an accommodation (合理便利): 0, 30 or 50
     */
    public record Seating(
            UUID attempt,
            String ticket,
            String name,
            String maskedId,
            String idHash,
            String room,
            int seat,
            String form,
            int extraPercent) {}

    /**
     * An invigilator (监考员).
     *
     * @param pinHash HMAC-SHA256 of the one-time PIN under {@link SessionBundle#idHashKey()}, hexadecimal
     */
    public record RoomKeeper(String number, String name, String pinHash) {}
}
