package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.dispatch.DispatchDesk.PLAN;
import static org.onex.center.dispatch.DispatchDesk.SECOND_PLAN;
import static org.onex.center.dispatch.PackingOffice.BOTH_LEVELS;
import static org.onex.center.dispatch.PackingOffice.OFFICER;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.file.FileRefused;
import org.onex.center.file.FileStore;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.Slot;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.clock.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Which paper is sat in which session: the newest that nobody sits at other hours, the same for all sites; in a real database. */
class SettlePapersModuleTests extends AtThePackingOffice {

    @Autowired
    private FixedPapers fixed;

    @Autowired
    private FileStore files;

    @Autowired
    private OpaqueIds ids;

    @Autowired
    private PlanDirectory plans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Test
    void allSitesHaveTheSameSealedPapers() {
        var one = office.site();
        var two = office.site();
        desk.arrange(one, 1, BOTH_LEVELS);
        desk.arrange(two, 1, BOTH_LEVELS);
        office.pack();
        var sealed = jdbc.sql("""
                        select count(distinct f.sha256) from dispatch.sealed_paper f
                        join dispatch.bundle_session s on s.session_id = f.session_id where s.site_id in (:one, :two)
                        """)
                .param("one", one)
                .param("two", two)
                .query(Integer.class)
                .single();
        assertThat(sealed).as("two levels, two subjects, two forms").isEqualTo(8);
    }

    @Test
    void inProductionADrillIsNoPaper() {
        var plan = plans.published(PLAN).orElseThrow();
        var sessions = ExamSession.of(plan, Slot.of(plan).getLast(), Duration.ofMinutes(10), ids);
        var strict = new FixPapers(fixed, desk, files, Mode.PRODUCTION, transaction, trail, clock);
        assertThat(strict.settle(PLAN, sessions, OFFICER).problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(PackingFinding.Code.PAPER_IS_DRILL);
            assertThat(problem.facts()).containsEntry("level", "ELEMENTARY");
        });
    }

    @Test
    void aFullDiskSettlesNothing() {
        var plan = plans.published(SECOND_PLAN).orElseThrow();
        var sessions = ExamSession.of(plan, Slot.of(plan).getLast(), Duration.ofMinutes(10), ids);
        var settling = new FixPapers(fixed, desk, files, Mode.REHEARSAL, transaction, trail, clock);
        disk.whileFull(() -> assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> settling.settle(SECOND_PLAN, sessions, OFFICER)));
        assertThat(sessions)
                .hasSize(2)
                .allMatch(session -> fixed.find(session.id()).isEmpty());
        assertThat(settling.settle(SECOND_PLAN, sessions, OFFICER).problems()).isEmpty();
        assertThat(sessions)
                .allMatch(session ->
                        fixed.find(session.id()).orElseThrow().forms().size() == 2);
    }

    /** 高级 on some day of June; nobody else here sits it. */
    private static ExamSession advanced(int number, int day) {
        var opens = Instant.parse("2024-06-%02dT01:00:00Z".formatted(day));
        var closes = opens.plus(Duration.ofHours(2));
        return new ExamSession(
                UUID.randomUUID(),
                null,
                new QualificationName("WDYY", "网店运营推广"),
                Level.ADVANCED,
                number,
                Subject.THEORY,
                new SiteBundle.Hours(
                        opens.minus(Duration.ofMinutes(30)),
                        opens,
                        opens.plus(Duration.ofMinutes(30)),
                        closes,
                        120,
                        30),
                opens);
    }

    private FixPapers.Settlement settle(Mode wanted, ExamSession... sessions) {
        return new FixPapers(fixed, desk, files, wanted, transaction, trail, clock)
                .settle(PLAN, List.of(sessions), OFFICER);
    }

    private UUID paper(ExamSession session) {
        return fixed.find(session.id()).orElseThrow().paper();
    }

    @Test
    void aPaperIsSatOnceAndInTheVerySameHoursByAll() {
        var older = desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var newer = desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var saturday = advanced(1, 1);
        assertThat(settle(Mode.PRODUCTION, saturday).problems()).isEmpty();
        var atTheSameTime = advanced(2, 1);
        settle(Mode.PRODUCTION, atTheSameTime);
        assertThat(List.of(paper(saturday), paper(atTheSameTime))).containsOnly(newer.id());
        var sunday = advanced(3, 2);
        assertThat(settle(Mode.PRODUCTION, sunday).warnings()).isEmpty();
        assertThat(paper(sunday)).isEqualTo(older.id());

        var monday = advanced(4, 3);
        var refused = settle(Mode.PRODUCTION, monday).problems();
        assertThat(refused).extracting(PackingFinding::code).containsExactly(PackingFinding.Code.PAPER_ALREADY_SAT);
        assertThat(refused.getFirst().facts())
                .containsEntry("plan", PLAN)
                .containsEntry("level", "ADVANCED")
                .containsEntry("subject", "THEORY");
        assertThat(fixed.find(monday.id())).isEmpty();
        assertThat(settle(Mode.REHEARSAL, monday).problems())
                .as("what is no drill is sat once in a rehearsal, too")
                .hasSize(1);

        var drill = desk.sealPaper(Level.ADVANCED, Subject.THEORY, true);
        assertThat(settle(Mode.PRODUCTION, monday).problems())
                .as("a drill is no paper there")
                .hasSize(1);
        assertThat(settle(Mode.REHEARSAL, monday).warnings()).isEmpty();
        var tuesday = advanced(5, 4);
        assertThat(settle(Mode.REHEARSAL, tuesday).warnings())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_ALREADY_SAT);
        assertThat(List.of(paper(monday), paper(tuesday))).containsOnly(drill.id());

        desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var days = IntStream.range(0, 4).mapToObj(i -> advanced(10 + i, 10 + i)).toList();
        var blocked = days.stream()
                .map(day -> CompletableFuture.supplyAsync(() -> settle(Mode.PRODUCTION, day)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(settled -> !settled.problems().isEmpty());
        assertThat(blocked).as("of four at once one gets the last paper").hasSize(3);

        desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var one = advanced(20, 20);
        var other = advanced(21, 21);
        assertThat(settle(Mode.PRODUCTION, one, other).problems()).hasSize(1);
        assertThat(fixed.find(one.id())).as("all or none").isEmpty();
    }

    @Test
    void aDrillGivesWayToANewerPaperUntilItsKeyIsDueAndAPaperDoesNot() {
        var drill = desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, true);
        var later = practical(1, 20);
        var due = practical(2, 1);
        settle(Mode.REHEARSAL, later);
        settle(Mode.REHEARSAL, due);
        assertThat(settle(Mode.REHEARSAL, later).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PAPER_SUPERSEDED);
        var before = fixed.key(later.id());
        jdbc.sql("update dispatch.session set key_from = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", due.id())
                .update();
        var paper = desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, false);
        assertThat(settle(Mode.REHEARSAL, due).warnings())
                .extracting(PackingFinding::code)
                .contains(PackingFinding.Code.PAPER_SUPERSEDED);
        assertThat(paper(due)).isEqualTo(drill.id());
        var settled = settle(Mode.PRODUCTION, later);
        assertThat(settled.problems()).isEmpty();
        assertThat(paper(later)).isEqualTo(paper.id());
        assertThat(fixed.find(later.id()).orElseThrow().forms()).hasSize(2);
        assertThat(fixed.key(later.id()).bytes())
                .as("a server may still have the drill")
                .isEqualTo(before.bytes());
        desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, false);
        assertThat(settle(Mode.PRODUCTION, later).warnings())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_SUPERSEDED);
        assertThat(paper(later)).isEqualTo(paper.id());
        assertThat(settle(Mode.PRODUCTION, due).problems())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_IS_DRILL);
    }

    private static ExamSession practical(int number, int day) {
        var theory = advanced(number, day);
        return new ExamSession(
                theory.id(),
                null,
                theory.qualification(),
                theory.level(),
                number,
                Subject.PRACTICAL,
                theory.hours(),
                theory.keyFrom());
    }
}
