package org.onex.rehearsal.seating;

import java.util.List;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * A room that a site opened for one slot (考场), as the site's page shows it.
 *
 * @param room   the physical one
 * @param number as it stands on the door
 */
public record Opened(String id, String site, int slot, String room, int number, String name, int seats, int columns) {

    /** All rooms that the page of a site shows. */
    public static List<Opened> of(JsonNode view) {
        var site = Json.text(view.path("site"), "id");
        return Json.each(view.path("openings"))
                .map(opening -> new Opened(
                        Json.text(opening, "id"),
                        site,
                        opening.path("slot").asInt(-1),
                        Json.text(opening, "room"),
                        opening.path("number").asInt(-1),
                        Json.text(opening, "name"),
                        opening.path("seats").asInt(-1),
                        opening.path("columns").asInt(-1)))
                .toList();
    }

    /** In which row a seat is, when they are numbered from the front row by row. */
    int rowOf(int seat) {
        return (seat - 1) / columns + 1;
    }

    int columnOf(int seat) {
        return (seat - 1) % columns + 1;
    }
}
