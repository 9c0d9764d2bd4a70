package org.onex.center.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onex.center.audit.AuditTrail;
import org.onex.center.fee.FeeDirectory;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.result.Proof;
import org.onex.center.result.ResultDirectory;
import org.onex.center.typesetting.Portrait;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody gets certificates as files (证书下载): officers those they may see, candidates their own; only while the college owes nothing for the plan
 * (002 §证书颁发). Whatever anybody gets stands on the audit trail before they have it.
 */
@Service
class HandOutCertificates {

    /** Whoever has proven who they are, without an account. */
    private static final Actor PORTAL =
            new Actor("portal", "考生本人", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));

    private final Certificates certificates;
    private final Issues issues;
    private final FeeDirectory fees;
    private final ResultDirectory results;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    HandOutCertificates(
            Certificates certificates,
            Issues issues,
            FeeDirectory fees,
            ResultDirectory results,
            FileStore files,
            TransactionTemplate transaction,
            AuditTrail trail) {
        this.certificates = certificates;
        this.issues = issues;
        this.fees = fees;
        this.results = results;
        this.files = files;
        this.transaction = transaction;
        this.trail = trail;
    }

    /** A file and the number after which it is called. */
    static final class Copy {

        private final String number;
        private final byte[] content;

        private Copy(String number, byte[] content) {
            this.number = number;
            this.content = content;
        }

        String number() {
            return number;
        }

        byte[] content() {
            return content.clone();
        }
    }

    Copy file(CertificateKey key, Actor actor) {
        var copy = copy(certificates
                .find(key)
                .filter(certificate -> certificate.isVisibleTo(actor))
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.UNKNOWN)));
        record(actor, "certificate.hand-out-file", key.text(), Map.of("number", copy.number()));
        return copy;
    }

    /**
     * The photo that is printed on one of an issue, in small.
     *
     * @param issue that whoever asks may see
     * @throws CertificateRefused if it does not stand in the issue, or has none
     */
    byte[] photo(Issue issue, CertificateKey key) {
        var photo = certificates
                .find(key)
                .filter(certificate -> certificate.issue().equals(issue.id()))
                .map(Certificate::photo)
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.UNKNOWN));
        return new Portrait(photo, () -> files.read(photo)).small();
    }

    /** Says that all files of an issue are handed out, before they are written. */
    Issue archive(UUID id, Actor actor) {
        var issue = issues.find(id)
                .filter(some -> some.isVisibleTo(actor))
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.ISSUE_UNKNOWN));
        if (issue.state() != Issue.State.ISSUED) {
            throw CertificateRefused.of(CertificateRefused.Code.NOT_ISSUED);
        }
        requireCleared(issue.college().code(), issue.plan());
        record(actor, "certificate.hand-out-issue", id.toString(), Map.of("plan", issue.plan()));
        return issue;
    }

    /** Writes the files of an issue that still hold, one after another. */
    void write(Issue issue, OutputStream stream) throws IOException {
        var dated = LocalDateTime.ofInstant(issue.content().since(), Window.BEIJING);
        // Not closed when something breaks: closing writes the list of contents, and what is incomplete would open as
        // if it were all.
        var zip = new ZipOutputStream(stream);
        for (var certificate : certificates.of(issue.id())) {
            if (certificate.state() == Certificate.State.VALID) {
                var content = files.read(certificate.fileToHandOut());
                var entry = new ZipEntry(certificate.issued().number() + ".pdf");
                entry.setTimeLocal(dated);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        zip.close();
    }

    /**
     * A candidate's own certificate.
     *
     * @param address where the question comes from
     * @throws CertificateRefused if there is none, which is also the answer to everybody who proves nothing
     */
    Certificate own(Proof proof, String address) {
        return results.prove(proof, address)
                .flatMap(proven -> certificates.ofRegistration(
                        proven.registration().candidate(), proven.registration().id()))
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.NONE));
    }

    Copy ownFile(Proof proof, String address) {
        var certificate = own(proof, address);
        var copy = copy(certificate);
        record(PORTAL, "certificate.hand-out-own", certificate.key().text(), Map.of("number", copy.number()));
        return copy;
    }

    boolean isCleared(Certificate certificate) {
        return fees.isCleared(certificate.exam().college(), certificate.exam().plan());
    }

    private Copy copy(Certificate certificate) {
        var file = certificate.fileToHandOut();
        requireCleared(certificate.exam().college(), certificate.exam().plan());
        return new Copy(certificate.issued().number(), files.read(file));
    }

    private void requireCleared(String college, String plan) {
        if (!fees.isCleared(college, plan)) {
            throw CertificateRefused.of(CertificateRefused.Code.FEE_NOT_CLEARED);
        }
    }

    private void record(Actor actor, String act, String subject, Map<String, ?> facts) {
        transaction.executeWithoutResult(status -> trail.record(actor, act, subject, facts));
    }
}
