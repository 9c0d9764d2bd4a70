package org.onex.rehearsal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the product reads in the notices: every plan with its dates, where they come from, and what is odd about them. */
final class PlanListing {

    static final Map<String, String> LEVELS = Map.of("ELEMENTARY", "初级", "INTERMEDIATE", "中级", "ADVANCED", "高级");

    private final List<JsonNode> notices;

    /**
     * @param notices as the product returns them
     */
    PlanListing(List<JsonNode> notices) {
        this.notices = notices.stream()
                .sorted(Comparator.comparing(notice -> Json.text(notice, "file")))
                .toList();
    }

    /** Every field is there in every entry, null where the notice has nothing. */
    JsonNode json() {
        var json = Json.object();
        var list = json.putArray("notices");
        notices.forEach(notice -> list.add(notice(notice)));
        return json;
    }

    private static ObjectNode notice(JsonNode notice) {
        var listed = Json.pick(
                notice, "code", "number", "title", "file", "issued", "awardingBody", "warnings", "readings", "plans");
        var plans = listed.putArray("plans");
        Json.each(notice.path("plans")).map(PlanListing::plan).forEach(plans::add);
        return listed;
    }

    private static ObjectNode plan(JsonNode plan) {
        var listed = Json.pick(
                plan,
                "code",
                "sequence",
                "printedNumber",
                "name",
                "alsoPrinted",
                "examDates",
                "deadline",
                "offerings",
                "stages",
                "paymentDue",
                "fees",
                "warnings");
        listed.set("deadline", dated(plan.path("deadline")));
        var offerings = listed.putArray("offerings");
        Json.each(plan.path("offerings")).map(PlanListing::offering).forEach(offerings::add);
        var stages = listed.putArray("stages");
        Json.each(plan.path("stages")).map(PlanListing::stage).forEach(stages::add);
        return listed;
    }

    private static ObjectNode dated(JsonNode deadline) {
        return Json.pick(deadline, "date", "closesAt", "origin", "valueOrigins", "rule", "ruleDate", "warnings");
    }

    private static ObjectNode offering(JsonNode offering) {
        var listed = Json.pick(offering, "qualification", "level", "levelName", "printedAs", "origin", "sessions");
        var level = Json.text(offering, "level");
        listed.put("levelName", LEVELS.getOrDefault(level, level));
        var sessions = listed.putArray("sessions");
        Json.each(offering.path("sessions")).map(PlanListing::session).forEach(sessions::add);
        return listed;
    }

    private static ObjectNode session(JsonNode session) {
        var listed = Json.pick(session, "number", "name", "origin", "windows");
        var windows = listed.putArray("windows");
        Json.each(session.path("windows"))
                .map(window -> Json.pick(window, "subjects", "opens", "closes", "minutes", "origin", "valueOrigins"))
                .forEach(windows::add);
        return listed;
    }

    private static ObjectNode stage(JsonNode stage) {
        return Json.pick(
                stage,
                "kind",
                "name",
                "from",
                "to",
                "origin",
                "valueOrigins",
                "rule",
                "ruleFrom",
                "ruleTo",
                "read",
                "says",
                "warnings");
    }
}
