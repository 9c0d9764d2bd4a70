package org.onex.center.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.SchemeOutline;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.WorkingCalendar;

/** Reads one plan of a notice file and computes the dates that its rules give. */
final class PlanReader {

    private static final Map<String, StageKind> STAGE_KINDS =
            Stream.of(StageKind.values()).collect(Collectors.toMap(StageKind::name, kind -> kind));
    /** Stands in where a date is wrong or missing; the problem is on record and the plan never leaves the reader. */
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    /** Finds a qualification by a printed name and reports one that is unknown. */
    @FunctionalInterface
    interface Qualifications {
        @Nullable QualificationName find(YamlFields fields, String field, String printedName);
    }

    private final Qualifications qualifications;
    private final BiFunction<QualificationName, Level, Optional<SchemeOutline>> schemes;
    private final WorkingCalendar calendar;

    PlanReader(
            Qualifications qualifications,
            BiFunction<QualificationName, Level, Optional<SchemeOutline>> schemes,
            WorkingCalendar calendar) {
        this.qualifications = qualifications;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    Plan read(YamlFields fields, String noticeCode) {
        fields.required("sequence");
        var sequence = Objects.requireNonNullElse(fields.number("sequence"), 0);
        var offerings = offerings(fields);
        var dates = offerings.stream()
                .flatMap(offering -> offering.sessions().stream())
                .flatMap(session -> session.windows().stream())
                .map(Plan.SubjectWindow::date)
                .sorted()
                .toList();
        var first = dates.isEmpty() ? NO_DATE : dates.getFirst();
        var last = dates.isEmpty() ? NO_DATE : dates.getLast();
        var deadline = deadline(fields, new DateRule.Anchors(first, last, null, null));
        if (!dates.isEmpty() && !deadline.date().isBefore(first)) {
            fields.problem("deadline", NoticeProblem.Rule.DEADLINE_AFTER_EXAM, Map.of("examDate", first.toString()));
        }
        var plan = new Plan(
                "%s-%02d".formatted(noticeCode, sequence),
                sequence,
                fields.text("printedNumber"),
                fields.requiredText("name"),
                fields.texts("alsoPrinted"),
                deadline,
                offerings,
                stages(fields, first, last, deadline.date()),
                paymentDue(fields.mapping("payment"), new DateRule.Anchors(first, last, deadline.date(), null)),
                photo(fields.mapping("photo")),
                fields.origin(),
                fields.valueOrigins());
        fields.done();
        return plan;
    }

    private Plan.Deadline deadline(YamlFields plan, DateRule.Anchors anchors) {
        plan.required("deadline");
        if (plan.isScalar("deadline")) {
            var date = Objects.requireNonNullElse(plan.date("deadline"), NO_DATE);
            return new Plan.Deadline(date, null, null, plan.origin(), Map.of());
        }
        var fields = plan.mapping("deadline");
        if (fields == null) {
            return new Plan.Deadline(NO_DATE, null, null, plan.origin(), Map.of());
        }
        var dated = dated(fields, anchors);
        return new Plan.Deadline(dated.date, dated.rule, dated.ruleDate, dated.origin, fields.valueOrigins());
    }

    private Plan.@Nullable PaymentDue paymentDue(@Nullable YamlFields fields, DateRule.Anchors anchors) {
        if (fields == null) {
            return null;
        }
        var dated = dated(fields, anchors);
        return new Plan.PaymentDue(dated.date, dated.rule, dated.ruleDate, dated.origin);
    }

    private record Dated(
            LocalDate date, @Nullable String rule, @Nullable LocalDate ruleDate, Origin origin) {}

    /** A day that is printed, or follows from a rule, or both; then the printed one holds. */
    private Dated dated(YamlFields fields, DateRule.Anchors anchors) {
        var printed = fields.date("date");
        var rule = fields.rule("rule");
        var span = rule == null ? null : span(fields, "rule", rule, anchors);
        var computed = span == null
                ? null
                : Objects.requireNonNullElse(span.to(), Objects.requireNonNullElse(span.from(), NO_DATE));
        if (printed == null && rule == null) {
            fields.required("date");
        }
        var origin = printed == null ? fields.origin().ofComputed() : fields.origin();
        fields.done();
        var date = printed != null ? printed : Objects.requireNonNullElse(computed, NO_DATE);
        return new Dated(date, rule == null ? null : rule.toString(), computed, origin);
    }

    private List<Plan.Offering> offerings(YamlFields plan) {
        var offerings = new ArrayList<Plan.Offering>();
        for (var offer : plan.requiredMappings("offers")) {
            offer.required("qualification");
            offer.required("level");
            var levels = offer.choices("level", Level.BY_PRINTED_NAME);
            var sessions = sessions(offer);
            for (var printed : offer.texts("qualification")) {
                var qualification = qualifications.find(offer, "qualification", printed);
                for (var level : levels) {
                    if (qualification != null) {
                        var version = schemeVersion(offer, qualification, level, sessions);
                        add(
                                offerings,
                                offer,
                                new Plan.Offering(qualification, printed, level, version, sessions, offer.origin()));
                    }
                }
            }
            offer.done();
        }
        return offerings;
    }

    private static void add(List<Plan.Offering> offerings, YamlFields offer, Plan.Offering added) {
        if (offerings.stream()
                .anyMatch(known ->
                        known.qualification().equals(added.qualification()) && known.level() == added.level())) {
            var twice = added.qualification().name() + " " + added.level().printedName();
            offer.problem("level", NoticeProblem.Rule.REPEATED, Map.of("value", twice));
        }
        offerings.add(added);
    }

    /** The present scheme of the level; every session must hold each of its subjects once. */
    private int schemeVersion(
            YamlFields offer, QualificationName qualification, Level level, List<Plan.Session> sessions) {
        var scheme = schemes.apply(qualification, level);
        if (scheme.isEmpty()) {
            offer.problem(
                    "level",
                    NoticeProblem.Rule.LEVEL_WITHOUT_SCHEME,
                    Map.of("qualification", qualification.name(), "level", level));
            return 0;
        }
        var expected = scheme.get().subjects().stream().sorted().toList();
        for (var session : sessions) {
            var held = session.windows().stream()
                    .flatMap(window -> window.subjects().stream())
                    .sorted()
                    .toList();
            if (!held.equals(expected)) {
                offer.problem("sessions", NoticeProblem.Rule.SUBJECTS_OF_SCHEME, Map.of("expected", expected));
            }
        }
        return scheme.get().version();
    }

    private static List<Plan.Session> sessions(YamlFields offer) {
        var sessions = new ArrayList<Plan.Session>();
        for (var session : offer.requiredMappings("sessions")) {
            var windows = new ArrayList<Plan.SubjectWindow>();
            for (var window : session.requiredMappings("windows")) {
                windows.add(window(window));
            }
            sessions.add(new Plan.Session(sessions.size() + 1, session.text("name"), windows, session.origin()));
            session.done();
        }
        return sessions;
    }

    private static Plan.SubjectWindow window(YamlFields fields) {
        for (var name : List.of("subject", "date", "opens", "closes")) {
            fields.required(name);
        }
        var opens = fields.time("opens");
        var closes = fields.time("closes");
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            fields.problem("closes", NoticeProblem.Rule.CLOSES_BEFORE_OPENS, Map.of("opens", opens.toString()));
            closes = null;
        }
        var right = opens != null && closes != null;
        var window = new Plan.SubjectWindow(
                fields.choices("subject", Subject.BY_PRINTED_NAME),
                Objects.requireNonNullElse(fields.date("date"), NO_DATE),
                right ? Objects.requireNonNull(opens) : LocalTime.MIN,
                right ? Objects.requireNonNull(closes) : LocalTime.MAX,
                fields.number("minutes"),
                fields.origin(),
                fields.valueOrigins());
        fields.done();
        return window;
    }

    private List<Plan.Stage> stages(YamlFields plan, LocalDate first, LocalDate last, LocalDate deadline) {
        var all = plan.requiredMappings("stages");
        var anchors = new DateRule.Anchors(first, last, deadline, null);
        var stages = new ArrayList<Plan.@Nullable Stage>();
        @Nullable LocalDate publicityEnd = null;
        for (var fields : all) {
            var later = countsFromPublicity(fields);
            var stage = later ? null : stage(fields, anchors);
            stages.add(stage);
            if (stage != null && stage.kind() == StageKind.PUBLICITY) {
                publicityEnd = stage.to();
            }
        }
        // Stages that count from 公示 wait until it is known when that ends, wherever they stand in the file.
        var anchorsWithPublicity = new DateRule.Anchors(first, last, deadline, publicityEnd);
        var complete = new ArrayList<Plan.Stage>();
        for (int i = 0; i < all.size(); i++) {
            var read = stages.get(i);
            complete.add(read == null ? stage(all.get(i), anchorsWithPublicity) : read);
        }
        return complete;
    }

    private static boolean countsFromPublicity(YamlFields fields) {
        return Stream.of("rule", "read")
                .filter(fields::isScalar)
                .map(fields::text)
                .filter(Objects::nonNull)
                .anyMatch(text -> text.contains("publicity"));
    }

    private Plan.Stage stage(YamlFields fields, DateRule.Anchors anchors) {
        fields.required("kind");
        var kind = Objects.requireNonNullElse(fields.choice("kind", STAGE_KINDS), StageKind.OTHER);
        var rule = fields.rule("rule");
        var read = fields.rule("read");
        if (read != null && (rule == null || !fields.isAssumedHere())) {
            fields.problem("read", NoticeProblem.Rule.READING_NEEDS_REASON, Map.of());
        }
        var literal = rule == null ? null : span(fields, "rule", rule, anchors);
        var meant = read == null ? literal : span(fields, "read", read, anchors);
        var from = fields.date("from");
        var to = fields.date("to");
        var computed = from == null && to == null && meant != null;
        if (computed) {
            from = Objects.requireNonNull(meant).from();
            to = meant.to();
        }
        if (from != null && to != null && from.isAfter(to)) {
            fields.problem(
                    "to",
                    NoticeProblem.Rule.TO_BEFORE_FROM,
                    Map.of("from", String.valueOf(from), "to", String.valueOf(to)));
        }
        var stage = new Plan.Stage(
                kind,
                fields.requiredText("name"),
                from,
                to,
                fields.text("says"),
                rule == null ? null : rule.toString(),
                read == null ? null : read.toString(),
                literal == null ? null : literal.from(),
                literal == null ? null : literal.to(),
                fields.texts("work"),
                computed ? fields.origin().ofComputed() : fields.origin(),
                fields.valueOrigins());
        fields.done();
        return stage;
    }

    private DateRule.@Nullable Span span(YamlFields fields, String field, DateRule rule, DateRule.Anchors anchors) {
        try {
            return rule.on(anchors, calendar);
        } catch (DateRule.AnchorMissing e) {
            fields.problem(field, NoticeProblem.Rule.RULE_NEEDS_ANCHOR, Map.of("anchor", e.anchor()));
        } catch (WorkingCalendar.YearUnknown e) {
            fields.problem(field, NoticeProblem.Rule.CALENDAR_YEAR_UNKNOWN, e.facts());
        }
        return null;
    }

    private static Plan.@Nullable PhotoRule photo(@Nullable YamlFields fields) {
        if (fields == null) {
            return null;
        }
        var formats = fields.choices("formats", Map.of("jpg", "jpg", "png", "png"));
        var pixels = fields.text("pixels");
        if (pixels != null && !pixels.matches("[1-9]\\d{1,3}x[1-9]\\d{1,3}")) {
            fields.problem("pixels", NoticeProblem.Rule.PIXELS, Map.of("value", pixels));
            pixels = null;
        }
        var size = pixels == null ? null : pixels.split("x");
        var rule = new Plan.PhotoRule(
                formats,
                fields.number("maxMegabytes"),
                size == null ? null : Integer.valueOf(size[0]),
                size == null ? null : Integer.valueOf(size[1]),
                fields.text("background"),
                fields.origin());
        fields.done();
        return rule;
    }
}
