package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.Machine.entries;
import static org.onex.node.Machine.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.foundation.vault.DataKey;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A site tries out its room: candidates sit a mock exam from sign-in to receipt, and everything that can go wrong does. */
@NodeTest
class MockExamJourneyTests {

    @LocalServerPort
    private int port;

    private Machine machine;
    private Machine other;
    private JsonNode exam;
    private String attempt;

    @BeforeEach
    void aCandidateIsWriting() {
        machine = new Machine(port);
        other = new Machine(port);
        exam = machine.mockExam(3, 0, 60);
        attempt = machine.signIn(candidate(0)).text("attempt");
        assertThat(machine.start(attempt, 1).status()).isEqualTo(200);
    }

    @AfterEach
    void closeMachines() {
        machine.close();
        other.close();
    }

    private JsonNode candidate(int index) {
        return exam.path("candidates").path(index);
    }

    private Machine board(int index) {
        var board = new Machine(port);
        assertThat(board.signInAtBoard(exam.path("invigilators").path(index)).status())
                .isEqualTo(200);
        return board;
    }

    @Test
    void aCandidateSitsTheExamFromSignInToReceipt() {
        var second = other.signIn(candidate(1));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("state")).isEqualTo("ENTERED");
        assertThat(second.body().path("candidate").path("idNumber").asString()).matches("9999\\*{10}\\d{3}[\\dX]");
        var id = second.text("attempt");

        var started = other.start(id, 1);
        assertThat(started.body().path("remainingMs").asLong()).isBetween(3_590_000L, 3_600_000L);
        assertThat(other.start(id, 1).text("key")).isEqualTo(started.text("key"));

        var beat = other.beat(id, 1, entries(1, 3));
        assertThat(beat.status()).isEqualTo(200);
        assertThat(beat.body().path("durableSeq").asLong()).isEqualTo(3);
        assertThat(beat.text("state")).isEqualTo("RUNNING");

        var receipt = other.handIn(id, 1, 3);
        assertThat(receipt.status()).isEqualTo(200);
        var script = new CanonicalScript(UUID.fromString(id), 1, 3, Map.of("S1", "v1", "S2", "v2", "S3", "v3"));
        assertThat(receipt.text("hash")).isEqualTo(script.hash());
        assertThat(receipt.text("shortCode")).isEqualTo(script.shortCode());
        assertThat(receipt.body().path("answered").asInt()).isEqualTo(3);
        assertThat(other.view(id).text("state")).isEqualTo("HANDED_IN");
    }

    @Test
    void thePaperOpensWithTheKeyAndHoldsNoAnswers() throws IOException {
        var view = machine.view(attempt).body();
        var sealed = machine.get(
                "/api/sitting/papers/" + view.path("paper").path("sha256").asString());
        assertThat(sealed.headers().get("cache-control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(sealed.bytes()).hasSize(view.path("paper").path("bytes").asInt());

        var key =
                DataKey.of(Base64.getDecoder().decode(machine.start(attempt, 1).text("key")));
        var plain =
                new GZIPInputStream(new ByteArrayInputStream(key.open(sealed.bytes(), "onex-paper-v1"))).readAllBytes();
        assertThat(Machine.JSON.readTree(plain).path("sections").size()).isEqualTo(4);
        assertThat(new String(plain, StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase("\"answer\"")
                .doesNotContainIgnoringCase("\"correct\"");
    }

    @Test
    void theKeyIsNotGivenBeforeTheStart() {
        exam = machine.mockExam(1, 10, 60);
        var early = other.signIn(candidate(0));
        assertThat(early.body().path("opensInMs").asLong()).isBetween(590_000L, 600_000L);
        var refused = other.start(early.text("attempt"), 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sitting.not-open-yet");
        assertThat(refused.fact("opensInMs")).isBetween(590_000L, 600_000L);
        assertThat(other.beat(early.text("attempt"), 1, entries(1, 1)).code()).isEqualTo("sitting.not-started");
    }

    @Test
    void entryOpensHalfAnHourBeforeTheStart() {
        exam = machine.mockExam(1, 31, 60);
        var refused = other.signIn(candidate(0));
        assertThat(refused.code()).isEqualTo("sitting.entry-not-open");
        assertThat(refused.fact("opensInMs")).isBetween(50_000L, 60_000L);
    }

    @Test
    void aWrongNumberSaysNothingAboutWhichOneIsWrong() {
        var wrong = Machine.JSON
                .createObjectNode()
                .put("ticket", candidate(0).path("ticket").asString());
        var wrongId =
                other.signIn(wrong.put("idNumber", candidate(1).path("idNumber").asString()));
        var wrongTicket = other.signIn(wrong.put("ticket", "90000000000000000"));
        assertThat(wrongId.status()).isEqualTo(401);
        assertThat(wrongId.body()).isEqualTo(wrongTicket.body());
    }

    @Test
    void sendingAgainChangesNothing() {
        var first = machine.beat(attempt, 1, entries(1, 4))
                .body()
                .path("durableSeq")
                .asLong();
        assertThat(machine.beat(attempt, 1, entries(1, 4))
                        .body()
                        .path("durableSeq")
                        .asLong())
                .isEqualTo(first);
        assertThat(machine.beat(attempt, 1, entries(3, 6))
                        .body()
                        .path("durableSeq")
                        .asLong())
                .isEqualTo(6);
        assertThat(machine.view(attempt).body().path("answers").size()).isEqualTo(6);
    }

    @Test
    void theSameKeyWithOtherContentIsRefusedAndNothingOfThatBeatIsStored() {
        machine.beat(attempt, 1, entries(1, 2));
        var refused = machine.beat(attempt, 1, List.of(entry(2, "S2", "other"), entry(3, "S3", "v3")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sitting.entry-differs");
        assertThat(refused.fact("seq")).isEqualTo(2);
        assertThat(machine.view(attempt).body().path("durableSeq").asLong()).isEqualTo(2);
    }

    @Test
    void aGapIsRefusedAndSaysFromWhereToSend() {
        machine.beat(attempt, 1, entries(1, 2));
        var refused = machine.beat(attempt, 1, entries(4, 5));
        assertThat(refused.code()).isEqualTo("sitting.entries-missing");
        assertThat(refused.fact("durableSeq")).isEqualTo(2);
        assertThat(machine.handIn(attempt, 1, 5).code()).isEqualTo("sitting.entries-missing");
    }

    @Test
    void whatCannotBeStoredAsItIsIsRefusedBeforeAnythingIsStored() {
        for (var bad :
                List.of(entry(1, "S 1", "A"), entry(1, "S1", "A\0"), entry(1, "S1", "\uD83D"), entry(0, "S1", "A"))) {
            var refused = machine.beat(attempt, 1, List.of(bad));
            assertThat(refused.status()).as(bad.toString()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("sitting.entry-invalid");
        }
        assertThat(machine.beat(attempt, 1, List.of(entry(1, "S1", "x".repeat(20_001))))
                        .code())
                .isEqualTo("sitting.entry-invalid");
        assertThat(machine.beat(attempt, 1, List.of(entry(1, "S1", "𠮷".repeat(10_000))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherMachineNeedsTheInvigilatorsUnlockAndThenOwnsTheAttempt() {
        machine.beat(attempt, 1, entries(1, 2));
        var refused = other.signIn(candidate(0));
        assertThat(refused.code()).isEqualTo("sitting.device-active");
        assertThat(refused.fact("seat")).isEqualTo(1);

        try (var board = board(0)) {
            assertThat(board.post("/api/invigilation/attempts/" + attempt + "/unlock", Map.of("reason", "主机故障"))
                            .status())
                    .isEqualTo(204);
        }
        var taken = other.signIn(candidate(0));
        assertThat(taken.body().path("epoch").asInt()).isEqualTo(2);
        assertThat(taken.body().path("answers").path("S2").asString()).isEqualTo("v2");
        assertThat(other.beat(attempt, 2, List.of(entry(1, "S1", "new"))).status())
                .isEqualTo(200);

        // The first machine comes back with what it could not send.
        var late = machine.beat(attempt, 1, entries(3, 4));
        assertThat(late.text("state")).isEqualTo("TAKEN_OVER");
        assertThat(late.body().path("durableSeq").asLong()).isEqualTo(4);
        assertThat(machine.view(attempt).code()).isEqualTo("sitting.taken-over");
        assertThat(machine.handIn(attempt, 1, 4).code()).isEqualTo("sitting.taken-over");
        assertThat(machine.start(attempt, 2).code()).isEqualTo("sitting.epoch-unknown");

        var answers = other.view(attempt).body().path("answers");
        assertThat(answers).hasToString("{\"S1\":\"new\",\"S2\":\"v2\"}");
        assertThat(machine.signIn(candidate(0)).code()).isEqualTo("sitting.device-active");
    }

    @Test
    void twentyHandInsAtOnceMakeOneReceipt() throws InterruptedException, ExecutionException {
        machine.beat(attempt, 1, entries(1, 5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var handIns = IntStream.range(0, 20)
                    .<Callable<Machine.Answer>>mapToObj(i -> () -> machine.handIn(attempt, 1, 5))
                    .toList();
            var receipts = threads.invokeAll(handIns);
            var first = receipts.getFirst().get().body();
            for (var receipt : receipts) {
                assertThat(receipt.get().body()).isEqualTo(first);
            }
            assertThat(first.path("revision").asInt()).isEqualTo(1);
        }
        assertThat(machine.beat(attempt, 1, entries(6, 6)).code()).isEqualTo("sitting.handed-in");
        assertThat(machine.beat(attempt, 1, entries(5, 5)).status()).isEqualTo(200);
    }

    @Test
    void aHundredBeatsAtOnceOfOneDeviceStoreEachEntryOnce() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var beats = IntStream.range(0, 100)
                    .<Callable<Machine.Answer>>mapToObj(i -> () -> machine.beat(attempt, 1, entries(1, 20)))
                    .toList();
            for (var beat : threads.invokeAll(beats)) {
                assertThat(beat.get().body().path("durableSeq").asLong()).isEqualTo(20);
            }
        }
        assertThat(machine.view(attempt).body().path("answers").size()).isEqualTo(20);
    }

    @Test
    void somebodyElsesMachineSeesNothing() {
        for (var refused : List.of(
                other.view(attempt),
                other.start(attempt, 1),
                other.beat(attempt, 1, entries(1, 1)),
                other.handIn(attempt, 1, 0))) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("sitting.attempt-unknown");
        }
    }

    @Test
    void theTokenIsForThisAttemptOnlyAndUnreadableForScripts() {
        var cookie = other.signIn(candidate(2)).headers().get("set-cookie").getFirst();
        assertThat(cookie)
                .startsWith("ONEX_NODE=")
                .contains("Path=/api/sitting/attempts/")
                .contains("HttpOnly")
                .contains("SameSite=Strict");
    }

    @Test
    void withoutTheTechniciansCodeThereIsNoMockExam() {
        var refused = other.post("/api/courier/mock-exams", Map.of("seats", 1, "opensInMinutes", 0, "minutes", 1));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("courier.not-the-technician");
    }
}
