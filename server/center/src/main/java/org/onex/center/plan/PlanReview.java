package org.onex.center.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.WorkingCalendar;

/** What is odd about one plan. A pure function of the document and the calendar, so a better rule improves old notices too. */
final class PlanReview {

    private final Notice notice;
    private final Plan plan;
    private final WorkingCalendar calendar;

    PlanReview(Notice notice, Plan plan, WorkingCalendar calendar) {
        this.notice = notice;
        this.plan = plan;
        this.calendar = calendar;
    }

    /** How many warnings there are about this plan, wherever they are shown. */
    int count() {
        return ofPlan().size()
                + ofDeadline().size()
                + ofPaymentDue().size()
                + plan.stages().stream()
                        .mapToInt(stage -> ofStage(stage).size())
                        .sum();
    }

    /** About the plan as a whole: its name, number, offerings and sessions. */
    List<Warning> ofPlan() {
        var warnings = new ArrayList<Warning>();
        var namesakes = notice.plans().stream()
                .filter(other -> other.name().equals(plan.name()))
                .count();
        if (namesakes > 1) {
            warnings.add(warning(Warning.Code.NAME_REPEATED, "name", plan.name(), "count", namesakes));
        }
        for (var also : plan.alsoPrinted()) {
            warnings.add(warning(Warning.Code.NAME_DIFFERS, "name", plan.name(), "also", also));
        }
        if (plan.printedNumber() == null && notice.plans().stream().anyMatch(other -> other.printedNumber() != null)) {
            warnings.add(warning(Warning.Code.PRINTED_NUMBER_MISSING, "sequence", plan.sequence()));
        }
        plan.offerings().stream()
                .filter(offering ->
                        !offering.printedAs().equals(offering.qualification().name()))
                .map(offering -> warning(
                        Warning.Code.PRINTED_ALIAS,
                        "printedAs",
                        offering.printedAs(),
                        "name",
                        offering.qualification().name()))
                .distinct()
                .forEach(warnings::add);
        subjectOverlap().ifPresent(warnings::add);
        warnings.addAll(levelOverlaps());
        return warnings;
    }

    List<Warning> ofDeadline() {
        var warnings = new ArrayList<Warning>();
        var deadline = plan.deadline();
        addIfBroken(warnings, deadline.rule(), deadline.ruleDate(), deadline.date());
        var due = plan.paymentDue();
        if (due != null && due.date().equals(deadline.date())) {
            warnings.add(warning(Warning.Code.DEADLINE_IS_PAYMENT_DUE, "date", deadline.date()));
        }
        for (var other : notice.plans()) {
            if (!other.equals(plan) && other.examDates().contains(deadline.date())) {
                warnings.add(
                        warning(Warning.Code.DEADLINE_ON_EXAM_DAY, "date", deadline.date(), "otherPlan", other.name()));
            }
        }
        return warnings;
    }

    /** About the day to pay; that it may be the last day of registration is said there. */
    List<Warning> ofPaymentDue() {
        var warnings = new ArrayList<Warning>();
        var due = plan.paymentDue();
        if (due != null) {
            addIfBroken(warnings, due.rule(), due.ruleDate(), due.date());
        }
        return warnings;
    }

    List<Warning> ofStage(Plan.Stage stage) {
        var warnings = new ArrayList<Warning>();
        if (stage.read() == null) {
            addIfBroken(warnings, stage.rule(), stage.ruleFrom(), stage.from());
            if (!Objects.equals(stage.ruleFrom(), stage.ruleTo()) || !Objects.equals(stage.from(), stage.to())) {
                addIfBroken(warnings, stage.rule(), stage.ruleTo(), stage.to());
            }
        } else {
            warnings.add(warning(
                    Warning.Code.RULE_READ_OTHERWISE,
                    "says",
                    Objects.requireNonNullElse(stage.says(), ""),
                    "rule",
                    Objects.requireNonNullElse(stage.rule(), ""),
                    "read",
                    stage.read()));
        }
        switch (stage.kind()) {
            case SETUP -> setupBeforeDeadline(stage, warnings);
            case TICKETS -> ticketsBeforeSeatingEnds(stage, warnings);
            case CERTIFICATES -> certificatesBeforePublicityEnds(stage, warnings);
            default -> {
                // nothing that only this kind can get wrong
            }
        }
        mostlyHoliday(stage, warnings);
        return warnings;
    }

    private void setupBeforeDeadline(Plan.Stage stage, List<Warning> warnings) {
        var from = stage.from();
        var deadline = plan.deadline().date();
        if (from != null && !from.isAfter(deadline)) {
            warnings.add(warning(Warning.Code.SETUP_BEFORE_DEADLINE, "from", from, "deadline", deadline));
        }
    }

    private void ticketsBeforeSeatingEnds(Plan.Stage stage, List<Warning> warnings) {
        var from = stage.from();
        var seatingEnds = end(StageKind.SEATING);
        if (from != null && seatingEnds != null && !from.isAfter(seatingEnds)) {
            warnings.add(warning(Warning.Code.TICKETS_BEFORE_SEATING_ENDS, "from", from, "seatingEnds", seatingEnds));
        }
    }

    private void certificatesBeforePublicityEnds(Plan.Stage stage, List<Warning> warnings) {
        var literally = stage.ruleFrom() != null ? stage.ruleFrom() : stage.from();
        var publicityEnds = end(StageKind.PUBLICITY);
        if (literally != null && publicityEnds != null && !literally.isAfter(publicityEnds)) {
            warnings.add(warning(
                    Warning.Code.CERTIFICATES_BEFORE_PUBLICITY_ENDS,
                    "from",
                    literally,
                    "publicityEnds",
                    publicityEnds));
        }
    }

    private void mostlyHoliday(Plan.Stage stage, List<Warning> warnings) {
        var from = stage.from();
        var to = stage.to();
        if (from == null || to == null || to.isBefore(from) || !calendar.knows(from) || !calendar.knows(to)) {
            return;
        }
        var days = from.datesUntil(to.plusDays(1)).toList();
        var holidays = days.stream().filter(calendar::isHoliday).count();
        if (2 * holidays > days.size()) {
            var working = days.stream().filter(calendar::isWorkingDay).count();
            warnings.add(warning(
                    Warning.Code.WINDOW_MOSTLY_HOLIDAY,
                    "from",
                    from,
                    "to",
                    to,
                    "holidays",
                    holidays,
                    "workingDays",
                    working));
        }
    }

    private Optional<Warning> subjectOverlap() {
        return plan.offerings().stream()
                .flatMap(offering -> offering.sessions().stream())
                .filter(Plan.Session::hasOverlappingSubjects)
                .findFirst()
                .map(session -> warning(
                        Warning.Code.SUBJECT_WINDOWS_OVERLAP,
                        "windows",
                        session.windows().stream()
                                .map(window -> window.subjects().getFirst().printedName() + " " + window.opens() + "–"
                                        + window.closes())
                                .toList()));
    }

    private List<Warning> levelOverlaps() {
        var warnings = new ArrayList<Warning>();
        var offerings = plan.offerings();
        for (int i = 0; i < offerings.size(); i++) {
            for (var other : offerings.subList(i + 1, offerings.size())) {
                var one = offerings.get(i);
                if (one.qualification().equals(other.qualification()) && everySessionOverlaps(one, other)) {
                    warnings.add(warning(
                            Warning.Code.LEVELS_OVERLAP,
                            "qualification",
                            one.qualification().name(),
                            "one",
                            one.level(),
                            "other",
                            other.level()));
                }
            }
        }
        return warnings;
    }

    private static boolean everySessionOverlaps(Plan.Offering one, Plan.Offering other) {
        return one.sessions().stream()
                .allMatch(session -> other.sessions().stream()
                        .allMatch(another -> session.span().overlaps(another.span())));
    }

    private @Nullable LocalDate end(StageKind kind) {
        return plan.stage(kind).map(Plan.Stage::to).orElse(null);
    }

    private static void addIfBroken(
            List<Warning> warnings, @Nullable String rule, @Nullable LocalDate computed, @Nullable LocalDate printed) {
        if (rule != null && computed != null && printed != null && !computed.equals(printed)) {
            warnings.add(
                    warning(Warning.Code.PRINTED_BREAKS_RULE, "rule", rule, "computed", computed, "printed", printed));
        }
    }

    /** Dates and levels travel as text; everything else as it is. */
    static Warning warning(Warning.Code code, Object... facts) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i += 2) {
            var value = facts[i + 1];
            map.put(
                    (String) facts[i],
                    value instanceof LocalDate || value instanceof Enum<?> ? value.toString() : value);
        }
        return new Warning(code, Collections.unmodifiableMap(map));
    }
}
