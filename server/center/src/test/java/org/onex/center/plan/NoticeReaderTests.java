package org.onex.center.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people send by mistake: each case is 003 with one thing wrong, and the answer names file, line, field and rule. */
class NoticeReaderTests {

    private static final String FILE = "003-hongke-2024.yaml";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("deadline: 2024-04-29", "deadline: 4月29日", "plans[0].deadline", NoticeProblem.Rule.DATE_ISO),
                mistake(
                        "deadline: 2024-04-29",
                        "deadline: 2024-02-30",
                        "plans[0].deadline",
                        NoticeProblem.Rule.DATE_ISO),
                mistake(
                        "deadline: 2024-04-29",
                        "deadline: 2024-05-18",
                        "plans[0].deadline",
                        NoticeProblem.Rule.DEADLINE_AFTER_EXAM),
                mistake("code: HK-2024-1", "kode: HK-2024-1", "kode", NoticeProblem.Rule.UNKNOWN_FIELD),
                mistake("sequence: 1", "sequence: 2", "plans[1].sequence", NoticeProblem.Rule.REPEATED),
                mistake("sequence: 1", "sequence: 一", "plans[0].sequence", NoticeProblem.Rule.NUMBER),
                mistake("level: 初级", "level: 低级", "plans[0].offers[0].level", NoticeProblem.Rule.CHOICE),
                mistake(
                        "opens: 14:00",
                        "opens: 14点",
                        "plans[0].offers[0].sessions[0].windows[0].opens",
                        NoticeProblem.Rule.TIME),
                mistake(
                        "opens: 14:00",
                        "opens: 17:45",
                        "plans[0].offers[0].sessions[0].windows[0].closes",
                        NoticeProblem.Rule.CLOSES_BEFORE_OPENS),
                mistake("amount: 380.00", "amount: 380元", "fees[0].amount", NoticeProblem.Rule.MONEY),
                mistake("kind: SEATING", "kind: 排考", "plans[0].stages[1].kind", NoticeProblem.Rule.CHOICE),
                mistake("to: 2024-05-06", "to: 2024-04-06", "plans[0].stages[1].to", NoticeProblem.Rule.TO_BEFORE_FROM),
                mistake(
                        "awardingBody: 北京鸿科经纬科技有限公司",
                        "awardingBody: 某公司",
                        "awardingBody",
                        NoticeProblem.Rule.UNKNOWN_AWARDING_BODY),
                mistake(
                        "qualifications: [网店运营推广职业技能等级证书]",
                        "qualifications: [网店推广]",
                        "qualifications",
                        NoticeProblem.Rule.UNKNOWN_QUALIFICATION),
                mistake("printed: 首页", "# nothing", "printed", NoticeProblem.Rule.ORIGIN_MISSING),
                mistake(
                        "    printed: 一\n",
                        "    printed: 一\n    assumed: x\n",
                        "plans[0].assumed",
                        NoticeProblem.Rule.ORIGIN_TWICE),
                mistake(
                        "    assumed: 通知未印各科目时长",
                        "    printed: 通知未印各科目时长",
                        "readings[0].read",
                        NoticeProblem.Rule.READING_NEEDS_REASON),
                mistake("plans:", "plans: []\nplan:", "plans", NoticeProblem.Rule.EMPTY),
                mistake("fees:", "fees: none\nfee:", "fees", NoticeProblem.Rule.NOT_A_LIST),
                mistake("title: 关于", "title: [关于]\nheading: ", "title", NoticeProblem.Rule.NOT_TEXT),
                mistake("title: 关于", "title:\nheading: ", "title", NoticeProblem.Rule.EMPTY),
                mistake("kind: NOTICE", "kind: NOTICE\nkind: NOTICE", "kind", NoticeProblem.Rule.DUPLICATE_FIELD),
                mistake("code: HK-2024-1", "code: HK/2024", "code", NoticeProblem.Rule.CODE_FORM),
                mistake("level: 初级", "level: []", "plans[0].offers[0].level", NoticeProblem.Rule.EMPTY),
                mistake(
                        "subject: [理论, 实操]",
                        "subject: 理论",
                        "plans[0].offers[0].sessions",
                        NoticeProblem.Rule.SUBJECTS_OF_SCHEME),
                mistake(
                        "subject: [理论, 实操]",
                        "subject: [理论, 理论, 实操]",
                        "plans[0].offers[0].sessions",
                        NoticeProblem.Rule.SUBJECTS_OF_SCHEME),
                mistake("printed: 首页", "printed: {printed: 首页}", "printed", NoticeProblem.Rule.NOT_TEXT),
                mistake(
                        "qualifications: [网店运营推广职业技能等级证书]",
                        "qualifications: [直播电商职业技能等级证书]",
                        "qualifications",
                        NoticeProblem.Rule.FOREIGN_QUALIFICATION));
    }

    private static Arguments mistake(String right, String wrong, String field, NoticeProblem.Rule rule) {
        return Arguments.of(right, wrong, field, rule);
    }

    @ParameterizedTest(name = "{1} -> {2} {3}")
    @MethodSource("mistakes")
    void everyMistakeIsNamedWithItsPlace(String right, String wrong, String field, NoticeProblem.Rule rule) {
        var text = SeedNotices.text(FILE);
        assertThat(text).contains(right);
        var problems = problems(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.rule()).isEqualTo(rule);
        });
    }

    @Test
    void theLineIsTheOneInTheFile() {
        var text = SeedNotices.text(FILE);
        var lines = text.lines().toList();
        var line = lines.indexOf("    deadline: 2024-05-21") + 1;
        assertThat(problems(text.replace("deadline: 2024-05-21", "deadline: soon")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.facts()).containsEntry("value", "soon");
                });
    }

    @Test
    void allMistakesOfAFileAreReportedTogetherInItsOrder() {
        var text = SeedNotices.text(FILE)
                .replace("deadline: 2024-04-29", "deadline: x")
                .replace("amount: 380.00", "amount: y")
                .replace("opens: 13:30", "opens: z");
        assertThat(problems(text))
                .extracting(NoticeProblem::rule)
                .containsExactly(NoticeProblem.Rule.DATE_ISO, NoticeProblem.Rule.TIME, NoticeProblem.Rule.MONEY);
    }

    @Test
    void somethingThatIsNotYamlIsSaidToBeSoWithItsLine() {
        assertThat(problems("code: HK\ntitle: \"open quote\nplans:\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo(NoticeProblem.Rule.YAML);
                    assertThat(problem.line()).isGreaterThan(1);
                });
        assertThat(problems("- a list"))
                .extracting(NoticeProblem::rule)
                .containsExactly(NoticeProblem.Rule.NOT_A_MAPPING);
        assertThat(problems("")).isNotEmpty();
    }

    @Test
    void aFileThatExplodesThroughAliasesIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 300; i++) {
            bomb.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(problems(bomb.toString())).extracting(NoticeProblem::rule).containsExactly(NoticeProblem.Rule.YAML);
        assertThat(problems("x: " + "长".repeat(NoticeReader.MAX_CHARACTERS)))
                .extracting(NoticeProblem::rule)
                .containsExactly(NoticeProblem.Rule.TOO_LARGE);
    }

    @Test
    void workingDaysOfAnUnannouncedYearAreAProblemOfTheFile() {
        var text = SeedNotices.text("000-lianchuang-2023.yaml").replace("2023-12-19", "2031-12-19");
        assertThat(problems(text)).extracting(NoticeProblem::rule).contains(NoticeProblem.Rule.CALENDAR_YEAR_UNKNOWN);
    }

    private static List<NoticeProblem> problems(String text) {
        var refused = catchThrowableOfType(
                PlanRefused.class, () -> SeedNotices.reader().read(FILE, text));
        assertThat(refused).as("accepted").isNotNull();
        assertThat(refused.code()).isEqualTo("plan.notice-invalid");
        @SuppressWarnings("unchecked")
        var problems = (List<NoticeProblem>) refused.facts().get("problems");
        return problems;
    }
}
