package org.onex.center.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.contract.kernel.IdNumber;
import org.springframework.stereotype.Component;

/** Finds who and what is meant, in rows of a workbook and in what a page sends. */
@Component
class ReadWishes {

    private final CandidateDirectory candidates;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final QualificationDirectory qualifications;

    ReadWishes(
            CandidateDirectory candidates,
            PlanDirectory plans,
            SiteDirectory sites,
            QualificationDirectory qualifications) {
        this.candidates = candidates;
        this.plans = plans;
        this.sites = sites;
        this.qualifications = qualifications;
    }

    /**
     * What became of names and numbers: a wish, or why there is none.
     *
     * @param wish     null if something that it names is not there or cannot be told from others
     * @param refusals why
     */
    record WishReading(@Nullable Wish wish, List<Refusal> refusals) {

        WishReading {
            refusals = List.copyOf(refusals);
        }

        static WishReading of(Wish wish) {
            return new WishReading(wish, List.of());
        }

        static WishReading refused(List<Refusal> refusals) {
            return new WishReading(null, refusals);
        }
    }

    /** Reads rows whose cells are all filled and right by themselves; one answer each, in their order. */
    List<WishReading> rows(Collection<Map<RegistrationField, String>> rows, Actor actor) {
        var named = new FindNamed(plans, sites, qualifications);
        var numbers = rows.stream()
                .map(row -> IdNumber.of(text(row, RegistrationField.ID_NUMBER)))
                .toList();
        var keys = candidates.enrolled(numbers, actor.organization().code());
        var people = outlines(keys.values());
        var readings = new ArrayList<WishReading>();
        var next = numbers.iterator();
        for (var row : rows) {
            var key = keys.get(next.next());
            readings.add(row(
                    row,
                    key == null ? null : people.get(key),
                    actor.organization().code(),
                    named));
        }
        return readings;
    }

    private static WishReading row(
            Map<RegistrationField, String> row, @Nullable EnrolmentOutline who, String college, FindNamed named) {
        var refusals = new ArrayList<Refusal>();
        requirePerson(row, who, refusals);
        var qualification = named.qualification(text(row, RegistrationField.QUALIFICATION), refusals);
        var plan = named.plan(text(row, RegistrationField.PLAN), qualification, refusals);
        var site = named.site(text(row, RegistrationField.SITE), qualification, college, refusals);
        var level = Level.BY_PRINTED_NAME.get(text(row, RegistrationField.LEVEL));
        var offered = offered(plan, qualification, level, refusals);
        if (refusals.stream().anyMatch(refusal -> refusal.field() == RegistrationField.QUALIFICATION)) {
            // Which of several sites of one name is meant will be clear once the qualification is.
            refusals.removeIf(refusal -> refusal.code() == RegistrationRefused.Code.SITE_AMBIGUOUS);
        }
        return who == null || plan == null || site == null || offered == null || !refusals.isEmpty()
                ? WishReading.refused(refusals)
                : WishReading.of(new Wish(who, plan, offered, site));
    }

    private static void requirePerson(
            Map<RegistrationField, String> row, @Nullable EnrolmentOutline who, List<Refusal> refusals) {
        if (who == null) {
            refusals.add(Refusal.of(RegistrationField.ID_NUMBER, RegistrationRefused.Code.CANDIDATE_UNKNOWN));
            return;
        }
        if (!who.isCalled(text(row, RegistrationField.NAME))) {
            refusals.add(Refusal.of(RegistrationField.NAME, RegistrationRefused.Code.NAME_DIFFERS));
        }
        if (!printed(who.kind()).equals(text(row, RegistrationField.KIND))) {
            refusals.add(Refusal.of(
                    RegistrationField.KIND, RegistrationRefused.Code.KIND_DIFFERS, "expected", printed(who.kind())));
        }
    }

    static String printed(CandidateKind kind) {
        return switch (kind) {
            case COLLEGE -> "院校考生";
            case PUBLIC -> "社会考生";
        };
    }

    /**
     * What a page sends: everything by its key.
     *
     * @param site null for the college's own approved one
     */
    record Choice(
            Collection<EnrolmentKey> people,
            OfferingKey what,
            @Nullable UUID site) {}

    /** Reads what a page sends; one answer for each person, in their order. */
    List<WishReading> choice(Choice choice, Actor actor) {
        var refusals = new ArrayList<Refusal>();
        var college = actor.organization().code();
        var what = choice.what();
        var plan = plans.published(what.plan()).orElse(null);
        if (plan == null) {
            refusals.add(Refusal.of(RegistrationField.PLAN, RegistrationRefused.Code.PLAN_UNKNOWN));
        }
        var qualification = qualifications.find(what.qualification()).orElse(null);
        if (qualification == null) {
            refusals.add(Refusal.of(RegistrationField.QUALIFICATION, RegistrationRefused.Code.QUALIFICATION_UNKNOWN));
        }
        var offered = offered(plan, qualification, what.level(), refusals);
        var site = site(choice.site(), qualification, college);
        if (site == null) {
            refusals.add(Refusal.of(RegistrationField.SITE, RegistrationRefused.Code.SITE_UNKNOWN));
        }
        var people = outlines(choice.people());
        return choice.people().stream()
                .map(key -> {
                    var who = people.get(key);
                    if (who == null || !who.college().equals(college)) {
                        return WishReading.refused(List.of(
                                Refusal.of(RegistrationField.ID_NUMBER, RegistrationRefused.Code.CANDIDATE_UNKNOWN)));
                    }
                    return plan == null || offered == null || site == null
                            ? WishReading.refused(refusals)
                            : WishReading.of(new Wish(who, plan, offered, site));
                })
                .toList();
    }

    private @Nullable SiteOutline site(
            @Nullable UUID chosen, @Nullable QualificationName qualification, String college) {
        var found = chosen == null
                ? sites.approvedOf(college).stream()
                        .filter(site ->
                                qualification != null && site.qualification().equals(qualification.code()))
                        .toList()
                : sites.outlines(List.of(chosen));
        return found.stream().findFirst().orElse(null);
    }

    private Map<EnrolmentKey, EnrolmentOutline> outlines(Collection<EnrolmentKey> keys) {
        return candidates.outlines(keys).stream().collect(Collectors.toMap(EnrolmentOutline::key, Function.identity()));
    }

    private static PlanOutline.@Nullable Offered offered(
            @Nullable PlanOutline plan,
            @Nullable QualificationName qualification,
            @Nullable Level level,
            List<Refusal> refusals) {
        if (plan == null || qualification == null || level == null) {
            return null;
        }
        var offered = plan.offering(qualification.code(), level).orElse(null);
        if (offered == null) {
            refusals.add(
                    plan.offers(qualification.code())
                            ? Refusal.of(
                                    RegistrationField.LEVEL,
                                    RegistrationRefused.Code.LEVEL_NOT_OFFERED,
                                    "offered",
                                    levels(plan, qualification))
                            : Refusal.of(
                                    RegistrationField.QUALIFICATION,
                                    RegistrationRefused.Code.QUALIFICATION_NOT_OFFERED));
        }
        return offered;
    }

    private static List<String> levels(PlanOutline plan, QualificationName qualification) {
        return plan.offerings().stream()
                .filter(offered -> offered.qualification().code().equals(qualification.code()))
                .map(offered -> offered.level().printedName())
                .toList();
    }

    private static String text(Map<RegistrationField, String> row, RegistrationField field) {
        return row.getOrDefault(field, "");
    }
}
