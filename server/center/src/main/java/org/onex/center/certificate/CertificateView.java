package org.onex.center.certificate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;

/**
 * A certificate as people of its awarding body and of its college see it.
 *
 * @param issue    in which it was signed
 * @param idNumber masked
 * @param cleared  whether the college owes nothing for the plan, so that it can be downloaded
 * @param version  who revokes it names the one they looked at
 */
record CertificateView(
        CertificateKey key,
        UUID issue,
        String number,
        String name,
        String idNumber,
        IssueView.CertificateCollege college,
        IssueView.CertificatePlan plan,
        CertificateQualification qualification,
        Level level,
        LocalDate issuedOn,
        Certificate.State state,
        @Nullable CertificateRevocation revoked,
        boolean cleared,
        int version) {

    /** A qualification by its code. */
    record CertificateQualification(String code, String name) {}

    /** Why it does not hold any more, and who said so when. */
    record CertificateRevocation(OffsetDateTime at, String reason, String by) {}
}
