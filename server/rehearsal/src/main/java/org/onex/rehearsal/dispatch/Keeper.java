package org.onex.rehearsal.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * An invigilator (监考员) of one slot, as the page of the site shows who is where.
 *
 * @param openings the rooms, as they were opened
 */
record Keeper(String number, String name, Set<String> openings) {

    /** Everybody who keeps a room in that slot, by number. */
    static List<Keeper> of(JsonNode staffing, int slot) {
        var names = new TreeMap<String, String>();
        var openings = new HashMap<String, Set<String>>();
        for (var room : staffing.path("rooms").values()) {
            if (room.path("opening").path("slot").asInt(-1) == slot) {
                for (var one : room.path("invigilators").values()) {
                    var number = Json.text(one, "number");
                    names.put(number, Json.text(one, "name"));
                    openings.computeIfAbsent(number, key -> new TreeSet<>()).add(Json.text(room.path("opening"), "id"));
                }
            }
        }
        var keepers = new ArrayList<Keeper>();
        names.forEach((number, name) -> keepers.add(new Keeper(number, name, openings.getOrDefault(number, Set.of()))));
        return keepers;
    }
}
