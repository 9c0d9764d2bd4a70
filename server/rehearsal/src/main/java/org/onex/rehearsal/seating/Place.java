package org.onex.rehearsal.seating;

import java.time.OffsetDateTime;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/** Somebody's place (座位) as the list of seats shows it. */
public record Place(Spot spot, Guest guest) {

    /**
     * Where it is.
     *
     * @param opening the room as it was opened for that slot; {@code room} is the number on its door
     */
    public record Spot(
            String plan,
            String site,
            String siteName,
            int slot,
            OffsetDateTime opens,
            OffsetDateTime closes,
            String opening,
            int room,
            String roomName,
            int seat,
            int row,
            int column,
            String form) {

        boolean overlaps(Spot other) {
            return opens.isBefore(other.closes) && other.opens.isBefore(closes);
        }

        @Override
        public String toString() {
            return siteName + " slot " + slot + " room " + room + " seat " + seat;
        }
    }

    /** Who sits there. */
    public record Guest(
            String candidate,
            String registration,
            String ticket,
            String name,
            String maskedNumber,
            String college,
            String className,
            String qualification,
            String level,
            int session) {}

    public static Place of(JsonNode seat) {
        return new Place(spot(seat), guest(seat));
    }

    private static Spot spot(JsonNode seat) {
        var opening = seat.path("opening");
        return new Spot(
                Json.text(seat.path("plan"), "code"),
                Json.text(seat.path("site"), "id"),
                Json.text(seat.path("site"), "name"),
                seat.path("slot").asInt(-1),
                OffsetDateTime.parse(Json.text(seat, "opens")),
                OffsetDateTime.parse(Json.text(seat, "closes")),
                Json.text(opening, "id"),
                opening.path("number").asInt(-1),
                Json.text(opening, "name"),
                seat.path("seat").asInt(-1),
                seat.path("row").asInt(-1),
                seat.path("column").asInt(-1),
                Json.text(seat, "form"));
    }

    private static Guest guest(JsonNode seat) {
        return new Guest(
                Json.text(seat, "candidate"),
                Json.text(seat, "registration"),
                Json.text(seat, "ticket"),
                Json.text(seat, "name"),
                Json.text(seat, "number"),
                Json.text(seat.path("college"), "code"),
                Json.text(seat, "className"),
                Json.text(seat.path("qualification"), "code"),
                Json.text(seat, "level"),
                seat.path("session").asInt(-1));
    }

    @Override
    public String toString() {
        return guest.name() + " " + guest.level() + " at " + spot;
    }
}
