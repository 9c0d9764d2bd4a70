package org.onex.center.staffing;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Something that cannot be done with an invigilator or with the rooms they look after. */
public final class StaffingRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code college}: there is none with this code. */
        COLLEGE_UNKNOWN(Kind.INVALID),
        /** Fact {@code awardingBody}: there is none with this code. */
        AWARDING_BODY_UNKNOWN(Kind.INVALID),
        /** The college has named somebody with this phone to the body already. */
        ALREADY_APPLIED(Kind.CONFLICT),
        /** The key of a request belongs to another application of this college. */
        KEY_REUSED(Kind.CONFLICT),
        /** Whoever returns an application says why. */
        OPINION_MISSING(Kind.INVALID),
        /** Whoever retires somebody says why. */
        REASON_MISSING(Kind.INVALID),
        /** Whoever wants to see a phone says why, in four characters or more. */
        DISCLOSURE_REASON_MISSING(Kind.INVALID),
        /** Fact {@code state}: not possible in this state. */
        WRONG_STATE(Kind.CONFLICT),
        /** Somebody else changed it meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** Somebody else's to edit, to decide or to staff. */
        NOT_YOURS(Kind.FORBIDDEN),
        /** There is no such invigilator, or not for this asker. */
        INVIGILATOR_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such site for this plan, or not for this asker. */
        SITE_UNKNOWN(Kind.NOT_FOUND),
        /** The site has no such room for this plan. */
        ROOM_UNKNOWN(Kind.NOT_FOUND),
        /** Nobody has a seat at the site yet, so there are no rooms to look after. */
        NOT_ARRANGED(Kind.CONFLICT),
        /** Fact {@code name}: who is not approved cannot invigilate. */
        NOT_APPROVED(Kind.CONFLICT),
        /** Facts {@code name}, {@code opens}, {@code closes}: is in another room in these hours. */
        BUSY(Kind.CONFLICT),
        /** Fact {@code closes}: the hours of the room are over. */
        OVER(Kind.CONFLICT),
        /** Nobody is assigned to a room whose hours are still to come, so nobody needs a PIN. */
        NOBODY_ASSIGNED(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "staffing";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private StaffingRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, "field", field);
        }
    }

    static StaffingRefused busy(String name, Window elsewhere) {
        return new StaffingRefused(
                Code.BUSY,
                Map.of(
                        "name",
                        name,
                        "opens",
                        Window.inBeijing(elsewhere.opens()).toString(),
                        "closes",
                        Window.inBeijing(elsewhere.closes()).toString()));
    }

    static StaffingRefused of(Code code, String fact, String value) {
        return new StaffingRefused(code, Map.of(fact, value));
    }

    static StaffingRefused of(Code code) {
        return new StaffingRefused(code, Map.of());
    }
}
