package org.onex.center.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Who does the jobs: threads that take them from a table of the database, so that several machines share them and what a killed one had
 * begun is taken up by another.
 */
@Configuration
class JobScheduling {

    private static final Duration POLL = Duration.ofSeconds(1);
    /** A worker that has not been heard of for six of these is taken for dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    static TaskInstance<Void> task(String kind, UUID job) {
        return new TaskInstance<>(kind, job.toString());
    }

    @Bean
    Scheduler scheduler(DataSource dataSource, List<JobWork> works, List<RecurringWork> recurring, RunJob runJob) {
        var places = new Places(System::nanoTime);
        List<Task<?>> tasks = new ArrayList<>();
        for (var work : works) {
            tasks.add(Tasks.custom(work.kind(), Void.class)
                    .onDeadExecutionRevive()
                    .execute((instance, context) ->
                            inPlace(places, work, instance, () -> run(runJob, work, instance, context))));
        }
        List<RecurringTask<Void>> recurringTasks = new ArrayList<>();
        for (var work : recurring) {
            recurringTasks.add(Tasks.recurring(work.kind(), FixedDelay.of(work.every()))
                    .execute((instance, context) -> work.run()));
        }
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .startTasks(recurringTasks)
                .tableName("job.scheduled_task")
                // What comes round by itself, the deadline above all, has a thread whatever the jobs do.
                .threads(Places.most(works) + recurring.size())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP)
                .build();
    }

    private static CompletionHandler<Void> inPlace(
            Places places, JobWork work, TaskInstance<Void> instance, Supplier<CompletionHandler<Void>> act) {
        var pause = places.take(work, UUID.fromString(instance.getId()));
        if (pause.isPresent()) {
            return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(pause.get()));
        }
        try {
            return act.get();
        } finally {
            places.leave(work);
        }
    }

    private static CompletionHandler<Void> run(
            RunJob runJob, JobWork work, TaskInstance<Void> instance, ExecutionContext context) {
        var hasEnded = runJob.run(
                UUID.fromString(instance.getId()),
                work,
                () -> context.getSchedulerState().isShuttingDown());
        if (hasEnded) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var pause = context.getSchedulerState().isShuttingDown() ? Duration.ZERO : PAUSE;
        return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(pause));
    }

    /** Begins when everything else is there, and ends before it goes. */
    @Bean
    SmartLifecycle jobWorkers(Scheduler scheduler) {
        return new SmartLifecycle() {

            private volatile boolean isRunning;

            @Override
            public void start() {
                scheduler.start();
                isRunning = true;
            }

            @Override
            public void stop() {
                scheduler.stop();
                isRunning = false;
            }

            @Override
            public boolean isRunning() {
                return isRunning;
            }
        };
    }
}
