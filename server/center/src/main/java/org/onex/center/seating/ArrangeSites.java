package org.onex.center.seating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Arranges all sites of a plan, one after another and each for itself: what is arranged is left as it is, and a site that cannot be arranged
 * keeps nobody else waiting.
 */
@Service
class ArrangeSites implements JobWork {

    private static final Logger log = LoggerFactory.getLogger(ArrangeSites.class);
    private static final String KIND = "seating.arrange-sites";
    private static final String UNEXPECTED = "unexpected";
    private static final int MOST_NAMED = 20;

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
        var refused = new ArrayList<String>();
        var people = 0;
        for (int done = 0; done < sites.size(); done++) {
            run.progress(done, sites.size());
            var site = sites.get(done);
            var code = refusal(site.where(), round.seed(), run.actor());
            if (code == null) {
                people += site.people();
            } else {
                refused.add(site.names().site() + ": " + code);
            }
        }
        run.progress(sites.size(), sites.size());
        return outcome(sites.size() - refused.size(), people, refused);
    }

    private static Map<String, Object> outcome(int arranged, int people, List<String> refused) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("arranged", arranged);
        outcome.put("blocked", refused.size());
        outcome.put("people", people);
        if (!refused.isEmpty() && refused.size() <= MOST_NAMED) {
            outcome.put("refused", List.copyOf(refused));
        }
        return outcome;
    }

    /** The code of what keeps a site from being arranged; null if it is arranged now. */
    private @Nullable String refusal(PlanSite where, long seed, Actor actor) {
        try {
            // Since the job began its college may have opened other rooms.
            var site = arrangements.visible(where, actor);
            if (site.state() != Arrangement.State.ARRANGED) {
                arrange.arrange(where, site.version(), seed, actor);
            }
            return null;
        } catch (DomainError refused) {
            return refused.code();
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException away) {
            // No site's own trouble: the job waits.
            throw away;
        } catch (RuntimeException unexpected) {
            log.error("The site {} could not be arranged", where, unexpected);
            return UNEXPECTED;
        }
    }
}
