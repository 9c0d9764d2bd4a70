package org.onex.rehearsal.seating;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/** When the sessions (场次) of a plan begin and end, as everybody reads them there. */
final class SessionHours {

    private final Map<String, Span> spans;

    private SessionHours(Map<String, Span> spans) {
        this.spans = spans;
    }

    private record Span(OffsetDateTime opens, OffsetDateTime closes) {}

    static SessionHours of(JsonNode plan) {
        var spans = new HashMap<String, Span>();
        for (var offering : plan.path("offerings").values()) {
            var sessions = offering.path("sessions");
            for (var i = 0; i < sessions.size(); i++) {
                var code = Json.text(offering.path("qualification"), "code");
                var windows = sessions.path(i).path("windows");
                spans.put(
                        key(code, Json.text(offering, "level"), i + 1),
                        new Span(
                                outermost(windows, "opens", (one, other) -> one.isBefore(other) ? one : other),
                                outermost(windows, "closes", (one, other) -> one.isAfter(other) ? one : other)));
            }
        }
        return new SessionHours(spans);
    }

    private static OffsetDateTime outermost(JsonNode windows, String field, BinaryOperator<OffsetDateTime> choice) {
        return Json.each(windows)
                .map(window -> OffsetDateTime.parse(Json.text(window, field)))
                .reduce(choice)
                .orElseThrow();
    }

    private static String key(String qualification, String level, int session) {
        return qualification + " " + level + " " + session;
    }

    /** Whether somebody has their seat for as long as they need it. */
    boolean areWithin(Place place) {
        var guest = place.guest();
        var span = spans.get(key(guest.qualification(), guest.level(), guest.session()));
        return span != null
                && !span.opens().isBefore(place.spot().opens())
                && !span.closes().isAfter(place.spot().closes());
    }
}
