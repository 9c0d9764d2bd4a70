package org.onex.rehearsal.marking;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.TraceCheck;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SeatLists;
import tools.jackson.databind.JsonNode;

/** By what one could tell whose a text is (考生身份信息): names, tickets, ID numbers, registrations, colleges, sites and rooms. */
final class Anonymity {

    private final Scene scene;
    private final Set<String> telltale;

    Anonymity(Scene scene) {
        this.scene = scene;
        telltale = new SeatLists(scene)
                .places().stream()
                        .flatMap(Anonymity::of)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.toSet());
    }

    private static Stream<String> of(Place place) {
        var guest = place.guest();
        return Stream.of(
                guest.name(),
                guest.ticket(),
                guest.candidate(),
                guest.registration(),
                guest.maskedNumber(),
                place.spot().site(),
                place.spot().siteName(),
                place.spot().opening(),
                place.spot().roomName());
    }

    /** Whatever a marker was answered. */
    void check(String marker, JsonNode answer) {
        var bytes = Json.MAPPER.writeValueAsBytes(answer);
        scene.check(
                Claim.MARKERS_KNOW_NOBODY,
                TraceCheck.numbersIn(bytes) == 0,
                () -> marker + " was answered with an ID number");
        var text = answer.toString();
        scene.check(
                Claim.MARKERS_KNOW_NOBODY,
                telltale.stream().noneMatch(text::contains),
                () -> marker + " was answered with "
                        + telltale.stream().filter(text::contains).toList());
    }
}
