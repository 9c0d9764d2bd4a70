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

    /** Whatever takes the whole product down three times without getting any further is not tried a fourth time. */
    private static final int ATTEMPTS = 3;

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
        var begun = jobs.begin(id);
        if (begun.isEmpty()) {
            jobs.endUnstarted(id, clock.instant());
            return true;
        }
        var run = new Run(jobs.find(id).orElseThrow(), begun.get().number(), isStopping);
        if (begun.get().attempts() > ATTEMPTS) {
            log.error("Job {} {} broke {} times without getting any further", work.kind(), id, ATTEMPTS);
            run.fail(JobRefused.broken(id.toString()));
            return true;
        }
        return attempt(run, work);
    }

    private boolean attempt(Run run, JobWork work) {
        var id = run.job.id();
        try {
            run.end(JobState.DONE, new Job.Outcome(null, work.run(run)));
            return true;
        } catch (JobStopped stopped) {
            return run.stopped(stopped);
        } catch (DomainError refused) {
            run.fail(refused);
            return true;
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException away) {
            log.warn(
                    "Job {} {} waits, the database is away: {}",
                    work.kind(),
                    id,
                    away.getClass().getSimpleName());
            return false;
        } catch (RuntimeException unexpected) {
            if (run.isStopping.getAsBoolean()) {
                // Whatever was interrupted broke because of that.
                return run.stopped(new JobStopped(JobStopped.Reason.STOPPING));
            }
            log.error("Job {} {} broke", work.kind(), id, unexpected);
            run.fail(JobRefused.broken(id.toString()));
            return true;
        } catch (Error fatal) {
            run.fail(JobRefused.broken(id.toString()));
            throw fatal;
        }
    }

    private Actor actor(Job job) {
        var organization = organizations.find(job.ownerKind(), job.ownerCode()).orElseThrow();
        return new Actor(job.login(), job.name(), organization);
    }

    private final class Run implements JobRun {

        private final Job job;
        private final Actor actor;
        private final int number;
        private final BooleanSupplier isStopping;

        Run(Job job, int number, BooleanSupplier isStopping) {
            this.job = job;
            this.actor = RunJob.this.actor(job);
            this.number = number;
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
            if (!jobs.progress(job.id(), number, done, total)) {
                throw new JobStopped(
                        jobs.isCancelled(job.id(), number)
                                ? JobStopped.Reason.CANCELLED
                                : JobStopped.Reason.SUPERSEDED);
            }
            if (isStopping.getAsBoolean()) {
                throw new JobStopped(JobStopped.Reason.STOPPING);
            }
        }

        boolean stopped(JobStopped stopped) {
            if (stopped.isCancelled()) {
                end(JobState.CANCELLED, Job.Outcome.NONE);
            } else if (stopped.reason() == JobStopped.Reason.STOPPING) {
                jobs.wait(job.id(), number);
            }
            return stopped.isCancelled();
        }

        void fail(DomainError refused) {
            end(JobState.FAILED, new Job.Outcome(refused.code(), refused.facts()));
        }

        void end(JobState state, Job.Outcome outcome) {
            jobs.end(job.id(), number, state, outcome, clock.instant());
        }
    }
}
