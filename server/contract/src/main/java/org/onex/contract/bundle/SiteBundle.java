package org.onex.contract.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a site needs for one slot (时段) of a plan, in which a seat is taken once: who sits where, which papers, from when to when,
 * and who keeps the rooms. Holds no answer key and no readable ID number. A mock exam is one, too. How it is signed, sealed and sent is
 * {@code docs/dispatch-protocol.md}.
 *
 * @param format       version of this record; 2
 * @param id           the same for all versions of a bundle
 * @param version      counts from 1; a newer one replaces an older one until entry opens
 * @param title        what is printed above the exam
 * @param place        for whom it was made; null for a mock exam (模拟考试): the same path, never scored
 * @param idHashKey    key of {@link Seating#idHash()} and {@link RoomKeeper#pinHash()}, Base64
 * @param photoKey     key with which the photos are sealed, Base64
 * @param sessions     one per level and subject, in the order in which they are sat
 * @param seatings     who sits where
 * @param invigilators who keeps the rooms
 */
public record SiteBundle(
        int format,
        UUID id,
        int version,
        String title,
        @Nullable Place place,
        String idHashKey,
        String photoKey,
        List<Session> sessions,
        List<Seating> seatings,
        List<RoomKeeper> invigilators) {

    /** The format that is written today. */
    public static final int FORMAT = 2;

    public SiteBundle {
        sessions = List.copyOf(sessions);
        seatings = List.copyOf(seatings);
        invigilators = List.copyOf(invigilators);
    }

    /** Whether nothing of it counts. */
    public boolean practice() {
        return place == null;
    }

    /**
     * Where and for what.
     *
     * @param plan its code
     * @param slot number of the slot within the plan, from 1
     */
    public record Place(UUID site, String siteName, String plan, int slot) {}

    /**
     * One subject of one level, sat in one window (场次 × 科目).
     *
     * @param id      the same at all sites
     * @param after   the session whose hand-in opens this one for a candidate; null if it opens by the clock
     * @param keyFrom from when the centre gives out the key of its papers
     * @param papers  the sealed papers, one per form
     */
    public record Session(
            UUID id,
            @Nullable UUID after,
            String qualification,
            String level,
            String subject,
            Hours hours,
            Instant keyFrom,
            List<PaperFile> papers) {

        public Session {
            papers = List.copyOf(papers);
        }
    }

    /**
     * When a session takes place.
     *
     * @param entryOpensAt       from when candidates may sign in
     * @param opensAt            the start for everybody
     * @param lateUntil          up to when, exclusively, one may sign in for the first time; means nothing for a session that follows another
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
     * @param bytes  how many
     */
    public record PaperFile(String form, String sha256, long bytes) {}

    /**
     * A candidate's photo, sealed with {@link SiteBundle#photoKey()}.
     *
     * @param sha256 of the sealed bytes, 64 lower-case hexadecimal digits
     * @param bytes  how many
     * @param type   {@code image/jpeg} or {@code image/png}
     */
    public record PhotoFile(String sha256, long bytes, String type) {}

    /**
     * One candidate's place, for all subjects of the slot.
     *
     * @param ticket       the number on the admission ticket (准考证号)
     * @param maskedId     ID number with its middle hidden
     * @param idHash       HMAC-SHA256 of the normalised ID number under {@link SiteBundle#idHashKey()}, hexadecimal
     * @param room         "第1考场 实训楼 301 机房"; unique within the bundle
     * @param seat         number within the room, from 1
     * @param extraPercent more time for a candidate with an accommodation (合理便利): 0, 30 or 50
     * @param photo        null if there is none
     * @param runs         one per subject, in the order in which they are sat
     */
    public record Seating(
            String ticket,
            String name,
            String maskedId,
            String idHash,
            String room,
            int seat,
            int extraPercent,
            @Nullable PhotoFile photo,
            List<Run> runs) {

        public Seating {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A candidate's run at one subject.
     *
     * @param attempt identity of the run, opaque to everybody but the centre
     * @param session which subject
     * @param form    which paper
     */
    public record Run(UUID attempt, UUID session, String form) {}

    /**
     * An invigilator (监考员).
     *
     * @param pinHash HMAC-SHA256 of the one-time PIN under {@link SiteBundle#idHashKey()}, hexadecimal
     * @param rooms   those they keep, as they are called in the seatings
     */
    public record RoomKeeper(String number, String name, String pinHash, List<String> rooms) {

        public RoomKeeper {
            rooms = List.copyOf(rooms);
        }
    }
}
