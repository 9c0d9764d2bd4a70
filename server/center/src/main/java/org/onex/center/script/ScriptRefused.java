package org.onex.center.script;

import java.util.Map;
import java.util.UUID;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be taken from a node, or be asked of scripts, or not by this asker. */
final class ScriptRefused extends DomainError {

    /** Why. */
    enum Code implements ErrorCode {
        /** Fact {@code field}: what a node said cannot be. */
        INVALID(Kind.INVALID),
        /** The bundle is of another site, or this version of it was never packed. */
        BUNDLE_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code attempt}: it is not in that version of the bundle. */
        ATTEMPT_UNKNOWN(Kind.INVALID),
        /** The file is in no list of this node for this bundle. */
        FILE_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code have}: from there the next piece has to begin. */
        PIECE_GAP(Kind.CONFLICT),
        /** The whole has another hash than its name; it begins anew. */
        FILE_DAMAGED(Kind.CONFLICT),
        /** There is no such script, or it is not this asker's. */
        UNKNOWN(Kind.NOT_FOUND),
        /** None of several counts yet: say which one to look at. */
        UNDECIDED(Kind.CONFLICT),
        /** No such revision came from that exam server. */
        REVISION_UNKNOWN(Kind.INVALID),
        /** There is only one revision, from one exam server, and it counts. */
        NOTHING_TO_DECIDE(Kind.CONFLICT),
        /** A decision, or giving up an exam server, needs a reason of at most 200 characters. */
        REASON_MISSING(Kind.INVALID),
        /** That exam server neither has had the bundle nor sent anything of it. */
        NODE_UNKNOWN(Kind.NOT_FOUND),
        /** It has sent everything, or nobody waits for it any more. */
        NOTHING_AWAITED(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "script";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private ScriptRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static ScriptRefused of(Code code) {
        return new ScriptRefused(code, Map.of());
    }

    static ScriptRefused invalid(String field) {
        return new ScriptRefused(Code.INVALID, Map.of("field", field));
    }

    static ScriptRefused attemptUnknown(UUID attempt) {
        return new ScriptRefused(Code.ATTEMPT_UNKNOWN, Map.of("attempt", attempt.toString()));
    }

    static ScriptRefused pieceGap(long have) {
        return new ScriptRefused(Code.PIECE_GAP, Map.of("have", have));
    }
}
