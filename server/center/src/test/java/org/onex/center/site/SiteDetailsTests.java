package org.onex.center.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.site.SiteFixtures.details;
import static org.onex.center.site.SiteFixtures.room;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SiteDetailsTests {

    private static final String COLLEGE = "示范一职业技术学院";
    private static final String SHOPS = "网店运营推广";

    private static void assertInvalid(String field, ThrowingCallable act) {
        assertThatExceptionOfType(SiteRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.facts()).isEqualTo(Map.of("field", field)));
    }

    @Test
    void aPhoneIsAMobileNumberOrALandlineWithItsAreaCode() {
        for (var phone : List.of("12000000001", "0551-60000000", "01060000000", "")) {
            assertThat(new SiteManager("张示范", phone).phone()).isEqualTo(phone);
        }
        for (var phone :
                List.of("1200000000", "120000000011", "60000000", "a2000000001", "120 0000 0001", "+8612000000001")) {
            assertInvalid("managerPhone", () -> new SiteManager("张示范", phone));
        }
    }

    @Test
    void aNameMayHaveFiftyCharactersHoweverRare() {
        assertThat(new SiteManager("𠮷".repeat(50), "").name()).hasSize(100);
        assertInvalid("managerName", () -> new SiteManager("𠮷".repeat(51), ""));
    }

    @Test
    void peopleDoNotReachLogs() {
        assertThat(SiteFixtures.complete().toString()).doesNotContain("张示范", "12000000001");
    }

    @Test
    void aRoomHasNoMoreSparesThanMachines() {
        assertThat(room("301室", 3, 3).machines()).isEqualTo(3);
        assertInvalid("rooms.spareMachines", () -> room("301室", 3, 4));
        assertInvalid("rooms.machines", () -> room("301室", -1, 0));
        assertInvalid("rooms.machines", () -> room("301室", 1001, 0));
        assertInvalid("rooms.name", () -> room(" ", 3, 0));
    }

    @Test
    void twoRoomsOfABuildingAreNotCalledTheSame() {
        assertInvalid("rooms.name", () -> details(room("301室", 3, 0), room("301室", 4, 0)));
    }

    @Test
    void aSiteHasAName() {
        assertInvalid("name", () -> new SiteDetails("", "", new SiteManager("", ""), List.of()));
    }

    @Test
    void theNameByConventionAndOneSpareInTwentyIsNotWorthAWord() {
        assertThat(warnings(details(room("301室", 60, 3), room("302室", 40, 2)))).isEmpty();
    }

    @Test
    void anotherNameIsAWarningThatSaysTheUsualOne() {
        var details = new SiteDetails("一号考点", "", new SiteManager("", ""), List.of());
        assertThat(warnings(details))
                .containsExactly(
                        new SiteWarning(SiteWarning.Code.NAME_UNUSUAL, Map.of("expected", "示范一职业技术学院网店运营推广证书考核站点")));
    }

    @Test
    void fewerSparesThanFivePercentRoundedUpAreAWarning() {
        assertThat(warnings(details(room("301室", 61, 3))))
                .containsExactly(
                        new SiteWarning(SiteWarning.Code.FEW_SPARE_MACHINES, Map.of("spareMachines", 3, "advised", 4)));
        assertThat(warnings(details(room("301室", 60, 3)))).isEmpty();
        assertThat(warnings(details(room("301室", 1, 0)))).hasSize(1);
    }

    private static List<SiteWarning> warnings(SiteDetails details) {
        return SiteWarning.of(details, COLLEGE, SHOPS);
    }
}
