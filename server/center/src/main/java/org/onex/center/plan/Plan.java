package org.onex.center.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/**
 * One sitting of examinations as a notice announces it (考试计划, "第N次全国统考"). Its printed name is not unique; its code is.
 *
 * @param code          ours, {@code HK-2024-1-01}
 * @param sequence      its place in the notice, from 1
 * @param printedNumber the 序号 beside it, where one is printed
 * @param alsoPrinted   other names that the same document prints for it
 * @param stages        an open list whose windows may overlap
 * @param valueOrigins  where single values come from, by field, that do not share the origin of the whole; likewise below
 */
record Plan(
        String code,
        int sequence,
        @Nullable String printedNumber,
        String name,
        List<String> alsoPrinted,
        Deadline deadline,
        List<Offering> offerings,
        List<Stage> stages,
        @Nullable PaymentDue paymentDue,
        @Nullable PhotoRule photo,
        Origin origin,
        Map<String, Origin> valueOrigins) {

    /**
     * The last day of registration (报名截止).
     *
     * @param ruleDate what the rule beside a printed date gives
     */
    record Deadline(
            LocalDate date,
            @Nullable String rule,
            @Nullable LocalDate ruleDate,
            Origin origin,
            Map<String, Origin> valueOrigins) {

        /** Registration is open before this moment and not at it. */
        Instant closesAt() {
            return Window.endOf(date);
        }
    }

    /**
     * A qualification at a level that can be registered for.
     *
     * @param printedAs     the qualification's name as the document prints it here
     * @param schemeVersion which version of the scheme (考核方案) it is examined by
     * @param sessions      more than one are alternatives: a candidate gets one of them
     */
    record Offering(
            QualificationName qualification,
            String printedAs,
            Level level,
            int schemeVersion,
            List<Session> sessions,
            Origin origin) {}

    /** A time slot (场次): all subjects of a level, in order. */
    record Session(int number, @Nullable String name, List<SubjectWindow> windows, Origin origin) {

        Window span() {
            var opens = windows.stream()
                    .map(w -> w.window().opens())
                    .min(Instant::compareTo)
                    .orElseThrow();
            var closes = windows.stream()
                    .map(w -> w.window().closes())
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Window(opens, closes);
        }

        boolean hasOverlappingSubjects() {
            for (var one : windows) {
                for (var other : windows) {
                    if (!one.equals(other) && one.window().overlaps(other.window())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * When a subject may be sat; several subjects are one block that holds them in this order.
     *
     * @param minutes how long each subject lasts, where the document says so
     */
    record SubjectWindow(
            List<Subject> subjects,
            LocalDate date,
            LocalTime opens,
            LocalTime closes,
            @Nullable Integer minutes,
            Origin origin,
            Map<String, Origin> valueOrigins) {

        Window window() {
            return new Window(
                    date.atTime(opens).atZone(Window.BEIJING).toInstant(),
                    date.atTime(closes).atZone(Window.BEIJING).toInstant());
        }
    }

    /**
     * A part of the plan's calendar. The dates are what holds; the rule and what it gives stand beside them.
     *
     * @param says     the printed words behind it
     * @param read     how the publisher reads a rule that cannot be meant as printed
     * @param ruleFrom what the rule gives, taken literally
     * @param work     工作内容, sentence by sentence
     */
    record Stage(
            StageKind kind,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String says,
            @Nullable String rule,
            @Nullable String read,
            @Nullable LocalDate ruleFrom,
            @Nullable LocalDate ruleTo,
            List<String> work,
            Origin origin,
            Map<String, Origin> valueOrigins) {}

    /** The last day on which fees may arrive (缴费截止). */
    record PaymentDue(
            LocalDate date, @Nullable String rule, @Nullable LocalDate ruleDate, Origin origin) {}

    /** What this plan asks of a candidate's photo, stricter than the general rule or not. */
    record PhotoRule(
            List<String> formats,
            @Nullable Integer maxMegabytes,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String background,
            Origin origin) {}

    /** Its code and every name that its notice prints for it, each once. */
    Set<String> calledBy() {
        var names = new LinkedHashSet<>(List.of(code, name));
        names.addAll(alsoPrinted);
        return names;
    }

    List<LocalDate> examDates() {
        return windows().map(SubjectWindow::date).distinct().sorted().toList();
    }

    Instant examStarts() {
        return windows().map(w -> w.window().opens()).min(Instant::compareTo).orElseThrow();
    }

    Instant examEnds() {
        return windows().map(w -> w.window().closes()).max(Instant::compareTo).orElseThrow();
    }

    Optional<Stage> stage(StageKind kind) {
        return stages.stream().filter(stage -> stage.kind() == kind).findFirst();
    }

    /** The same plan with one more stage at its place in the life cycle. */
    Plan with(Stage added) {
        var more = new ArrayList<>(stages);
        var place = 0;
        while (place < more.size() && more.get(place).kind().compareTo(added.kind()) < 0) {
            place++;
        }
        more.add(place, added);
        return new Plan(
                code,
                sequence,
                printedNumber,
                name,
                alsoPrinted,
                deadline,
                offerings,
                List.copyOf(more),
                paymentDue,
                photo,
                origin,
                valueOrigins);
    }

    private Stream<SubjectWindow> windows() {
        return offerings.stream()
                .flatMap(offering -> offering.sessions().stream())
                .flatMap(session -> session.windows().stream());
    }
}
