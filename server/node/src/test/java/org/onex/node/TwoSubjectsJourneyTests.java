package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.Machine.entries;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Theory and practice in one sitting: the second subject opens when the first is handed in, at the same machine or another. */
@NodeTest
class TwoSubjectsJourneyTests {

    @LocalServerPort
    private int port;

    private Machine machine;
    private Machine other;
    private Machine board;
    private JsonNode exam;
    private String theory;

    @BeforeEach
    void aCandidateIsWritingTheFirstSubject() {
        machine = new Machine(port);
        other = new Machine(port);
        board = new Machine(port);
        exam = machine.mockExam(Map.of("seats", 2, "opensInMinutes", 0, "minutes", 60, "subjects", 2));
        theory = machine.signIn(candidate(0)).text("attempt");
        machine.start(theory, 1);
        board.signInAtBoard(exam.path("invigilators").path(0));
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

    private JsonNode seat() {
        return board.get("/api/invigilation/seats").body().path("items").path(0);
    }

    private void handInTheory() {
        machine.beat(theory, 1, entries(1, 2));
        assertThat(machine.handIn(theory, 1, 2).status()).isEqualTo(200);
    }

    @Test
    void theSecondSubjectOpensAtTheSameMachineWhenTheFirstIsHandedIn() {
        var view = machine.view(theory).body();
        assertThat(view.path("session").path("subject").asString()).isEqualTo("理论");
        var announced = view.path("next");
        assertThat(announced.path("session").path("subject").asString()).isEqualTo("实操");
        assertThat(announced.path("state").asString()).isEqualTo("EXPECTED");
        assertThat(announced.path("opensInMs").asLong()).isZero();
        assertThat(machine.next(theory).code()).isEqualTo("sitting.not-handed-in");

        handInTheory();
        var next = machine.next(theory);
        assertThat(next.status()).isEqualTo(200);
        var practice = next.text("attempt");
        assertThat(practice).isEqualTo(announced.path("attempt").asString());
        assertThat(next.text("state")).isEqualTo("ENTERED");
        assertThat(next.body().path("next").isNull()).isTrue();
        assertThat(next.body().path("paper")).isNotEqualTo(view.path("paper"));

        assertThat(machine.start(practice, 1).body().path("remainingMs").asLong())
                .isBetween(3_590_000L, 3_600_000L);
        assertThat(machine.beat(practice, 1, entries(1, 3))
                        .body()
                        .path("durableSeq")
                        .asLong())
                .isEqualTo(3);
        assertThat(machine.handIn(practice, 1, 3).body().path("answered").asInt())
                .isEqualTo(3);
        assertThat(machine.next(practice).code()).isEqualTo("sitting.no-next");
        assertThat(machine.signIn(candidate(0)).code()).isEqualTo("sitting.handed-in");
    }

    @Test
    void askingForItAgainIsTheSameSignIn() {
        handInTheory();
        var first = machine.next(theory);
        var again = machine.next(theory);
        assertThat(again.body().path("epoch").asInt()).isEqualTo(1);
        assertThat(again.headers().get("set-cookie").getFirst().split(";")[0])
                .isEqualTo(first.headers().get("set-cookie").getFirst().split(";")[0]);
        assertThat(other.next(theory).code()).isEqualTo("sitting.attempt-unknown");
    }

    @Test
    void theTicketOpensTheSubjectThatIsDueAtAnyMachine() {
        assertThat(other.signIn(candidate(0)).code()).isEqualTo("sitting.device-active");
        handInTheory();
        var practice = other.signIn(candidate(0));
        assertThat(practice.body().path("session").path("subject").asString()).isEqualTo("实操");
        assertThat(machine.next(theory).code()).isEqualTo("sitting.device-active");

        var unlock = "/api/invigilation/attempts/" + practice.text("attempt") + "/unlock";
        assertThat(board.post(unlock, Map.of("reason", "机器故障")).status()).isEqualTo(204);
        assertThat(machine.next(theory).body().path("epoch").asInt()).isEqualTo(2);
        assertThat(board.post(unlock, Map.of("reason", "机器故障")).status()).isEqualTo(204);
        assertThat(other.signIn(candidate(0)).body().path("epoch").asInt()).isEqualTo(3);
        // The token of the second epoch would be made again: the machine that lost it does not get back by it.
        assertThat(board.post(unlock, Map.of("reason", "机器故障")).status()).isEqualTo(204);
        assertThat(machine.next(theory).code()).isEqualTo("sitting.taken-over");
    }

    @Test
    void theBoardHasOneRowPerSeatWithTheSubjectThatIsOn() {
        assertThat(seat().path("subject").asString()).isEqualTo("理论");
        assertThat(seat().path("next").asString()).isEqualTo("实操");
        handInTheory();
        assertThat(seat().path("state").asString()).isEqualTo("HANDED_IN");
        assertThat(seat().path("attempt").asString()).isEqualTo(theory);
        var practice = machine.next(theory).text("attempt");
        assertThat(seat().path("attempt").asString()).isEqualTo(practice);
        assertThat(seat().path("subject").asString()).isEqualTo("实操");
        assertThat(seat().path("next").isNull()).isTrue();
        assertThat(seat().path("state").asString()).isEqualTo("ENTERED");
        assertThat(board.get("/api/invigilation/seats").body().path("items").size())
                .isEqualTo(2);
        assertThat(board.get("/api/invigilation/session")
                        .body()
                        .path("sessions")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aPhotoIsShownToItsOwnMachineAndToTheInvigilatorAndKeptByNobody() {
        assertThat(machine.view(theory).body().path("candidate").path("photo").asBoolean())
                .isTrue();
        var photo = machine.get("/api/sitting/attempts/" + theory + "/photo");
        assertThat(photo.headers().get("content-type")).containsExactly("image/png");
        assertThat(photo.headers().get("cache-control")).containsExactly("no-store");
        assertThat(photo.bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(other.get("/api/sitting/attempts/" + theory + "/photo").code())
                .isEqualTo("sitting.attempt-unknown");
        var shown = board.get("/api/invigilation/attempts/" + theory + "/photo");
        assertThat(shown.bytes()).isEqualTo(photo.bytes());
        assertThat(shown.headers().get("cache-control")).containsExactly("no-store");
    }
}
