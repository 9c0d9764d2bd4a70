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
 * printed is copied from results and catalogue here and once, and with the names that the parties had when their issue was begun; photos and
 * characters that no font had are looked at again until somebody signs.
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

    /** Results and photos are read before the plan is held; what is printed is said by the issue, and that only who holds the plan knows. */
    void fill(String plan, String college, Instant now) {
        var known = certificates.registrations(plan, college);
        var late = results.passed(plan, college).stream()
                .filter(passed -> !known.contains(passed.registration().id()))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        var outline = plans.published(plan).orElseThrow();
        var pictures = photos.files(late.stream().map(FillIssues::enrolment).toList());
        transaction.executeWithoutResult(status -> {
            finished.hold(plan);
            var present = certificates.registrations(plan, college);
            var missing = late.stream()
                    .filter(passed -> !present.contains(passed.registration().id()))
                    .toList();
            if (!missing.isEmpty()) {
                var issue =
                        issues.open(plan, college).orElseGet(() -> begin(plan, outline.awardingBody(), college, now));
                certificates.add(missing.stream()
                        .map(passed -> draft(outline, issue, passed, pictures.get(enrolment(passed))))
                        .toList());
                refresh(issue, now);
            }
        });
    }

    private Certificate draft(PlanOutline plan, Issue issue, PassedResult passed, @Nullable String photo) {
        var exam = new Certificate.Exam(
                plan.code(),
                issue.awardingBody().code(),
                issue.college().code(),
                qualification(plan, passed),
                passed.level());
        var holder = new Holder(passed.name(), passed.number(), passed.ticket(), passed.enrolment());
        return new Certificate(
                new CertificateKey(passed.registration().candidate(), Ids.next()),
                passed.registration().id(),
                issue.id(),
                exam,
                holder,
                photo,
                unprintable(issue, exam, holder),
                printedHash(issue, exam, holder),
                null,
                null,
                1);
    }

    /** As everything that is printed with the names of the issue: an organisation that is renamed meanwhile is called by them until the next one. */
    private String printedHash(Issue issue, Certificate.Exam exam, Holder holder) {
        return certificates.printedHash(exam, holder, issue.awardingBody(), issue.college());
    }

    /** Number, day and address are of characters that every font has. */
    private String unprintable(Issue issue, Certificate.Exam exam, Holder holder) {
        var text = new CertificateText(
                exam.awardingBody(),
                holder.name(),
                holder.idNumber(),
                exam.qualification().name(),
                exam.level(),
                issue.awardingBody().code(),
                issue.awardingBody().name(),
                issue.college().code(),
                issue.college().name(),
                LocalDate.EPOCH,
                Instant.EPOCH,
                "");
        return String.join("", drawing.missing(text));
    }

    private Issue begin(String plan, String awardingBody, String college, Instant now) {
        var begun = Issue.empty(
                plan,
                issuer(OrganizationKind.AWARDING_BODY, awardingBody),
                issuer(OrganizationKind.COLLEGE, college),
                issues.nextNumber(plan, college),
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

    /** Looks once more at an issue that nobody has signed: who has another photo now, and whose name a font has now. */
    boolean lookAgain(Issue open, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            finished.hold(open.plan());
            var issue = issues.find(open.id()).orElseThrow();
            if (!issue.isOpen()) {
                return false;
            }
            var arePhotosNew = findPhotos(issue);
            var areWordsNew = findCharacters(issue);
            if (arePhotosNew || areWordsNew) {
                refresh(issue, now);
            }
            return arePhotosNew || areWordsNew;
        }));
    }

    private boolean findPhotos(Issue issue) {
        var shown = certificates.photos(issue.id());
        var pictures =
                photos.files(shown.stream().map(Certificates.PhotoOf::enrolment).toList());
        var found = new HashMap<CertificateKey, String>();
        for (var certificate : shown) {
            var picture = pictures.get(certificate.enrolment());
            if (picture != null && !picture.equals(certificate.photo())) {
                found.put(certificate.key(), picture);
            }
        }
        certificates.keepPhotos(found);
        return !found.isEmpty();
    }

    private boolean findCharacters(Issue issue) {
        var waiting = certificates.unprintable(issue.id());
        var changed = waiting.stream()
                .map(before -> before.printedAs(
                        unprintable(issue, before.exam(), before.holder()),
                        printedHash(issue, before.exam(), before.holder())))
                .filter(now -> !waiting.contains(now))
                .toList();
        certificates.keepWords(changed);
        return !changed.isEmpty();
    }

    /** Whoever cannot be printed waits in the next issue, when somebody signs this one; whoever asks holds the plan. */
    void holdBack(Issue signed, Instant now) {
        if (!certificates.unprintable(signed.id()).isEmpty()) {
            var next = begin(
                    signed.plan(),
                    signed.awardingBody().code(),
                    signed.college().code(),
                    now);
            certificates.holdBack(signed.id(), next.id());
            findCharacters(next);
            refresh(next, now);
        }
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
}
