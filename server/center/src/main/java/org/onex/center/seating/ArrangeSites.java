package org.onex.center.seating;

import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.DomainError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Arranges all sites of a plan, one after another and each for itself: what is arranged is left as it is, and a site that cannot be arranged
 * keeps nobody else waiting.
 */
@Service
class ArrangeSites implements JobWork {

    private static final String KIND = "seating.arrange-sites";

    private final Arrangements arrangements;
    private final ArrangeSeats arrange;
    private final PlanDirectory plans;
    private final StartJob jobs;
    private final AuditTrail trail;

    ArrangeSites(
            Arrangements arrangements, ArrangeSeats arrange, PlanDirectory plans, StartJob jobs, AuditTrail trail) {
        this.arrangements = arrangements;
        this.arrange = arrange;
        this.plans = plans;
        this.jobs = jobs;
        this.trail = trail;
    }

    /** What a job works on, as the text that its subject is. */
    record Round(String plan, long seed) {

        static Round of(String subject) {
            var separator = subject.lastIndexOf(' ');
            return new Round(subject.substring(0, separator), Long.parseLong(subject.substring(separator + 1)));
        }

        String subject() {
            return plan + " " + seed;
        }
    }

    /**
     * @return the job's id
     * @throws SeatingRefused if the actor's body has no such published plan
     */
    @Transactional
    public UUID start(String plan, long seed, Actor actor) {
        var isOurs = plans.published(plan)
                .filter(found -> actor.actsFor(OrganizationKind.AWARDING_BODY, found.awardingBody()))
                .isPresent();
        if (!isOurs) {
            throw SeatingRefused.of(SeatingRefused.Code.PLAN_UNKNOWN, Map.of("plan", plan));
        }
        var job = jobs.start(KIND, new Round(plan, seed).subject(), actor);
        trail.record(actor, KIND, plan, Map.of("seed", seed, "job", job.toString()));
        return job;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var round = Round.of(run.subject());
        var sites = arrangements.frozenOf(round.plan());
        var done = 0;
        var arranged = 0;
        var people = 0;
        for (var site : sites) {
            run.progress(done, sites.size());
            if (site.state() == Arrangement.State.ARRANGED || isArranged(site, round.seed(), run.actor())) {
                arranged++;
                people += site.people();
            }
            done++;
        }
        run.progress(done, sites.size());
        return Map.of("arranged", arranged, "blocked", sites.size() - arranged, "people", people);
    }

    private boolean isArranged(Arrangement site, long seed, Actor actor) {
        try {
            arrange.arrange(site.where(), site.version(), seed, actor);
            return true;
        } catch (DomainError refused) {
            return false;
        }
    }
}
