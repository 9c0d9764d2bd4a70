package org.onex.center.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts a long act into the background, together with the change that asks for it: both happen or neither. */
@Service
public class StartJob {

    private final Jobs jobs;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    // The scheduler knows the work, and some work starts further jobs: it is looked up when it is needed.
    StartJob(Jobs jobs, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * @param kind    of the {@link JobWork}
     * @param subject the key of what is to be worked on
     * @return the job's id, by which its progress is asked for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID start(String kind, String subject, Actor actor) {
        var id = Ids.next();
        jobs.add(Job.started(id, kind, subject, actor, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        var workers = scheduler.getObject();
        workers.schedule(JobScheduling.task(kind, id), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.triggerCheckForDueExecutions();
            }
        });
        return id;
    }
}
