package org.onex.center.plan;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.WorkingCalendar;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a notice from its YAML file (the format is described beside the demo's notices) and computes the dates that rules give. */
final class NoticeReader {

    /** Longer files are not notices. The longest real one has 30,000 characters. */
    static final int MAX_CHARACTERS = 1_000_000;

    /** A plan's code is part of addresses. */
    private static final String CODE_FORM = "[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){0,4}";

    private static final int MAX_ALIASES = 200;
    private static final Map<String, Notice.Kind> KINDS =
            Map.of("NOTICE", Notice.Kind.NOTICE, "HANDBOOK", Notice.Kind.HANDBOOK);
    private static final Map<String, Notice.FeeKind> FEE_KINDS =
            Map.of("PROVISIONAL", Notice.FeeKind.PROVISIONAL, "FINAL", Notice.FeeKind.FINAL);
    private static final Map<String, String> CANDIDATE_KINDS = Map.of("院校考生", "COLLEGE", "社会考生", "PUBLIC");

    private final QualificationDirectory qualifications;
    private final Function<String, Optional<String>> awardingBodies;
    private final WorkingCalendar calendar;

    /**
     * @param awardingBodies gives the code of an awarding body for its code or full name
     */
    NoticeReader(
            QualificationDirectory qualifications,
            Function<String, Optional<String>> awardingBodies,
            WorkingCalendar calendar) {
        this.qualifications = qualifications;
        this.awardingBodies = awardingBodies;
        this.calendar = calendar;
    }

    /**
     * @param file name of the file, for the problems
     * @throws PlanRefused with every problem of the file
     */
    Notice read(String file, String yaml) {
        var problems = new NoticeProblems(file);
        var root = compose(yaml, problems);
        if (root != null) {
            var notice = notice(YamlFields.root(problems, root));
            if (problems.isEmpty()) {
                return notice;
            }
        }
        throw PlanRefused.noticeInvalid(problems.all());
    }

    private static @Nullable MappingNode compose(String yaml, NoticeProblems problems) {
        if (yaml.length() > MAX_CHARACTERS) {
            problems.add(1, null, NoticeProblem.Rule.TOO_LARGE, Map.of("limit", MAX_CHARACTERS));
            return null;
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            if (new Yaml(options).compose(new StringReader(yaml)) instanceof MappingNode mapping) {
                return mapping;
            }
            problems.add(1, null, NoticeProblem.Rule.NOT_A_MAPPING);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var said = Objects.requireNonNullElse(e.getProblem(), "");
            problems.add(mark == null ? 1 : mark.getLine() + 1, null, NoticeProblem.Rule.YAML, Map.of("parser", said));
        } catch (YAMLException e) {
            problems.add(1, null, NoticeProblem.Rule.YAML, Map.of("parser", String.valueOf(e.getMessage())));
        }
        return null;
    }

    private Notice notice(YamlFields fields) {
        var code = fields.requiredText("code");
        if (!code.isEmpty() && !code.matches(CODE_FORM)) {
            fields.problem("code", NoticeProblem.Rule.CODE_FORM, Map.of("value", code));
        }
        var body = awardingBody(fields);
        var plans = plans(fields, code, body);
        var notice = new Notice(
                code,
                fields.text("number"),
                fields.requiredText("title"),
                Objects.requireNonNullElse(fields.choice("kind", KINDS), Notice.Kind.NOTICE),
                fields.date("issued"),
                body,
                fields.origin(),
                qualifications(fields, "qualifications", body),
                plans,
                eligibility(fields.mapping("eligibility")),
                fees(fields, body),
                payment(fields.mapping("payment")),
                contacts(fields),
                groups(fields),
                fields.texts("attachments"),
                sections(fields),
                readings(fields));
        fields.required("qualifications");
        fields.done();
        return notice;
    }

    private List<Plan> plans(YamlFields fields, String noticeCode, String body) {
        var reader = new PlanReader(
                (plan, field, name) -> qualification(plan, field, name, body), qualifications::scheme, calendar);
        var plans = new ArrayList<Plan>();
        var sequences = new ArrayList<Integer>();
        for (var plan : fields.requiredMappings("plans")) {
            var read = reader.read(plan, noticeCode);
            if (sequences.contains(read.sequence())) {
                plan.problem("sequence", NoticeProblem.Rule.REPEATED, Map.of("value", read.sequence()));
            }
            sequences.add(read.sequence());
            plans.add(read);
        }
        return plans;
    }

    private String awardingBody(YamlFields fields) {
        var name = fields.requiredText("awardingBody");
        var code = awardingBodies.apply(name);
        if (code.isEmpty() && !name.isEmpty()) {
            fields.problem("awardingBody", NoticeProblem.Rule.UNKNOWN_AWARDING_BODY, Map.of("value", name));
        }
        return code.orElse("");
    }

    private List<QualificationName> qualifications(YamlFields fields, String field, String body) {
        return fields.texts(field).stream()
                .map(name -> qualification(fields, field, name, body))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable QualificationName qualification(YamlFields fields, String field, String name, String body) {
        var found = qualifications.find(name);
        if (found.isEmpty()) {
            fields.problem(field, NoticeProblem.Rule.UNKNOWN_QUALIFICATION, Map.of("value", name));
        } else if (!body.isEmpty() && !qualifications.isOwnedBy(found.get(), body)) {
            fields.problem(field, NoticeProblem.Rule.FOREIGN_QUALIFICATION, Map.of("value", name));
        }
        return found.orElse(null);
    }

    private static Notice.@Nullable Eligibility eligibility(@Nullable YamlFields fields) {
        if (fields == null) {
            return null;
        }
        var eligibility = new Notice.Eligibility(
                fields.choices("kinds", CANDIDATE_KINDS),
                fields.yes("nonPilotColleges"),
                fields.text("text"),
                fields.origin(),
                fields.valueOrigins());
        fields.done();
        return eligibility;
    }

    private List<Notice.Fee> fees(YamlFields fields, String body) {
        var fees = new ArrayList<Notice.Fee>();
        for (var fee : fields.mappings("fees")) {
            fee.required("qualification");
            fee.required("level");
            fee.required("amount");
            var amount = fee.money("amount");
            var kind = Objects.requireNonNullElse(fee.choice("kind", FEE_KINDS), Notice.FeeKind.PROVISIONAL);
            var origin = fee.origin();
            var levels = fee.choices("level", Level.BY_PRINTED_NAME);
            for (var qualification : qualifications(fee, "qualification", body)) {
                for (var level : levels) {
                    if (amount != null) {
                        fees.add(new Notice.Fee(qualification, level, amount, kind, origin));
                    }
                }
            }
            fee.done();
        }
        return fees;
    }

    private static Notice.@Nullable Payment payment(@Nullable YamlFields fields) {
        if (fields == null) {
            return null;
        }
        var payment = new Notice.Payment(
                account(fields.mapping("account")), fields.text("remark"), fields.text("text"), fields.origin());
        fields.done();
        return payment;
    }

    private static Notice.@Nullable Account account(@Nullable YamlFields fields) {
        if (fields == null) {
            return null;
        }
        var account = new Notice.Account(
                fields.requiredText("name"),
                fields.text("taxNumber"),
                fields.text("address"),
                fields.text("phone"),
                fields.requiredText("bank"),
                fields.requiredText("number"),
                fields.text("routing"));
        fields.done();
        return account;
    }

    private static List<Notice.Contact> contacts(YamlFields fields) {
        return fields.mappings("contacts").stream()
                .map(contact -> {
                    var read = new Notice.Contact(
                            contact.requiredText("purpose"),
                            contact.text("name"),
                            contact.requiredText("phone"),
                            contact.texts("regions"),
                            contact.origin());
                    contact.done();
                    return read;
                })
                .toList();
    }

    private static List<Notice.Group> groups(YamlFields fields) {
        return fields.mappings("groups").stream()
                .map(group -> {
                    var read = new Notice.Group(
                            group.requiredText("name"),
                            group.requiredText("number"),
                            group.number("plan"),
                            group.origin());
                    group.done();
                    return read;
                })
                .toList();
    }

    private static List<Notice.Section> sections(YamlFields fields) {
        return fields.mappings("text").stream()
                .map(section -> {
                    var read = new Notice.Section(
                            section.requiredText("section"), section.text("title"), section.requiredText("body"));
                    section.done();
                    return read;
                })
                .toList();
    }

    private static List<Notice.Reading> readings(YamlFields fields) {
        return fields.mappings("readings").stream()
                .map(reading -> {
                    if (!reading.isAssumedHere()) {
                        reading.problem("read", NoticeProblem.Rule.READING_NEEDS_REASON, Map.of());
                    }
                    var read = new Notice.Reading(
                            reading.text("section"),
                            reading.requiredText("says"),
                            reading.requiredText("read"),
                            Objects.requireNonNullElse(reading.origin().reason(), ""));
                    reading.done();
                    return read;
                })
                .toList();
    }
}
