package org.onex.node.courier;

import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Why nothing is brought onto this node, or this node is not enrolled. */
final class CourierRefused extends DomainError {

    enum Code implements ErrorCode {
        NOT_THE_TECHNICIAN(Kind.UNAUTHENTICATED),
        OUT_OF_RANGE(Kind.INVALID),
        /** No such code, it has run out, or a character of it is wrong. */
        CODE_WRONG(Kind.INVALID),
        /** Another node has used it. */
        CODE_USED(Kind.CONFLICT),
        /** Fact {@code site}: this node was enrolled with it, but with another one since, and belongs to that site. */
        CODE_SUPERSEDED(Kind.CONFLICT),
        /** Nobody said where the centre is. */
        CENTER_MISSING(Kind.INVALID),
        /** Fact {@code center}: that is no address of a centre. */
        CENTER_INVALID(Kind.INVALID),
        /** Fact {@code center}: this node was started for another one. */
        CENTER_DIFFERS(Kind.CONFLICT),
        /** Fact {@code center}: nobody answers there. */
        CENTER_AWAY(Kind.CONFLICT),
        /** Fact {@code center}: whoever answers there does not know the code, or is not whom we know. */
        CENTER_FORGED(Kind.CONFLICT),
        /** Facts {@code center}, {@code status}, {@code reason}: it does not enrol, or it is no centre. */
        CENTER_REFUSED(Kind.CONFLICT),
        /** Fact {@code field}: the centre does not take it. */
        ENROLMENT_INVALID(Kind.INVALID),
        /** Facts {@code site}, {@code until}: exams of another site are installed and not over till then. */
        EXAMS_INSTALLED(Kind.CONFLICT),
        /** A letter that does not open, or was not signed by our centre. */
        BUNDLE_FORGED(Kind.CONFLICT),
        BUNDLE_FORMAT(Kind.CONFLICT),
        /** For another site. */
        BUNDLE_ELSEWHERE(Kind.CONFLICT),
        /** It does not hold together. */
        BUNDLE_BROKEN(Kind.CONFLICT),
        /** More than a node can take in. */
        BUNDLE_TOO_LARGE(Kind.CONFLICT),
        /** For now: there is no room for what comes and for the exam beside it. */
        DISK_FULL(Kind.CONFLICT),
        /** For now: bytes came or lie here that are not those that were announced; fetched anew. */
        FILE_DAMAGED(Kind.CONFLICT),
        /** Candidates are being let in: what is installed does not change any more. */
        ENTRY_OPEN(Kind.CONFLICT),
        /** Fact {@code skewMs}: this node's clock is so far ahead of the centre's. */
        CLOCK_OFF(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "courier";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private final boolean isForNow;

    private CourierRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
        this.isForNow = code == Code.DISK_FULL || code == Code.FILE_DAMAGED;
    }

    /** Whether it may come all right by itself or by somebody's hand, and is tried again. */
    boolean isForNow() {
        return isForNow;
    }

    static CourierRefused of(Code code) {
        return new CourierRefused(code, Map.of());
    }

    static CourierRefused of(Code code, String fact, Object value) {
        return new CourierRefused(code, Map.of(fact, value));
    }

    static CourierRefused notTheTechnician() {
        return of(Code.NOT_THE_TECHNICIAN);
    }

    static CourierRefused outOfRange(String field, int from, int to) {
        return new CourierRefused(Code.OUT_OF_RANGE, Map.of("field", field, "from", from, "to", to));
    }

    static CourierRefused examsInstalled(Enrolment.Site site, Instant until) {
        return new CourierRefused(Code.EXAMS_INSTALLED, Map.of("site", site.name(), "until", Window.inBeijing(until)));
    }

    static CourierRefused centerRefused(String center, int status, String reason) {
        return new CourierRefused(Code.CENTER_REFUSED, Map.of("center", center, "status", status, "reason", reason));
    }
}
