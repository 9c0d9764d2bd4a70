package org.onex.center.photo;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** A photo archive that cannot be taken in as a whole; what is wrong with one file of it is a {@link PhotoProblem}. */
final class PhotoRefused extends DomainError {

    /** Why. */
    enum Code implements ErrorCode {
        /** There is no file in it, or nothing at all. */
        ARCHIVE_EMPTY(Kind.INVALID),
        /** A .zip that breaks off, contradicts itself or hides one file in another. */
        ARCHIVE_DAMAGED(Kind.INVALID),
        /** Every file in it needs a password. */
        ARCHIVE_ENCRYPTED(Kind.INVALID),
        /** One volume of several (分卷压缩). */
        ARCHIVE_SPLIT(Kind.INVALID),
        /** Fact {@code kind}, where it is known: what it is instead, "RAR". */
        NOT_A_ZIP(Kind.INVALID),
        /** Fact {@code limit}: so many files at most. */
        TOO_MANY_FILES(Kind.TOO_LARGE),
        /** Fact {@code megabytes}: so much at most when unpacked. */
        TOO_LARGE(Kind.TOO_LARGE),
        /** The archive that was uploaded is not there. */
        FILE_UNKNOWN(Kind.INVALID),
        /** Fact {@code state}: the import is done, or still being worked on. */
        IMPORT_STATE(Kind.CONFLICT),
        /** There is no such import or photo, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "photo";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private PhotoRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static PhotoRefused of(Code code) {
        return new PhotoRefused(code, Map.of());
    }

    static PhotoRefused notIn(ArchiveImport.State state) {
        return new PhotoRefused(Code.IMPORT_STATE, Map.of("state", state.name()));
    }

    static PhotoRefused isA(FileKind kind) {
        return new PhotoRefused(Code.NOT_A_ZIP, Map.of("kind", kind.label()));
    }

    static PhotoRefused tooManyFiles(int limit) {
        return new PhotoRefused(Code.TOO_MANY_FILES, Map.of("limit", limit));
    }

    static PhotoRefused tooLarge(long limitBytes) {
        return new PhotoRefused(Code.TOO_LARGE, Map.of("megabytes", limitBytes / PhotoRule.MEGABYTE));
    }
}
