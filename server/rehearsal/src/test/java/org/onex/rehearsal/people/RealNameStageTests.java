package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;

/** Real names and the demonstration's people at centres that answer late, or have people already. */
class RealNameStageTests {

    private static final String OVERVIEW = "/api/candidate/overview";

    private final FakeCenter center = new FakeCenter();

    @BeforeEach
    void knowNobody() {
        center.answers("POST", "/api/candidate/searches", Reply.ok("[]"));
        center.answers("GET", CollegeDesk.ENROLMENTS, Reply.list(Stream.of()));
    }

    @AfterEach
    void close() {
        center.close();
    }

    private static Reply states(String state, int count) {
        return Reply.ok("{\"states\": [{\"state\": \"" + state + "\", \"count\": " + count + "}]}");
    }

    @Test
    void anIdentityServiceThatIsSilentForADayEndsTheRehearsal() {
        var begun = center.now();
        center.answers("GET", OVERVIEW, states("PENDING", 2));

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> new RealNameStage().play(center.scene("003", 1)))
                .withMessageContaining("does not answer for 12 people");
        assertThat(center.now()).isEqualTo(begun.plusHours(24).plusMinutes(30));
        assertThat(center.found(Claim.STATE_AS_KNOWN).broken()).isEqualTo(1);
    }

    @Test
    void theClockIsNotMovedFurtherThanTheLastAnswer() {
        var answered = OffsetDateTime.parse("2024-04-22T10:30:00+08:00");
        center.answers(
                "GET", OVERVIEW, request -> states(center.now().isBefore(answered) ? "PENDING" : "ACCURATE", 50));

        assertThat(new RealNameStage().play(center.scene("003", 1)))
                .containsEntry("accurate", 300L)
                .containsEntry("minutes until all were answered", 90L);
        assertThat(center.now()).isEqualTo(answered);
    }

    @Test
    void aDemonstrationThatHasPeopleKeepsThem() {
        center.answers("GET", OVERVIEW, states("ACCURATE", 26));
        new DemoPeople(center.center(), FakeCenter.DEMO, line -> {}).load();

        assertThat(center.requests())
                .extracting(FakeCenter.Request::toString)
                .containsOnly("college01 GET " + OVERVIEW, "college04 GET " + OVERVIEW);
    }
}
