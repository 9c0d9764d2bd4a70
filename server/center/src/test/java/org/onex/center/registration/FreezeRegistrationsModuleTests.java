package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.registration.RegistrationFixtures.COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.DEADLINE;
import static org.onex.center.registration.RegistrationFixtures.OFFICER;
import static org.onex.center.registration.RegistrationFixtures.SPRING;
import static org.onex.center.registration.RegistrationFixtures.elementary;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.EnrolmentOutline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The deadline: exact, however many register at that moment. */
@CenterTest
@Import(RegistrationDesk.class)
@Timeout(120)
class FreezeRegistrationsModuleTests {

    @Autowired
    private ObjectProvider<RegistrationDesk> desks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Registrations registrations;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private RegistrationDirectory directory;

    private RegistrationDesk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void open() {
        desk = desks.getObject();
        desk.open();
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void beforeTheDeadlineNothingIsFrozen() {
        desk.time.set(DEADLINE.minusNanos(1_000));
        assertThat(desk.freeze.run()).isFalse();
        assertThat(desk.gates.find(SPRING.code()).orElseThrow().frozenAt()).isNull();
    }

    @Test
    void whoeverMissedItCanAskWhatIsFrozenAndSinceWhen() {
        assertThat(desk.gates.frozen()).isEmpty();
        desk.time.set(DEADLINE);
        desk.freeze.run();
        assertThat(desk.gates.frozen()).contains(new RegistrationsFrozen(SPRING.code(), DEADLINE));
    }

    @Test
    void whoeverOwesResultsCanAskForWhichPlansAnybodyIsRegistered() {
        desk.register(desk.roster.enrol(1, COLLEGE), elementary());
        assertThat(directory.inhabited(List.of(SPRING.code(), RegistrationFixtures.ELSEWHERE.code())))
                .containsExactly(SPRING.code());
        assertThat(directory.inhabited(List.of())).isEmpty();
    }

    @Test
    void atTheDeadlineEveryPlanThatIsDueIsFrozenOnce() {
        desk.time.set(DEADLINE);
        assertThat(desk.freeze.run()).isTrue();
        assertThat(desk.freeze.run()).as("there is nothing left to do").isFalse();
        assertThat(desk.gates.find(SPRING.code()).orElseThrow().frozenAt()).isEqualTo(DEADLINE);
        assertThat(desk.published.stream().filter(RegistrationsFrozen.class::isInstance))
                .containsExactlyInAnyOrder(
                        new RegistrationsFrozen(SPRING.code(), DEADLINE),
                        new RegistrationsFrozen(RegistrationFixtures.ELSEWHERE.code(), DEADLINE));
    }

    @Test
    void aPlanThatCannotBeFrozenKeepsNoOtherOneOpen() {
        var stubborn = new FreezeRegistrations(desk.gates, registrations, transaction, desk.clock(), trail, event -> {
            if (event instanceof RegistrationsFrozen frozen && frozen.plan().equals(SPRING.code())) {
                throw new IllegalStateException("no bill");
            }
        });
        desk.time.set(DEADLINE);
        assertThat(stubborn.run()).isTrue();
        assertThat(stubborn.run())
                .as("whoever moves the clock does not wait for it for ever")
                .isFalse();
        assertThat(desk.gates.find(SPRING.code()).orElseThrow().frozenAt()).isNull();
        assertThat(desk.gates
                        .find(RegistrationFixtures.ELSEWHERE.code())
                        .orElseThrow()
                        .frozenAt())
                .isEqualTo(DEADLINE);
    }

    @Test
    void theFreezeWaitsForWhoeverIsInAndCountsThem() throws Exception {
        var isIn = new CountDownLatch(1);
        var mayFinish = new CountDownLatch(1);
        var who = desk.roster.enrol(1, COLLEGE);
        var writing = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    // Only the gate so far: nothing that the database itself would wait for.
                    desk.gates.hold(List.of(SPRING.code()));
                    isIn.countDown();
                    await(mayFinish);
                    desk.time.set(DEADLINE.minusSeconds(1));
                    var choice = new ReadWishes.Choice(List.of(who.key()), elementary(), null);
                    desk.register.register(() -> desk.read.choice(choice, OFFICER));
                }),
                threads);
        isIn.await();
        desk.time.set(DEADLINE);
        var freezing = CompletableFuture.runAsync(() -> desk.freeze.run(), threads);
        awaitBlocked();
        assertThat(freezing).isNotDone();
        mayFinish.countDown();
        writing.get();
        freezing.get();
        assertThat(trailSays(SPRING.code())).contains("\"registrations\":1");
    }

    @Test
    void whoeverComesInBehindTheFreezeIsTooLateThoughTheyCameInTime() throws Exception {
        var who = desk.roster.enrol(1, COLLEGE);
        var isHeld = new CountDownLatch(1);
        var mayFreeze = new CountDownLatch(1);
        var freezing = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    desk.gates.holdAlone(SPRING.code());
                    isHeld.countDown();
                    await(mayFreeze);
                }),
                threads);
        isHeld.await();
        var coming = CompletableFuture.supplyAsync(() -> desk.register(who, elementary()), threads);
        awaitBlocked();
        desk.time.set(DEADLINE);
        mayFreeze.countDown();
        freezing.get();
        assertThat(coming.get().refusals()).extracting(Refusal::code).containsExactly(RegistrationRefused.Code.CLOSED);
    }

    @Test
    void underARushTheFreezeSaysExactlyHowManyThereAreForEver() throws Exception {
        var people = IntStream.range(1, 400)
                .mapToObj(n -> desk.roster.enrol(n, COLLEGE))
                .toList();
        var next = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var late = new AtomicInteger();
        var writers = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> {
                            while (!isOver.get() || next.get() < 40) {
                                int i = next.getAndIncrement();
                                if (i >= people.size()) {
                                    return;
                                }
                                late.addAndGet(isRefused(people.get(i)) ? 1 : 0);
                            }
                        },
                        threads))
                .toList();
        while (next.get() < 30) {
            Thread.onSpinWait();
        }
        desk.time.set(DEADLINE);
        desk.freeze.run();
        var frozen = count();
        while (late.get() < 10) {
            Thread.onSpinWait();
        }
        isOver.set(true);
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(frozen).isGreaterThanOrEqualTo(20);
        assertThat(count()).isEqualTo(frozen);
        assertThat(trailSays(SPRING.code())).contains("\"registrations\":" + frozen);
        assertThat(jdbc.sql("select count(*) from registration.registration where since >= :deadline")
                        .param("deadline", java.sql.Timestamp.from(DEADLINE))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean isRefused(EnrolmentOutline who) {
        return desk.register(who, elementary()).isRefused();
    }

    private int count() {
        return registrations.counts(SPRING.code()).stream()
                .mapToInt(RegistrationCount::people)
                .sum();
    }

    private String trailSays(String plan) {
        return jdbc.sql(
                        "select facts from audit.entry where act = 'registration.freeze' and subject = :plan order by number desc limit 1")
                .param("plan", plan)
                .query((row, n) -> row.getString("facts"))
                .single();
    }

    /** Until somebody waits for a lock that another one has. */
    private void awaitBlocked() {
        while (jdbc.sql(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
