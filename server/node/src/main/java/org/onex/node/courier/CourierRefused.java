package org.onex.node.courier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        /**
         * Facts {@code site}, {@code until}, {@code unreturned}: exams of another site are installed and not over till then, or that many
         * files of them have not been returned.
         */
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
        /** For as long as it is what it is: the centre has something of a bundle and cannot take it. */
        RETURN_REFUSED(Kind.CONFLICT),
        /** For now: something at this node, or what the centre wants of it, keeps a bundle from going back. */
        RETURN_FAILED(Kind.CONFLICT),
        /** No exam with this identity was installed here. */
        BUNDLE_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code missing}: the centre has given no receipt for so many files of the bundle. */
        NOT_RETURNED(Kind.CONFLICT),
        /** Candidates are at it or are being let in; whatever would slow them down has to wait. */
        EXAM_RUNNING(Kind.CONFLICT),
        /** Fact {@code until}: machines may still bring answers till then. */
        LATE_SYNC_OPEN(Kind.CONFLICT),
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

    /**
     * @param until      null if they are over
     * @param unreturned how many files of them the centre does not have
     */
    static CourierRefused examsInstalled(Enrolment.Site site, @Nullable Instant until, int unreturned) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("site", site.name());
        if (until != null) {
            facts.put("until", Window.inBeijing(until));
        }
        facts.put("unreturned", unreturned);
        return new CourierRefused(Code.EXAMS_INSTALLED, facts);
    }

    static CourierRefused lateSyncOpen(Instant until) {
        return of(Code.LATE_SYNC_OPEN, "until", Window.inBeijing(until));
    }

    static CourierRefused centerRefused(String center, int status, String reason) {
        return new CourierRefused(Code.CENTER_REFUSED, Map.of("center", center, "status", status, "reason", reason));
    }
}
