package org.onex.center.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue as people see it. It names nobody whose certificate stands in it.
 *
 * @param number   which one it is of this plan and college, from 1
 * @param people   for whom certificates are printed
 * @param drawnAt  when somebody last joined it
 * @param digest   of everything that will be printed; who signs names it
 * @param cleared  whether the college owes nothing for the plan, so that its certificates can be downloaded
 * @param problems how many will not be printed as they should
 * @param making   how far its files are; null until both have signed
 */
record IssueView(
        UUID id,
        CertificatePlan plan,
        CertificateCollege college,
        String awardingBody,
        int number,
        int people,
        Issue.State state,
        OffsetDateTime drawnAt,
        String digest,
        List<IssueSignature> signatures,
        boolean cleared,
        IssueProblems problems,
        @Nullable Making making,
        @Nullable OffsetDateTime issuedAt) {

    /** A plan by its code. */
    record CertificatePlan(String code, String name) {}

    /** A college by its code. */
    record CertificateCollege(String code, String name) {}

    /**
     * Who has signed.
     *
     * @param organization its name
     * @param by           the name of the person who signed for it
     */
    record IssueSignature(Party party, String organization, String by, OffsetDateTime at) {}

    /**
     * How many will not be printed as they should.
     *
     * @param noPhoto no photo of theirs is known; the certificate will have none
     * @param noGlyph their name has characters that no font has; they wait for the next issue
     */
    record IssueProblems(int noPhoto, int noGlyph) {}
}
