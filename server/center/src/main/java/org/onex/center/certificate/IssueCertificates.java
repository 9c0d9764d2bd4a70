package org.onex.center.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.organization.Actor;
import org.onex.center.typesetting.Portrait;
import org.onex.contract.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the certificates of an issue that both have signed and makes their files, each once; after a restart it goes on with those that are not
 * made yet. What is printed must be what was signed: both are compared again.
 */
@Component
class IssueCertificates implements JobWork {

    static final String KIND = "certificate.issue";

    private static final Logger log = LoggerFactory.getLogger(IssueCertificates.class);

    private final Issues issues;
    private final Certificates certificates;
    private final CertificateNumbers numbers;
    private final DrawCertificate drawing;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    IssueCertificates(
            Issues issues,
            Certificates certificates,
            CertificateNumbers numbers,
            DrawCertificate drawing,
            FileStore files,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.issues = issues;
        this.certificates = certificates;
        this.numbers = numbers;
        this.drawing = drawing;
        this.files = files;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var id = UUID.fromString(run.subject());
        transaction.executeWithoutResult(status -> number(id));
        var issue = issues.find(id).orElseThrow();
        if (issue.state() != Issue.State.ISSUED) {
            make(issue, run);
            transaction.executeWithoutResult(status -> finish(id, run.actor()));
        }
        return Map.of("files", issue.people());
    }

    /**
     * All at once: two runs that meet number nobody twice, and a run that breaks has taken none. Everybody takes series in one order, or two issues
     * would wait for each other.
     */
    private void number(UUID id) {
        var issue = issues.hold(id);
        var all = certificates.of(id);
        if (!isSigned(issue, all)) {
            throw CertificateRefused.of(CertificateRefused.Code.CHANGED);
        }
        var given = new LinkedHashMap<CertificateKey, CertificateNumber>();
        all.stream()
                .filter(certificate -> certificate.made() == null)
                .collect(Collectors.groupingBy(
                        certificate -> CertificateNumber.Series.of(certificate, issue.issuedOn()),
                        () -> new TreeMap<>(CertificateNumber.Series.ORDER),
                        Collectors.toList()))
                .forEach((series, some) -> give(series, some, given));
        numbers.add(given);
        certificates.number(given, issue.issuedOn());
    }

    private void give(
            CertificateNumber.Series series, List<Certificate> some, Map<CertificateKey, CertificateNumber> given) {
        var taken = numbers.take(series, some.size());
        for (int i = 0; i < some.size(); i++) {
            given.put(some.get(i).key(), taken.get(i));
        }
    }

    private boolean isSigned(Issue issue, List<Certificate> all) {
        var digest = IssueDigest.of(all);
        var parties = issue.signatures().stream()
                .filter(signature -> signature.digest().equals(digest))
                .map(Signature::party)
                .collect(Collectors.toSet());
        return issue.isSignedByBoth()
                && parties.equals(EnumSet.allOf(Party.class))
                && all.stream()
                        .allMatch(certificate -> certificate
                                .printedHash()
                                .equals(certificates.printedHash(
                                        certificate.exam(),
                                        certificate.holder(),
                                        issue.awardingBody(),
                                        issue.college())));
    }

    private void make(Issue issue, JobRun run) {
        var all = certificates.of(issue.id());
        var due = all.stream()
                .filter(certificate -> certificate.issued().file() == null)
                .toList();
        int before = all.size() - due.size();
        var missing = new ArrayList<String>();
        for (int i = 0; i < due.size(); i++) {
            run.progress(before + i - missing.size(), all.size());
            if (!isMade(issue, due.get(i))) {
                missing.add(due.get(i).issued().number());
            }
        }
        run.progress(all.size() - missing.size(), all.size());
        if (!missing.isEmpty()) {
            throw CertificateRefused.filesMissing(missing);
        }
    }

    /** Another run may have made it meanwhile; then that file counts, with the key in it, and nobody ever sees this one. */
    private boolean isMade(Issue issue, Certificate certificate) {
        var key = VerificationKey.random();
        var drawn = draw(issue, certificate, key);
        if (drawn.isEmpty()) {
            return false;
        }
        var made = files.keep(drawn.get());
        transaction.executeWithoutResult(status -> certificates.file(certificate.key(), made, key));
        return true;
    }

    /** One that cannot be drawn keeps nobody behind it waiting; a database that is away or, when it is kept, a disk that is full keeps everybody. */
    private Optional<byte[]> draw(Issue issue, Certificate certificate, VerificationKey key) {
        try {
            return Optional.of(drawing.draw(text(issue, certificate, key), portrait(certificate.photo())));
        } catch (DomainError | DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "The file of certificate {} cannot be made",
                    certificate.key().id(),
                    e);
            return Optional.empty();
        }
    }

    private @Nullable Portrait portrait(@Nullable String photo) {
        return photo == null ? null : new Portrait(photo, () -> files.read(photo)).plain();
    }

    private static CertificateText text(Issue issue, Certificate certificate, VerificationKey key) {
        return new CertificateText(
                certificate.issued().number(),
                certificate.holder().name(),
                certificate.holder().idNumber(),
                certificate.exam().qualification().name(),
                certificate.exam().level(),
                issue.awardingBody().code(),
                issue.awardingBody().name(),
                issue.college().code(),
                issue.college().name(),
                certificate.issued().issuedOn(),
                issue.signedAt(),
                issue.course().verifyAddress() + "#key=" + key.value());
    }

    private void finish(UUID id, Actor actor) {
        var issue = issues.hold(id);
        if (issue.state() == Issue.State.SIGNED) {
            issues.change(issue.issued(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            trail.record(actor, "certificate.issue", id.toString(), Map.of("certificates", issue.people()));
        }
    }
}
