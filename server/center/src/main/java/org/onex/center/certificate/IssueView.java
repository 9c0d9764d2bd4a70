package org.onex.center.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue as people see it.
 *
 * @param number   which one it is of this plan and college, from 1
 * @param people   for whom certificates are printed
 * @param drawnAt  when somebody last joined it
 * @param digest   of everything that will be printed; who signs names it
 * @param cleared  whether the college owes nothing for the plan, so that its certificates can be downloaded
 * @param problems who will not be printed as they should
 * @param job      that makes the files, once both have signed
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
        List<IssueProblem> problems,
        @Nullable UUID job,
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
     * Somebody who will not be printed as they should.
     *
     * @param name       theirs
     * @param characters that no font has; empty for other problems
     */
    record IssueProblem(String name, Kind kind, String characters) {

        /** What is the matter. */
        enum Kind {
            /** No photo of theirs is known; the certificate will have none. */
            NO_PHOTO,
            /** Their name has characters that no font has; they wait for the next issue. */
            NO_GLYPH
        }
    }
}
