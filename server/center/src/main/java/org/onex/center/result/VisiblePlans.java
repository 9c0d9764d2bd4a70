package org.onex.center.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsFrozen;
import org.springframework.stereotype.Component;

/** Whose plans have results, and who may know: their awarding body, and colleges that have people in them. */
@Component
class VisiblePlans {

    private final PlanDirectory plans;
    private final RegistrationDirectory registrations;

    VisiblePlans(PlanDirectory plans, RegistrationDirectory registrations) {
        this.plans = plans;
        this.registrations = registrations;
    }

    /** Those that somebody may see, by their codes; who examined nobody owes nobody a result. */
    List<PlanOutline> to(Actor actor) {
        var frozen = registrations.frozenPlans().stream()
                .map(RegistrationsFrozen::plan)
                .collect(Collectors.toSet());
        var isCollege = actor.organization().kind() == OrganizationKind.COLLEGE;
        var inhabited =
                isCollege ? registrations.plansOf(actor.organization().code()) : registrations.inhabited(frozen);
        return inhabited.stream()
                .filter(frozen::contains)
                .sorted()
                .flatMap(code -> plans.published(code).stream())
                .filter(plan -> isCollege || isOwn(plan, actor))
                .toList();
    }

    /**
     * @throws ResultRefused if there is no such plan, or not for this asker
     */
    PlanOutline seen(String code, Actor actor) {
        return frozen(code)
                .filter(plan -> isOwn(plan, actor) || isIn(code, actor))
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.PLAN_UNKNOWN));
    }

    /**
     * @throws ResultRefused if it is not the actor's own body's
     */
    PlanOutline own(String code, Actor actor) {
        return frozen(code)
                .filter(plan -> isOwn(plan, actor))
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.PLAN_UNKNOWN));
    }

    private Optional<PlanOutline> frozen(String code) {
        return registrations.frozenAt(code).flatMap(at -> plans.published(code));
    }

    private static boolean isOwn(PlanOutline plan, Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, plan.awardingBody());
    }

    private boolean isIn(String plan, Actor actor) {
        return Stream.of(actor.organization())
                .filter(one -> one.kind() == OrganizationKind.COLLEGE)
                .anyMatch(one -> !registrations.counts(plan, one.code()).isEmpty());
    }
}
