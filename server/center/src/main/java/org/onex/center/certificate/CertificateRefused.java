package org.onex.center.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with certificates, or not by this asker. */
final class CertificateRefused extends DomainError {

    /** Why. */
    enum Code implements ErrorCode {
        /** Fact {@code field}: nothing, or too much, stands there. */
        INVALID(Kind.INVALID),
        /** There is no such issue, or not for this asker. */
        ISSUE_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such certificate, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** It is not what was looked at any more: somebody joined it or changed it meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** This party has signed it already. */
        ALREADY_SIGNED(Kind.CONFLICT),
        /** Nobody in it can be printed, so there is nothing to sign. */
        NOTHING_TO_SIGN(Kind.CONFLICT),
        /** Its files are not made yet: a signature is missing, or they are being made. */
        NOT_ISSUED(Kind.CONFLICT),
        /** Facts {@code count} and {@code numbers}, the first of them: these files could not be made; all others are. */
        FILES_MISSING(Kind.CONFLICT),
        /** The files of this issue are being made, or made, or a signature is missing: there is nothing to begin again. */
        NOT_BROKEN(Kind.CONFLICT),
        /** The college owes something for this plan; its certificates can be downloaded once that is paid. */
        FEE_NOT_CLEARED(Kind.CONFLICT),
        /** Fact {@code on}: it was revoked that day and is handed out no more. */
        REVOKED(Kind.CONFLICT),
        /** Whoever revokes says why, in at most 500 characters. */
        REASON_MISSING(Kind.INVALID),
        /** The candidate has no certificate of this exam. */
        NONE(Kind.NOT_FOUND),
        /** There is no such certificate; the same for everything that is not right. */
        NO_SUCH(Kind.NOT_FOUND),
        /** Fact {@code seconds}: so long from now it can be tried again. */
        TOO_MANY_TRIES(Kind.TOO_MANY);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "certificate";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private static final int MOST_NAMED = 10;

    private CertificateRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static CertificateRefused of(Code code) {
        return new CertificateRefused(code, Map.of());
    }

    static CertificateRefused invalid(String field) {
        return new CertificateRefused(Code.INVALID, Map.of("field", field));
    }

    static CertificateRefused filesMissing(List<String> numbers) {
        var first = numbers.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        return new CertificateRefused(Code.FILES_MISSING, Map.of("count", numbers.size(), "numbers", first));
    }

    static CertificateRefused revoked(LocalDate on) {
        return new CertificateRefused(Code.REVOKED, Map.of("on", on.toString()));
    }

    static CertificateRefused tooManyTries(long seconds) {
        return new CertificateRefused(Code.TOO_MANY_TRIES, Map.of("seconds", seconds, "retryAfterSeconds", seconds));
    }
}
