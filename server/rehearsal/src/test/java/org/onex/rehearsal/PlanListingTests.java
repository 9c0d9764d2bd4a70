package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

class PlanListingTests {

    private static JsonNode notice(String file) {
        return Json.MAPPER.readTree("""
                {"id": "1", "code": "HK-2021-1", "number": null, "title": "手册", "file": "FILE", "issued": null,
                 "awardingBody": {"code": "990000004", "name": "鸿科"}, "warnings": [], "readings": [], "text": [],
                 "plans": [{"code": "HK-2021-1-01", "sequence": 1, "printedNumber": null, "name": "第一次统考",
                   "alsoPrinted": [], "examDates": ["2021-05-22"], "phase": "DRAFT", "paymentDue": null, "warnings": [],
                   "deadline": {"date": "2021-04-29", "closesAt": "2021-04-30T00:00:00+08:00", "rule": null,
                     "ruleDate": null, "origin": {"kind": "PRINTED", "section": "十", "reason": null}, "warnings": []},
                   "offerings": [{"qualification": {"code": "WDYY", "name": "网店运营推广"}, "printedAs": "网店运营推广",
                     "level": "ELEMENTARY", "origin": {"kind": "ASSUMED", "section": null, "reason": "比照2024年"},
                     "sessions": [{"number": 1, "name": null, "windows": [{"subjects": ["THEORY", "PRACTICAL"],
                       "opens": "2021-05-22T14:00:00+08:00", "closes": "2021-05-22T17:45:00+08:00", "minutes": 225,
                       "origin": {"kind": "ASSUMED", "section": null, "reason": "比照2024年"}}]}]}],
                   "stages": [{"kind": "SEATING", "name": "编排考场", "from": "2021-05-01", "to": null, "says": "五一起",
                     "rule": "from +5 d", "read": null, "ruleFrom": null, "ruleTo": null, "work": ["…"],
                     "origin": {"kind": "RULE", "section": null, "reason": null},
                     "warnings": [{"code": "WINDOW_MOSTLY_HOLIDAY", "facts": {}}]}],
                   "fees": [{"qualification": {"code": "WDYY", "name": "网店运营推广"}, "level": "ELEMENTARY",
                     "amount": "380.00", "kind": "PROVISIONAL"}]}]}
                """.replace("FILE", file));
    }

    private static final JsonNode LISTING =
            new PlanListing(List.of(notice("004-hongke-2021.yaml"), notice("000-lianchuang-2023.yaml"))).json();

    @Test
    void noticesStandInTheOrderOfTheirFiles() {
        assertThat(Json.each(LISTING.path("notices")).map(notice -> Json.text(notice, "file")))
                .containsExactly("000-lianchuang-2023.yaml", "004-hongke-2021.yaml");
    }

    @Test
    void whatTheNoticeDoesNotPrintIsNullAndNotAbsent() {
        var notice = LISTING.path("notices").path(0);
        var plan = notice.path("plans").path(0);

        assertThat(notice.path("number").isNull()).isTrue();
        assertThat(notice.path("issued").isNull()).isTrue();
        assertThat(plan.path("paymentDue").isNull()).isTrue();
        assertThat(plan.path("printedNumber").isNull()).isTrue();
        assertThat(plan.path("stages").path(0).path("to").isNull()).isTrue();
        assertThat(plan.path("offerings")
                        .path(0)
                        .path("sessions")
                        .path(0)
                        .path("name")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOfferingHasItsChineseLevelBesideTheCode() {
        var offering = LISTING.path("notices")
                .path(0)
                .path("plans")
                .path(0)
                .path("offerings")
                .path(0);

        assertThat(Json.text(offering, "level")).isEqualTo("ELEMENTARY");
        assertThat(Json.text(offering, "levelName")).isEqualTo("初级");
    }

    @Test
    void prosePhasesAndIdsAreLeftOut() {
        var notice = LISTING.path("notices").path(0);

        assertThat(notice.propertyNames()).doesNotContain("id", "text");
        assertThat(notice.path("plans").path(0).propertyNames()).doesNotContain("phase");
    }

    @Test
    void theTableTellsDatesAndWhereTheyComeFrom() {
        assertThat(new PlanTable(LISTING).lines())
                .contains(
                        "004-hongke-2021.yaml  （无文号）  手册",
                        "  HK-2021-1-01  第一次统考",
                        "    报名截止 2021-04-29  [原文 十]",
                        "    缴费截止 （未印）",
                        "    开考 网店运营推广 初级  场次1 理论+实操 2021-05-22 14:00-17:45（225分钟）",
                        "    阶段 编排考场  2021-05-01 至 （未印）  [推算，规则 from +5 d]  “五一起”  ⚠ WINDOW_MOSTLY_HOLIDAY",
                        "    收费 网店运营推广初级 380.00元（暂定）");
    }
}
