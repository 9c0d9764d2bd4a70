package org.onex.center.printing;

import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Something that cannot be printed, or not by this asker. */
final class PrintingRefused extends DomainError {

    /** Why. */
    enum Code implements ErrorCode {
        /** Fact {@code field}: nothing is chosen, or more than can be had without a site. */
        INVALID(Kind.INVALID),
        /** There is no such plan, or it is not published. */
        PLAN_UNKNOWN(Kind.INVALID),
        /** There is no such site, or not for this asker. */
        SITE_UNKNOWN(Kind.INVALID),
        /** The site has not been arranged for the plan: nobody has a seat yet. */
        NOT_ARRANGED(Kind.CONFLICT),
        /** Nobody of the college has a seat in this plan yet. */
        NOBODY_SEATED(Kind.CONFLICT),
        /** Fact {@code closes}: the last hours in which somebody sits there are over. */
        OVER(Kind.CONFLICT),
        /** Seats were changed between the request and the drawing; it is asked for again. */
        SEATING_CHANGED(Kind.CONFLICT),
        /** Invigilators were changed between the request and the drawing of sheets that name them; it is asked for again. */
        STAFFING_CHANGED(Kind.CONFLICT),
        /** The files are still being drawn, or could not be. */
        NOT_READY(Kind.CONFLICT),
        /** There is no such print or file, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** Nobody holds this ticket, or it is none of this asker's. */
        TICKET_UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "printing";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private PrintingRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static PrintingRefused of(Code code) {
        return new PrintingRefused(code, Map.of());
    }

    static PrintingRefused over(Instant closes) {
        return new PrintingRefused(
                Code.OVER, Map.of("closes", Window.inBeijing(closes).toString()));
    }

    static PrintingRefused invalid(String field) {
        return new PrintingRefused(Code.INVALID, Map.of("field", field));
    }
}
