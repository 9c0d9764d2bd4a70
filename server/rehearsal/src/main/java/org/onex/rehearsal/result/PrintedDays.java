package org.onex.rehearsal.result;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * What the chosen plan's notice prints of the days after the exam, read in the notice itself.
 *
 * @param certificates from which day on they are made; null if nothing is said
 */
public record PrintedDays(
        LocalDate from, LocalDate to, @Nullable LocalDate certificates) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /**
     * @throws Unexpected if the notice prints no days of publicity
     */
    public static PrintedDays of(Scene scene) {
        var plans = DemoData.tree(scene.notice().content()).path("plans");
        var at = scene.notice().plans().indexOf(scene.plan());
        var stages = plans.path(at).path("stages");
        var publicity = stage(stages, "PUBLICITY");
        var from = day(publicity, "from");
        var to = day(publicity, "to");
        if (from == null || to == null) {
            throw new Unexpected(
                    "the notice prints no days of publicity for " + scene.plan().code());
        }
        return new PrintedDays(from, to, day(stage(stages, "CERTIFICATES"), "from"));
    }

    private static JsonNode stage(JsonNode stages, String kind) {
        return Json.each(stages)
                .filter(stage -> Json.text(stage, "kind").equals(kind))
                .findFirst()
                .orElse(Json.object());
    }

    private static @Nullable LocalDate day(JsonNode stage, String field) {
        var printed = stage.path(field);
        var text = printed.isString() ? printed.asString() : Json.text(printed, "date") + Json.text(printed, "value");
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** As printed if the results were approved in time; otherwise from then on, and as many whole days as are printed. */
    OffsetDateTime opens(OffsetDateTime approved) {
        var printed = startOf(from);
        return approved.isAfter(printed) ? approved : printed;
    }

    OffsetDateTime closes(OffsetDateTime approved) {
        if (!approved.isAfter(startOf(from))) {
            return startOf(to.plusDays(1));
        }
        var days = to.toEpochDay() - from.toEpochDay() + 1;
        return startOf(approved.withOffsetSameInstant(BEIJING).toLocalDate().plusDays(days + 1));
    }

    /** The first moment of a day. */
    public static OffsetDateTime startOf(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).atOffset(BEIJING);
    }
}
