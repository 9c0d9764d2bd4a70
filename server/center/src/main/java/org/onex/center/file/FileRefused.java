package org.onex.center.file;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a file. */
public final class FileRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** There is no such file, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** A file needs a name of at most 200 characters without a path. */
        NAME_INVALID(Kind.INVALID),
        /** The file has no content. */
        EMPTY(Kind.INVALID),
        /** Less arrived than was announced; facts {@code announced} and {@code arrived}, in bytes. */
        CUT_OFF(Kind.INVALID),
        /** The disk has no room for it; whoever runs the installation must make some. */
        NO_ROOM(Kind.BUSY);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "file";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private FileRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static FileRefused of(Code code) {
        return new FileRefused(code, Map.of());
    }

    static FileRefused cutOff(long announced, long arrived) {
        return new FileRefused(Code.CUT_OFF, Map.of("announced", announced, "arrived", arrived));
    }

    static FileRefused noRoom() {
        return new FileRefused(Code.NO_ROOM, Map.of("retryAfterSeconds", 600));
    }
}
