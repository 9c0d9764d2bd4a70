package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.NoticeFile;

class DemoDataTests {

    private static final DemoData DEMO = DemoData.read(Path.of("../../demo"));

    @Test
    void theNoticesHaveFourteenTwoFiveThreeAndThreePlans() {
        assertThat(DEMO.notices()).extracting(NoticeFile::number).containsExactly("000", "001", "002", "003", "004");
        assertThat(DEMO.notices()).extracting(notice -> notice.plans().size()).containsExactly(14, 2, 5, 3, 3);
    }

    @Test
    void everyNoticeHasAnOfficerAndAStranger() {
        assertThat(DEMO.notices())
                .extracting(DEMO::officerOf)
                .containsExactly("lianchuang", "zhongjiao", "aopai", "hongke", "hongke");
        assertThat(DEMO.notices())
                .allSatisfy(notice -> assertThat(DEMO.strangerTo(notice)).isNotEqualTo(DEMO.officerOf(notice)));
    }

    @ParameterizedTest(name = "plan {1} of notice {0} is open at {2}")
    @CsvSource({
        "003, 1, HK-2024-1-01, 2024-04-22T09:00+08:00", // a plain date
        "002, 1, AP-2024-2-01, 2024-09-07T09:00+08:00", // a date with a rule beside it
        "000, 1, LC-2023-2-01, 2023-04-16T09:00+08:00", // a rule only
        "004, 3, HK-2021-1-03, 2021-05-27T09:00+08:00",
    })
    void aPlanIsRehearsedFromBeforeItsDeadline(String notice, int sequence, String code, String opening) {
        var plan = DEMO.notice(notice).plan(sequence);

        assertThat(plan.code()).isEqualTo(code);
        assertThat(plan.opening()).hasToString(opening);
    }

    @Test
    void withFewerCollegesTheOthersHaveNoAccounts() {
        var smaller = DEMO.withColleges(2);

        assertThat(smaller.colleges()).extracting(DemoData.College::code).containsExactly("90001", "90002");
        assertThat(smaller.accounts())
                .extracting(DemoData.Account::login)
                .containsExactly(
                        "lianchuang",
                        "zhongjiao",
                        "aopai",
                        "hongke",
                        "hongke2",
                        "hongke-items1",
                        "hongke-items2",
                        "hongke-items3",
                        "hongke-marker1",
                        "hongke-marker2",
                        "college01",
                        "college02");
    }

    @Test
    void nobodyCanAskForMoreThanThereIs() {
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> DEMO.withColleges(7))
                .withMessage("--colleges 7: there are only 6");
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> DEMO.notice("007"))
                .withMessageContaining("000, 001, 002, 003, 004");
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> DEMO.notice("003").plan(4))
                .withMessage("--plan 4: notice 003 has only 3");
    }

    @Test
    void yamlMeansWhatIsWritten() {
        var tree = DemoData.tree("base: &base {opens: 14:00, date: 2024-05-18}\ncopy: {<<: *base, code: 007}\n");

        assertThat(tree.path("copy")).isEqualTo(Json.MAPPER.readTree("""
                {"opens": "14:00", "date": "2024-05-18", "code": "007"}
                """));
    }

    @Test
    void aQualificationIsEnteredWithTwoSubjectsAtEveryLevel() {
        var entered = LoadOrganizations.particulars(Json.MAPPER.readTree("""
                {"by": "aopai", "code": "ZBDS", "name": "直播电商", "shortName": "直播", "levels": ["ADVANCED"],
                 "minutes": {"PRACTICAL": "150"}}
                """));

        assertThat((Object) entered).isEqualTo(Json.MAPPER.readTree("""
                {"name": "直播电商", "shortName": "直播", "aliases": null, "schemes": [
                  {"level": "ADVANCED", "passRule": {"eachAtLeast": 60}, "subjects": [
                    {"subject": "THEORY", "fullMarks": 100},
                    {"subject": "PRACTICAL", "fullMarks": 100, "minutes": 150}]}]}
                """));
    }
}
