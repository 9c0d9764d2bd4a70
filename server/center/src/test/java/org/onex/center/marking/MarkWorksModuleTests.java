package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.marking.MarkingDesk.PLAN;
import static org.onex.center.marking.MarkingRoom.FIRST;
import static org.onex.center.marking.MarkingRoom.SECOND;
import static org.onex.center.marking.MarkingRoom.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the points that a marker gives: changed, scored anew, kept for a text that comes back; in a real database. */
@CenterTest
@Import({ScriptsOnPaper.Configuration.class, MarkingRoom.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkWorksModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MarkingRoom room;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private Works works;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void sealPapers() {
        room.desk().prepare(port);
    }

    @BeforeEach
    void nothingWaits() {
        room.clear();
    }

    @Test
    void thePointsOfAPersonCompleteTheMark() {
        var script = room.written("甲");
        var marked = room.give(room.next(FIRST), 25, 11, FIRST);
        assertThat(marked.state()).isEqualTo(WorkView.State.MARKED);
        assertThat(marked.points()).isEqualTo(36);
        assertThat(room.score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 36, 100, 1, 0));
        assertThat(room.ask(SECOND)).isEmpty();
    }

    @Test
    void pointsOutOfRangeAreRefusedAndNothingIsMarked() {
        var script = room.written("甲");
        var work = room.next(FIRST);
        refused("marking.points-invalid", () -> room.give(work, 31, 20, FIRST));
        refused("marking.points-invalid", () -> room.give(work, 30, -1, FIRST));
        assertThat(room.score(script).state()).isEqualTo(Score.State.WAITING);
        assertThat(room.give(work, 30, 20, FIRST).points()).isEqualTo(50);
    }

    @Test
    void changesKeepWhatWasGivenBefore() {
        var script = room.written("甲");
        var first = room.give(room.next(FIRST), 10, 10, FIRST);
        refused("marking.not-yours", () -> room.give(first.work(), 1, 1, SECOND));
        var shown = room.open(first.work(), FIRST);
        assertThat(shown.points()).isEqualTo(Map.of("a", 10, "b", 10));
        assertThat(shown.remark()).isEqualTo("已阅");
        assertThat(shown.heldUntil()).isNull();
        room.give(shown, 12, 10, FIRST);
        refused("marking.stale", () -> room.give(first.work(), 1, 1, FIRST));
        assertThat(room.score(script).tally().written()).isEqualTo(22);
        assertThat(jdbc.sql("select total from marking.judgement where script_id = :script order by version")
                        .param("script", script)
                        .query(Integer.class)
                        .list())
                .containsExactly(20, 22);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'marking.mark-work' and subject = :script")
                        .param("script", script.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRevisionWithTheSameTextKeepsThePointsOfAPerson() {
        var script = room.written("甲");
        room.give(room.next(FIRST), 10, 10, FIRST);
        var answers = room.answers("甲");
        answers.put("D01-1", "0");
        answers.put("D02-1", "0");
        room.desk().counts(script, Subject.PRACTICAL, answers);
        assertThat(room.score(script).state()).isEqualTo(Score.State.SCORING);
        room.score();
        assertThat(room.score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(30, 20, 100, 1, 0));
    }

    @Test
    void aRevisionWithAnotherTextIsMarkedAnew() {
        var script = room.written("甲");
        var before = room.give(room.next(FIRST), 10, 10, FIRST);
        room.desk().counts(script, Subject.PRACTICAL, room.answers("甲乙"));
        room.score();
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
        refused("marking.not-yours", () -> room.give(before.work(), 1, 1, FIRST));
        var work = room.next(SECOND);
        assertThat(work.text()).isEqualTo("甲乙");
        room.give(work, 30, 20, SECOND);
        assertThat(room.score(script).tally().written()).isEqualTo(50);
        assertThat(jdbc.sql("select count(*) from marking.judgement where script_id = :script")
                        .param("script", script)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void counts(UUID script, String text) {
        room.desk().counts(script, Subject.PRACTICAL, room.answers(text));
        room.score();
    }

    @Test
    void aTextThatComesBackBringsItsNewestPoints() {
        var script = room.written("甲");
        var corrected = room.give(room.give(room.next(FIRST), 10, 10, FIRST).work(), 12, 10, FIRST);
        counts(script, "甲乙");
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
        room.give(room.next(SECOND), 30, 20, SECOND);
        counts(script, "甲");
        assertThat(room.score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 22, 100, 1, 0));
        assertThat(room.ask(SECOND)).isEmpty();
        refused("marking.stale", () -> room.give(corrected.work(), 1, 1, FIRST));
        var shown = room.open(corrected.work(), FIRST);
        assertThat(shown.points()).isEqualTo(Map.of("a", 12, "b", 10));
        assertThat(room.give(shown, 13, 10, FIRST).points()).isEqualTo(23);
        counts(script, "甲乙");
        assertThat(room.score(script).tally().written()).isEqualTo(50);
        assertThat(works.of(script).getFirst().marker())
                .extracting(WorkView.WorkMarker::login)
                .isEqualTo(SECOND.login());
    }

    @Test
    void aRevisionWithoutTheTextTakesItsWorkAway() {
        var script = room.written("甲");
        room.give(room.next(FIRST), 10, 10, FIRST);
        counts(script, " ");
        assertThat(room.score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 0, 0));
        assertThat(works.of(script)).isEmpty();
        counts(script, "乙");
        assertThat(room.score(script).state()).isEqualTo(Score.State.WAITING);
        counts(script, "甲");
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(50, 20, 100, 1, 0));
    }

    @Test
    void whatIsWorthSomethingElseIsMarkedAnew() {
        var script = room.written("甲");
        room.give(room.next(FIRST), 10, 10, FIRST);
        var work = works.of(script).getFirst();
        works.want(work.key(), PLAN, work.textHash(), 49);
        assertThat(works.progress(script)).isEqualTo(new Works.Progress(1, 1, 0));
        works.want(work.key(), PLAN, work.textHash(), 50);
        assertThat(works.progress(script)).isEqualTo(new Works.Progress(1, 0, 20));
    }

    @Test
    void whatIsMarkedWhileItIsScoredAnewIsNotLost() {
        var script = room.written("甲");
        var work = room.next(FIRST);
        var answers = room.answers("甲");
        answers.put("D01-2", "0");
        answers.put("D02-2", "0");
        scripts.cutPower(true);
        room.desk().counts(script, Subject.PRACTICAL, answers);
        room.give(work, 10, 10, FIRST);
        assertThat(room.score(script).state()).isEqualTo(Score.State.SCORING);
        scripts.cutPower(false);
        room.score();
        assertThat(room.score(script).tally()).isEqualTo(new Score.Tally(20, 20, 100, 1, 0));
    }

    @Test
    void whatNobodyHasTakenIsNotMarked() {
        var script = room.written("甲");
        var item = works.of(script).getFirst();
        refused(
                "marking.not-yours",
                () -> room.give(new WorkView.WorkReference(script, item.key().item(), item.version()), 1, 1, FIRST));
    }

    /** Whose a script is, or what somebody wrote, stands in no table of this module. */
    @Test
    void noTextAndNobodysNameIsReadableInTheDatabase() {
        var answers = room.answers("保温杯里泡枸杞");
        answers.put("D01-1", "大约陈皮三两");
        room.written(answers);
        room.give(room.next(FIRST), 1, 1, FIRST);
        for (var table : List.of("score", "scoring", "work", "judgement", "desk")) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select cast(t as text) from marking." + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows).as(table).isNotEmpty().doesNotContain("枸杞", "陈皮");
        }
        assertThat(jdbc.sql("select column_name from information_schema.columns where table_schema = 'marking'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(column -> column.matches(".*(candidate|ticket|registration|seat|site|id_number|person).*"));
    }
}
