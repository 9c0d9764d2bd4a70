package org.onex.center.dispatch;

import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;

/** Something that cannot be packed or handed out, or not to this asker. */
final class DispatchRefused extends DomainError {

    /** Why. */
    enum Code implements ErrorCode {
        /** Fact {@code field}: what a node said of a delivery cannot be. */
        INVALID(Kind.INVALID),
        /** There is no such plan, or it is not this asker's to pack. */
        PLAN_UNKNOWN(Kind.NOT_FOUND),
        /** Nobody has a seat in the plan yet: there is nothing to pack. */
        NOTHING_ARRANGED(Kind.CONFLICT),
        /** No bundle of the node's site names such bytes. */
        BLOB_UNKNOWN(Kind.NOT_FOUND),
        /** The bundle is of another site, or this version of it was never packed. */
        BUNDLE_UNKNOWN(Kind.NOT_FOUND),
        /** The session is in no bundle of the node's site, its seats were taken back, or the site may hold no exams any more. */
        SESSION_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code releasesAt}: from when the key is given out. */
        NOT_RELEASED_YET(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "dispatch";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private DispatchRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static DispatchRefused of(Code code) {
        return new DispatchRefused(code, Map.of());
    }

    static DispatchRefused invalid(String field) {
        return new DispatchRefused(Code.INVALID, Map.of("field", field));
    }

    static DispatchRefused notReleasedYet(Instant releasesAt) {
        return new DispatchRefused(
                Code.NOT_RELEASED_YET,
                Map.of("releasesAt", Window.inBeijing(releasesAt).toString()));
    }
}
