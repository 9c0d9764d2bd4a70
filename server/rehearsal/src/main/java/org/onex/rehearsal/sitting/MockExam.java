package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A mock exam (模拟考试) at the node, with everybody who takes part. */
record MockExam(JsonNode session, List<Seat> seats, List<Staff> invigilators) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A synthetic candidate and what stands on the admission ticket. */
    record Seat(String name, String ticket, String idNumber) {}

    /** An invigilator of it. */
    record Staff(String number, String pin) {}

    /**
     * @param code the node's technician code
     */
    static MockExam prepare(Wire wire, String code, int seats, int minutes) {
        return prepare(wire, code, Json.object().put("seats", seats).put("minutes", minutes));
    }

    /**
     * @param wish what the node is asked for; it begins at once
     */
    static MockExam prepare(Wire wire, String code, ObjectNode wish) {
        var order = wish.put("opensInMinutes", 0);
        var ask = new Wire.Ask("POST", "/api/courier/mock-exams", order, Map.of("Authorization", "Bearer " + code));
        try {
            return read(wire.send(ask, PATIENCE).answer().orFail());
        } catch (IOException e) {
            throw new Unexpected("no mock exam could be prepared: " + e, e);
        }
    }

    private static MockExam read(JsonNode body) {
        var seats = Json.each(body.path("candidates"))
                .map(seat -> new Seat(Json.text(seat, "name"), Json.text(seat, "ticket"), Json.text(seat, "idNumber")))
                .toList();
        var staff = Json.each(body.path("invigilators"))
                .map(person -> new Staff(Json.text(person, "number"), Json.text(person, "pin")))
                .toList();
        if (staff.isEmpty()) {
            throw new Unexpected("the mock exam has no invigilator");
        }
        return new MockExam(body.path("session"), seats, staff);
    }
}
