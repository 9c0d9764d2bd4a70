package org.onex.center.dispatch;

import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.SeatingDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan's awarding body has what all sites need packed in the background (打包下发). */
@Service
class StartPacking {

    private final PlanDirectory plans;
    private final SeatingDirectory seating;
    private final StartJob jobs;
    private final AuditTrail trail;

    StartPacking(PlanDirectory plans, SeatingDirectory seating, StartJob jobs, AuditTrail trail) {
        this.plans = plans;
        this.seating = seating;
        this.jobs = jobs;
        this.trail = trail;
    }

    /**
     * @return the job's id
     * @throws DispatchRefused if the actor's body has no such published plan, or nobody has a seat in it
     */
    @Transactional
    UUID start(String plan, Actor actor) {
        var isOurs = plans.published(plan)
                .filter(found -> actor.actsFor(OrganizationKind.AWARDING_BODY, found.awardingBody()))
                .isPresent();
        if (!isOurs) {
            throw DispatchRefused.of(DispatchRefused.Code.PLAN_UNKNOWN);
        }
        if (seating.arrangedSites(plan).isEmpty()) {
            throw DispatchRefused.of(DispatchRefused.Code.NOTHING_ARRANGED);
        }
        var job = jobs.start(PackBundles.KIND, plan, actor);
        trail.record(actor, PackBundles.KIND, plan, Map.of("job", job.toString()));
        return job;
    }
}
