package org.onex.rehearsal.dispatch;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** What has to be sat by whom and when, as everybody reads it in the plan. */
public final class Subjects {

    private static final Map<String, String> LEVELS =
            Map.of("ELEMENTARY", "初级", "INTERMEDIATE", "中级", "ADVANCED", "高级");
    private static final Map<String, String> NAMES = Map.of("THEORY", "理论", "PRACTICAL", "实操");

    private final Map<String, List<Sitting>> sittings;

    private Subjects(Map<String, List<Sitting>> sittings) {
        this.sittings = sittings;
    }

    /**
     * One subject (科目) in one window.
     *
     * @param qualification its whole name
     * @param level         as people call it
     * @param subject       as people call it
     */
    public record Sitting(
            String qualification,
            String level,
            String subject,
            OffsetDateTime opens,
            OffsetDateTime closes,
            long minutes) {

        @Override
        public String toString() {
            return level + " " + subject + " from " + opens;
        }
    }

    /** From the plan as everybody reads it. */
    public static Subjects of(JsonNode plan) {
        var sittings = new HashMap<String, List<Sitting>>();
        for (var offering : plan.path("offerings").values()) {
            var qualification = offering.path("qualification");
            for (var session : offering.path("sessions").values()) {
                var key = key(
                        Json.text(qualification, "code"),
                        Json.text(offering, "level"),
                        session.path("number").asInt(-1));
                var all = new ArrayList<Sitting>();
                for (var window : session.path("windows").values()) {
                    for (var subject : Json.texts(window.path("subjects"))) {
                        all.add(sitting(
                                Json.text(qualification, "name"), Json.text(offering, "level"), subject, window));
                    }
                }
                sittings.put(key, List.copyOf(all));
            }
        }
        return new Subjects(sittings);
    }

    private static Sitting sitting(String qualification, String level, String subject, JsonNode window) {
        var opens = OffsetDateTime.parse(Json.text(window, "opens"));
        var closes = OffsetDateTime.parse(Json.text(window, "closes"));
        var length = Duration.between(opens, closes).toMinutes();
        return new Sitting(
                qualification,
                LEVELS.getOrDefault(level, level),
                NAMES.getOrDefault(subject, subject),
                opens,
                closes,
                window.path("minutes").asLong(length));
    }

    private static String key(String qualification, String level, int session) {
        return qualification + " " + level + " " + session;
    }

    /** In their order; empty if the plan does not offer what the guest sits for. */
    public List<Sitting> of(Place.Guest guest) {
        return sittings.getOrDefault(key(guest.qualification(), guest.level(), guest.session()), List.of());
    }
}
