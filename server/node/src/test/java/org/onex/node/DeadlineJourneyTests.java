package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.Machine.entries;
import static org.onex.node.Machine.entry;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Time runs out: for those who are there, and for those whose line is down. The rehearsal's clock moves, nobody waits. */
@NodeTest
class DeadlineJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MoveClock clock;

    private static JsonNode untilHandedIn(Machine machine, String attempt) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var view = machine.view(attempt).body();
        while (!view.path("state").asString().equals("HANDED_IN") && System.nanoTime() < end) {
            view = machine.view(attempt).body();
        }
        assertThat(view.path("state").asString()).isEqualTo("HANDED_IN");
        return view;
    }

    @Test
    void theNodeHandsInForEverybodyAtTheDeadlineAndWhatComesLateIsAnotherRevision() {
        try (var machine = new Machine(port)) {
            var exam = machine.mockExam(1, 0, 60);
            var signedIn = machine.signIn(exam.path("candidates").path(0));
            var attempt = signedIn.text("attempt");
            machine.start(attempt, 1);
            machine.beat(attempt, 1, entries(1, 3));

            var start = OffsetDateTime.parse(signedIn.text("now")).toInstant();
            clock.to(start.plus(Duration.ofMinutes(61)));
            var handedIn = untilHandedIn(machine, attempt);
            var first = handedIn.path("receipt");
            assertThat(first.path("kind").asString()).isEqualTo("DEADLINE");
            assertThat(first.path("revision").asInt()).isEqualTo(1);
            var answers = Map.of("S1", "v1", "S2", "v2", "S3", "v3");
            assertThat(first.path("hash").asString())
                    .isEqualTo(new CanonicalScript(UUID.fromString(attempt), 1, 3, answers).hash());

            // The line comes back; the device brings what was typed before the end.
            var late = Map.<String, Object>of("seq", 4, "item", "S3", "value", "changed", "at", signedIn.text("now"));
            var beat = machine.beat(attempt, 1, List.of(late));
            assertThat(beat.body().path("durableSeq").asLong()).isEqualTo(4);
            var second = beat.body().path("receipt");
            assertThat(second.path("kind").asString()).isEqualTo("LATE_SYNC");
            assertThat(second.path("revision").asInt()).isEqualTo(2);
            var changed = Map.of("S1", "v1", "S2", "v2", "S3", "changed");
            assertThat(second.path("hash").asString())
                    .isEqualTo(new CanonicalScript(UUID.fromString(attempt), 1, 4, changed).hash());

            // Whoever sits there next does not see what was handed in.
            assertThat(machine.view(attempt).body().path("answers").size()).isZero();
            assertThat(machine.beat(attempt, 1, List.of(late)).body().path("receipt"))
                    .isEqualTo(second);
        }
    }

    @Test
    void twoInvigilatorsGiveMoreTimeAndOneAloneDoesNot() {
        try (var machine = new Machine(port);
                var board = new Machine(port)) {
            var exam = machine.mockExam(2, 0, 60);
            var attempt = machine.signIn(exam.path("candidates").path(0)).text("attempt");
            var before = machine.start(attempt, 1).body().path("remainingMs").asLong();
            board.signInAtBoard(exam.path("invigilators").path(0));
            var path = "/api/invigilation/attempts/" + attempt + "/extension";
            var self = Machine.pin(exam.path("invigilators").path(0));
            var colleague = Machine.pin(exam.path("invigilators").path(1));

            assertThat(board.post(path, Map.of("minutes", 10, "reason", "断电", "second", self))
                            .code())
                    .isEqualTo("invigilation.second-person");
            assertThat(board.post(path, Map.of("minutes", 61, "reason", "断电", "second", colleague))
                            .code())
                    .isEqualTo("invigilation.out-of-range");
            assertThat(board.post(path, Map.of("minutes", 10, "reason", " ", "second", colleague))
                            .code())
                    .isEqualTo("invigilation.reason-missing");
            var key = UUID.randomUUID().toString();
            for (int i = 0; i < 2; i++) {
                var request = board.request("POST", path, Map.of("minutes", 10, "reason", "断电", "second", colleague));
                assertThat(board.send(request.header("Idempotency-Key", key)).status())
                        .isEqualTo(204);
            }

            var another = Map.of("minutes", 20, "reason", "断电", "second", colleague);
            var reused = board.send(board.request("POST", path, another).header("Idempotency-Key", key));
            assertThat(reused.code()).isEqualTo("invigilation.key-used");

            var beat = machine.beat(attempt, 1, List.of(entry(1, "S1", "A"))).body();
            assertThat(beat.path("remainingMs").asLong()).isBetween(before + 590_000, before + 600_000);
            assertThat(beat.path("instructions").size()).isEqualTo(1);
            assertThat(beat.path("instructions").path(0).path("extraMs").asLong())
                    .isEqualTo(600_000);
            var seat = board.get("/api/invigilation/seats").body().path("items").path(0);
            assertThat(seat.path("state").asString()).isEqualTo("RUNNING");
            assertThat(seat.path("answered").asInt()).isEqualTo(1);
            assertThat(seat.path("extraMinutes").asInt()).isEqualTo(10);
            assertThat(seat.path("lastBeatMsAgo").asLong()).isBetween(0L, 10_000L);
        }
    }

    @Test
    void anInvigilatorOfAnotherSessionDoesNothingHere() {
        try (var machine = new Machine(port);
                var board = new Machine(port)) {
            var exam = machine.mockExam(1, 0, 60);
            var attempt = machine.signIn(exam.path("candidates").path(0)).text("attempt");
            board.signInAtBoard(machine.mockExam(1, 0, 60).path("invigilators").path(0));
            var refused = board.post("/api/invigilation/attempts/" + attempt + "/unlock", Map.of("reason", "换机"));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("invigilation.not-in-session");
        }
    }

    @Test
    void aRoomOfFiveHundredIsReadPageByPage() {
        try (var machine = new Machine(port)) {
            var exam = machine.mockExam(500, 0, 60);
            machine.signInAtBoard(exam.path("invigilators").path(0));
            var seats = new ArrayList<Integer>();
            var after = "";
            do {
                var page = machine.get("/api/invigilation/seats?limit=150&after=" + after)
                        .body();
                page.path("items").forEach(seat -> seats.add(seat.path("seat").asInt()));
                after = page.path("next").asString("");
            } while (!after.isEmpty());
            assertThat(seats)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 500).boxed().toList());
        }
    }
}
