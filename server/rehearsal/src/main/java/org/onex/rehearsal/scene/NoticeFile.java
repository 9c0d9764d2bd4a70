package org.onex.rehearsal.scene;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import tools.jackson.databind.JsonNode;

/**
 * A notice of the demonstration as its body keeps it. Read here only as far as a rehearsal must know before the product has read it.
 *
 * @param number the digits that the file name begins with
 */
public record NoticeFile(
        String number, String file, String code, String awardingBody, String content, List<Outline> plans) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /**
     * A plan as printed.
     *
     * @param deadline null where the document prints none
     * @param jpegOnly whether it takes photos as .jpg only
     */
    public record Outline(String code, @Nullable LocalDate deadline, LocalDate firstExamDay, boolean jpegOnly) {

        /** A morning on which registration is surely open: a week before a printed deadline, else a month before the exam. */
        public OffsetDateTime opening() {
            var day = deadline == null ? firstExamDay.minusDays(30) : deadline.minusDays(7);
            return day.atTime(LocalTime.of(9, 0)).atOffset(BEIJING);
        }
    }

    public static NoticeFile of(String file, String content, JsonNode tree) {
        var code = Json.text(tree, "code");
        return new NoticeFile(
                file.replaceAll("\\D.*", ""),
                file,
                code,
                Json.text(tree, "awardingBody"),
                content,
                Json.each(tree.path("plans")).map(plan -> outline(code, plan)).toList());
    }

    /**
     * @param sequence from 1
     * @throws Misuse if the notice has no such plan
     */
    public Outline plan(int sequence) {
        if (sequence > plans.size()) {
            throw new Misuse("--plan " + sequence + ": notice " + number + " has only " + plans.size());
        }
        return plans.get(sequence - 1);
    }

    private static Outline outline(String notice, JsonNode plan) {
        var deadline = plan.path("deadline");
        var printed = deadline.isString() ? deadline.asString() : Json.text(deadline, "date");
        var firstExamDay = Json.each(plan.path("offers"))
                .flatMap(offer -> Json.each(offer.path("sessions")))
                .flatMap(session -> Json.each(session.path("windows")))
                .map(window -> window.path("date"))
                .map(date -> LocalDate.parse(date.isString() ? date.asString() : Json.text(date, "value")))
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new Misuse(notice + ": a plan without an exam day"));
        return new Outline(
                "%s-%02d".formatted(notice, Integer.parseInt(Json.text(plan, "sequence"))),
                printed.isEmpty() ? null : LocalDate.parse(printed),
                firstExamDay,
                Json.each(plan.path("photo").path("formats"))
                        .map(JsonNode::asString)
                        .toList()
                        .equals(List.of("jpg")));
    }
}
