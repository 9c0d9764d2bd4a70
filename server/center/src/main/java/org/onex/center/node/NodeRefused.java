package org.onex.center.node;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that an exam server, or somebody with one, may not do. */
public final class NodeRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** The request is not signed by an enrolled node as it arrived. */
        NOT_SIGNED(Kind.UNAUTHENTICATED),
        /** Fact {@code now}, machine time: signed too long ago or too far ahead. */
        CLOCK_OFF(Kind.UNAUTHENTICATED),
        /** Fact {@code limit}: no node has so many bytes to say at once. */
        REQUEST_TOO_LARGE(Kind.TOO_LARGE),
        /** The node was withdrawn. */
        WITHDRAWN(Kind.FORBIDDEN),
        /** No such code, superseded, run out, tried too often, or the proof does not fit it; which of them is not said. */
        CODE_WRONG(Kind.UNAUTHENTICATED),
        /** Another node has used the code. */
        CODE_USED(Kind.CONFLICT),
        /** Fact {@code field}: something of the enrolment is not usable. */
        ENROLMENT_INVALID(Kind.INVALID),
        /** Fact {@code retryAfterSeconds}. */
        TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
        /** Fact {@code field}: something of the report is not usable. */
        READINESS_INVALID(Kind.INVALID),
        /** There is no such site, or not for this asker. */
        SITE_UNKNOWN(Kind.NOT_FOUND),
        /** Exams may not be held at the site now. */
        SITE_NOT_APPROVED(Kind.CONFLICT),
        /** There is no such node, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** The node was withdrawn already. */
        ALREADY_WITHDRAWN(Kind.CONFLICT),
        /** Whoever withdraws a node says why, in at most 500 characters. */
        REASON_MISSING(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "node";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private NodeRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static NodeRefused of(Code code) {
        return new NodeRefused(code, Map.of());
    }

    static NodeRefused of(Code code, String fact, Object value) {
        return new NodeRefused(code, Map.of(fact, value));
    }
}
