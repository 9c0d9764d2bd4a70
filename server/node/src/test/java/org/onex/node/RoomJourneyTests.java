package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.Machine.entries;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A room of four on the day: two come, two do not, one is caught and sent out, and their machine had not sent everything. */
@NodeTest
class RoomJourneyTests {

    private static final String ROOM = "/api/invigilation";

    @LocalServerPort
    private int port;

    @Autowired
    private MoveClock move;

    @Autowired
    private BusinessClock clock;

    private Machine machine;
    private Machine other;
    private Machine board;
    private JsonNode exam;
    private String attempt;

    @BeforeEach
    void twoOfFourCome() {
        machine = new Machine(port);
        other = new Machine(port);
        board = new Machine(port);
        exam = machine.mockExam(4, 0, 60);
        attempt = machine.signIn(candidate(0)).text("attempt");
        machine.start(attempt, 1);
        other.signIn(candidate(1));
        board.signInAtBoard(invigilator(0));
    }

    @AfterEach
    void closeMachines() {
        machine.close();
        other.close();
        board.close();
    }

    private JsonNode candidate(int index) {
        return exam.path("candidates").path(index);
    }

    private JsonNode invigilator(int index) {
        return exam.path("invigilators").path(index);
    }

    private JsonNode seat(int index) {
        return board.get(ROOM + "/seats").body().path("items").path(index);
    }

    private Machine.Answer attend(int index, boolean present) {
        var path = ROOM + "/attempts/" + seat(index).path("attempt").asString() + "/attendance";
        return board.send(board.request("PUT", path, Map.of("present", present)));
    }

    private Machine.Answer act(String what, Map<String, ?> content) {
        return board.post(ROOM + "/attempts/" + attempt + "/" + what, content);
    }

    private JsonNode sheet() {
        return board.get(ROOM + "/rooms").body().path(0);
    }

    private static void assertNumbers(JsonNode sheet, int... numbers) {
        var fields = new String[] {"expected", "present", "absent", "signedIn", "handedIn", "incidents"};
        assertThat(IntStream.range(0, fields.length)
                        .map(i -> sheet.path(fields[i]).asInt()))
                .containsExactly(IntStream.of(numbers).boxed().toArray(Integer[]::new));
    }

    @Test
    void theSignInSheetSaysWhoCameAndNobodyIsAbsentTooEarly() {
        assertNumbers(sheet(), 4, 0, 0, 2, 0, 0);
        assertThat(attend(0, true).status()).isEqualTo(204);
        assertThat(attend(1, true).status()).isEqualTo(204);
        assertThat(attend(1, false).code()).isEqualTo("invigilation.is-here");
        var early = attend(2, false);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("invigilation.may-still-come");
        assertThat(OffsetDateTime.parse(early.body().path("facts").path("until").asString()))
                .isEqualTo(seat(2).path("lateUntil").asString());

        move.to(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(attend(2, false).status()).isEqualTo(204);
        assertThat(attend(3, false).status()).isEqualTo(204);
        assertNumbers(sheet(), 4, 2, 2, 2, 0, 0);
        assertThat(seat(0).path("attendance").asString()).isEqualTo("PRESENT");
        assertThat(seat(3).path("attendance").asString()).isEqualTo("ABSENT");
        assertThat(other.signIn(candidate(3)).code()).isEqualTo("sitting.too-late");
    }

    @Test
    void whoIsCaughtIsWrittenDownByTwoAndSentOutAndWhatTheirMachineHeldBackIsFlagged() {
        machine.beat(attempt, 1, entries(1, 2));
        var cheating = Map.of("kind", "CHEATING", "facts", "使用手机搜题", "statement", "没有说明");
        assertThat(act("incidents", cheating).code()).isEqualTo("invigilation.second-person");
        var alone = Map.of("kind", "CHEATING", "facts", "使用手机搜题", "second", Machine.pin(invigilator(0)));
        assertThat(act("incidents", alone).code()).isEqualTo("invigilation.second-person");
        var together = Map.of("kind", "CHEATING", "facts", "使用手机搜题", "second", Machine.pin(invigilator(1)));
        assertThat(act("incidents", together).status()).isEqualTo(201);

        var handIn = Map.of("reason", "作弊，终止考试", "second", Machine.pin(invigilator(1)));
        assertThat(act("hand-in", Map.of("reason", "作弊", "second", Machine.pin(invigilator(0))))
                        .code())
                .isEqualTo("invigilation.second-person");
        assertThat(act("hand-in", handIn).status()).isEqualTo(204);
        assertThat(act("hand-in", handIn).code()).isEqualTo("sitting.handed-in");

        var told = machine.beat(attempt, 1, entries(1, 2)).body();
        assertThat(told.path("state").asString()).isEqualTo("HANDED_IN");
        assertReceipt(told.path("receipt"), "FORCED", 1, 2);
        var late = machine.beat(attempt, 1, entries(3, 4)).body();
        assertThat(late.path("durableSeq").asInt()).isEqualTo(4);
        assertReceipt(late.path("receipt"), "LATE_SYNC", 2, 4);
        assertThat(machine.handIn(attempt, 1, 4).body()).isEqualTo(late.path("receipt"));

        assertNumbers(sheet(), 4, 0, 0, 2, 1, 1);
        assertThat(seat(0).path("incidents").asInt()).isEqualTo(1);
        var listed = board.get(ROOM + "/incidents").body().path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("name").asString()).isEqualTo("模拟考生001");
        assertThat(listed.path(0).path("second").asString())
                .isEqualTo(invigilator(1).path("number").asString());
    }

    /** The hash is that of the entries 1 to lastSeq, made by ourselves. */
    private void assertReceipt(JsonNode receipt, String kind, int revision, int lastSeq) {
        assertThat(receipt.path("kind").asString()).isEqualTo(kind);
        assertThat(receipt.path("revision").asInt()).isEqualTo(revision);
        var answers = new HashMap<String, String>();
        IntStream.rangeClosed(1, lastSeq).forEach(seq -> answers.put("S" + seq, "v" + seq));
        assertThat(receipt.path("hash").asString())
                .isEqualTo(new CanonicalScript(UUID.fromString(attempt), 1, lastSeq, answers).hash());
    }

    @Test
    void nobodyHandsInForWhoHasNotBegun() {
        attempt = seat(1).path("attempt").asString();
        var handIn = Map.of("reason", "退场", "second", Machine.pin(invigilator(1)));
        assertThat(act("hand-in", handIn).code()).isEqualTo("sitting.not-started");
    }

    @Test
    void theSameHandInAgainIsTheSameOne() {
        var handIn = Map.of("reason", "身体不适", "second", Machine.pin(invigilator(1)));
        var key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            var request = board.request("POST", ROOM + "/attempts/" + attempt + "/hand-in", handIn);
            assertThat(board.send(request.header("Idempotency-Key", key)).status())
                    .isEqualTo(204);
        }
        assertThat(machine.view(attempt).body().path("receipt").path("revision").asInt())
                .isEqualTo(1);
    }

    @Test
    void anIncidentIsStillWrittenDownWhenTheExamIsOver() {
        move.to(clock.instant().plus(Duration.ofHours(3)));
        var told = Map.of("kind", "HEALTH", "facts", "考后头晕，家长接走", "statement", "");
        assertThat(act("incidents", told).status()).isEqualTo(201);
        assertThat(act("incidents", Map.of("kind", "HEALTH", "facts", " ")).code())
                .isEqualTo("invigilation.reason-missing");
        assertThat(act("incidents", Map.of("kind", "WEATHER", "facts", "下雨")).status())
                .isEqualTo(400);
    }
}
