package org.onex.center.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.fee.FeeDirectory;
import org.onex.center.job.JobDirectory;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Makes views of issues and certificates, with what other modules know of them now. */
@Component
class CertificateViews {

    private static final IssueView.IssueProblems NO_PROBLEMS = new IssueView.IssueProblems(0, 0);

    private final Issues issues;
    private final Certificates certificates;
    private final PlanDirectory plans;
    private final OrganizationDirectory organizations;
    private final FeeDirectory fees;
    private final JobDirectory jobs;

    CertificateViews(
            Issues issues,
            Certificates certificates,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            FeeDirectory fees,
            JobDirectory jobs) {
        this.issues = issues;
        this.certificates = certificates;
        this.plans = plans;
        this.organizations = organizations;
        this.fees = fees;
        this.jobs = jobs;
    }

    List<PlanCertificatesView> plans(List<IssueList.PlanRow> rows) {
        var names = plans.names(rows.stream().map(IssueList.PlanRow::plan).toList());
        return rows.stream()
                .map(row -> new PlanCertificatesView(
                        plan(row.plan(), names),
                        row.issues(),
                        row.waitingForBody(),
                        row.waitingForCollege(),
                        row.issued(),
                        row.certificates(),
                        row.revoked()))
                .toList();
    }

    IssueView issue(Issue issue) {
        return issues(List.of(issue)).getFirst();
    }

    List<IssueView> issues(List<Issue> some) {
        var names = plans.names(some.stream().map(Issue::plan).toList());
        var problems = certificates.problems(some.stream().map(Issue::id).toList());
        var cleared = new Cleared();
        var makings = makings(some);
        return issues.withSignatures(some).stream()
                .map(issue -> {
                    var plan = plan(issue.plan(), names);
                    var isCleared = cleared.of(issue.college().code(), issue.plan());
                    return view(
                            issue,
                            plan,
                            problems.getOrDefault(issue.id(), NO_PROBLEMS),
                            isCleared,
                            makings.get(issue.id()));
                })
                .toList();
    }

    private static IssueView view(
            Issue issue,
            IssueView.CertificatePlan plan,
            IssueView.IssueProblems problems,
            boolean cleared,
            @Nullable Making making) {
        var issuedAt = issue.course().issuedAt();
        return new IssueView(
                issue.id(),
                plan,
                new IssueView.CertificateCollege(
                        issue.college().code(), issue.college().name()),
                issue.awardingBody().name(),
                issue.number(),
                issue.people(),
                issue.state(),
                Window.inBeijing(issue.content().since()),
                issue.digest(),
                issue.signatures().stream()
                        .map(signature -> new IssueView.IssueSignature(
                                signature.party(),
                                signature.organization(),
                                signature.name(),
                                Window.inBeijing(signature.at())))
                        .toList(),
                cleared,
                problems,
                making,
                issuedAt == null ? null : Window.inBeijing(issuedAt));
    }

    /** How far the files of those are that both have signed, by issue. */
    private Map<UUID, Making> makings(List<Issue> some) {
        var inWork = some.stream()
                .filter(issue -> issue.state() == Issue.State.SIGNED)
                .toList();
        var made = certificates.made(inWork.stream().map(Issue::id).toList());
        var known = jobs.jobs(inWork.stream()
                .flatMap(issue -> Stream.ofNullable(issue.course().job()))
                .toList());
        return some.stream()
                .filter(Issue::isSignedByBoth)
                .collect(Collectors.toMap(
                        Issue::id,
                        issue -> issue.state() == Issue.State.ISSUED
                                ? Making.done(issue.people())
                                : Making.by(
                                        Optional.ofNullable(issue.course().job())
                                                .map(known::get),
                                        made.getOrDefault(issue.id(), 0),
                                        issue.people())));
    }

    static IssuedPersonView person(Certificate certificate) {
        var made = certificate.made();
        return new IssuedPersonView(
                certificate.key(),
                certificate.holder().name(),
                certificate.holder().idNumber().masked(),
                certificate.holder().ticket(),
                qualification(certificate),
                certificate.exam().level(),
                made == null ? null : made.number(),
                certificate.photo() != null,
                certificate.unprintable());
    }

    CertificateView certificate(Certificate certificate) {
        return certificates(List.of(certificate)).getFirst();
    }

    List<CertificateView> certificates(List<Certificate> some) {
        var names = plans.names(
                some.stream().map(certificate -> certificate.exam().plan()).toList());
        var colleges = organizations.names(
                OrganizationKind.COLLEGE,
                some.stream()
                        .map(certificate -> certificate.exam().college())
                        .distinct()
                        .toList());
        var cleared = new Cleared();
        return some.stream()
                .map(certificate -> {
                    var exam = certificate.exam();
                    var college = new IssueView.CertificateCollege(
                            exam.college(), colleges.getOrDefault(exam.college(), exam.college()));
                    var plan = plan(exam.plan(), names);
                    return view(certificate, college, plan, cleared.of(exam.college(), exam.plan()));
                })
                .toList();
    }

    private static CertificateView view(
            Certificate certificate,
            IssueView.CertificateCollege college,
            IssueView.CertificatePlan plan,
            boolean cleared) {
        var made = certificate.issued();
        return new CertificateView(
                certificate.key(),
                certificate.issue(),
                made.number(),
                certificate.holder().name(),
                certificate.holder().idNumber().masked(),
                college,
                plan,
                qualification(certificate),
                certificate.exam().level(),
                made.issuedOn(),
                certificate.state(),
                revocation(certificate.revoked()),
                cleared,
                certificate.version());
    }

    private static CertificateView.@Nullable CertificateRevocation revocation(
            Certificate.@Nullable Revocation revoked) {
        return revoked == null
                ? null
                : new CertificateView.CertificateRevocation(
                        Window.inBeijing(revoked.at()), revoked.reason(), revoked.by());
    }

    private static CertificateView.CertificateQualification qualification(Certificate certificate) {
        var qualification = certificate.exam().qualification();
        return new CertificateView.CertificateQualification(qualification.code(), qualification.name());
    }

    private static IssueView.CertificatePlan plan(String code, Map<String, String> names) {
        return new IssueView.CertificatePlan(code, names.getOrDefault(code, code));
    }

    /** The names that are printed on a certificate: those of its issue. */
    Issue issueOf(Certificate certificate) {
        UUID issue = certificate.issue();
        return issues.find(issue).orElseThrow();
    }

    /** Who has paid, asked once for each college and plan of a list. */
    private final class Cleared {

        private final Map<String, Boolean> asked = new HashMap<>();

        boolean of(String college, String plan) {
            return asked.computeIfAbsent(college + " " + plan, key -> fees.isCleared(college, plan));
        }
    }
}
