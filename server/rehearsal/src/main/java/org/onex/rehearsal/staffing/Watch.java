package org.onex.rehearsal.staffing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * A room with those who supervise it, as the page of a site shows it.
 *
 * @param required as the page says
 */
record Watch(
        String opening,
        int slot,
        OffsetDateTime opens,
        OffsetDateTime closes,
        int people,
        int required,
        int missing,
        Map<String, JsonNode> invigilators) {

    static List<Watch> of(JsonNode view) {
        return Json.each(view.path("rooms")).map(Watch::room).toList();
    }

    private static Watch room(JsonNode room) {
        var opening = room.path("opening");
        return new Watch(
                Json.text(opening, "id"),
                opening.path("slot").asInt(-1),
                OffsetDateTime.parse(Json.text(opening, "opens")),
                OffsetDateTime.parse(Json.text(opening, "closes")),
                room.path("people").asInt(-1),
                room.path("required").asInt(-1),
                room.path("missing").asInt(-1),
                Json.each(room.path("invigilators"))
                        .collect(Collectors.toMap(one -> Json.text(one, "id"), one -> one, (one, again) -> one)));
    }

    boolean overlaps(Watch other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }

    @Override
    public String toString() {
        return "room " + opening + " of slot " + slot;
    }
}
