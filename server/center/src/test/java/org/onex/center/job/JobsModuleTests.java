package org.onex.center.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Background work with real workers and a real database. */
class JobsModuleTests {

    private static final Organization COLLEGE = new Organization(OrganizationKind.COLLEGE, "90001", "示范一职业技术学院");
    private static final Actor OFFICER = new Actor("college01", "王老师", COLLEGE);
    private static final Instant NOW = Instant.parse("2024-04-22T01:00:00Z");
    private static final int PATIENCE = 30;

    private final List<Scheduler> started = new ArrayList<>();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private HikariDataSource database;
    private Jobs jobs;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        jobs = new Jobs(JdbcClient.create(database), JsonMapper.builder().build());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @AfterEach
    void close() {
        started.forEach(Scheduler::stop);
        database.close();
    }

    @Test
    void isDoneInTheNameOfWhoeverStartedIt() throws InterruptedException {
        var starter = workersFor(run -> {
            seen.add(run.subject() + " by " + run.actor().login() + " of "
                    + run.actor().organization().name());
            run.progress(1, 2);
            return Map.of("rows", 7);
        });
        var id = start(starter, "import-1");
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("import-1 by college01 of 示范一职业技术学院");
        var ended = ended(id);
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.outcome().facts()).containsEntry("rows", 7);
        assertThat(ended.done()).isEqualTo(1);
        assertThat(ended.total()).isEqualTo(2);
    }

    @Test
    void isNotStartedWhenTheChangeThatAsksForItIsTakenBack() throws InterruptedException {
        var starter = workersFor(run -> {
            seen.add(run.subject());
            return Map.of();
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    starter.start("job.testing", "never", OFFICER);
                    throw new IllegalStateException("taken back");
                }));
        start(starter, "the one after it");
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("the one after it");
        assertThat(jobs.count(OFFICER)).isEqualTo(1);
    }

    @Test
    void aRefusalIsShownWithItsCodeAndFacts() throws InterruptedException {
        var starter = workersFor(run -> {
            throw JobRefused.ended(JobState.DONE);
        });
        var ended = ended(start(starter, "x"));
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.outcome().code()).isEqualTo("job.ended");
        assertThat(ended.outcome().facts()).containsEntry("state", "DONE");
    }

    @Test
    void whatBreaksIsShownAsBrokenAndNotTriedForEver() throws InterruptedException {
        var starter = workersFor(run -> {
            throw new IllegalStateException("a mistake of ours");
        });
        var ended = ended(start(starter, "x"));
        assertThat(ended.outcome().code()).isEqualTo("job.broken");
        assertThat(ended.outcome().facts()).containsEntry("incident", ended.id().toString());
    }

    @Test
    void aCancelledOneEndsAtItsNextStep() throws InterruptedException {
        var cancelled = new CountDownLatch(1);
        var starter = workersFor(run -> {
            seen.add("begun");
            await(cancelled);
            run.progress(1, 2);
            seen.add("went on");
            return Map.of();
        });
        var id = start(starter, "x");
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("begun");
        jobs.cancel(id);
        cancelled.countDown();
        assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(seen).isEmpty();
    }

    @Test
    void goesOnAtTheNextStartWhenTheProductStopsInBetween() throws InterruptedException {
        var stopping = new CountDownLatch(1);
        var starter = workersFor(run -> {
            seen.add("begun");
            await(stopping);
            run.progress(1, 2);
            return Map.of();
        });
        var id = start(starter, "x");
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("begun");
        var first = started.removeFirst();
        var stop = Thread.ofVirtual().start(first::stop);
        while (!first.getSchedulerState().isShuttingDown()) {
            Thread.onSpinWait();
        }
        stopping.countDown();
        stop.join();
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.WAITING);

        workersFor(run -> Map.of("finished", true));
        assertThat(ended(id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void isTakenUpByOthersWhenItsWorkerIsGoneWithoutAWord() throws InterruptedException {
        var id = UUID.randomUUID();
        jobs.add(Job.started(id, "job.testing", "x", OFFICER, NOW));
        jobs.begin(id);
        JdbcClient.create(database)
                .sql("""
                insert into job.scheduled_task
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('job.testing', :id, :then, true, 'a killed machine', :then, 1)
                """)
                .param("id", id.toString())
                .param("then", java.sql.Timestamp.from(Instant.now().minus(Duration.ofMinutes(5))))
                .update();
        workersFor(run -> Map.of());
        assertThat(ended(id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aRunThatWasTakenForDeadHasNothingToSayAnyMore() {
        var id = UUID.randomUUID();
        jobs.add(Job.started(id, "job.testing", "x", OFFICER, NOW));
        var first = jobs.begin(id).orElseThrow().number();
        var second = jobs.begin(id).orElseThrow().number();
        assertThat(jobs.progress(id, first, 1, 2)).isFalse();
        assertThat(jobs.isCancelled(id, first)).isFalse();
        jobs.end(id, first, JobState.FAILED, Job.Outcome.NONE, NOW);
        assertThat(jobs.progress(id, second, 1, 2)).isTrue();
        jobs.end(id, second, JobState.DONE, Job.Outcome.NONE, NOW);
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatTakesTheProductDownAgainAndAgainIsGivenUp() throws InterruptedException {
        var id = UUID.randomUUID();
        jobs.add(Job.started(id, "job.testing", "x", OFFICER, NOW));
        for (int crash = 0; crash < 3; crash++) {
            jobs.begin(id);
        }
        var starter = workersFor(run -> {
            seen.add("begun a fourth time");
            return Map.of();
        });
        JdbcClient.create(database)
                .sql("""
                insert into job.scheduled_task (task_name, task_instance, execution_time, picked, version)
                values ('job.testing', :id, :then, false, 1)
                """)
                .param("id", id.toString())
                .param("then", java.sql.Timestamp.from(Instant.now().minusSeconds(1)))
                .update();
        assertThat(ended(id).outcome().code()).isEqualTo("job.broken");
        assertThat(seen).isEmpty();
        assertThat(starter).isNotNull();
    }

    @Test
    void whatGetsFurtherEachTimeIsNotGivenUp() {
        var id = UUID.randomUUID();
        jobs.add(Job.started(id, "job.testing", "x", OFFICER, NOW));
        for (int crash = 1; crash <= 10; crash++) {
            var begun = jobs.begin(id).orElseThrow();
            assertThat(begun.attempts()).isEqualTo(1);
            assertThat(jobs.progress(id, begun.number(), crash, 10)).isTrue();
        }
    }

    @Test
    void aLongOneDoesNotHoldUpTheNextOfItsKindWhereThatHasSeveralPlaces() throws InterruptedException {
        var release = new CountDownLatch(1);
        var starter = workers(
                List.of(new Work("job.testing", 3, run -> {
                    if (run.subject().equals("long")) {
                        seen.add("begun");
                        await(release);
                    }
                    return Map.of();
                })),
                List.of());
        var longOne = start(starter, "long");
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("begun");
        assertThat(ended(start(starter, "short")).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.find(longOne).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        release.countDown();
        assertThat(ended(longOne).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatComesRoundByItselfIsDoneWhileAllPlacesAreTaken() throws InterruptedException {
        var release = new CountDownLatch(1);
        var isLooking = new AtomicBoolean();
        var kinds = IntStream.range(0, 4).mapToObj(n -> "job.testing-" + n).toList();
        var works = kinds.stream()
                .<JobWork>map(kind -> new Work(kind, 3, run -> {
                    seen.add("begun");
                    await(release);
                    return Map.of();
                }))
                .toList();
        var starter = workers(works, List.of(new Look(() -> {
            if (isLooking.get()) {
                seen.add("looked");
            }
        })));
        for (var kind : kinds) {
            for (int n = 0; n < 10; n++) {
                transaction.execute(status -> starter.start(kind, "long", OFFICER));
            }
        }
        for (int n = 0; n < Places.most(works); n++) {
            assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("begun");
        }
        isLooking.set(true);
        assertThat(seen.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("looked");
        release.countDown();
    }

    @Test
    void theListPagesThroughOnesOwnTheNewestFirst() {
        for (int i = 0; i < 5; i++) {
            jobs.add(Job.started(new UUID(0, i), "job.testing", "n" + i, OFFICER, NOW.plusSeconds(i / 2)));
        }
        var other = new Actor("x", "x", new Organization(OrganizationKind.COLLEGE, "90002", "y"));
        jobs.add(Job.started(new UUID(1, 1), "job.testing", "theirs", other, NOW));
        var first = jobs.list(OFFICER, "", 3);
        var last = first.getLast();
        var second = jobs.list(OFFICER, last.since() + "|" + last.id(), 3);
        assertThat(first).extracting(Job::subject).containsExactly("n4", "n3", "n2");
        assertThat(second).extracting(Job::subject).containsExactly("n1", "n0");
        assertThat(jobs.count(OFFICER)).isEqualTo(5);
        assertThat(first.getFirst().isVisibleTo(other)).isFalse();
    }

    private StartJob workersFor(Function<JobRun, Map<String, Object>> deed) {
        return workers(List.of(new Work("job.testing", 1, deed)), List.of());
    }

    private StartJob workers(List<JobWork> works, List<RecurringWork> recurring) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var scheduler =
                new JobScheduling().scheduler(database, works, recurring, new RunJob(jobs, new OneCollege(), clock));
        scheduler.start();
        started.addFirst(scheduler);
        var beans = new StaticListableBeanFactory(Map.of("scheduler", scheduler));
        return new StartJob(jobs, beans.getBeanProvider(Scheduler.class), clock);
    }

    private UUID start(StartJob starter, String subject) {
        return transaction.execute(status -> starter.start("job.testing", subject, OFFICER));
    }

    private Job ended(UUID id) throws InterruptedException {
        var give = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (System.nanoTime() < give) {
            var job = jobs.find(id).orElseThrow();
            if (job.state().isEnded()) {
                return job;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("did not end: " + jobs.find(id));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Work(String kind, int places, Function<JobRun, Map<String, Object>> deed) implements JobWork {

        @Override
        public Map<String, Object> run(JobRun run) {
            return deed.apply(run);
        }
    }

    private record Look(Runnable deed) implements RecurringWork {

        @Override
        public String kind() {
            return "job.looking";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(100);
        }

        @Override
        public boolean run() {
            deed.run();
            return false;
        }
    }

    private static final class OneCollege implements OrganizationDirectory {

        @Override
        public Optional<Organization> findAwardingBody(String codeOrName) {
            return Optional.empty();
        }

        @Override
        public Optional<Organization> find(OrganizationKind kind, @Nullable String code) {
            return Optional.of(COLLEGE).filter(college -> college.code().equals(code));
        }

        @Override
        public Map<String, String> names(OrganizationKind kind, Collection<String> codes) {
            return Map.of();
        }

        @Override
        public Optional<CollegeOutline> college(String code) {
            return Optional.empty();
        }
    }
}
