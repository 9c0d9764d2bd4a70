package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.Machine.entries;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.node.invigilation.AdmitInvigilators;
import org.onex.node.sitting.InstallSession;
import org.onex.node.sitting.SiteBundles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Theory from 14:00 to 15:00, practice from 14:00 to 16:00, and the power goes: what two invigilators give back is there. */
@NodeTest
class PowerCutJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private InstallSession install;

    @Autowired
    private AdmitInvigilators admit;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MoveClock move;

    private static int serial = 100;

    private Machine machine;
    private Machine board;
    private SiteBundles site;
    private Instant opens;

    @BeforeEach
    void aSlotOfTwoSubjects() {
        machine = new Machine(port);
        board = new Machine(port);
        opens = clock.instant().plus(Duration.ofMinutes(20));
        serial++;
        site = new SiteBundles(opens);
        site.window(site.theory, 0, 60).window(site.practice, 0, 120);
        bringIn();
    }

    private void bringIn() {
        site.seat(serial, SiteBundles.ROOM, 1)
                .keeper("JKC0000%d".formatted(serial), SiteBundles.ROOM)
                .keeper("JKC0001%d".formatted(serial), SiteBundles.ROOM);
        install.install(site.version(1), site.files());
        admit.admit(site.version(1));
        install.release(site.theory, site.key);
        install.release(site.practice, site.key);
        assertThat(board.post("/api/invigilation/session", pin("JKC0000")).status())
                .isEqualTo(200);
    }

    @AfterEach
    void closeMachines() {
        machine.close();
        board.close();
    }

    private static Map<String, String> pin(String number) {
        return Map.of("number", number + serial, "pin", SiteBundles.PIN);
    }

    private void at(int minute) {
        move.to(opens.plus(Duration.ofMinutes(minute)));
    }

    private Machine.Answer signIn() {
        return machine.post(
                "/api/sitting/sign-ins",
                Map.of(
                        "ticket",
                        SiteBundles.ticket(serial),
                        "idNumber",
                        SiteBundles.person(serial).value()));
    }

    private void writeTheory() {
        assertThat(signIn().text("attempt")).isEqualTo(theory());
        at(0);
        assertThat(machine.start(theory(), 1).status()).isEqualTo(200);
        machine.beat(theory(), 1, entries(1, 2));
    }

    private String theory() {
        return site.run(serial, site.theory).toString();
    }

    private JsonNode seat() {
        return board.get("/api/invigilation/seats").body().path("items").path(0);
    }

    private void grant(String attempt, int minutes) {
        var answer = board.post(
                "/api/invigilation/attempts/" + attempt + "/extension",
                Map.of("minutes", minutes, "reason", "停电", "second", pin("JKC0001")));
        assertThat(answer.status()).as(answer.code()).isEqualTo(204);
    }

    private static long minutes(JsonNode answer) {
        return Math.round(answer.path("remainingMs").asLong() / 60_000.0);
    }

    @Test
    void whatWasGivenInTheFirstSubjectIsNotMissingInTheSecond() {
        writeTheory();
        grant(theory(), 30);
        at(85);
        assertThat(machine.handIn(theory(), 1, 2).status()).isEqualTo(200);
        var practice = machine.next(theory()).text("attempt");
        assertThat(minutes(machine.start(practice, 1).body())).isEqualTo(65);
    }

    @Test
    void whoComesToTheFirstSubjectAfterAllSitsTheSecondAfterItsWindowHasShut() {
        grantedWhileWaiting();
        at(119);
        assertThat(machine.start(theory(), 1).status()).isEqualTo(200);
        at(121);
        assertThat(machine.handIn(theory(), 1, 0).status()).isEqualTo(200);
        var practice = machine.next(theory());
        assertThat(practice.status()).as(practice.code()).isEqualTo(200);
        assertThat(minutes(machine.start(practice.text("attempt"), 1).body())).isEqualTo(59);
    }

    private void grantedWhileWaiting() {
        at(0);
        assertThat(signIn().status()).isEqualTo(200);
        grant(theory(), 60);
    }

    @Test
    void whoeverTheOutageKeptFromComingMayComeThatMuchLater() {
        at(40);
        assertThat(signIn().code()).isEqualTo("sitting.too-late");
        assertThat(seat().path("state").asString()).isEqualTo("EXPECTED");
        grant(seat().path("attempt").asString(), 15);
        assertThat(signIn().text("attempt")).isEqualTo(theory());
        assertThat(minutes(machine.start(theory(), 1).body())).isEqualTo(35);
    }

    @Test
    void whoIsKeptByOneExamBeyondTheLateLimitOfTheNextIsAwaitedThere() {
        board.close();
        board = new Machine(port);
        serial++;
        site = new SiteBundles(opens);
        site.window(site.theory, 0, 60).window(site.practice, 80, 170);
        bringIn();
        writeTheory();
        grant(theory(), 55);
        at(112);
        assertThat(machine.handIn(theory(), 1, 2).status()).isEqualTo(200);
        at(141);
        var practice = signIn();
        assertThat(practice.text("attempt"))
                .isEqualTo(site.run(serial, site.practice).toString());
        assertThat(minutes(machine.start(practice.text("attempt"), 1).body())).isEqualTo(29);
    }

    @Test
    void timeIsGivenBetweenTheSubjectsAfterTheSecondsWindowHasShut() {
        writeTheory();
        // The node is down from 14:50 to 16:05, and theory is handed in by the node as soon as it is back.
        at(125);
        assertThat(machine.beat(theory(), 1, entries(3, 3)).text("state")).isEqualTo("HANDED_IN");
        assertThat(machine.next(theory()).code()).isEqualTo("sitting.too-late");
        assertThat(seat().path("attempt").asString()).isEqualTo(theory());
        var practice = seat().path("nextAttempt").asString();
        assertThat(practice).isEqualTo(site.run(serial, site.practice).toString());
        grant(practice, 45);
        assertThat(seat().path("extraMinutes").asInt()).isEqualTo(45);

        assertThat(machine.next(theory()).text("state")).isEqualTo("ENTERED");
        assertThat(minutes(machine.start(practice, 1).body())).isEqualTo(40);
        machine.beat(practice, 1, entries(1, 4));
        assertThat(machine.handIn(practice, 1, 4).body().path("answered").asInt())
                .isEqualTo(4);
        assertThat(seat().path("nextAttempt").isNull()).isTrue();
    }
}
