package org.onex.center.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.onex.center.candidate.EnrolmentEnded;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people on their college's roster as long as they are registered for an exam that is not over; the college withdraws them first. */
@Component
class KeepRegistered {

    private final Registrations registrations;
    private final PlanDirectory plans;
    private final Clock clock;

    KeepRegistered(Registrations registrations, PlanDirectory plans, Clock clock) {
        this.registrations = registrations;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * @throws RegistrationRefused if they are
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EnrolmentEnded ended) {
        var candidate = ended.key().candidate();
        registrations.lockPeople(List.of(candidate));
        var now = clock.instant();
        registrations.standing(List.of(candidate)).getOrDefault(candidate, List.of()).stream()
                .filter(one -> one.who().enrolment().equals(ended.key().enrolment()))
                .filter(one -> isAhead(one.what(), now))
                .findFirst()
                .ifPresent(one -> {
                    throw RegistrationRefused.of(
                            RegistrationRefused.Code.CANDIDATE_REGISTERED,
                            Map.of(
                                    "plan",
                                    plans.published(one.what().plan())
                                            .map(PlanOutline::name)
                                            .orElse(one.what().plan())));
                });
    }

    private boolean isAhead(OfferingKey what, Instant now) {
        return plans.published(what.plan())
                .flatMap(plan -> plan.offering(what.qualification(), what.level()))
                .filter(offered -> offered.spans().stream().map(Window::closes).anyMatch(now::isBefore))
                .isPresent();
    }
}
