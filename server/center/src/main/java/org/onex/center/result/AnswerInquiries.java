package org.onex.center.result;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;

/** Tells candidates what came of their own registration (成绩查询): nothing before the results are public, then every subject and the rule. */
@Service
class AnswerInquiries {

    private final ProveCandidate proofs;
    private final Sheets sheets;
    private final Results results;
    private final PlanDirectory plans;
    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    /**
     * What candidates learn of their own registration (成绩查询). Nothing in it is an ID number.
     *
     * @param printed     what the notice says; null if it prints no days
     * @param opens       null, as closes, while nobody knows
     * @param entries     null before the opening, as the outcome
     * @param eachAtLeast who has so many points in every subject has passed
     */
    record InquiryAnswer(
            String name,
            InquiryPlan plan,
            String college,
            String qualification,
            Level level,
            State state,
            SheetView.@Nullable PublicityDays printed,
            @Nullable OffsetDateTime opens,
            @Nullable OffsetDateTime closes,
            @Nullable List<InquiryEntry> entries,
            @Nullable Integer eachAtLeast,
            Result.@Nullable Outcome outcome) {

        InquiryAnswer {
            entries = entries == null ? null : List.copyOf(entries);
        }

        record InquiryEntry(
                Subject subject,
                Entry.Status status,
                @Nullable Integer score,
                int full) {}

        record InquiryPlan(String name) {}

        /** How far it is. */
        enum State {
            /** Nothing is public. */
            NOT_YET,
            /** 公示中: the college may ask for a review. */
            PUBLICITY,
            /** 复核中. */
            UNDER_REVIEW,
            /** Nothing changes any more. */
            FINAL
        }
    }

    AnswerInquiries(
            ProveCandidate proofs,
            Sheets sheets,
            Results results,
            PlanDirectory plans,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations,
            Clock clock) {
        this.proofs = proofs;
        this.sheets = sheets;
        this.results = results;
        this.plans = plans;
        this.qualifications = qualifications;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * @param address where the question comes from
     * @throws ResultRefused if it proves nothing, or was asked too often
     */
    InquiryAnswer answer(Proof proof, String address) {
        var who = proofs.prove(proof, address).orElseThrow(() -> ResultRefused.of(ResultRefused.Code.NOT_FOUND));
        var now = clock.instant();
        var sheet = sheets.find(who.plan()).orElse(null);
        var isPublic = sheet != null && sheet.isPublicAt(now);
        var stored = isPublic ? results.find(who.registration()).orElse(null) : null;
        return answer(who, sheet, stored);
    }

    private InquiryAnswer answer(ProvenCandidate who, @Nullable Sheet sheet, Results.@Nullable Stored stored) {
        var plan = plans.published(who.plan()).orElseThrow();
        var offered = plan.offering(who.qualification(), who.level()).orElseThrow();
        var window = sheet == null ? null : sheet.publicity();
        return new InquiryAnswer(
                who.name(),
                new InquiryAnswer.InquiryPlan(plan.name()),
                college(who.college()),
                offered.qualification().name(),
                who.level(),
                state(stored),
                printed(plan.publicity()),
                window == null ? null : Window.inBeijing(window.opens()),
                window == null ? null : Window.inBeijing(window.closes()),
                stored == null
                        ? null
                        : stored.result().entries().stream()
                                .map(AnswerInquiries::entry)
                                .toList(),
                eachAtLeast(who, offered),
                stored == null ? null : stored.result().outcome());
    }

    /** What officers wrote down is not told. */
    private static InquiryAnswer.InquiryEntry entry(Entry entry) {
        return new InquiryAnswer.InquiryEntry(entry.subject(), entry.status(), entry.score(), entry.full());
    }

    private static InquiryAnswer.State state(Results.@Nullable Stored stored) {
        if (stored == null) {
            return InquiryAnswer.State.NOT_YET;
        }
        if (stored.finalAt() != null) {
            return InquiryAnswer.State.FINAL;
        }
        return stored.pendingReviews() > 0 ? InquiryAnswer.State.UNDER_REVIEW : InquiryAnswer.State.PUBLICITY;
    }

    private String college(String code) {
        return organizations
                .find(OrganizationKind.COLLEGE, code)
                .map(Organization::name)
                .orElse(code);
    }

    private static SheetView.@Nullable PublicityDays printed(PlanOutline.@Nullable Days days) {
        return days == null ? null : new SheetView.PublicityDays(days.from(), days.to());
    }

    private @Nullable Integer eachAtLeast(ProvenCandidate who, PlanOutline.Offered offered) {
        return qualifications
                .scheme(who.qualification(), who.level(), offered.schemeVersion())
                .map(scheme -> scheme.eachAtLeast())
                .orElse(null);
    }
}
