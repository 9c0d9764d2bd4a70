package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.script.ScriptDirectory.Outcome;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.MoveClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where 003's two officers see to its results: six sat the exam at three sites, and what became of them is read from the database. */
final class ResultDesk {

    static final String PLAN = "HK-2024-1-01";
    static final String COLLEGE = "90001";
    static final Actor FIRST = officer("hongke");
    static final Actor SECOND = officer("hongke2");

    /** In the order in which they are drawn up. */
    final List<UUID> sites = Stream.generate(UUID::randomUUID).limit(3).sorted().toList();

    ExamOnPaper.Sitter passes;
    ExamOnPaper.Sitter fails;
    ExamOnPaper.Sitter away;
    ExamOnPaper.Sitter cheats;
    ExamOnPaper.Sitter vanishes;
    ExamOnPaper.Sitter reviewed;

    private final ExamOnPaper exam;
    private final StartDrawing start;
    private final Sheets sheets;
    private final Results results;
    private final JdbcClient jdbc;
    private final MoveClock time;

    ResultDesk(ExamOnPaper exam, StartDrawing start, Sheets sheets, Results results, JdbcClient jdbc, MoveClock time) {
        this.exam = exam;
        this.start = start;
        this.sheets = sheets;
        this.results = results;
        this.jdbc = jdbc;
        this.time = time;
    }

    private static Actor officer(String login) {
        return new Actor(login, login, new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科经纬"));
    }

    /** The plan is published, and everybody sits it. */
    void sit(int port) {
        Parties.enter(port);
        try (var officer = Staff.signedIn(port, "hongke")) {
            var notice = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003())
                    .body()
                    .path("id")
                    .asString();
            assertThat(officer.post("/api/plan/notices/" + notice + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
        passes = exam.earns(exam.sits(PLAN, sites.get(0), COLLEGE, "甲一"), 60, 60);
        fails = exam.earns(exam.sits(PLAN, sites.get(0), COLLEGE, "乙二"), 100, 59);
        away = exam.earns(exam.sits(PLAN, sites.get(1), COLLEGE, "丙三"), 90, 90);
        exam.became(away, Subject.PRACTICAL, Outcome.ABSENT);
        cheats = exam.earns(exam.sits(PLAN, sites.get(1), COLLEGE, "丁四"), 99, 99);
        vanishes = exam.earns(exam.sits(PLAN, sites.get(2), COLLEGE, "戊五"), 80, 80);
        exam.became(vanishes, Subject.THEORY, null);
        reviewed = exam.earns(exam.sits(PLAN, sites.get(2), COLLEGE, "己六"), 70, 70);
    }

    void itIs(String beijing) {
        time.to(LocalDateTime.parse(beijing).atZone(Window.BEIJING).toInstant());
    }

    Sheet sheet() {
        return sheets.find(PLAN).orElseThrow();
    }

    Sheet.Look look() {
        var sheet = sheet();
        return new Sheet.Look(
                sheet.version(), Objects.requireNonNull(sheet.drawn()).digest());
    }

    Sheet drawn(String reason) {
        start.start(PLAN, reason, FIRST);
        until(() -> sheet().drawn() != null);
        return sheet();
    }

    Sheet.Counts counts() {
        return Objects.requireNonNull(sheet().drawn()).counts();
    }

    Result result(ExamOnPaper.Sitter sitter) {
        return results.find(sitter.key()).orElseThrow().result();
    }

    Entry entry(ExamOnPaper.Sitter sitter, Subject subject) {
        return result(sitter).entry(subject).orElseThrow();
    }

    /** Of what is in the way. */
    List<String> kinds() {
        return jdbc.sql("select kind from result.problem where plan = :plan order by kind")
                .param("plan", PLAN)
                .query(String.class)
                .list();
    }

    static void refused(ResultRefused.Code code, ThrowingCallable attempt) {
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code.code()));
    }

    static void until(BooleanSupplier isSo) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("never so");
            }
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
