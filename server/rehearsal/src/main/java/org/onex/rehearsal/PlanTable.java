package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/** The listing for reading on a screen, in Chinese. */
final class PlanTable {

    private static final Map<String, String> SUBJECTS = Map.of("THEORY", "理论", "PRACTICAL", "实操");
    private static final Map<String, String> FEES = Map.of("PROVISIONAL", "暂定", "FINAL", "核定");

    private final JsonNode listing;

    /**
     * @param listing as {@link PlanListing} gives it
     */
    PlanTable(JsonNode listing) {
        this.listing = listing;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var notice : listing.path("notices").values()) {
            lines.add("%s  %s  %s"
                    .formatted(Json.text(notice, "file"), or(notice, "number", "（无文号）"), Json.text(notice, "title")));
            lines.add("  %s  %s  计划 %d 个%s"
                    .formatted(
                            Json.text(notice.path("awardingBody"), "name"),
                            or(notice, "issued", "（未印日期）"),
                            notice.path("plans").size(),
                            warnings(notice)));
            Json.each(notice.path("plans")).flatMap(PlanTable::plan).forEach(lines::add);
            lines.add("");
        }
        return lines;
    }

    private static Stream<String> plan(JsonNode plan) {
        var deadline = plan.path("deadline");
        var lines = Stream.<String>builder();
        lines.add("");
        lines.add("  %s  %s%s".formatted(Json.text(plan, "code"), Json.text(plan, "name"), warnings(plan)));
        lines.add("    报名截止 %s  %s%s".formatted(Json.text(deadline, "date"), origin(deadline), warnings(deadline)));
        lines.add("    考试日期 " + String.join("、", Json.texts(plan.path("examDates"))));
        lines.add("    缴费截止 " + payment(plan.path("paymentDue")));
        Json.each(plan.path("offerings")).map(PlanTable::offering).forEach(lines::add);
        Json.each(plan.path("stages")).map(PlanTable::stage).forEach(lines::add);
        lines.add("    收费 " + fees(plan));
        return lines.build();
    }

    private static String offering(JsonNode offering) {
        var sessions = Json.each(offering.path("sessions"))
                .map(session -> or(session, "name", "场次" + Json.text(session, "number")) + " "
                        + Json.each(session.path("windows"))
                                .map(PlanTable::window)
                                .collect(Collectors.joining("；")))
                .collect(Collectors.joining(" | "));
        return "    开考 %s %s  %s"
                .formatted(Json.text(offering, "printedAs"), Json.text(offering, "levelName"), sessions);
    }

    private static String window(JsonNode window) {
        var subjects = Json.texts(window.path("subjects")).stream()
                .map(subject -> SUBJECTS.getOrDefault(subject, subject))
                .collect(Collectors.joining("+"));
        var opens = Json.text(window, "opens");
        var minutes = window.path("minutes").isNumber() ? "（" + Json.text(window, "minutes") + "分钟）" : "";
        return "%s %s %s-%s%s"
                .formatted(subjects, opens.substring(0, 10), time(opens), time(Json.text(window, "closes")), minutes);
    }

    private static String time(String moment) {
        return moment.substring(11, 16);
    }

    private static String stage(JsonNode stage) {
        var says = Json.text(stage, "says");
        return "    阶段 %s  %s 至 %s  %s%s%s"
                .formatted(
                        Json.text(stage, "name"),
                        or(stage, "from", "（未印）"),
                        or(stage, "to", "（未印）"),
                        origin(stage),
                        says.isEmpty() ? "" : "  “" + says + "”",
                        warnings(stage));
    }

    private static String payment(JsonNode due) {
        return due.isObject() ? Json.text(due, "date") + "  " + origin(due) + warnings(due) : "（未印）";
    }

    private static String fees(JsonNode plan) {
        var fees = Json.each(plan.path("fees"))
                .map(fee -> "%s%s %s元（%s）"
                        .formatted(
                                Json.text(fee.path("qualification"), "name"),
                                PlanListing.LEVELS.getOrDefault(Json.text(fee, "level"), ""),
                                Json.text(fee, "amount"),
                                FEES.getOrDefault(Json.text(fee, "kind"), Json.text(fee, "kind"))))
                .collect(Collectors.joining("，"));
        return fees.isEmpty() ? "（未印）" : fees;
    }

    /** Where a date comes from: printed in which section, by which rule, or why assumed. */
    private static String origin(JsonNode dated) {
        var origin = dated.path("origin");
        var rule = Json.text(dated, "rule");
        var followed = rule.isEmpty() ? "" : "，规则 " + rule;
        return switch (Json.text(origin, "kind")) {
            case "PRINTED" -> "[原文 " + Json.text(origin, "section") + followed + "]";
            case "ASSUMED" -> "[推定：" + Json.text(origin, "reason") + followed + "]";
            default -> "[推算" + followed + "]";
        };
    }

    private static String warnings(JsonNode node) {
        var codes = Json.each(node.path("warnings"))
                .collect(Collectors.groupingBy(
                        warning -> Json.text(warning, "code"), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(code -> code.getValue() == 1 ? code.getKey() : code.getKey() + "×" + code.getValue())
                .collect(Collectors.joining("、"));
        return codes.isEmpty() ? "" : "  ⚠ " + codes;
    }

    private static String or(JsonNode node, String field, String otherwise) {
        var text = Json.text(node, field);
        return text.isEmpty() ? otherwise : text;
    }
}
