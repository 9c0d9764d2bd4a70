package org.onex.center.certificate;

/**
 * How far the certificates of a plan are.
 *
 * @param issues            of all colleges that the asker may see
 * @param waitingForBody    issues which the awarding body has not signed; likewise the college
 * @param issued            issues whose files are made
 * @param certificates      that have a number, those that were revoked too
 */
record PlanCertificatesView(
        IssueView.CertificatePlan plan,
        int issues,
        int waitingForBody,
        int waitingForCollege,
        int issued,
        int certificates,
        int revoked) {}
