package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

class RuleCheckTests {

    private static final String PLAN = """
            {"code": "LC-2023-2-01", "examDates": ["2023-05-16"],
             "deadline": {"date": "2023-05-06", "rule": "-7 working days", "ruleDate": "2023-05-06"},
             "paymentDue": {"date": "2023-05-06", "rule": "until -7 working days", "ruleDate": "2023-05-06"},
             "offerings": [{"sessions": [{"windows": [{"opens": "2023-05-16T14:00:00+08:00"}]}]}],
             "stages": [
               {"kind": "SETUP", "name": "安装", "rule": "-5 working days until -1 d", "read": null,
                "ruleFrom": "2023-05-09", "ruleTo": "2023-05-15", "from": "2023-05-09", "to": "2023-05-15"},
               {"kind": "PUBLICITY", "name": "公示", "rule": null, "read": null, "from": "2023-05-26", "to": "2023-05-30"},
               {"kind": "CERTIFICATES", "name": "颁发", "rule": "from +5 d", "read": "from publicity +5 d",
                "ruleFrom": "2023-05-21", "ruleTo": null, "from": "2023-06-04", "to": null}]}
            """;

    private static Findings.Finding<Claim> checked(String plan) {
        var findings = new Findings<>(Claim.class);
        JsonNode tree = Json.MAPPER.readTree(plan);
        new RuleCheck(findings, StatutoryDays.announced()).check(tree);
        return findings.all().get(Claim.RULES_RECOMPUTED.ordinal());
    }

    @Test
    void agreesWithAPlanWhoseDaysAreRight() {
        var finding = checked(PLAN);

        assertThat(finding.examples()).isEmpty();
        assertThat(finding.checked()).isEqualTo(9);
    }

    @Test
    void findsADeadlineThatCountedTheWorkedSaturdayAsFree() {
        var finding = checked(PLAN.replaceFirst("\"ruleDate\": \"2023-05-06\"", "\"ruleDate\": \"2023-05-05\""));

        assertThat(finding.examples())
                .containsExactly("LC-2023-2-01: deadline '-7 working days' is 2023-05-06, the product says 2023-05-05");
    }

    @Test
    void findsAReadingThatWasNotFollowed() {
        var finding = checked(PLAN.replace("\"from\": \"2023-06-04\"", "\"from\": \"2023-05-21\""));

        assertThat(finding.examples())
                .containsExactly("LC-2023-2-01: 颁发 read as 'from publicity +5 d' from is 2023-06-04, the product says"
                        + " 2023-05-21");
    }

    @Test
    void findsAnExamDayThatNoWindowLiesOn() {
        var finding = checked(PLAN.replace("[\"2023-05-16\"]", "[\"2023-05-16\", \"2023-05-17\"]"));

        assertThat(finding.broken()).isEqualTo(1);
    }

    @Test
    void findsARuleThatTheFormatDoesNotDescribe() {
        var finding = checked(PLAN.replace("until -7 working days", "two weeks before"));

        assertThat(finding.examples()).containsExactly("LC-2023-2-01: payment: not a rule: two weeks before");
    }
}
