package org.onex.rehearsal.returning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.sitting.ScriptHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A centre that has exactly what was sat, and centres that have lost, changed or invented something. */
class ReturnedCheckTests {

    private static final String PLANS = "/api/script/plans";
    private static final String SAT = "01970000-0000-7000-8000-000000000001";
    private static final String UNSAT = "01970000-0000-7000-8000-000000000002";

    private final FakeCenter center = new FakeCenter();
    private final Scene scene = center.scene("003", 1);
    private final Map<String, String> answers = Map.of("S001", "B", "W01", "好\n文");
    private final ObjectNode opened = Json.object();
    private final ObjectNode returned = Json.object();

    @BeforeEach
    void everythingCameBack() {
        var hash = new ScriptHash(SAT, 1, 2, answers).hex();
        var receipt = Json.object()
                .put("revision", 1)
                .put("kind", "CANDIDATE")
                .put("epoch", 1)
                .put("lastSeq", 2)
                .put("hash", hash);
        scene.books()
                .add(new SatScript(
                        SAT,
                        new SatScript.Run("session", "site", 1, "网店", "初级", "理论", "A", "t"),
                        List.of(),
                        List.of(new SatScript.Revision(receipt, answers, true))));
        scene.books().add(new ExamBooks.Unsat(UNSAT, "site", 1, true));
        opened.setAll(receipt);
        opened.put("session", "session")
                .put("form", "A")
                .put("plan", scene.plan().code())
                .put("counts", true)
                .put("answered", 2)
                .set("answers", Json.tree(answers));
        opened.putArray("receipts").add(receipt);
        returned.put("slot", 1)
                .put("runs", 2)
                .put("scripts", 1)
                .put("absent", 1)
                .put("notStarted", 0)
                .put("state", "COMPLETE");
        returned.putObject("site").put("id", "site");
        returned.putArray("problems");
        returned.putArray("nodes")
                .addObject()
                .put("record", 1)
                .put("refused", 0)
                .put("files", 2)
                .put("arrived", 2);
        answers();
    }

    private void answers() {
        var code = scene.plan().code();
        center.answers("GET", PLANS, request -> {
            var plan = Json.object()
                    .put("bundles", 1)
                    .put("complete", 1)
                    .put("runs", 2)
                    .put("scripts", 1)
                    .put("incidents", 0);
            plan.putObject("plan").put("code", code);
            return list(plan);
        });
        center.answers("GET", PLANS + "/" + code + "/returns", request -> list(returned));
        doubts(doubt("SAYS_OTHERWISE", UNSAT));
        center.answers("GET", PLANS + "/" + code + "/incidents", request -> FakeCenter.Reply.list(Stream.of()));
        center.answers("GET", ReturnLists.SCRIPTS + SAT, request -> FakeCenter.Reply.ok(opened.toString()));
        center.answers("GET", ReturnLists.SCRIPTS + UNSAT, FakeCenter.Reply.problem(404, "script.unknown"));
    }

    private void doubts(JsonNode... doubts) {
        center.answers("GET", PLANS + "/" + scene.plan().code() + "/doubts", request -> list(doubts));
    }

    private static JsonNode doubt(String kind, String script) {
        return Json.object().put("kind", kind).put("script", script);
    }

    private static FakeCenter.Reply list(JsonNode... items) {
        return FakeCenter.Reply.list(Stream.of(items).map(JsonNode::toString));
    }

    @AfterEach
    void close() {
        center.close();
    }

    private List<Claim> broken() {
        new ReturnedCheck(scene, new ReturnLists(scene)).play(new LinkedHashMap<>());
        return Stream.of(Claim.values())
                .filter(claim -> center.found(claim).broken() > 0)
                .toList();
    }

    @Test
    void whatIsThereAsItWasSatIsFine() {
        assertThat(broken()).isEmpty();
        assertThat(center.found(Claim.ACKNOWLEDGED_COUNTS).checked()).isEqualTo(1);
        assertThat(center.found(Claim.ABSENT_WROTE_NOTHING).checked()).isEqualTo(1);
    }

    @Test
    void aChangedAnswerIsFound() {
        ((ObjectNode) opened.path("answers")).put("S001", "C");
        assertThat(broken()).containsExactly(Claim.ACKNOWLEDGED_COUNTS, Claim.HASH_AS_RECEIVED);
    }

    @Test
    void aLostAnswerIsFound() {
        ((ObjectNode) opened.path("answers")).remove("W01");
        assertThat(broken()).contains(Claim.ACKNOWLEDGED_COUNTS);
    }

    @Test
    void aRevisionThatShouldNotCountIsFound() {
        opened.put("revision", 2).put("kind", "LATE_SYNC");
        assertThat(broken()).contains(Claim.LATE_BY_RULE);
    }

    @Test
    void aReceiptThatIsNotKnownIsFound() {
        opened.putArray("receipts");
        assertThat(broken()).containsExactly(Claim.HASH_AS_RECEIVED);
    }

    @Test
    void aScriptOfSomebodyAbsentIsFound() {
        center.answers("GET", ReturnLists.SCRIPTS + UNSAT, request -> FakeCenter.Reply.ok(opened.toString()));
        assertThat(broken()).containsExactly(Claim.ABSENT_WROTE_NOTHING);
    }

    @Test
    void aNumberThatIsWrongIsFound() {
        returned.put("absent", 0).put("notStarted", 1);
        assertThat(broken()).containsExactly(Claim.EVERYTHING_RETURNS);
    }

    @Test
    void aDoubtThatIsMissingIsFound() {
        doubts();
        assertThat(broken()).containsExactly(Claim.ROOMS_AS_WRITTEN_DOWN);
    }

    @Test
    void aDoubtAboutNothingIsFound() {
        doubts(doubt("SAYS_OTHERWISE", UNSAT), doubt("LATE", SAT), doubt("REFUSED", SAT));
        assertThat(broken()).containsExactly(Claim.EVERYTHING_RETURNS, Claim.LATE_BY_RULE);
    }

    @Test
    void anIncidentThatIsNotThereIsFound() {
        scene.books().add(new ExamBooks.Incident("i", SAT, "site", "OTHER", "停电", "", ""));
        assertThat(broken()).contains(Claim.ROOMS_AS_WRITTEN_DOWN, Claim.EVERYTHING_RETURNS);
    }
}
