package org.onex.rehearsal.staffing;

import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** The college has PINs issued for the day: everybody assigned gets one, it is shown once, and the next issue gives others. */
final class PinCheck {

    private static final String SHAPE = "\\d{8}";

    private final Scene scene;
    private final StaffDesk college;

    PinCheck(Scene scene, StaffDesk college) {
        this.scene = scene;
        this.college = college;
    }

    /** How many were issued. */
    int play() {
        var first = issue();
        var second = issue();
        found(
                first.entrySet().stream().noneMatch(pin -> pin.getValue().equals(second.get(pin.getKey()))),
                "somebody got the same PIN twice");
        var shown = college.view().toString();
        found(second.values().stream().noneMatch(shown::contains), "the page of the site shows a PIN");
        found(!Json.text(college.view(), "pinsIssuedAt").isEmpty(), "PINs were issued, and the page does not say when");
        var body = college.by(scene.data().officerOf(scene.notice()));
        var answer = body.issuePins(StaffDesk.version(body.view()));
        found(
                answer.isProblem(403, "staffing.not-yours"),
                body.login() + " has the PINs of a college's site issued, " + answer);
        return second.size();
    }

    private Map<String, String> issue() {
        var view = college.view();
        var issued = college.issuePins(StaffDesk.version(view)).orFail();
        var assigned = Watch.of(view).stream()
                .flatMap(room -> room.invigilators().values().stream())
                .map(one -> Json.text(one, "number"))
                .collect(Collectors.toSet());
        var pins = Json.each(issued.path("pins"))
                .collect(Collectors.toMap(pin -> Json.text(pin, "number"), pin -> Json.text(pin, "pin")));
        found(
                pins.keySet().equals(assigned),
                pins.size() + " PINs were issued to " + assigned.size() + " invigilators");
        found(
                pins.values().stream().allMatch(pin -> pin.matches(SHAPE))
                        && pins.values().stream().distinct().count() == pins.size(),
                "not all PINs have eight digits of their own");
        Json.each(issued.path("pins")).forEach(pin -> rooms(pin, view));
        return pins;
    }

    /** With a PIN stands for which rooms it is. */
    private void rooms(JsonNode pin, JsonNode view) {
        var rooms = Watch.of(view).stream()
                .filter(room -> room.invigilators().values().stream()
                        .anyMatch(one -> Json.text(one, "number").equals(Json.text(pin, "number"))))
                .count();
        found(
                pin.path("rooms").size() == rooms,
                Json.text(pin, "name") + " is in " + rooms + " rooms, with the PIN stand "
                        + pin.path("rooms").size());
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.PINS_ARE_SHOWN_ONCE, holds, () -> example);
    }
}
