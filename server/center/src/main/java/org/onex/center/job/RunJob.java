package org.onex.center.job;

import java.time.Clock;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.contract.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/** Does a job's work and writes down how it went. */
@Service
class RunJob {

    private static final Logger log = LoggerFactory.getLogger(RunJob.class);

    private final Jobs jobs;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    RunJob(Jobs jobs, OrganizationDirectory organizations, Clock clock) {
        this.jobs = jobs;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * @param isStopping whether the product is stopping
     * @return whether it has ended; otherwise it goes on later
     */
    boolean run(UUID id, JobWork work, BooleanSupplier isStopping) {
        var job = jobs.find(id).orElseThrow();
        if (!jobs.begin(id)) {
            jobs.end(id, JobState.CANCELLED, Job.Outcome.NONE, clock.instant());
            return true;
        }
        try {
            var facts = work.run(new Run(job, actor(job), isStopping));
            jobs.end(id, JobState.DONE, new Job.Outcome(null, facts), clock.instant());
            return true;
        } catch (JobStopped stopped) {
            if (stopped.isCancelled()) {
                jobs.end(id, JobState.CANCELLED, Job.Outcome.NONE, clock.instant());
            } else {
                jobs.wait(id);
            }
            return stopped.isCancelled();
        } catch (DomainError refused) {
            fail(job, refused);
            return true;
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException away) {
            log.warn("Job {} {} waits, the database is away: {}", job.kind(), id, away.getMessage());
            return false;
        } catch (RuntimeException unexpected) {
            log.error("Job {} {} broke", job.kind(), id, unexpected);
            fail(job, JobRefused.broken(id.toString()));
            return true;
        }
    }

    private void fail(Job job, DomainError refused) {
        jobs.end(job.id(), JobState.FAILED, new Job.Outcome(refused.code(), refused.facts()), clock.instant());
    }

    private Actor actor(Job job) {
        var organization = organizations.find(job.ownerKind(), job.ownerCode()).orElseThrow();
        return new Actor(job.login(), job.name(), organization);
    }

    private final class Run implements JobRun {

        private final Job job;
        private final Actor actor;
        private final BooleanSupplier isStopping;

        Run(Job job, Actor actor, BooleanSupplier isStopping) {
            this.job = job;
            this.actor = actor;
            this.isStopping = isStopping;
        }

        @Override
        public String subject() {
            return job.subject();
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public void progress(long done, long total) {
            if (!jobs.progress(job.id(), done, total)) {
                throw new JobStopped(true);
            }
            if (isStopping.getAsBoolean()) {
                throw new JobStopped(false);
            }
        }
    }
}
