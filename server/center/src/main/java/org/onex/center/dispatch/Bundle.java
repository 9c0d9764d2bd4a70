package org.onex.center.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;

/**
 * What a site is to get for one slot of a plan (考试包): one exam bundle, of which there is a version for each time that something in it
 * has changed.
 *
 * @param hours    of the slot
 * @param begins   when the first of the sessions begins that are sat there; before the first version, when the slot does
 * @param people   who have a seat, as far as the seats were given last
 * @param seats    whether and in which version they are given
 * @param packed   the newest version; null before the first
 * @param problems what kept the last packing from going through
 * @param warnings what else it found
 */
record Bundle(
        BundlePlace place,
        Names names,
        Window hours,
        Instant begins,
        int people,
        Seats seats,
        @Nullable Packed packed,
        List<PackingFinding> problems,
        List<PackingFinding> warnings) {

    Bundle {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * What the site is called and whose the site and the plan are.
     *
     * @param college      code of the college whose site it is
     * @param awardingBody code of the body whose plan it is
     */
    record Names(String site, String college, String awardingBody) {}

    /**
     * What it is packed from.
     *
     * @param given    whether they are; while they are taken back nothing is packed or handed out
     * @param version  of the seating in which they were given last
     * @param recalled up to which its own versions were packed from seats that were taken back since
     */
    record Seats(boolean given, int version, int recalled) {}

    /**
     * From which state of seats and invigilators something is packed.
     *
     * @param seating  version of the site's seating
     * @param staffing revision of its staffing, PINs included
     */
    record Source(int seating, int staffing) {

        /** Whether what was packed from the other one is older in nothing. */
        boolean isBefore(Source other) {
            return seating < other.seating || staffing < other.staffing;
        }
    }

    /**
     * A version.
     *
     * @param id     of the bundle, the same for all versions
     * @param digest of the content without the number of the version
     * @param signed under which the file store keeps the signed bytes
     * @param source the newest of which we know that it gives this content
     */
    record Packed(UUID id, int version, String digest, String signed, Source source, int people, Instant at) {}

    /** The number that the next version gets. */
    int nextVersion() {
        return packed == null ? 1 : packed.version() + 1;
    }

    /** Whether nodes may have the newest version: it was packed from seats that were not taken back. */
    boolean isStanding() {
        return seats.given() && packed != null && packed.version() > seats.recalled();
    }

    /** Whether something that was gathered from there is older in nothing than what is known already. */
    boolean takes(Source source) {
        return seats.given()
                && source.seating() >= seats.version()
                && (packed == null || !source.isBefore(packed.source()));
    }

    /** Whether seats were given or versions packed since it was looked at. */
    boolean hasMovedOnSince(Bundle seen) {
        return !seats.equals(seen.seats) || !Objects.equals(packed, seen.packed);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(hours.closes());
    }

    /** Whether nothing in it may change any more, because candidates may be at their machines; before the first version it may. */
    boolean isSettled(Instant now) {
        return isStanding() && !now.isBefore(entryOpens());
    }

    Instant entryOpens() {
        return ExamSession.entryOf(begins);
    }

    /**
     * How far it is.
     *
     * @param present what counts now; null if seats were taken back
     */
    BundleView.State state(@Nullable Source present, Instant now) {
        if (!problems.isEmpty()) {
            return BundleView.State.BLOCKED;
        }
        if (packed == null) {
            return BundleView.State.UNPACKED;
        }
        return isOver(now) || (isStanding() && packed.source().equals(present))
                ? BundleView.State.PACKED
                : BundleView.State.STALE;
    }
}
