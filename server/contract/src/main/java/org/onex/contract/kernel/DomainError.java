package org.onex.contract.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule of the business that said no. Carries a stable code ({@code plan.notice-published}) and the facts a person needs to act on
 * it; never a sentence, because the web says it in the reader's language. Every module derives its own {@code …Refused} from it.
 */
public abstract class DomainError extends RuntimeException {

    /** What kind of no it is; decides the HTTP status and nothing else. */
    public enum Kind {
        /** What was sent is wrong in itself. */
        INVALID,
        /** There is no such thing, or not for this asker. */
        NOT_FOUND,
        /** Right in itself, but not in the present state. */
        CONFLICT,
        /** Nobody is signed in. */
        UNAUTHENTICATED,
        /** Somebody is signed in who may not. */
        FORBIDDEN,
        /** More than anybody can mean. */
        TOO_LARGE,
        /** Too often; the fact {@code retryAfterSeconds} says when again. */
        TOO_MANY,
        /** Nothing was done because there is more work than can be taken; {@code retryAfterSeconds} says when again. */
        BUSY
    }

    private final ErrorCode code;
    private final transient Map<String, Object> facts;

    /**
     * @param facts values the sentence needs; JSON-ready (strings, numbers, lists, maps)
     */
    protected DomainError(ErrorCode code, Map<String, ?> facts) {
        super(code.code() + " " + facts);
        this.code = code;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public final Kind kind() {
        return code.kind();
    }

    /** The stable code, for example {@code plan.notice-published}. */
    public final String code() {
        return code.code();
    }

    public final Map<String, Object> facts() {
        return facts;
    }
}
