package org.onex.center.seating;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Something that cannot be done with the rooms or seats of a site. */
public final class SeatingRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Nobody is registered to sit there for this plan, or it is not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** There is no such opening of a room at the site for this plan. */
        OPENING_UNKNOWN(Kind.NOT_FOUND),
        /** The college's to open or the body's to arrange. */
        NOT_YOURS(Kind.FORBIDDEN),
        /** The site has no such room; fact {@code room}, its id. */
        ROOM_UNKNOWN(Kind.INVALID),
        /** More people than working machines; facts {@code room}, {@code seats}, {@code machines}. */
        TOO_MANY_SEATS(Kind.CONFLICT),
        /** The room is open for another plan at that time; facts {@code room}, {@code opens}, {@code closes}. */
        ROOM_TAKEN(Kind.CONFLICT),
        /** The awarding body has not approved the site, or not any more. */
        SITE_NOT_APPROVED(Kind.CONFLICT),
        /** Everybody has got a seat already; they have to be withdrawn first. */
        ARRANGED(Kind.CONFLICT),
        /** Nobody has got a seat yet. */
        NOT_ARRANGED(Kind.CONFLICT),
        /** The first exam has begun; fact {@code began}. */
        BEGUN(Kind.CONFLICT),
        /** Somebody else changed it meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** Who is registered may still change; facts {@code closesAt} and {@code lastDay}. */
        NOT_FROZEN(Kind.CONFLICT),
        /** Nobody is registered to sit there. */
        NOBODY(Kind.CONFLICT),
        /** The college has opened no room. */
        NO_OPENINGS(Kind.CONFLICT),
        /** Not as many seats as people; facts {@code slot}, {@code people}, {@code seats}. */
        SEATS_DIFFER(Kind.CONFLICT),
        /** Some people have other exams at all hours at which they could sit; facts {@code people}, how many, and {@code names} of some. */
        NO_SESSION_FREE(Kind.CONFLICT),
        /** Whoever takes seats back or swaps them says why. */
        REASON_MISSING(Kind.INVALID),
        /** Nobody sits there; facts {@code opening}, its id, and {@code seat}. */
        SEAT_UNKNOWN(Kind.INVALID),
        /** Two people can change places within one slot only. */
        OTHER_SLOT(Kind.CONFLICT),
        /** No published plan of one's own has this code; fact {@code plan}. */
        PLAN_UNKNOWN(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "seating";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private SeatingRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, Map.of("field", field));
        }
    }

    /** A moment as a sentence says it, "2024-05-18 08:30". */
    static String told(Instant moment) {
        return MINUTE.format(Window.inBeijing(moment));
    }

    static SeatingRefused of(Code code) {
        return new SeatingRefused(code, Map.of());
    }

    static SeatingRefused of(Code code, Map<String, ?> facts) {
        return new SeatingRefused(code, facts);
    }
}
