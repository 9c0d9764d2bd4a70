package org.onex.rehearsal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

/** Works out every rule of a plan again, with the rehearsal's own calendar, and compares the days with the product's. */
final class RuleCheck {

    private final Findings<Claim> findings;
    private final StatutoryDays calendar;

    RuleCheck(Findings<Claim> findings, StatutoryDays calendar) {
        this.findings = findings;
        this.calendar = calendar;
    }

    void check(JsonNode plan) {
        var examDays = examDays(plan);
        var told = new TreeSet<>(Json.texts(plan.path("examDates")).stream()
                .map(LocalDate::parse)
                .toList());
        found(examDays.equals(told), plan, "exam days " + told + ", its windows lie on " + examDays);
        if (examDays.isEmpty()) {
            return;
        }
        var deadline = plan.path("deadline");
        var rules = new DayRule(
                calendar,
                new DayRule.Anchors(
                        examDays.getFirst(),
                        examDays.getLast(),
                        LocalDate.parse(Json.text(deadline, "date")),
                        publicityEnd(plan)));
        checkDay(plan, "deadline", deadline, rules);
        checkDay(plan, "payment", plan.path("paymentDue"), rules);
        for (var stage : plan.path("stages").values()) {
            checkStage(plan, stage, rules);
        }
    }

    private void checkDay(JsonNode plan, String what, JsonNode dated, DayRule rules) {
        var rule = Json.text(dated, "rule");
        ours(plan, what, rule, rules)
                .ifPresent(days -> compare(plan, what + " '" + rule + "'", date(dated, "ruleDate"), days.to()));
    }

    private void checkStage(JsonNode plan, JsonNode stage, DayRule rules) {
        var name = Json.text(stage, "name");
        var rule = Json.text(stage, "rule");
        ours(plan, name, rule, rules).ifPresent(days -> {
            compare(plan, name + " '" + rule + "' from", date(stage, "ruleFrom"), days.from());
            compare(plan, name + " '" + rule + "' to", date(stage, "ruleTo"), days.to());
        });
        var read = Json.text(stage, "read");
        ours(plan, name, read, rules).ifPresent(days -> {
            compare(plan, name + " read as '" + read + "' from", date(stage, "from"), days.from());
            compare(plan, name + " read as '" + read + "' to", date(stage, "to"), days.to());
        });
    }

    /** Empty when there is no rule, or when it cannot be worked out, which breaks the claim. */
    private Optional<DayRule.Days> ours(JsonNode plan, String what, String rule, DayRule rules) {
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rules.days(rule));
        } catch (IllegalArgumentException e) {
            found(false, plan, what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void compare(JsonNode plan, String what, @Nullable LocalDate theirs, @Nullable LocalDate ours) {
        found(Objects.equals(theirs, ours), plan, what + " is " + ours + ", the product says " + theirs);
    }

    private void found(boolean holds, JsonNode plan, String example) {
        findings.check(Claim.RULES_RECOMPUTED, holds, () -> Json.text(plan, "code") + ": " + example);
    }

    private static NavigableSet<LocalDate> examDays(JsonNode plan) {
        var days = new TreeSet<LocalDate>();
        Json.each(plan.path("offerings"))
                .flatMap(offering -> Json.each(offering.path("sessions")))
                .flatMap(session -> Json.each(session.path("windows")))
                .map(window -> OffsetDateTime.parse(Json.text(window, "opens")).toLocalDate())
                .forEach(days::add);
        return days;
    }

    private static @Nullable LocalDate publicityEnd(JsonNode plan) {
        return Json.each(plan.path("stages"))
                .filter(stage -> Json.text(stage, "kind").equals("PUBLICITY"))
                .map(stage -> date(stage, "to"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        var text = Json.text(node, field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
