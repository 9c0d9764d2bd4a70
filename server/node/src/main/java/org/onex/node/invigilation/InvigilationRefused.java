package org.onex.node.invigilation;

import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Why an invigilator may not do something. */
final class InvigilationRefused extends DomainError {

    enum Code implements ErrorCode {
        NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
        SIGN_IN_WRONG(Kind.UNAUTHENTICATED),
        TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
        SECOND_PERSON(Kind.INVALID),
        OUT_OF_RANGE(Kind.INVALID),
        REASON_MISSING(Kind.INVALID),
        NOT_IN_SESSION(Kind.NOT_FOUND),
        KEY_USED(Kind.CONFLICT),
        IS_HERE(Kind.CONFLICT),
        MAY_STILL_COME(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "invigilation";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private InvigilationRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static InvigilationRefused of(Code code) {
        return new InvigilationRefused(code, Map.of());
    }

    static InvigilationRefused outOfRange(String field, int from, int to) {
        return new InvigilationRefused(Code.OUT_OF_RANGE, Map.of("field", field, "from", from, "to", to));
    }

    static InvigilationRefused tooManyAttempts(long seconds) {
        return new InvigilationRefused(Code.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", seconds));
    }

    static InvigilationRefused mayStillCome(Instant until) {
        return new InvigilationRefused(
                Code.MAY_STILL_COME, Map.of("until", Window.inBeijing(until).toString()));
    }
}
