package org.onex.rehearsal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.people.Template;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Scene;

/** What colleges write into their workbooks, and what must be refused of it. */
class BatchTests {

    private static final Template TEMPLATE = new Template(
            "按证书批量导入报考",
            "填写说明",
            Field.headings(),
            List.of(List.of("", "", "", "学校全称", "申请考核站点名称", "所报考计划名称", "", "初级")));

    private final FakeCenter center = new FakeCenter();
    private Scene scene = center.scene("003", 1);

    @BeforeEach
    void publish() {
        Printed.publish(center);
        scene = center.scene("003", 1);
    }

    @AfterEach
    void close() {
        center.close();
    }

    private Crew crew(int college) {
        var setting =
                Setting.of(scene, new Offers(scene), scene.data().colleges().get(college));
        return Crew.of(scene, Attendance.of(scene).get(college), setting, Map.of());
    }

    private Person person() {
        return crew(3).inFile().stream()
                .filter(one -> Row.RARE.matcher(one.name()).find() && !one.isPublic())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(RowMistake.class)
    void everyMistakeChangesItsCellUnlessNothingIsWrongWithTheCell(RowMistake mistake) {
        var crew = crew(0);
        var right = Row.right(
                crew.setting(), person(), crew.setting().offers().chosen().getFirst(), 0);
        var wrong = right.with(mistake, 0);
        var isOfTheCell = mistake.compareTo(RowMistake.LOST_CHARACTER) < 0 && !mistake.isRepetition()
                || mistake == RowMistake.LOST_CHARACTER;

        assertThat(right.isTaken()).isTrue();
        assertThat(wrong.refusals()).containsExactly(mistake.problem());
        if (isOfTheCell) {
            assertThat(wrong.texts()).isNotEqualTo(right.texts());
        }
    }

    @Test
    void twoLargeCollegesMakeEveryMistakeAndNoneIsInTheWayOfWhatIsRight() {
        var batch = Batch.flawed(Batch.Form.TEMPLATE, crew(0).wishes(null), 0);
        var mistakes = new ArrayList<RowMistake>();
        var next = Batch.flawed(Batch.Form.TEMPLATE, crew(1).wishes(null), 6);
        Stream.of(batch, next).flatMap(one -> one.rows().stream()).forEach(row -> {
            if (row.mistake() != null) {
                mistakes.add(row.mistake());
            }
        });

        assertThat(mistakes).containsAll(RowMistake.made());
        assertThat(batch.taken()).isNotEmpty().allMatch(row -> row.mistake() == null);
        assertThat(batch.taken().stream().map(Row::texts)).doesNotHaveDuplicates();
    }

    @Test
    void someAreForOneLevelSomeForTheOtherAndSomeForBoth() {
        var offers = crew(0).setting().offers().chosen();

        assertThat(List.of(0, 1, 2, 3))
                .extracting(index -> Crew.wanted(index, offers).stream()
                        .map(Offer::printedLevel)
                        .toList())
                .containsExactly(List.of("初级"), List.of("中级"), List.of("初级", "中级"), List.of("初级"));
    }

    @Test
    void peopleAreRegisteredInOneWayOnly() {
        var crew = crew(0);
        var all = new ArrayList<>(crew.inFile());
        all.addAll(crew.byHand());
        all.addAll(crew.lastMinute());

        assertThat(all).hasSize(50).doesNotHaveDuplicates();
        assertThat(crew.byHand()).hasSize(1);
        assertThat(crew.lastMinute()).hasSize(13);
    }

    @Test
    void whatIsInTheWayOfEverybodyIsExpectedOfEveryRowThatIsUnderstood() {
        var crew = crew(5); // no pilot college: no site, and this notice does not admit it
        var offer = crew.setting().offers().chosen().getFirst();
        var right = Row.right(crew.setting(), person(), offer, 0);

        assertThat(right.refusals())
                .containsExactlyInAnyOrder("SITE HOSTING_NOT_AGREED", "COLLEGE COLLEGE_NOT_ADMITTED");
        assertThat(right.with(RowMistake.OTHERS_SITE, 0).refusals()).isEqualTo(right.refusals());
        assertThat(RowMistake.OVER.written(right)).isNull(); // the older notice may admit fewer
        assertThat(right.with(RowMistake.NO_SUCH_PLAN, 0).refusals()).containsExactly("PLAN PLAN_UNKNOWN");
    }

    @Test
    void whoIsNotAdmittedIsExpectedToBeRefused() {
        var crew = crew(0);
        var publicPerson =
                crew.inFile().stream().filter(Person::isPublic).findFirst().orElseThrow();
        var row = Row.right(
                crew.setting(), publicPerson, crew.setting().offers().chosen().getFirst(), 0);

        assertThat(row.refusals()).containsExactly("KIND KIND_NOT_ADMITTED");
    }

    @Test
    void dataBeginInTheFourthRowOrBelowTheExample() {
        var rows = crew(0).wishes(null);
        var plain = new Batch(Batch.Form.TEMPLATE, rows);
        var left = new Batch(Batch.Form.EXAMPLE_LEFT, rows);

        assertThat(plain.number(0)).isEqualTo(4);
        assertThat(left.number(0)).isEqualTo(5);
        assertThat(plain.at(4)).isEqualTo(rows.getFirst());
        assertThat(plain.at(3)).isNull();
        assertThat(plain.at(4 + rows.size())).isNull();
        var written = Template.read(new BatchFile(plain, TEMPLATE).bytes());
        assertThat(written.headings()).isEqualTo(Field.headings());
        assertThat(written.rows().getFirst()).isEqualTo(rows.getFirst().cells());
        assertThat(Template.read(new BatchFile(left, TEMPLATE).bytes()).rows().getFirst())
                .isEqualTo(TEMPLATE.example());
    }

    @Test
    void aProgramThatKnowsOnlyGbkLosesRareCharacters() {
        var batch = Batch.flawed(Batch.Form.GBK_CSV, crew(3).wishes(null), 0);
        var text = new String(new BatchFile(batch, TEMPLATE).bytes(), Charset.forName("GBK"));

        assertThat(text).startsWith("学生姓名,身份证号,").contains("?").doesNotContain("\uFFFD");
        assertThat(batch.rows())
                .filteredOn(row -> Row.RARE.matcher(row.person().name()).find())
                .isNotEmpty()
                .allMatch(row -> row.mistake() == RowMistake.LOST_CHARACTER);
    }

    @Test
    void planAndQualificationAreNamedInFourWays() {
        var crew = crew(0);
        var offer = crew.setting().offers().chosen().getFirst();

        assertThat(List.of(0, 1, 2, 3))
                .extracting(style ->
                        Row.right(crew.setting(), person(), offer, style).texts())
                .extracting(texts -> texts.get(Field.PLAN) + " " + texts.get(Field.QUALIFICATION))
                .containsExactly("第一次 网店运营推广职业技能等级证书", "HK-2024-1-01 网店运营推广职业技能等级证书", "第一次 WDYY", "HK-2024-1-01 WDYY");
    }

    @Test
    void plansAreFoundThatExcludeEachOther() {
        var offers = new Offers(scene);
        var excluding = offers.excluding(offers.chosen().getFirst());

        assertThat(excluding).extracting(Offer::level).containsExactly("ELEMENTARY", "ADVANCED");
        assertThat(offers.namesakes(offers.chosen().getFirst())).contains("第十次");
        assertThat(offers.over(offers.chosen().getFirst()))
                .hasValueSatisfying(offer -> assertThat(offer.plan().code()).isEqualTo("HK-2021-1-01"));
        assertThat(offers.over(offers.chosen().getLast())).isEmpty();
    }
}
