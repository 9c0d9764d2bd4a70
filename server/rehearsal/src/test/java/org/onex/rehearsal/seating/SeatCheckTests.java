package org.onex.rehearsal.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims about seats against a room that is arranged as it should be, and against rooms in which one thing is wrong. */
class SeatCheckTests {

    private static final OffsetDateTime NINE = OffsetDateTime.parse("2024-05-18T09:00:00+08:00");
    private static final Opened ROOM = new Opened("o1", "s1", 1, "r1", 1, "实训楼 301室", 5, 2);

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final SeatCheck check = new SeatCheck(findings);
    private final List<Place> places = new ArrayList<>();

    @BeforeEach
    void seatFive() {
        for (var seat = 1; seat <= 5; seat++) {
            places.add(place(ROOM, seat, "p" + seat, NINE));
        }
    }

    private static Place place(Opened room, int seat, String who, OffsetDateTime opens) {
        var row = room.rowOf(seat);
        var column = room.columnOf(seat);
        var ticket = "10000000000000" + seat;
        return new Place(
                new Place.Spot(
                        "P",
                        room.site(),
                        "考核站点",
                        room.slot(),
                        opens,
                        opens.plusHours(3),
                        room.id(),
                        room.number(),
                        room.name(),
                        seat,
                        row,
                        column,
                        (row + column) % 2 == 0 ? "A" : "B"),
                new Place.Guest(
                        who,
                        "g" + who,
                        ticket + TicketNumbers.check(ticket),
                        "张" + who,
                        "9999**********0011",
                        "90001",
                        "1班",
                        "WDYY",
                        "ELEMENTARY",
                        1));
    }

    private static JsonNode registration(Place place) {
        var guest = place.guest();
        var json = Json.object()
                .put("id", guest.registration())
                .put("candidate", guest.candidate())
                .put("name", guest.name())
                .put("idNumber", guest.maskedNumber())
                .put("className", guest.className())
                .put("level", guest.level());
        json.putObject("college").put("code", guest.college());
        json.putObject("qualification").put("code", guest.qualification());
        json.putObject("site").put("id", place.spot().site());
        return json;
    }

    private void change(int seat, UnaryOperator<Place> change) {
        places.set(seat - 1, change.apply(places.get(seat - 1)));
    }

    private static Place withForm(Place place, String form) {
        var spot = place.spot();
        return new Place(
                new Place.Spot(
                        spot.plan(),
                        spot.site(),
                        spot.siteName(),
                        spot.slot(),
                        spot.opens(),
                        spot.closes(),
                        spot.opening(),
                        spot.room(),
                        spot.roomName(),
                        spot.seat(),
                        spot.row(),
                        spot.column(),
                        form),
                place.guest());
    }

    private List<Claim> broken() {
        return findings.all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(Findings.Finding::claim)
                .toList();
    }

    private void check() {
        check.check(places, List.of(ROOM));
        check.everybody(
                places,
                places.stream().limit(5).map(SeatCheckTests::registration).toList());
    }

    @Test
    void aRoomAsItShouldBeBreaksNothing() {
        check();

        assertThat(broken()).isEmpty();
        assertThat(findings.of(Claim.NEIGHBOURS_DIFFER).checked()).isEqualTo(5);
        assertThat(findings.of(Claim.EVERYBODY_SEATED).checked()).isEqualTo(15);
    }

    @Test
    void twoPeopleOnOneSeatAreFound() {
        change(5, place -> new Place(places.get(3).spot(), place.guest()));
        check();

        assertThat(broken()).containsExactly(Claim.ONE_PERSON_A_SEAT);
    }

    @Test
    void aSeatThatTheRoomDoesNotHaveIsFound() {
        change(5, place -> place(ROOM, 6, "p5", NINE));
        check();

        assertThat(broken()).containsExactly(Claim.ONE_PERSON_A_SEAT);
    }

    @Test
    void anEmptySeatIsFound() {
        places.removeLast();
        check();

        assertThat(broken()).containsExactly(Claim.SEATS_ARE_PEOPLE);
    }

    @Test
    void somebodyWithoutASeatAndSomebodyWhoIsNotRegisteredAreFound() {
        check.everybody(places.subList(0, 4), List.of(registration(places.get(0)), registration(places.get(4))));

        // Three sit and are not registered, one is registered and does not sit.
        assertThat(findings.of(Claim.EVERYBODY_SEATED).broken()).isEqualTo(4);
    }

    @Test
    void whoSitsForAnotherLevelThanRegisteredIsFound() {
        var registrations = places.stream().map(SeatCheckTests::registration).toList();
        ((ObjectNode) registrations.getFirst()).put("level", "ADVANCED");
        check.everybody(places, registrations);

        assertThat(findings.of(Claim.EVERYBODY_SEATED).broken()).isEqualTo(1);
    }

    @Test
    void somebodyInTwoPlacesAtOneHourIsFoundAndOneAfterTheOtherIsNot() {
        var second = new Opened("o2", "s2", 1, "r2", 1, "别处", 1, 1);
        var late = new Opened("o3", "s1", 2, "r1", 1, "实训楼 301室", 1, 2);
        check.check(
                List.of(place(second, 1, "p1", NINE), place(late, 1, "p1", NINE.plusHours(3))), List.of(second, late));
        assertThat(findings.of(Claim.NOBODY_IN_TWO_PLACES).broken()).isZero();

        places.add(place(second, 1, "p1", NINE.plusHours(2)));
        check.check(places, List.of(ROOM, second));
        assertThat(findings.of(Claim.NOBODY_IN_TWO_PLACES).broken()).isEqualTo(1);
    }

    @Test
    void twoPeopleWithOneTicketNumberAreFound() {
        places.set(
                4,
                new Place(places.get(4).spot(), withTicket(places.get(3).guest().ticket())));
        check();

        assertThat(broken()).containsExactly(Claim.TICKETS_ARE_NUMBERS);
    }

    @Test
    void aWrongCheckDigitIsFound() {
        places.set(4, new Place(places.get(4).spot(), withTicket("1234567890123456")));
        check();

        assertThat(TicketNumbers.isOne("1234567890123456")).isFalse();
        assertThat(broken()).containsExactly(Claim.TICKETS_ARE_NUMBERS);
    }

    private Place.Guest withTicket(String ticket) {
        var guest = places.get(4).guest();
        return new Place.Guest(
                guest.candidate(),
                guest.registration(),
                ticket,
                guest.name(),
                guest.maskedNumber(),
                guest.college(),
                guest.className(),
                guest.qualification(),
                guest.level(),
                guest.session());
    }

    @Test
    void neighboursBehindEachOtherWithOneFormAreFound() {
        change(5, place -> withForm(place, "B"));
        check();

        // Seat 5 is behind seat 3, and nobody sits beside it.
        assertThat(broken()).containsExactly(Claim.NEIGHBOURS_DIFFER);
        assertThat(findings.of(Claim.NEIGHBOURS_DIFFER).broken()).isEqualTo(1);
    }

    @Test
    void neighboursOfOneClassAreCounted() {
        var view = Json.object();
        view.putObject("fairness")
                .put("pairs", 5)
                .put("sameClassNeighbours", 5)
                .put("rooms", 1)
                .put("collegeRooms", 1);
        check.fairness(view, places);
        assertThat(broken()).isEmpty();

        view.putObject("fairness")
                .put("pairs", 5)
                .put("sameClassNeighbours", 4)
                .put("rooms", 1)
                .put("collegeRooms", 1);
        check.fairness(view, places);
        assertThat(broken()).containsExactly(Claim.SEATS_ARE_COUNTED_RIGHT);
    }
}
