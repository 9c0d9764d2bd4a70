package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Why a candidate's device does not get what it asks for. Public, because invigilators are refused with the same codes. */
public final class SittingRefused extends DomainError {

    enum Code implements ErrorCode {
        SIGN_IN_WRONG(Kind.UNAUTHENTICATED),
        TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
        ENTRY_NOT_OPEN(Kind.CONFLICT),
        ENTRY_OPEN(Kind.CONFLICT),
        TOO_LATE(Kind.CONFLICT),
        DEVICE_ACTIVE(Kind.CONFLICT),
        NOT_OPEN_YET(Kind.CONFLICT),
        NOT_RELEASED(Kind.CONFLICT),
        NOT_STARTED(Kind.CONFLICT),
        HANDED_IN(Kind.CONFLICT),
        NOT_HANDED_IN(Kind.CONFLICT),
        NO_NEXT(Kind.NOT_FOUND),
        HAND_IN_TOO_EARLY(Kind.CONFLICT),
        TAKEN_OVER(Kind.CONFLICT),
        ATTEMPT_UNKNOWN(Kind.NOT_FOUND),
        PAPER_UNKNOWN(Kind.NOT_FOUND),
        PHOTO_UNKNOWN(Kind.NOT_FOUND),
        SESSION_UNKNOWN(Kind.NOT_FOUND),
        EPOCH_UNKNOWN(Kind.CONFLICT),
        ENTRIES_MISSING(Kind.CONFLICT),
        ENTRY_DIFFERS(Kind.CONFLICT),
        ENTRY_INVALID(Kind.INVALID),
        JOURNAL_FULL(Kind.CONFLICT),
        BUSY(Kind.BUSY);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "sitting";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private SittingRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static SittingRefused of(Code code) {
        return new SittingRefused(code, Map.of());
    }

    static SittingRefused of(Code code, String fact, Object value) {
        return new SittingRefused(code, Map.of(fact, value));
    }

    /** Whether anything was stored is not known or it was not; send the same again. */
    static SittingRefused busy() {
        return of(Code.BUSY, "retryAfterSeconds", 1);
    }

    static SittingRefused tooManyAttempts() {
        return of(Code.TOO_MANY_ATTEMPTS, "retryAfterSeconds", 1);
    }

    static SittingRefused until(Code code, String fact, Instant now, Instant moment) {
        return of(code, fact, Duration.between(now, moment).toMillis());
    }

    static SittingRefused tooLate(Instant lateUntil) {
        return of(Code.TOO_LATE, "lateUntil", Window.inBeijing(lateUntil).toString());
    }

    static SittingRefused deviceActive(Place place) {
        return new SittingRefused(Code.DEVICE_ACTIVE, Map.of("room", place.room(), "seat", place.seat()));
    }

    /** With what the journal holds. */
    static SittingRefused journalFull(long entries, long bytes) {
        return new SittingRefused(Code.JOURNAL_FULL, Map.of("entries", entries, "bytes", bytes));
    }

    static SittingRefused invalidEntry(long seq, String field) {
        return new SittingRefused(Code.ENTRY_INVALID, Map.of("seq", seq, "field", field));
    }
}
