package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.BankProblem.Rule;

/** What people send by mistake: each case is a good file with one thing wrong, and the answer names file, line, field and rule. */
class BankReaderTests {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("code: WDYY-1", "kode: WDYY-1", "kode", Rule.UNKNOWN_FIELD),
                mistake("code: WDYY-1\n", "", "code", Rule.MISSING),
                mistake("code: WDYY-1", "code: 网店/1", "code", Rule.CODE_FORM),
                mistake("title: 网店运营推广（初级）题库", "title:", "title", Rule.EMPTY),
                mistake("title: 网店运营推广（初级）题库", "title: [题库]", "title", Rule.NOT_TEXT),
                mistake("level: 初级", "level: 入门", "level", Rule.CHOICE),
                mistake("level: 初级", "level: 高级", "level", Rule.LEVEL_WITHOUT_SCHEME),
                mistake("drill: false", "drill: maybe", "drill", Rule.CHOICE),
                mistake("drill: false", "drill: false\ndrill: true", "drill", Rule.DUPLICATE_FIELD),
                mistake("qualification: 网店运营推广职业", "qualification: 网点职业", "qualification", Rule.UNKNOWN_QUALIFICATION),
                mistake(
                        "qualification: 网店运营推广职业技能等级证书",
                        "qualification: ZBDS",
                        "qualification",
                        Rule.FOREIGN_QUALIFICATION),
                mistake("code: \"1.1\"", "code: \"2.1\"", "skills[0].tasks[0].code", Rule.CODE_FORM),
                mistake("code: \"1.1\"", "code: \"1x1\"", "skills[0].tasks[0].code", Rule.CODE_FORM),
                mistake("{code: \"1.1.2\"", "{code: \"1.1.1\"", "skills[0].tasks[0].skills[1].code", Rule.REPEATED),
                mistake("id: S002", "id: S001", "items[1].id", Rule.REPEATED),
                mistake("id: S002", "id: M902", "items[1].id", Rule.CODE_FORM),
                mistake("id: S002", "id: S2", "items[1].id", Rule.CODE_FORM),
                mistake("type: SINGLE", "type: 单选", "items[0].type", Rule.CHOICE),
                mistake("type: SINGLE", "type: WRITING", "items[0].type", Rule.CHOICE),
                mistake("skill: \"2.1.1\"", "skill: \"2.1\"", "items[0].skill", Rule.UNKNOWN_SKILL),
                mistake("skill: \"2.1.1\"", "skill: \"9.9.9\"", "items[0].skill", Rule.UNKNOWN_SKILL),
                mistake("difficulty: 2", "difficulty: 6", "items[0].difficulty", Rule.CHOICE),
                mistake("difficulty: 2", "difficulty: 2.5", "items[0].difficulty", Rule.CHOICE),
                mistake("stem: 单选题干1\n", "stem: \"\"\n", "items[0].stem", Rule.EMPTY),
                mistake("stem: 单选题干1\n", "stem: \"a\\0b\"\n", "items[0].stem", Rule.UNSTORABLE),
                mistake("stem: 单选题干1\n", "stem: \"a\\ud800b\"\n", "items[0].stem", Rule.UNSTORABLE),
                mistake("B: 乙1, C: 丙1, D: 丁1}", "B: 乙1, C: 丙1}", "items[0].options", Rule.OPTIONS),
                mistake("C: 丙1, D: 丁1}", "C: 丙1, D: 丁1, E: 戊1}", "items[0].options", Rule.OPTIONS),
                mistake("C: 丙1, D: 丁1}", "D: 丁1, C: 丙1}", "items[0].options", Rule.OPTIONS),
                mistake("C: 丙1, D: 丁1}", "C: 丙1, F: 丁1}", "items[0].options", Rule.OPTIONS),
                mistake("B: 乙1,", "B: 甲1,", "items[0].options.B", Rule.REPEATED),
                mistake("    options: {A: 甲1, B: 乙1, C: 丙1, D: 丁1}\n", "", "items[0].options", Rule.MISSING),
                mistake("answer: B", "answer: E", "items[0].answer", Rule.ANSWER),
                mistake("answer: B", "answer: AB", "items[0].answer", Rule.ANSWER),
                mistake("answer: ACE", "answer: A", "items[12].answer", Rule.ANSWER),
                mistake("answer: ACE", "answer: CAE", "items[12].answer", Rule.ANSWER),
                mistake("answer: ACE", "answer: AAC", "items[12].answer", Rule.ANSWER),
                mistake("answer: ACE", "answer: ACF", "items[12].answer", Rule.ANSWER),
                mistake("answer: F", "answer: 错", "items[18].answer", Rule.ANSWER),
                mistake("answer: F", "answer: F, options: {A: 对, B: 错}", "items[18].options", Rule.OPTIONS),
                mistake("why: 理由S1\n", "reason: 理由S1\n", "items[0].why", Rule.MISSING),
                mistake("answer: \"3.40\"", "answer: 3.4%", "tasks[0].steps[0].answer", Rule.NUMBER),
                mistake("answer: \"966\"", "answer: \"9,66\"", "tasks[0].steps[1].answer", Rule.NUMBER),
                mistake("tolerance: \"0.01\"", "tolerance: \"-0.01\"", "tasks[0].steps[0].tolerance", Rule.NUMBER),
                mistake("{id: \"2\"", "{id: \"1\"", "tasks[0].steps[1].id", Rule.REPEATED),
                mistake("maxLength: 800", "maxLength: 20001", "tasks[1].maxLength", Rule.NUMBER),
                mistake("maxLength: 800", "maxLength: 0", "tasks[1].maxLength", Rule.NUMBER),
                mistake("    ask: 请写一段卖点文案。\n", "", "tasks[1].ask", Rule.MISSING),
                mistake("{id: b", "{id: a", "tasks[1].rubric[1].id", Rule.REPEATED),
                mistake(
                        "points: 20}\n",
                        "points: 21}\n",
                        "blueprints.PRACTICAL.sections[0].type",
                        Rule.TASK_POINTS_DIFFER),
                mistake("count: 6, points: 10", "count: 6, points: 9", "blueprints.THEORY.sections", Rule.POINTS_SUM),
                mistake("count: 6", "count: 13", "blueprints.THEORY.sections[0].count", Rule.TOO_FEW),
                mistake("count: 6, points: 10", "count: 6", "blueprints.THEORY.sections[0].points", Rule.MISSING),
                mistake(
                        "type: WRITING, count: 1",
                        "type: WRITING, count: 1, points: 50",
                        "blueprints.PRACTICAL.sections[1].points",
                        Rule.UNKNOWN_FIELD),
                mistake(
                        "type: MULTIPLE, count",
                        "type: SINGLE, count",
                        "blueprints.THEORY.sections[1].type",
                        Rule.REPEATED),
                mistake("  PRACTICAL:", "  PRACTICE:", "blueprints.PRACTICAL", Rule.MISSING),
                mistake("items:", "items: none\nitem:", "items", Rule.NOT_A_LIST),
                mistake("blueprints:", "blueprint:", "blueprints", Rule.MISSING));
    }

    private static Arguments mistake(String right, String wrong, String field, Rule rule) {
        return Arguments.of(right, wrong, field, rule);
    }

    @ParameterizedTest(name = "{1} -> {2} {3}")
    @MethodSource("mistakes")
    void everyMistakeIsNamedWithItsPlace(String right, String wrong, String field, Rule rule) {
        var text = BankFile.text();
        assertThat(text).contains(right);
        assertThat(problems(text.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong))))
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(BankFile.FILE);
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.rule()).isEqualTo(rule);
                });
    }

    @Test
    void theLineIsTheOneInTheFile() {
        var lines = BankFile.text().lines().toList();
        var line = lines.indexOf("    answer: ACE") + 1;
        assertThat(line).isPositive();
        var wrong = BankFile.text().replaceFirst("answer: ACE", "answer: ECA");
        assertThat(problems(wrong)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.facts()).containsEntry("value", "ECA");
        });
    }

    @Test
    void allMistakesOfAFileAreReportedTogetherInItsOrder() {
        var wrong = BankFile.text()
                .replace("answer: \"966\"", "answer: viele")
                .replace("id: S003", "id: S004")
                .replace("level: 初级", "level: 低级");
        assertThat(problems(wrong))
                .extracting(BankProblem::rule)
                .containsExactly(Rule.CHOICE, Rule.REPEATED, Rule.NUMBER, Rule.NUMBER);
    }

    @Test
    void aGoodFileIsReadAsItIsWritten() {
        var bank = BankFile.bank();
        assertThat(bank.level()).isEqualTo(Level.ELEMENTARY);
        assertThat(bank.qualification().code()).isEqualTo("WDYY");
        assertThat(bank.items()).hasSize(23);
        assertThat(bank.tasks()).extracting(Task::points).containsOnly(50);
        assertThat(bank.blueprints()).containsOnlyKeys(Subject.THEORY, Subject.PRACTICAL);
        assertThat(bank.items().get(12).options())
                .extracting(Item.ItemOption::key)
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(bank.tasks().getFirst().steps().getFirst().answer()).isEqualTo("3.40");
        assertThat(bank.tasks().getFirst().material()).isEqualTo("日期 | 访客 | 成交\n周一 | 1000 | 34");
    }

    @Test
    void whatLooksLikeMarkupIsText() {
        var stem = "<script>alert(1)</script> 与 <b>标题</b> &amp; 有何不同？";
        var bank = BankFile.reader()
                .read(BankFile.FILE, BankFile.text().replace("stem: 单选题干1\n", "stem: '" + stem + "'\n"));
        assertThat(bank.items().getFirst().stem()).isEqualTo(stem);
    }

    @Test
    void rareCharactersAreText() {
        var bank = BankFile.reader().read(BankFile.FILE, BankFile.text().replace("单选题干1\n", "𠮷野家、㛃与䶮\n"));
        assertThat(bank.items().getFirst().stem()).isEqualTo("𠮷野家、㛃与䶮");
    }

    @Test
    void aCharacterThatNobodyCanStoreIsSaidWithItsLine() {
        assertThat(problems(BankFile.text().replace("单选题干1\n", "单选\0题干\n")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo(Rule.UNSTORABLE);
                    assertThat(problem.line())
                            .isEqualTo(BankFile.text().lines().toList().indexOf("    stem: 单选题干1") + 1);
                });
        assertThat(problems("title: \ud800\n")).extracting(BankProblem::rule).containsExactly(Rule.UNSTORABLE);
    }

    @Test
    void somethingThatIsNoBankIsSaidToBeSo() {
        assertThat(problems("code: \"open\nitems:"))
                .extracting(BankProblem::rule)
                .containsExactly(Rule.YAML);
        assertThat(problems("- a\n- b\n")).extracting(BankProblem::rule).containsExactly(Rule.NOT_A_MAPPING);
        assertThat(problems("")).extracting(BankProblem::rule).containsExactly(Rule.NOT_A_MAPPING);
        assertThat(problems("x".repeat(BankReader.MAX_CHARACTERS + 1)))
                .extracting(BankProblem::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    @Test
    void aFileThatRefersToItselfEnds() {
        var problems = problems("skills: &a\n  - {code: \"1\", name: x, tasks: *a}\n");
        assertThat(problems).isNotEmpty();
        var bomb = Stream.iterate(1, i -> i + 1)
                .limit(30)
                .map(i -> "a%d: &a%d [%s]\n".formatted(i, i, i == 1 ? "x" : "*a%d, *a%d".formatted(i - 1, i - 1)))
                .collect(Collectors.joining());
        assertThat(problems(bomb)).isNotEmpty();
    }

    private static List<BankProblem> problems(String yaml) {
        var refused =
                catchThrowableOfType(PaperRefused.class, () -> BankFile.reader().read(BankFile.FILE, yaml));
        assertThat(refused).as("refusal of the file").isNotNull();
        return ((List<?>) Objects.requireNonNull(refused.facts().get("problems")))
                .stream().map(BankProblem.class::cast).toList();
    }
}
