package org.onex.center.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;

/**
 * The certificates of one plan and one college that are signed together (签发批次). Whoever passes for good joins it until one party has
 * signed; from then on it is what was signed, and whoever comes later stands in the next one.
 *
 * @param number        which one it is of this plan and college, from 1
 * @param people        for whom certificates are printed
 * @param digest        of everything that will be printed
 * @param since         when somebody last joined it
 * @param verifyAddress where everybody can ask whether its certificates are genuine; known once both have signed, as {@code signedAt}
 * @param job           that makes its files
 */
record Issue(
        UUID id,
        String plan,
        Issuer awardingBody,
        Issuer college,
        int number,
        int people,
        String digest,
        State state,
        Instant since,
        List<Signature> signatures,
        @Nullable String verifyAddress,
        @Nullable Instant signedAt,
        @Nullable UUID job,
        @Nullable Instant issuedAt) {

    /** How far it is. */
    enum State {
        /** Nobody has signed; who passes finally joins it. */
        DRAWN,
        /** One party has signed; it does not change any more. */
        HALF_SIGNED,
        /** Both have signed; its files are being made. */
        SIGNED,
        /** Its files are made. */
        ISSUED
    }

    Issue {
        signatures = List.copyOf(signatures);
    }

    /** With nobody in it yet. */
    static Issue empty(String plan, Issuer awardingBody, Issuer college, int number, Instant now) {
        return new Issue(
                Ids.next(),
                plan,
                awardingBody,
                college,
                number,
                0,
                IssueDigest.of(List.of()),
                State.DRAWN,
                now,
                List.of(),
                null,
                null,
                null,
                null);
    }

    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody.code())
                || actor.actsFor(OrganizationKind.COLLEGE, college.code());
    }

    boolean isOpen() {
        return state == State.DRAWN;
    }

    boolean isSignedByBoth() {
        return state == State.SIGNED || state == State.ISSUED;
    }

    /** The same after others joined it, or a photo was found. */
    Issue holding(List<Certificate> printed, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("what somebody has signed does not change: " + id);
        }
        return new Issue(
                id,
                plan,
                awardingBody,
                college,
                number,
                printed.size(),
                IssueDigest.of(printed),
                state,
                now,
                signatures,
                verifyAddress,
                signedAt,
                job,
                issuedAt);
    }

    /**
     * The same after one party gave its word, in either order; both make it ready to be printed.
     *
     * @throws CertificateRefused if it is not what they looked at, they have signed it, or nobody is in it
     */
    Issue signed(Signature given) {
        if (signatures.stream().anyMatch(signature -> signature.party() == given.party())) {
            throw CertificateRefused.of(CertificateRefused.Code.ALREADY_SIGNED);
        }
        if (!digest.equals(given.digest())) {
            throw CertificateRefused.of(CertificateRefused.Code.CHANGED);
        }
        if (people == 0) {
            throw CertificateRefused.of(CertificateRefused.Code.NOTHING_TO_SIGN);
        }
        var isSecond = !signatures.isEmpty();
        return new Issue(
                id,
                plan,
                awardingBody,
                college,
                number,
                people,
                digest,
                isSecond ? State.SIGNED : State.HALF_SIGNED,
                since,
                Stream.concat(signatures.stream(), Stream.of(given)).toList(),
                verifyAddress,
                isSecond ? given.at() : null,
                job,
                issuedAt);
    }

    /** The same while that job makes its files; the address stays the one that the first files have. */
    Issue inWork(UUID by, String address) {
        return new Issue(
                id,
                plan,
                awardingBody,
                college,
                number,
                people,
                digest,
                state,
                since,
                signatures,
                verifyAddress == null ? address : verifyAddress,
                signedAt,
                by,
                issuedAt);
    }

    /** The same once every file is made. */
    Issue issued(Instant now) {
        if (state != State.SIGNED) {
            throw new IllegalStateException("not signed by both, or issued already: " + id);
        }
        return new Issue(
                id,
                plan,
                awardingBody,
                college,
                number,
                people,
                digest,
                State.ISSUED,
                since,
                signatures,
                verifyAddress,
                signedAt,
                job,
                now);
    }

    /** The day that is printed: on which the second party signed. */
    LocalDate issuedOn() {
        if (signedAt == null) {
            throw new IllegalStateException("not signed by both: " + id);
        }
        return LocalDate.ofInstant(signedAt, Window.BEIJING);
    }
}
