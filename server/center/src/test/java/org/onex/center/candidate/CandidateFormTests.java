package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.intake.CellProblem;
import org.onex.center.intake.CellSentences;
import org.onex.contract.kernel.IdNumber;

class CandidateFormTests {

    private static final String COLLEGE = "示范一职业技术学院";
    private static final LocalDate TODAY = LocalDate.of(2024, 4, 22);
    private static final String NUMBER = IdNumber.completed("99999920060315001").value();

    @ParameterizedTest
    @CsvSource({
        "张三, 张三",
        "张　三, 张三",
        "' 欧阳 娜 娜 ', 欧阳娜娜",
        "买买提•艾力, 买买提·艾力",
        "买买提 ． 艾力, 买买提·艾力",
        "Ann  Lee, Ann Lee",
        "𠮷㛃䶮, 𠮷㛃䶮"
    })
    void aNameIsReadHoweverPeopleSpaceIt(String written, String name) {
        assertThat(read(with(Field.NAME, written)).sureParticulars().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"NAME", "EMAIL", "PHONE", "MAJOR", "ENTRY_YEAR"})
    void whatIsLongerThanAnythingCanBeIsRefusedWithoutBeingLookedThrough(Field field) {
        for (var part : List.of(" ", ".", "a@.", "· ")) {
            var written = "a@" + part.repeat(60_000) + "b@";
            assertThat(codes(with(field, written))).contains(FormFlaw.TOO_LONG);
        }
    }

    @Test
    void whatNobodySeesIsLeftOut() {
        assertThat(read(with(Field.NAME, "张\u200b三\u202e")).sureParticulars().name())
                .isEqualTo("张三");
        assertThat(read(with(Field.MAJOR, "电子\u0000商务\ud800")).sureParticulars().major())
                .isEqualTo("电子商务");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三1", "13900000000", "张三（大）", "=cmd", "*"})
    void aNameHasNoDigitsAndNoSigns(String written) {
        assertThat(codes(with(Field.NAME, written))).containsExactly(FormFlaw.NAME_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "99999920060315001, ID_LENGTH",
        "99999920060315001Y, ID_CHARACTERS",
        "999999200602300011, ID_BIRTH_DATE",
        "'', MISSING"
    })
    void anIdNumberThatIsNoneSaysWhatIsWrongWithIt(String written, FormFlaw flaw) {
        assertThat(codes(with(Field.ID_NUMBER, written))).containsExactly(flaw);
    }

    @Test
    void aMistypedDigitIsFoundByTheCheckCharacter() {
        var mistyped = NUMBER.substring(0, 17) + (NUMBER.endsWith("1") ? "2" : "1");
        assertThat(codes(with(Field.ID_NUMBER, mistyped))).containsExactly(FormFlaw.ID_CHECK);
    }

    @Test
    void nobodyIsEnrolledBeforeTheirBirth() {
        var unborn = IdNumber.completed("99999920250101001").value();
        assertThat(codes(with(Field.ID_NUMBER, unborn))).containsExactly(FormFlaw.AGE_IMPLAUSIBLE);
        var old = IdNumber.completed("99999919240421001").value();
        assertThat(codes(with(Field.ID_NUMBER, old))).containsExactly(FormFlaw.AGE_IMPLAUSIBLE);
    }

    @Test
    void anUnknownAreaOnlyWarns() {
        var reading = read(form());
        assertThat(reading.problems()).containsExactly(FormFlaw.AREA_UNKNOWN.at(Field.ID_NUMBER));
        assertThat(reading.isRefused()).isFalse();
        assertThat(reading.sureNumber().value()).isEqualTo(NUMBER);
    }

    @Test
    void aSexThatContradictsTheNumberIsRefusedAndOneThatDoesNotIsFine() {
        assertThat(codes(with(Field.SEX, "女"))).containsExactly(FormFlaw.SEX_CONTRADICTS);
        assertThat(codes(with(Field.SEX, "男"))).isEmpty();
    }

    @Test
    void onesOwnCollegeMayBeWrittenButNoOther() {
        assertThat(codes(with(Field.COLLEGE, " 示范一职业技术学院 "))).isEmpty();
        assertThat(read(with(Field.COLLEGE, "示范二职业技术学院")).problems())
                .contains(FormFlaw.OTHER_COLLEGE.at(Field.COLLEGE, "expected", COLLEGE));
    }

    @ParameterizedTest
    @CsvSource({"汉, 汉族", "汉族, 汉族", "维吾尔, 维吾尔族", "其他, 其他"})
    void aNationIsUnderstoodWithAndWithoutItsLastSyllable(String written, String nation) {
        assertThat(read(with(Field.NATION, written)).sureParticulars().nation()).isEqualTo(nation);
    }

    @Test
    void aWordThatIsNoChoiceNamesTheChoices() {
        assertThat(read(with(Field.KIND, "旁听生")).problems())
                .contains(FormFlaw.CHOICE_UNKNOWN.at(Field.KIND, "choices", List.of("院校考生", "社会考生")));
    }

    @ParameterizedTest
    @CsvSource({"１２０００００００01, 12000000001", "120 0000 0001, 12000000001", "120-0000-0001, 12000000001"})
    void aPhoneNumberIsReadHoweverPeopleGroupIt(String written, String phone) {
        assertThat(read(with(Field.PHONE, written)).sureParticulars().phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, 1200000000, PHONE_INVALID",
        "EMAIL, 没有, EMAIL_INVALID",
        "ENTRY_YEAR, 1987, YEAR_INVALID",
        "ENTRY_YEAR, 2025, YEAR_INVALID"
    })
    void whatCannotBeIsRefused(Field field, String written, FormFlaw flaw) {
        assertThat(codes(with(field, written))).containsExactly(flaw);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.PHONE, "1");
        values.put(Field.ENTRY_YEAR, "x");
        assertThat(codes(new CandidateForm(values)))
                .containsExactlyInAnyOrder(
                        FormFlaw.MISSING,
                        FormFlaw.MISSING,
                        FormFlaw.MISSING,
                        FormFlaw.PHONE_INVALID,
                        FormFlaw.YEAR_INVALID);
    }

    @Test
    void noProblemRepeatsWhatWasTyped() {
        var reading = read(with(Field.ID_NUMBER, NUMBER.substring(0, 17) + "Y"));
        assertThat(reading.problems().toString()).doesNotContain(NUMBER.substring(0, 10));
    }

    @Nested
    class Sentences {

        private final CellSentences own = CellSentences.beside(CandidateForm.class);
        private final CellSentences common = CellSentences.beside(CellProblem.class);

        @Test
        void thereIsOneForEveryProblemAndItNamesItsFacts() {
            var facts = Map.<String, Object>of(
                    "limit",
                    100,
                    "length",
                    17,
                    "choices",
                    List.of("是", "否"),
                    "expected",
                    COLLEGE,
                    "from",
                    2000,
                    "to",
                    2024);
            for (var flaw : FormFlaw.values()) {
                var problem = flaw.at(Field.NAME, facts);
                assertThat(own.of(problem).or(() -> common.of(problem)).orElseThrow())
                        .doesNotContain("{", "}")
                        .isNotBlank();
            }
        }

        @Test
        void theyNameTheChoices() {
            assertThat(own.of(FormFlaw.CHOICE_UNKNOWN.at(Field.CONSENT, "choices", List.of("是", "否"))))
                    .hasValue("只能填：是、否");
        }

        @Test
        void ofARowThatStandsTwiceTheyNameTheIdNumber() {
            var problem = CellProblem.of("ID_NUMBER", CellProblem.ROW_TWICE, "first", 7);
            assertThat(own.of(problem)).hasValue("同一身份证号已出现在第 7 行");
        }
    }

    private static CandidateForm form() {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.NAME, "张三");
        values.put(Field.ID_NUMBER, NUMBER);
        values.put(Field.KIND, "院校考生");
        return new CandidateForm(values);
    }

    private static CandidateForm with(Field field, String written) {
        var values = new EnumMap<Field, String>(form().values());
        if (written.isEmpty()) {
            values.remove(field);
        } else {
            values.put(field, written);
        }
        return new CandidateForm(values);
    }

    private static CandidateForm.Reading read(CandidateForm form) {
        return form.read(COLLEGE, TODAY);
    }

    private static List<FormFlaw> codes(CandidateForm form) {
        return read(form).problems().stream()
                .filter(problem -> !problem.isWarning())
                .map(problem -> FormFlaw.valueOf(problem.code()))
                .toList();
    }
}
