package org.onex.center.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;

/**
 * What somebody holds who passed (证书): drawn up with its issue, numbered when both have signed that, made once. It is never deleted; a
 * revoked one says so.
 *
 * @param photo       the SHA-256 of the one that is printed, if there is any
 * @param unprintable characters that no font has; who has such waits for another issue
 * @param printedHash of everything that is printed but number, day and photo
 */
record Certificate(
        CertificateKey key,
        UUID registration,
        UUID issue,
        Exam exam,
        Holder holder,
        @Nullable String photo,
        String unprintable,
        String printedHash,
        @Nullable Made made,
        @Nullable Revocation revoked,
        int version) {

    /** Nobody reads more, and it stands on a public page. */
    static final int LONGEST_REASON = 500;

    /** Whether it holds. */
    enum State {
        VALID,
        REVOKED
    }

    /**
     * What was passed.
     *
     * @param plan         its code
     * @param awardingBody its code; likewise the responsible college
     */
    record Exam(String plan, String awardingBody, String college, QualificationName qualification, Level level) {}

    /** What became of it once both had signed; the file comes a little later than the number. */
    record Made(String number, LocalDate issuedOn, @Nullable String file) {}

    /** That it does not hold any more (撤销). */
    record Revocation(Instant at, String by, String reason) {

        LocalDate on() {
            return LocalDate.ofInstant(at, Window.BEIJING);
        }
    }

    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, exam.awardingBody())
                || actor.actsFor(OrganizationKind.COLLEGE, exam.college());
    }

    boolean isPrintable() {
        return unprintable.isEmpty();
    }

    State state() {
        return revoked == null ? State.VALID : State.REVOKED;
    }

    /** The same after somebody looked again at what can be printed of it, or in another issue, whose parties may be called otherwise. */
    Certificate printedAs(String missing, String hash) {
        return new Certificate(key, registration, issue, exam, holder, photo, missing, hash, made, revoked, version);
    }

    /** Number and day; asked of those only that have them. */
    Made issued() {
        if (made == null) {
            throw new IllegalStateException("no number yet: " + key);
        }
        return made;
    }

    /**
     * The hash of its file, if somebody may have it.
     *
     * @throws CertificateRefused if it is not made yet or does not hold any more
     */
    String fileToHandOut() {
        if (revoked != null) {
            throw CertificateRefused.revoked(revoked.on());
        }
        var file = made == null ? null : made.file();
        if (file == null) {
            throw CertificateRefused.of(CertificateRefused.Code.NOT_ISSUED);
        }
        return file;
    }

    /**
     * Does not hold any more, from now on and for ever.
     *
     * @param looked the version that was looked at
     */
    Certificate revoke(int looked, String reason, Actor actor, Instant now) {
        if (revoked != null) {
            throw CertificateRefused.revoked(revoked.on());
        }
        if (looked != version) {
            throw CertificateRefused.of(CertificateRefused.Code.CHANGED);
        }
        var said = reason.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_REASON) {
            throw CertificateRefused.of(CertificateRefused.Code.REASON_MISSING);
        }
        return new Certificate(
                key,
                registration,
                issue,
                exam,
                holder,
                photo,
                unprintable,
                printedHash,
                made,
                new Revocation(now, actor.name(), said),
                version + 1);
    }
}
