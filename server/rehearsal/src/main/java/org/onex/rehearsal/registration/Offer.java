package org.onex.rehearsal.registration;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/**
 * One level of a qualification as a plan offers it, read where everybody can read it.
 *
 * @param level    as the API calls it
 * @param subjects of which each gives a record
 * @param sittings of which everybody gets one, each with the hours that one has to be there
 */
record Offer(Named plan, Named qualification, String level, Set<String> subjects, List<List<Hours>> sittings) {

    /** In the order of their difficulty. */
    static final Map<String, String> LEVELS = Map.of("ELEMENTARY", "初级", "INTERMEDIATE", "中级", "ADVANCED", "高级");

    /** Something that has a code and a name. */
    record Named(String code, String name) {

        static Named of(JsonNode node) {
            return new Named(Json.text(node, "code"), Json.text(node, "name"));
        }
    }

    /** From the first moment to before the last. */
    record Hours(OffsetDateTime opens, OffsetDateTime closes) {

        boolean overlaps(Hours other) {
            return opens.isBefore(other.closes) && other.opens.isBefore(closes);
        }
    }

    /** Everything that a plan offers. */
    static List<Offer> of(JsonNode plan) {
        return Json.each(plan.path("offerings"))
                .map(offering -> new Offer(
                        Named.of(plan),
                        Named.of(offering.path("qualification")),
                        Json.text(offering, "level"),
                        Json.each(offering.path("sessions"))
                                .flatMap(session -> Json.each(session.path("windows")))
                                .flatMap(window -> Json.texts(window.path("subjects")).stream())
                                .collect(Collectors.toSet()),
                        Json.each(offering.path("sessions")).map(Offer::hours).toList()))
                .toList();
    }

    private static List<Hours> hours(JsonNode session) {
        return Json.each(session.path("windows"))
                .map(window -> new Hours(
                        OffsetDateTime.parse(Json.text(window, "opens")),
                        OffsetDateTime.parse(Json.text(window, "closes"))))
                .toList();
    }

    /** As people write it. */
    String printedLevel() {
        var printed = LEVELS.get(level);
        if (printed == null) {
            throw new Unexpected(plan.code() + " offers a level that nobody knows: " + level);
        }
        return printed;
    }

    boolean isOfSameThing(Offer other) {
        return qualification.code().equals(other.qualification.code()) && level.equals(other.level);
    }

    /** Whether nobody can sit both, whichever sittings they get. */
    boolean excludes(Offer other) {
        return !leaveRoom(List.of(this, other));
    }

    /** Whether one person can sit all of them. */
    static boolean leaveRoom(List<Offer> offers) {
        return leaveRoom(offers, new ArrayList<>());
    }

    private static boolean leaveRoom(List<Offer> left, List<Hours> taken) {
        if (left.isEmpty()) {
            return true;
        }
        for (var sitting : left.getFirst().sittings()) {
            if (sitting.stream().noneMatch(hours -> taken.stream().anyMatch(hours::overlaps))) {
                var more = new ArrayList<>(taken);
                more.addAll(sitting);
                if (leaveRoom(left.subList(1, left.size()), more)) {
                    return true;
                }
            }
        }
        return false;
    }
}
