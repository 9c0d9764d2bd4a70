package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.fee.RegistrationsOnPaper;
import org.onex.center.registration.RegistrationsChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A college's bill: seen by whom it concerns, paid in two transfers and one mistake. */
@CenterTest
@Import(RegistrationsOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeeJourneyTests {

    private static final String BILLS = "/api/fee/bills";
    private static final String PLAN = "HK-2024-1-01";

    @LocalServerPort
    private int port;

    @Autowired
    private RegistrationsOnPaper registrations;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Staff college;
    private Staff otherCollege;
    private Staff body;
    private Staff otherBody;
    private String bill;

    @BeforeAll
    void everybodySignsIn() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        college = Staff.signedIn(port, "college01");
        otherCollege = Staff.signedIn(port, "college90002");
        body = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        var id = body.postYaml("/api/plan/notices?file=003.yaml", noticeWithRemark())
                .body()
                .path("id")
                .asString();
        assertThat(body.post("/api/plan/notices/" + id + "/publication", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static String noticeWithRemark() {
        return Parties.notice003().replace("payment:\n", "payment:\n  remark: 学校+考试时间+人数\n");
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(college, otherCollege, body, otherBody).forEach(Staff::close);
    }

    @Test
    @Order(1)
    void itsPricesAreStandardsOfTheBody() {
        var standards = body.get("/api/fee/standards").body();
        assertThat(standards).hasSize(3);
        assertThat(standards.path(0).path("amount").asString()).isEqualTo("380.00");
        assertThat(standards.path(0).path("qualification").path("name").asString())
                .isEqualTo("网店运营推广职业技能等级证书");
        assertThat(otherBody.get("/api/fee/standards").body()).isEmpty();
    }

    @Test
    @Order(2)
    void whoRegistersIsBilledAndReadsHowToPay() {
        registrations.write(PLAN, "90001", Level.ELEMENTARY, 2);
        transaction.executeWithoutResult(status -> events.publishEvent(new RegistrationsChanged(PLAN, "90001")));
        bill = college.get(BILLS + "?plan=" + PLAN + "&state=UNPAID")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var seen = read(college);
        assertThat(seen.path("number").asString()).isEqualTo("HK-2024-1-01-90001");
        assertThat(seen.path("total").asString()).isEqualTo("760.00");
        assertThat(seen.path("owed").asString()).isEqualTo("760.00");
        assertThat(seen.path("complete").asBoolean()).isFalse();
        assertThat(seen.path("lines").path(0).path("kind").asString()).isEqualTo("PROVISIONAL");
        assertThat(seen.path("lines").path(0).path("notice").asString()).isEqualTo("HK-2024-1");
        assertThat(seen.path("account").path("name").asString()).isEqualTo("北京鸿科经纬科技有限公司");
        assertThat(seen.path("suggestedRemark").asString()).isEqualTo("示范一职业技术学院+2024年5月18日+2人");
    }

    @Test
    @Order(3)
    void itIsNobodyElses() {
        for (var stranger : List.of(otherCollege, otherBody)) {
            assertThat(stranger.get(BILLS).body().path("items")).isEmpty();
            assertThat(stranger.get(BILLS + "/" + bill).code()).isEqualTo("fee.unknown");
        }
        assertThat(otherBody.post(payments(), payment("1", "")).code()).isEqualTo("fee.unknown");
        assertThat(college.post(payments(), payment("1", "")).code()).isEqualTo("access.not-permitted");
    }

    @Test
    @Order(4)
    void aWrongAmountOrDayIsNamed() {
        for (var amount : List.of("0", "-1", "1.005", "abc", "1e3", "")) {
            var answer = body.post(payments(), payment(amount, ""));
            assertThat(answer.code()).as(amount).isEqualTo("fee.invalid");
            assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("amount");
        }
        var early = Map.of(
                "key",
                UUID.randomUUID(),
                "amount",
                "1",
                "received",
                "2024-04-23",
                "payer",
                "甲",
                "reference",
                "",
                "remark",
                "");
        assertThat(body.post(payments(), early).code()).isEqualTo("fee.received-in-future");
        assertThat(read(body).path("payments")).isEmpty();
    }

    @Test
    @Order(5)
    void itIsPaidInTwoTransfersOfWhichOneIsSentTwice() {
        var first = payment("300.00", "B-1");
        assertThat(body.post(payments(), first).status()).isEqualTo(201);
        assertThat(body.post(payments(), first).status()).isEqualTo(201);
        assertThat(read(college).path("payments")).hasSize(1);
        assertThat(read(college).path("state").asString()).isEqualTo("PARTIAL");
        assertThat(body.post(payments(), payment("300.00", "B-1")).code()).isEqualTo("fee.already-recorded");

        var paid = body.post(payments(), payment("500", "B-2")).body();
        assertThat(paid.path("state").asString()).isEqualTo("OVERPAID");
        assertThat(paid.path("excess").asString()).isEqualTo("40.00");
        assertThat(paid.path("cleared").asBoolean()).isTrue();
    }

    @Test
    @Order(6)
    void whatWasRecordedByMistakeIsTakenBackWithAReason() {
        var id = read(body).path("payments").path(1).path("id").asString();
        var address = "/api/fee/payments/" + id + "/revocation";
        assertThat(body.post(address, Map.of("reason", " ")).code()).isEqualTo("fee.reason-missing");
        assertThat(otherBody.post(address, Map.of("reason", "x")).code()).isEqualTo("fee.payment-unknown");
        var revoked = body.post(address, Map.of("reason", "属于另一所院校"));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body().path("owed").asString()).isEqualTo("460.00");
        assertThat(read(college)
                        .path("payments")
                        .path(1)
                        .path("revocationReason")
                        .asString())
                .isEqualTo("属于另一所院校");
        assertThat(body.post(address, Map.of("reason", "再次")).code()).isEqualTo("fee.already-revoked");
    }

    @Test
    @Order(7)
    void everyActIsOnTheTrailAndTheTrailIsWhole() {
        try (var operator = Staff.signedIn(port, "operator")) {
            assertThat(operator.get("/api/audit/verification")
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
            assertThat(operator.get(BILLS).code()).isEqualTo("access.not-permitted");
        }
    }

    private JsonNode read(Staff staff) {
        return staff.get(BILLS + "/" + bill).body();
    }

    private String payments() {
        return BILLS + "/" + bill + "/payments";
    }

    private static Map<String, Object> payment(String amount, String reference) {
        return Map.of(
                "key",
                UUID.randomUUID(),
                "amount",
                amount,
                "received",
                "2024-04-22",
                "payer",
                "示范一职业技术学院",
                "reference",
                reference,
                "remark",
                "");
    }
}
