package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.marking.MarkingRoom.FIRST;
import static org.onex.center.marking.MarkingRoom.SECOND;
import static org.onex.center.marking.MarkingRoom.STRANGER;
import static org.onex.center.marking.MarkingRoom.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Which marker gets which text, and for how long: never two the same, nothing that cannot be read; in a real database. */
@CenterTest
@Import({ScriptsOnPaper.Configuration.class, MarkingRoom.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeWorksModuleTests {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @LocalServerPort
    private int port;

    @Autowired
    private MarkingRoom room;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private TakeWork take;

    @Autowired
    private Clock clock;

    @BeforeAll
    void sealPapers() {
        room.desk().prepare(port);
    }

    @BeforeEach
    void nothingWaits() {
        room.clear();
    }

    @AfterEach
    void everythingIsReadableAgain() {
        scripts.lose(false);
        scripts.whileReading(() -> {});
    }

    @Test
    void aMarkerGetsTheTextTheQuestionAndTheRubric() {
        var script = room.written("滚烫一整天");
        var work = room.next(FIRST);
        assertThat(work.work().script()).isEqualTo(script);
        assertThat(work.text()).isEqualTo("滚烫一整天");
        assertThat(work.title()).isEqualTo("网店运营推广 初级 实操考试");
        assertThat(work.stem()).contains("一款保温杯。", "请写一段卖点文案。");
        assertThat(work.maxLength()).isEqualTo(800);
        assertThat(work.full()).isEqualTo(50);
        assertThat(work.rubric())
                .containsExactly(
                        new WorkView.RubricCriterion("a", "卖点准确", 30, List.of("三个以上", "一至两个")),
                        new WorkView.RubricCriterion("b", "语言通顺", 20, List.of()));
        assertThat(work.points()).isNull();
        assertThat(work.heldUntil().toInstant())
                .isBetween(
                        clock.instant().plus(HALF_AN_HOUR).minusSeconds(60),
                        clock.instant().plus(HALF_AN_HOUR));
    }

    @Test
    void askingAgainGivesTheSameOneAndNobodyElseGetsIt() {
        room.written("甲");
        var work = room.next(FIRST);
        assertThat(room.ask(SECOND)).isEmpty();
        room.pass(HALF_AN_HOUR.minusMinutes(1));
        assertThat(room.next(FIRST).work()).isEqualTo(work.work());
        room.pass(Duration.ofMinutes(2));
        assertThat(room.ask(SECOND)).as("the time began anew").isEmpty();
    }

    @Test
    void afterHalfAnHourAnotherMarkerGetsItAndTheFirstOneComesTooLate() {
        var script = room.written("甲");
        var first = room.next(FIRST);
        room.pass(HALF_AN_HOUR.plusSeconds(1));
        var second = room.next(SECOND);
        assertThat(second.work().script()).isEqualTo(script);
        refused("marking.not-yours", () -> room.give(first, 1, 1, FIRST));
        refused("marking.not-yours", () -> room.open(first.work(), FIRST));
        assertThat(room.give(second, 30, 20, SECOND).points()).isEqualTo(50);
        assertThat(room.ask(FIRST)).isEmpty();
    }

    @Test
    void whoIsSlowKeepsAWorkThatNobodyElseWants() {
        room.written("甲");
        var work = room.next(FIRST);
        room.pass(HALF_AN_HOUR.multipliedBy(3));
        assertThat(room.give(work, 10, 10, FIRST).points()).isEqualTo(20);
    }

    @Test
    void twoMarkersNeverHoldTheSame() {
        var waiting =
                IntStream.range(0, 12).mapToObj(i -> room.written("文案" + i)).toList();
        var markers = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> MarkingRoom.marker("marker-" + i, "990000004"))
                .toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var taken = markers.stream()
                    .map(marker -> CompletableFuture.supplyAsync(() -> room.ask(marker), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .map(work -> work.work().script())
                    .toList();
            assertThat(taken).hasSize(12).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(waiting);
        }
        assertThat(room.ask(FIRST)).isEmpty();
    }

    @Test
    void twoWindowsOfOneMarkerShowTheSameWork() {
        room.written("甲");
        room.written("乙");
        room.written("丙");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var shown = Stream.generate(() -> CompletableFuture.supplyAsync(() -> room.next(FIRST), pool))
                    .limit(4)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(WorkView.DeskWork::work)
                    .toList();
            assertThat(new HashSet<>(shown)).hasSize(1);
        }
    }

    @Test
    void aTextThatCannotBeReadIsNobodysAndKeepsNoOtherWaiting() {
        var broken = room.written("甲");
        var whole = room.written("乙");
        scripts.damage(broken);
        assertThat(Stream.of(room.next(FIRST), room.next(FIRST))
                        .map(work -> work.work().script()))
                .containsOnly(whole);
        assertThat(room.ask(SECOND)).isEmpty();
        assertThat(room.score(broken).state()).isEqualTo(Score.State.PROBLEM);
    }

    @Test
    void ifNothingCanBeReadThreeAreTriedAndTheMarkerIsTold() {
        var waiting =
                IntStream.range(0, 8).mapToObj(i -> room.written("文案" + i)).toList();
        var own = room.next(FIRST);
        scripts.lose(true);
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> room.ask(SECOND))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("marking.unreadable"))
                .satisfies(refused -> assertThat(refused.facts()).isEqualTo(Map.of("scripts", 3)));
        assertThat(waiting.stream().map(script -> room.score(script).state()))
                .as("also after the refusal")
                .containsOnly(Score.State.PROBLEM, Score.State.WAITING)
                .filteredOn(state -> state == Score.State.PROBLEM)
                .hasSize(3);
        refused("marking.unreadable", () -> room.open(own.work(), FIRST));
        scripts.lose(false);
        // The scoring that runs by itself may have tried in between, and tries again ten minutes later.
        room.pass(Duration.ofMinutes(10));
        room.score();
        assertThat(waiting).allMatch(script -> room.score(script).state() == Score.State.WAITING);
        assertThat(room.next(FIRST).work()).isEqualTo(own.work());
    }

    @Test
    void whileATextIsReadNothingIsLocked() {
        var all = Stream.of("甲", "乙", "丙").map(text -> room.written(text)).toArray(UUID[]::new);
        for (var script : all) {
            scripts.damage(script);
        }
        var wasTold = new ArrayList<Boolean>();
        scripts.whileReading(() -> wasTold.add(isDone(() -> room.desk().tell(all))));
        refused("marking.unreadable", () -> room.ask(FIRST));
        assertThat(wasTold).containsExactly(true, true, true);
    }

    /** Within ten seconds, by somebody else. */
    private static boolean isDone(Runnable work) {
        return CompletableFuture.runAsync(work)
                .thenApply(done -> true)
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whatNoLongerCountsIsTakenOffTheDesk() {
        var script = room.written("甲");
        var work = room.next(FIRST);
        room.desk().strike(script);
        assertThat(room.ask(FIRST)).isEmpty();
        refused("marking.work-unknown", () -> room.give(work, 1, 1, FIRST));
    }

    @Test
    void anotherBodysMarkersGetNothing() {
        var script = room.written("甲");
        var work = room.next(FIRST);
        refused("marking.plan-unknown", () -> room.ask(STRANGER));
        refused("marking.plan-unknown", () -> take.next("NOWHERE", FIRST));
        refused("marking.work-unknown", () -> room.give(work, 1, 1, STRANGER));
        refused("marking.work-unknown", () -> room.open(work.work(), STRANGER));
    }
}
