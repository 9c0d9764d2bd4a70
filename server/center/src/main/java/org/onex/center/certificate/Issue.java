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
 * @param number  which one it is of this plan and college, from 1
 * @param content for whom certificates are printed
 * @param course  what has become of it
 */
record Issue(UUID id, String plan, Issuer awardingBody, Issuer college, int number, Content content, Course course) {

    /**
     * What is signed.
     *
     * @param people for whom certificates are printed
     * @param digest of everything that will be printed
     * @param since  when somebody last joined it
     */
    record Content(int people, String digest, Instant since) {

        static Content of(List<Certificate> printed, Instant now) {
            return new Content(printed.size(), IssueDigest.of(printed), now);
        }
    }

    /**
     * Who has signed it, and how far its files are.
     *
     * @param verifyAddress where everybody can ask whether its certificates are genuine; known once both have signed, as {@code signedAt}
     * @param job           that makes its files
     */
    record Course(
            State state,
            List<Signature> signatures,
            @Nullable String verifyAddress,
            @Nullable Instant signedAt,
            @Nullable UUID job,
            @Nullable Instant issuedAt) {

        static final Course BEGUN = new Course(State.DRAWN, List.of(), null, null, null, null);

        Course {
            signatures = List.copyOf(signatures);
        }

        private Course signed(Signature given) {
            var isSecond = !signatures.isEmpty();
            var both = Stream.concat(signatures.stream(), Stream.of(given)).toList();
            return new Course(
                    isSecond ? State.SIGNED : State.HALF_SIGNED, both, null, isSecond ? given.at() : null, null, null);
        }

        private Course inWork(UUID by, String address) {
            return new Course(state, signatures, address, signedAt, by, null);
        }

        private Course issued(Instant now) {
            return new Course(State.ISSUED, signatures, verifyAddress, signedAt, job, now);
        }
    }

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

    /** With nobody in it yet. */
    static Issue empty(String plan, Issuer awardingBody, Issuer college, int number, Instant now) {
        return new Issue(Ids.next(), plan, awardingBody, college, number, Content.of(List.of(), now), Course.BEGUN);
    }

    private Issue with(Content changed, Course gone) {
        return new Issue(id, plan, awardingBody, college, number, changed, gone);
    }

    /** The same, read with its signatures. */
    Issue asSignedBy(List<Signature> given) {
        return with(
                content,
                new Course(state(), given, course.verifyAddress(), course.signedAt(), course.job(), course.issuedAt()));
    }

    int people() {
        return content.people();
    }

    String digest() {
        return content.digest();
    }

    State state() {
        return course.state();
    }

    List<Signature> signatures() {
        return course.signatures();
    }

    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody.code())
                || actor.actsFor(OrganizationKind.COLLEGE, college.code());
    }

    /** Whether somebody may know how far it is: its parties, and whoever runs the installation, without seeing who is in it. */
    boolean isOverseenBy(Actor actor) {
        return isVisibleTo(actor) || actor.organization().kind() == OrganizationKind.PLATFORM;
    }

    boolean isOpen() {
        return state() == State.DRAWN;
    }

    boolean isSignedByBoth() {
        return state() == State.SIGNED || state() == State.ISSUED;
    }

    /** The same after others joined it, or a photo was found. */
    Issue holding(List<Certificate> printed, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("what somebody has signed does not change: " + id);
        }
        return with(Content.of(printed, now), course);
    }

    /**
     * The same after one party gave its word, in either order; both make it ready to be printed.
     *
     * @throws CertificateRefused if it is not what they looked at, they have signed it, or nobody is in it
     */
    Issue signed(Signature given) {
        if (signatures().stream().anyMatch(signature -> signature.party() == given.party())) {
            throw CertificateRefused.of(CertificateRefused.Code.ALREADY_SIGNED);
        }
        if (!digest().equals(given.digest())) {
            throw CertificateRefused.of(CertificateRefused.Code.CHANGED);
        }
        if (people() == 0) {
            throw CertificateRefused.of(CertificateRefused.Code.NOTHING_TO_SIGN);
        }
        return with(content, course.signed(given));
    }

    /** The same while that job makes its files; the address stays the one that the first files have. */
    Issue inWork(UUID by, String address) {
        var first = course.verifyAddress();
        return with(content, course.inWork(by, first == null ? address : first));
    }

    /** The same once every file is made. */
    Issue issued(Instant now) {
        if (state() != State.SIGNED) {
            throw new IllegalStateException("not signed by both, or issued already: " + id);
        }
        return with(content, course.issued(now));
    }

    /** The day that is printed: on which the second party signed. */
    LocalDate issuedOn() {
        return LocalDate.ofInstant(signedAt(), Window.BEIJING);
    }

    /** When the second party signed. */
    Instant signedAt() {
        var both = course.signedAt();
        if (both == null) {
            throw new IllegalStateException("not signed by both: " + id);
        }
        return both;
    }
}
