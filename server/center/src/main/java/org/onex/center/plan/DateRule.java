package org.onex.center.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.WorkingCalendar;

/**
 * When something happens, told from another day: {@code until -7 working days}, {@code +10 d for 5 d}. The grammar stands in the
 * description of the notice format. Plain counts are calendar days; working days follow the statutory calendar and never count the day
 * they start from.
 */
final class DateRule {

    /** The day a rule counts from. */
    enum Anchor {
        /** The first exam day looking back, the last one looking ahead. */
        EXAM,
        /** The last day of registration. */
        DEADLINE,
        /** The last day of 公示. */
        PUBLICITY
    }

    /** The days that rules of one plan may count from; absent ones make a rule that needs them fail. */
    record Anchors(
            LocalDate firstExamDay,
            LocalDate lastExamDay,
            @Nullable LocalDate deadline,
            @Nullable LocalDate publicityEnd) {}

    /** Both ends inclusive; an absent end is not stated. */
    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** The text is not a rule. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String text) {
            super("not a date rule: " + text);
        }
    }

    /** The rule counts from a day that the plan does not have. */
    static final class AnchorMissing extends RuntimeException {
        private final Anchor anchor;

        AnchorMissing(Anchor anchor) {
            super("no " + anchor);
            this.anchor = anchor;
        }

        Anchor anchor() {
            return anchor;
        }
    }

    private record Point(Anchor anchor, int count, boolean workingDays) {

        LocalDate on(Anchors anchors, WorkingCalendar calendar) {
            var day = start(anchors);
            if (day == null) {
                throw new AnchorMissing(anchor);
            }
            if (!workingDays || count == 0) {
                return day.plusDays(count);
            }
            return count < 0 ? calendar.workingDaysBefore(day, -count) : calendar.workingDaysAfter(day, count);
        }

        private @Nullable LocalDate start(Anchors anchors) {
            return switch (anchor) {
                case EXAM -> count < 0 ? anchors.firstExamDay() : anchors.lastExamDay();
                case DEADLINE -> anchors.deadline();
                case PUBLICITY -> anchors.publicityEnd();
            };
        }
    }

    private final String text;
    private final @Nullable Point from;
    private final @Nullable Point to;
    private final int days;

    private DateRule(String text, @Nullable Point from, @Nullable Point to, int days) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.days = days;
    }

    /**
     * @throws Unreadable if the text does not follow the grammar
     */
    static DateRule parse(String text) {
        var words = new ArrayDeque<>(Arrays.asList(text.strip().split("\\s+")));
        var rule = read(text.strip(), words);
        if (!words.isEmpty()) {
            throw new Unreadable(text);
        }
        return rule;
    }

    private static DateRule read(String text, Deque<String> words) {
        if ("until".equals(words.peek())) {
            words.remove();
            return new DateRule(text, null, point(text, words), 0);
        }
        if ("from".equals(words.peek())) {
            words.remove();
            return new DateRule(text, point(text, words), null, 0);
        }
        var from = point(text, words);
        return switch (words.poll()) {
            case "until" -> new DateRule(text, from, point(text, words), 0);
            case "for" -> new DateRule(text, from, null, length(text, words));
            case null -> new DateRule(text, from, from, 0);
            default -> throw new Unreadable(text);
        };
    }

    private static Point point(String text, Deque<String> words) {
        var anchor = anchor(words);
        var number = words.poll();
        if (number == null || !number.matches("[+-]\\d{1,3}")) {
            throw new Unreadable(text);
        }
        var unit = words.poll();
        var working = "working".equals(unit) && "days".equals(words.poll());
        if (!working && !"d".equals(unit)) {
            throw new Unreadable(text);
        }
        return new Point(anchor, Integer.parseInt(number), working);
    }

    private static Anchor anchor(Deque<String> words) {
        var word = words.peek();
        for (var anchor : Anchor.values()) {
            if (anchor.name().toLowerCase(Locale.ROOT).equals(word)) {
                words.remove();
                return anchor;
            }
        }
        return Anchor.EXAM;
    }

    private static int length(String text, Deque<String> words) {
        var number = words.poll();
        if (number == null || !number.matches("[1-9]\\d{0,2}") || !"d".equals(words.poll())) {
            throw new Unreadable(text);
        }
        return Integer.parseInt(number);
    }

    /**
     * @throws AnchorMissing                if the plan has no such day
     * @throws WorkingCalendar.YearUnknown if working days run into a year without a calendar
     */
    Span on(Anchors anchors, WorkingCalendar calendar) {
        var begins = from == null ? null : from.on(anchors, calendar);
        if (days > 0 && begins != null) {
            return new Span(begins, begins.plusDays(days - 1L));
        }
        return new Span(begins, to == null ? null : to.on(anchors, calendar));
    }

    @Override
    public String toString() {
        return text;
    }
}
