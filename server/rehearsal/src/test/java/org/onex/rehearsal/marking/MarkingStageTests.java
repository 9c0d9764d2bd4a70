package org.onex.rehearsal.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Marking that is done well, and marking with one fault that must be found. */
class MarkingStageTests {

    private static final String QUALIFICATION = "网店运营推广职业技能等级证书";

    private final FakeCenter center = new FakeCenter();
    private final Scene scene = withOneBank(center.scene("003", 1));

    private static Scene withOneBank(Scene scene) {
        var bank = new ItemBankFile("x.yaml", "", DemoData.tree("""
                qualification: %s
                level: 初级
                items: [{id: S001, type: SINGLE, answer: B}]
                tasks: [{id: W01, rubric: [{id: a, criterion: 准确, points: "4"}, {id: b, criterion: 通顺, points: "2"}]}]
                """.formatted(QUALIFICATION)));
        var data = scene.data();
        return new Scene(
                new DemoData(
                        data.bodies(),
                        data.colleges(),
                        data.accounts(),
                        data.qualifications(),
                        data.notices(),
                        List.of(bank)),
                scene.notice(),
                scene.plan(),
                scene.candidates(),
                scene.center(),
                scene.findings(),
                scene.api(),
                null,
                scene.nodes(),
                scene.books());
    }

    @AfterEach
    void close() {
        center.close();
    }

    private FakeMarking marking() {
        script("a1", Map.of("S001", "B", "W01", "好文"));
        script("a2", Map.of("S001", "A", "W01", "更好的文"));
        center.answers("GET", "/api/seating/seats", FakeCenter.Reply.list(Stream.of(seat())));
        return new FakeMarking(center, scene);
    }

    private void script(String attempt, Map<String, String> answers) {
        List<JsonNode> items = List.of(
                Json.object().put("id", "S001").put("points", 4),
                Json.object().put("id", "W01").put("points", FakeMarking.RUBRIC).put("stem", "写一段文案"));
        var revision = new SatScript.Revision(Json.object().put("revision", 1), answers, true);
        var run = new SatScript.Run("s", "site", 1, QUALIFICATION, "初级", "理论", "A", "t");
        scene.books().add(new SatScript(attempt, run, items, List.of(revision)));
    }

    private static String seat() {
        return Json.object()
                .put("opens", "2024-05-18T13:30:00+08:00")
                .put("closes", "2024-05-18T17:15:00+08:00")
                .put("name", "王小明")
                .put("ticket", "2405180000000017")
                .toString();
    }

    private List<Claim> broken() {
        new MarkingStage().play(scene);
        return Stream.of(Claim.values())
                .filter(claim -> center.found(claim).broken() > 0)
                .toList();
    }

    @Test
    void markingThatIsDoneWellHolds() {
        marking();
        assertThat(broken()).isEmpty();
        for (var claim : List.of(
                Claim.POINTS_RECOMPUTED,
                Claim.MARKERS_KNOW_NOBODY,
                Claim.ONE_MARKER_AT_A_TIME,
                Claim.BAD_POINTS_SAY_WHY,
                Claim.SCRIPTS_ARE_SECRET)) {
            assertThat(center.found(claim).checked()).as(claim.toString()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SCORES_WRONGLY, POINTS_RECOMPUTED",
        "ADDS_UP_WRONGLY, POINTS_RECOMPUTED",
        "SHOWS_ANOTHER_TEXT, ACKNOWLEDGED_COUNTS",
        "SAYS_WHOSE_IT_IS, MARKERS_KNOW_NOBODY",
        "GIVES_A_TEXT_TWICE, ONE_MARKER_AT_A_TIME",
        "TAKES_ANY_POINTS, BAD_POINTS_SAY_WHY",
        "LETS_EVERYBODY_IN, A_ROLE_MAY_NOT"
    })
    void aFaultIsFound(FakeMarking.Fault fault, Claim claim) {
        marking().with(fault);
        assertThat(broken()).contains(claim);
    }
}
