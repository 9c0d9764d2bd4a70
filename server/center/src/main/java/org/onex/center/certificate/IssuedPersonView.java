package org.onex.center.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;

/**
 * Somebody in an issue as people see them.
 *
 * @param idNumber masked
 * @param number   of the certificate; null until both have signed and it has one
 * @param problems why they will not be printed as they should
 */
record IssuedPersonView(
        CertificateKey key,
        String name,
        String idNumber,
        String ticket,
        CertificateView.CertificateQualification qualification,
        Level level,
        @Nullable String number,
        List<IssueView.IssueProblem.Kind> problems) {}
