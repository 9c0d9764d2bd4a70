package org.onex.rehearsal.printing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** When what a plan offers is sat, in the words that a ticket must bear. */
final class Timetable {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Map<String, Set<String>> words;

    private Timetable(Map<String, Set<String>> words) {
        this.words = words;
    }

    /** As everybody reads it. */
    static Timetable of(JsonNode plan) {
        var words = new HashMap<String, Set<String>>();
        for (var offering : plan.path("offerings").values()) {
            var sessions = offering.path("sessions");
            for (var i = 0; i < sessions.size(); i++) {
                var code = Json.text(offering.path("qualification"), "code");
                words.put(key(code, Json.text(offering, "level"), i + 1), words(sessions.path(i)));
            }
        }
        return new Timetable(words);
    }

    private static String key(String qualification, String level, int session) {
        return qualification + " " + level + " " + session;
    }

    private static Set<String> words(JsonNode session) {
        var words = new LinkedHashSet<String>();
        for (var window : session.path("windows").values()) {
            var opens = moment(window, "opens");
            words.add(DAY.format(opens));
            words.add(TIME.format(opens));
            words.add(TIME.format(moment(window, "closes")));
        }
        return words;
    }

    private static OffsetDateTime moment(JsonNode window, String field) {
        return OffsetDateTime.parse(Json.text(window, field)).withOffsetSameInstant(BEIJING);
    }

    /** Day and hours of every subject that somebody sits; empty if the plan does not offer it. */
    Set<String> words(Place place) {
        var guest = place.guest();
        return words.getOrDefault(key(guest.qualification(), guest.level(), guest.session()), Set.of());
    }
}
