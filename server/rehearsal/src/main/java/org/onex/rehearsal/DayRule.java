package org.onex.rehearsal;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date rule of the notice format, worked out by the rehearsal itself from the description in {@code demo/notices/README.md}. */
final class DayRule {

    private static final String POINT = "(?:(exam|deadline|publicity) )?([+-]\\d+) (working days|d)";
    private static final Pattern RULE =
            Pattern.compile("(until |from )" + POINT + "|" + POINT + "(?: until " + POINT + "| for ([1-9]\\d*) d)?");
    private static final int OPEN_POINT = 2;
    private static final int FIRST_POINT = 5;
    private static final int SECOND_POINT = 8;
    private static final int LENGTH = 11;

    /** The days that rules count from. */
    record Anchors(
            LocalDate firstExamDay,
            LocalDate lastExamDay,
            LocalDate deadline,
            @Nullable LocalDate publicityEnd) {}

    /** Both ends inclusive; null where none is stated. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    private final StatutoryDays calendar;
    private final Anchors anchors;

    DayRule(StatutoryDays calendar, Anchors anchors) {
        this.calendar = calendar;
        this.anchors = anchors;
    }

    /**
     * @throws IllegalArgumentException if the text is not a rule, or counts from a day or into a year that nobody knows
     */
    Days days(String rule) {
        var parts = RULE.matcher(rule.strip().replaceAll("\\s+", " "));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a rule: " + rule);
        }
        if (parts.group(1) != null) {
            var point = point(parts, OPEN_POINT);
            return parts.group(1).startsWith("until") ? new Days(null, point) : new Days(point, null);
        }
        var point = point(parts, FIRST_POINT);
        if (parts.group(LENGTH) != null) {
            return new Days(point, point.plusDays(Long.parseLong(parts.group(LENGTH)) - 1));
        }
        return new Days(point, parts.group(SECOND_POINT + 1) == null ? point : point(parts, SECOND_POINT));
    }

    private LocalDate point(Matcher parts, int group) {
        var count = Integer.parseInt(parts.group(group + 1));
        var day = anchor(parts.group(group), count);
        return parts.group(group + 2).equals("d") ? day.plusDays(count) : calendar.workingDays(day, count);
    }

    private LocalDate anchor(@Nullable String name, int count) {
        return switch (name) {
            case "deadline" -> anchors.deadline();
            case "publicity" -> {
                if (anchors.publicityEnd() == null) {
                    throw new IllegalArgumentException("the plan has no publicity to count from");
                }
                yield anchors.publicityEnd();
            }
            case null, default -> count < 0 ? anchors.firstExamDay() : anchors.lastExamDay();
        };
    }
}
