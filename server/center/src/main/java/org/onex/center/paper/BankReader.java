package org.onex.center.paper;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.SchemeOutline;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.BankProblem.Rule;
import org.onex.center.paper.FieldOfWork.Skill;
import org.onex.center.paper.FieldOfWork.WorkTask;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads an item bank from its YAML file (the format is described beside the demo's papers) and checks that papers can be made of it. */
final class BankReader {

    static final int MAX_CHARACTERS = 2_000_000;

    private static final String CODE_FORM = "[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){0,4}";
    private static final String PART = "\\d{1,3}";
    private static final QualificationName UNKNOWN = new QualificationName("", "");

    private final QualificationDirectory qualifications;
    private final String awardingBody;

    /**
     * @param awardingBody code of the body whose bank it must be
     */
    BankReader(QualificationDirectory qualifications, String awardingBody) {
        this.qualifications = qualifications;
        this.awardingBody = awardingBody;
    }

    /**
     * @param file name of the file, for the problems
     * @throws PaperRefused with every problem of the file
     */
    ItemBank read(String file, String yaml) {
        var problems = new BankProblems(file);
        var root = compose(yaml, problems);
        if (root != null) {
            var bank = bank(new BankFields(problems, "", root));
            if (problems.isEmpty()) {
                return bank;
            }
        }
        throw PaperRefused.bankInvalid(problems.all());
    }

    private static @Nullable MappingNode compose(String yaml, BankProblems problems) {
        if (yaml.length() > MAX_CHARACTERS) {
            problems.add(1, null, Rule.TOO_LARGE, Map.of("limit", MAX_CHARACTERS));
            return null;
        }
        var lines = yaml.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].codePoints().allMatch(StreamReader::isPrintable)) {
                problems.add(i + 1, null, Rule.UNSTORABLE);
            }
        }
        return problems.isEmpty() ? parsed(yaml, problems) : null;
    }

    private static @Nullable MappingNode parsed(String yaml, BankProblems problems) {
        try {
            if (new Yaml(new LoaderOptions()).compose(new StringReader(yaml)) instanceof MappingNode mapping) {
                return mapping;
            }
            problems.add(1, null, Rule.NOT_A_MAPPING);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var said = Objects.requireNonNullElse(e.getProblem(), "");
            problems.add(mark == null ? 1 : mark.getLine() + 1, null, Rule.YAML, Map.of("parser", said));
        } catch (YAMLException e) {
            problems.add(1, null, Rule.YAML, Map.of("parser", String.valueOf(e.getMessage())));
        }
        return null;
    }

    private ItemBank bank(BankFields fields) {
        var code = fields.requiredText("code", CODE_FORM);
        var qualification = qualification(fields);
        var level = Objects.requireNonNullElse(fields.requiredChoice("level", Level.BY_PRINTED_NAME), Level.ELEMENTARY);
        var codes = new HashSet<String>();
        var skills = fields(fields, codes);
        var questions = new QuestionReader(leaves(skills));
        var items = fields.mappings("items").stream().map(questions::item).toList();
        var tasks = fields.mappings("tasks").stream().map(questions::task).toList();
        var bank = new ItemBank(
                code,
                qualification,
                level,
                fields.requiredText("title"),
                "true".equals(fields.choice("drill", Map.of("true", "true", "false", "false"))),
                skills,
                items,
                tasks,
                blueprints(fields, subjects(fields, qualification, level), questions(items, tasks)));
        fields.done();
        return bank;
    }

    private static List<Question> questions(List<Item> items, List<Task> tasks) {
        return Stream.<Question>concat(items.stream(), tasks.stream()).toList();
    }

    private QualificationName qualification(BankFields fields) {
        var name = fields.requiredText("qualification");
        if (name.isEmpty()) {
            return UNKNOWN;
        }
        var found = qualifications.find(name);
        if (found.isEmpty()) {
            fields.problem("qualification", Rule.UNKNOWN_QUALIFICATION, Map.of("value", name));
        } else if (!qualifications.isOwnedBy(found.get(), awardingBody)) {
            fields.problem("qualification", Rule.FOREIGN_QUALIFICATION, Map.of("value", name));
        }
        return found.orElse(UNKNOWN);
    }

    /** None if the qualification is wrong already. */
    private List<Subject> subjects(BankFields fields, QualificationName qualification, Level level) {
        if (qualification.equals(UNKNOWN)) {
            return List.of();
        }
        var scheme = qualifications.scheme(qualification, level);
        if (scheme.isEmpty() && fields.has("level")) {
            fields.problem("level", Rule.LEVEL_WITHOUT_SCHEME, Map.of("value", level.printedName()));
        }
        return scheme.map(SchemeOutline::subjects).orElse(List.of());
    }

    private static Map<Subject, Blueprint> blueprints(
            BankFields fields, List<Subject> subjects, List<Question> questions) {
        fields.required("blueprints");
        var read = fields.mapping("blueprints");
        return read == null ? Map.of() : new BlueprintReader(questions).read(read, subjects);
    }

    /**
     * @param codes of everything read so far; what repeats one is a problem
     */
    private static List<FieldOfWork> fields(BankFields fields, Set<String> codes) {
        var read = new ArrayList<FieldOfWork>();
        for (var field : fields.requiredMappings("skills")) {
            var code = code(field, "", codes);
            read.add(new FieldOfWork(code, field.requiredText("name"), workTasks(field, code, codes)));
            field.done();
        }
        return read;
    }

    private static List<WorkTask> workTasks(BankFields field, String above, Set<String> codes) {
        var read = new ArrayList<WorkTask>();
        for (var task : field.requiredMappings("tasks")) {
            var code = code(task, above, codes);
            read.add(new WorkTask(code, task.requiredText("name"), skills(task, code, codes)));
            task.done();
        }
        return read;
    }

    private static List<Skill> skills(BankFields task, String above, Set<String> codes) {
        var read = new ArrayList<Skill>();
        for (var skill : task.requiredMappings("skills")) {
            read.add(new Skill(code(skill, above, codes), skill.requiredText("name")));
            skill.done();
        }
        return read;
    }

    /** A code that continues that of the part above. */
    private static String code(BankFields fields, String above, Set<String> codes) {
        var begins = above.isEmpty() ? "" : Pattern.quote(above + ".");
        var code = fields.requiredText("code", begins + PART);
        if (!code.isEmpty() && !codes.add(code)) {
            fields.problem("code", Rule.REPEATED, Map.of("value", code));
        }
        return code;
    }

    private static Set<String> leaves(List<FieldOfWork> fields) {
        var leaves = new HashSet<String>();
        for (var field : fields) {
            for (var task : field.tasks()) {
                task.skills().forEach(skill -> leaves.add(skill.code()));
            }
        }
        return leaves;
    }
}
