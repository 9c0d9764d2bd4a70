package org.onex.center.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.result.PassedResult;
import org.onex.center.result.ResultDirectory;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts whoever passed for good and stands in no issue yet into the one of their plan and college that nobody has signed, or into a new one. What is
 * printed is copied from results, catalogue and parties here and once; only a photo that was missing is looked for again.
 */
@Component
class FillIssues {

    private final ResultDirectory results;
    private final PlanDirectory plans;
    private final OrganizationDirectory organizations;
    private final PhotoDirectory photos;
    private final FinishedPlans finished;
    private final Issues issues;
    private final Certificates certificates;
    private final DrawCertificate drawing;
    private final TransactionTemplate transaction;

    FillIssues(
            ResultDirectory results,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            PhotoDirectory photos,
            FinishedPlans finished,
            Issues issues,
            Certificates certificates,
            DrawCertificate drawing,
            TransactionTemplate transaction) {
        this.results = results;
        this.plans = plans;
        this.organizations = organizations;
        this.photos = photos;
        this.finished = finished;
        this.issues = issues;
        this.certificates = certificates;
        this.drawing = drawing;
        this.transaction = transaction;
    }

    /** Reading, fonts and photos come before the plan is held. */
    void fill(String plan, String college, Instant now) {
        var known = certificates.registrations(plan, college);
        var late = results.passed(plan, college).stream()
                .filter(passed -> !known.contains(passed.registration().id()))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        var drafts = drafts(plans.published(plan).orElseThrow(), college, late);
        transaction.executeWithoutResult(status -> {
            finished.hold(plan);
            var present = certificates.registrations(plan, college);
            var missing = drafts.stream()
                    .filter(draft -> !present.contains(draft.registration()))
                    .toList();
            if (!missing.isEmpty()) {
                join(missing, now);
            }
        });
    }

    private List<Certificate> drafts(PlanOutline plan, String college, List<PassedResult> passed) {
        var pictures = photos.files(passed.stream().map(FillIssues::enrolment).toList());
        return passed.stream()
                .map(some -> {
                    var exam = new Certificate.Exam(
                            plan.code(), plan.awardingBody(), college, qualification(plan, some), some.level());
                    var holder = new Holder(some.name(), some.number(), some.ticket(), some.enrolment());
                    return draft(some, exam, holder, pictures.get(enrolment(some)));
                })
                .toList();
    }

    private Certificate draft(PassedResult passed, Certificate.Exam exam, Holder holder, @Nullable String photo) {
        var body = issuer(OrganizationKind.AWARDING_BODY, exam.awardingBody());
        var college = issuer(OrganizationKind.COLLEGE, exam.college());
        return new Certificate(
                new CertificateKey(passed.registration().candidate(), Ids.next()),
                passed.registration().id(),
                Ids.next(),
                exam,
                holder,
                photo,
                String.join("", drawing.missing(text(exam, holder, body, college))),
                certificates.printedHash(exam, holder, body, college),
                null,
                null,
                1);
    }

    /** Number, day and address are of characters that every font has. */
    private static CertificateText text(Certificate.Exam exam, Holder holder, Issuer body, Issuer college) {
        return new CertificateText(
                exam.awardingBody(),
                holder.name(),
                holder.idNumber(),
                exam.qualification().name(),
                exam.level(),
                body.code(),
                body.name(),
                college.code(),
                college.name(),
                LocalDate.EPOCH,
                Instant.EPOCH,
                "");
    }

    private void join(List<Certificate> drafts, Instant now) {
        var exam = drafts.getFirst().exam();
        var issue = issues.open(exam.plan(), exam.college()).orElseGet(() -> begin(exam, now));
        certificates.add(drafts.stream().map(draft -> draft.in(issue.id())).toList());
        refresh(issue, now);
    }

    private Issue begin(Certificate.Exam exam, Instant now) {
        var begun = Issue.empty(
                exam.plan(),
                issuer(OrganizationKind.AWARDING_BODY, exam.awardingBody()),
                issuer(OrganizationKind.COLLEGE, exam.college()),
                issues.nextNumber(exam.plan(), exam.college()),
                now);
        issues.add(begun);
        return begun;
    }

    private void refresh(Issue issue, Instant now) {
        issues.change(issue.holding(printed(issue.id()), now));
    }

    private List<Certificate> printed(UUID issue) {
        return certificates.of(issue).stream().filter(Certificate::isPrintable).toList();
    }

    /** Photos that came after somebody had joined an issue which nobody has signed. */
    boolean findPhotos(Instant now) {
        var wasSomething = false;
        for (var issue : issues.openWithoutPhotos()) {
            wasSomething |= Boolean.TRUE.equals(transaction.execute(status -> {
                finished.hold(issue.plan());
                return findPhotos(issues.find(issue.id()).orElseThrow(), now);
            }));
        }
        return wasSomething;
    }

    private boolean findPhotos(Issue issue, Instant now) {
        if (!issue.isOpen()) {
            return false;
        }
        var without = certificates.of(issue.id()).stream()
                .filter(certificate -> certificate.photo() == null)
                .toList();
        var pictures = photos.files(without.stream().map(FillIssues::enrolment).toList());
        var found = new HashMap<CertificateKey, String>();
        for (var certificate : without) {
            var picture = pictures.get(enrolment(certificate));
            if (picture != null) {
                found.put(certificate.key(), picture);
            }
        }
        if (found.isEmpty()) {
            return false;
        }
        certificates.keepPhotos(found);
        refresh(issue, now);
        return true;
    }

    /** Whoever cannot be printed waits in the next issue, when somebody signs this one; whoever asks holds the plan. */
    void holdBack(Issue signed, Instant now) {
        var exam = certificates.flawed(List.of(signed.id())).stream()
                .filter(certificate -> !certificate.isPrintable())
                .map(Certificate::exam)
                .findFirst();
        exam.ifPresent(
                some -> certificates.holdBack(signed.id(), begin(some, now).id()));
    }

    private static QualificationName qualification(PlanOutline plan, PassedResult passed) {
        return plan.offering(passed.qualification(), passed.level())
                .orElseThrow()
                .qualification();
    }

    private Issuer issuer(OrganizationKind kind, String code) {
        return new Issuer(code, organizations.find(kind, code).orElseThrow().name());
    }

    private static EnrolmentKey enrolment(PassedResult passed) {
        return new EnrolmentKey(passed.registration().candidate(), passed.enrolment());
    }

    private static EnrolmentKey enrolment(Certificate certificate) {
        return new EnrolmentKey(
                certificate.key().candidate(), certificate.holder().enrolment());
    }
}
