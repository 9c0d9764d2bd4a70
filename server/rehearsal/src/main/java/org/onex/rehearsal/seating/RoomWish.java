package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A room that a college wants to open for one slot with so many seats. */
record RoomWish(int slot, String room, int seats) {

    /** As the page proposes it. */
    static List<RoomWish> proposed(JsonNode view) {
        var wishes = new ArrayList<RoomWish>();
        for (var slot : view.path("slots").values()) {
            Json.each(slot.path("proposal"))
                    .forEach(share -> wishes.add(new RoomWish(
                            slot.path("number").asInt(-1),
                            Json.text(share, "room"),
                            share.path("seats").asInt(-1))));
        }
        return wishes;
    }

    /** In every room of the site about as many, as a college may want that has enough invigilators. */
    static List<RoomWish> everywhere(JsonNode view) {
        var rooms =
                Json.each(view.path("rooms")).map(room -> Json.text(room, "id")).toList();
        var wishes = new ArrayList<RoomWish>();
        for (var slot : view.path("slots").values()) {
            var people = slot.path("people").asInt(0);
            for (var i = 0; i < rooms.size(); i++) {
                var seats = people / rooms.size() + (i < people % rooms.size() ? 1 : 0);
                if (seats > 0) {
                    wishes.add(new RoomWish(slot.path("number").asInt(-1), rooms.get(i), seats));
                }
            }
        }
        return wishes;
    }

    RoomWish in(String other) {
        return new RoomWish(slot, other, seats);
    }

    RoomWish with(int otherSeats) {
        return new RoomWish(slot, room, otherSeats);
    }

    RoomWish at(int otherSlot) {
        return new RoomWish(otherSlot, room, seats);
    }

    ObjectNode json() {
        return Json.object().put("slot", slot).put("room", room).put("seats", seats);
    }
}
