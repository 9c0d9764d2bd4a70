package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;

/** A room whose record is kept well, and rooms with one fault that must be found: one who came, one who never does, one taken for another. */
class RoomBookTests {

    private final FakeCenter center = new FakeCenter();
    private final Scene scene = center.scene("003", 1);
    private final FakeRoom fake = new FakeRoom(Map.of("t0", "a0", "t8", "a8", "t18", "a18"), Set.of("a0"));
    private RoomBook book = new RoomBook(scene, room(), List.of(), Optional.empty());

    @BeforeEach
    void seat() {
        var stranger = examinee(1, Part.TRIES, "a1");
        book = new RoomBook(
                scene,
                room(),
                List.of(
                        examinee(0, Part.TRIES, "a0"),
                        examinee(8, Part.ABSENT, ""),
                        examinee(18, Part.TAKEN_FOR_ANOTHER, "")),
                Optional.of(stranger));
    }

    @AfterEach
    void close() {
        fake.close();
        center.close();
    }

    private Room room() {
        var wire = new Wire(fake.address());
        var staff = List.of(new MockExam.Staff("JKC0000001", "111111"), new MockExam.Staff("JKC0000002", "222222"));
        var invigilator = new Invigilator(wire, staff, Pace.OF_PEOPLE, new Random(1));
        return new Room(
                wire, invigilator, Pace.OF_PEOPLE, Clock.systemUTC(), new Tally(), new Findings<>(AnswerClaim.class));
    }

    /**
     * @param attempt empty for one who has not signed in
     */
    private Examinee examinee(int number, Part part, String attempt) {
        var opens = OffsetDateTime.parse("2024-05-18T13:30:00+08:00");
        var spot = new Place.Spot("p", "site", "考点", 1, opens, opens.plusHours(3), "o", 1, "301", 1, 1, 1, "A");
        var guest = new Place.Guest("c", "r", "t" + number, "王小明", "9999", "90001", "", "WDYY", "ELEMENTARY", 1);
        var paperwork = new Examinee.Paperwork(new Place(spot, guest), "x", List.of());
        var examinee = new Examinee(scene, room(), paperwork, part, number);
        if (!attempt.isEmpty()) {
            examinee.now()
                    .examined()
                    .ledger()
                    .signedIn(Json.object().put("attempt", attempt).put("epoch", 1));
        }
        return examinee;
    }

    private List<Claim> broken() {
        book.callsTheRoll();
        fake.isLate();
        book.missesTheAbsent();
        book.writesDownIncidents();
        return Stream.of(Claim.values())
                .filter(claim -> center.found(claim).broken() > 0)
                .toList();
    }

    @Test
    void aRecordThatIsKeptWellHolds() {
        assertThat(broken()).isEmpty();
        assertThat(center.found(Claim.BAD_INVIGILATION_SAYS_WHY).checked()).isGreaterThan(6);
        assertThat(scene.books().incidents())
                .extracting(ExamBooks.Incident::kind)
                .containsExactly("CHEATING", "EQUIPMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "CALLS_ANYBODY_ABSENT, BAD_INVIGILATION_SAYS_WHY",
        "KEEPS_THE_FIRST_WORD, ROOMS_AS_WRITTEN_DOWN",
        "TAKES_CHEATING_FROM_ONE, BAD_INVIGILATION_SAYS_WHY",
        "TAKES_ANY_PIN, BAD_INVIGILATION_SAYS_WHY",
        "LETS_STRANGERS_BE_REPORTED, BAD_INVIGILATION_SAYS_WHY",
        "CHANGES_THE_FACTS, ROOMS_AS_WRITTEN_DOWN"
    })
    void aFaultIsFound(FakeRoom.Fault fault, Claim claim) {
        fake.with(fault);
        assertThat(broken()).contains(claim);
    }
}
