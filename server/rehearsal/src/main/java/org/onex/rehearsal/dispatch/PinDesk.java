package org.onex.rehearsal.dispatch;

import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where a college sees who invigilates at its site and has PINs issued. */
record PinDesk(Scene scene, Venue venue) {

    private String address() {
        return "/api/staffing/plans/" + scene.plan().code() + "/sites/" + venue.site();
    }

    JsonNode view() {
        return scene.center().as(venue.college()).get(address()).orFail();
    }

    /** New ones for everybody, by number; the former open nothing any more. */
    Map<String, String> issue() {
        var request = Json.object().put("version", view().path("version").asInt(-1));
        var issued = scene.center()
                .as(venue.college())
                .send("POST", address() + "/pins", request)
                .orFail();
        return Json.each(issued.path("pins"))
                .collect(Collectors.toMap(pin -> Json.text(pin, "number"), pin -> Json.text(pin, "pin")));
    }
}
