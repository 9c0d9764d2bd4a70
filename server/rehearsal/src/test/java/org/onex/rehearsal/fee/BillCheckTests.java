package org.onex.rehearsal.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import tools.jackson.databind.JsonNode;

/** The claims about bills against a centre that bills as it should, and against others. */
class BillCheckTests {

    private static final String REGISTRATIONS = "/api/registration/registrations";
    private static final String BILL = BillCheck.BILLS + "/7";

    private final FakeCenter center = new FakeCenter();
    private final Map<String, BigDecimal> recorded = new HashMap<>();

    @BeforeEach
    void registerThree() {
        center.answers(
                "GET",
                "/api/plan/plans/HK-2024-1-01",
                Reply.ok("{\"fees\": [" + fee("ELEMENTARY", "380.00") + "," + fee("INTERMEDIATE", "360.00") + "]}"));
        center.answers("GET", REGISTRATIONS, Reply.list(Stream.of()));
        center.answers("GET", BillCheck.BILLS, Reply.list(Stream.of()));
        center.answersTo(
                "college01",
                "GET",
                REGISTRATIONS,
                Reply.list(Stream.of(level("ELEMENTARY"), level("ELEMENTARY"), level("INTERMEDIATE"))));
        center.answersTo("college01", "GET", BillCheck.BILLS, Reply.list(Stream.of("{\"id\": \"7\"}")));
        bills("760.00", "1120.00", true);
    }

    @AfterEach
    void close() {
        center.close();
    }

    private static String level(String level) {
        return "{\"qualification\": {\"code\": \"WDYY\"}, \"level\": \"" + level + "\"}";
    }

    private static String fee(String level, String amount) {
        return level(level).replace("}, ", "}, \"amount\": \"" + amount + "\", ");
    }

    private static String line(String level, int people, String amount) {
        return fee(level, amount).replace("}, ", "}, \"people\": " + people + ", ");
    }

    private void bills(String elementary, String total, boolean complete) {
        center.answers("GET", BILL, request -> Reply.ok(bill(elementary, total, complete, BigDecimal.ZERO)));
    }

    private static String bill(String elementary, String total, boolean complete, BigDecimal paid) {
        var sum = new BigDecimal(total);
        var state = paid.signum() == 0 ? "UNPAID" : paid.compareTo(sum) < 0 ? "PARTIAL" : "PAID";
        return """
                {"id": "7", "number": "N1", "total": "%s", "paid": "%s", "owed": "%s", "state": "%s", "cleared": %s,
                 "people": 3, "complete": %s, "payments": [], "lines": [%s, %s]}""".formatted(
                        total,
                        paid,
                        sum.subtract(paid).max(BigDecimal.ZERO),
                        state,
                        paid.compareTo(sum) >= 0,
                        complete,
                        line("ELEMENTARY", 2, elementary),
                        line("INTERMEDIATE", 1, "360.00"));
    }

    private long broken(Claim claim) {
        return center.found(claim).broken();
    }

    @Test
    void twoAt380AndOneAt360Owe1120() {
        var bills = new BillCheck(center.scene("003", 1)).check(true);

        assertThat(bills).hasSize(1);
        assertThat(broken(Claim.PEOPLE_TIMES_PRICE)).isZero();
        assertThat(center.found(Claim.PEOPLE_TIMES_PRICE).checked()).isGreaterThan(5);
    }

    @Test
    void aSumThatIsACentTooMuchIsFound() {
        bills("760.00", "1120.01", true);
        new BillCheck(center.scene("003", 1)).check(true);

        assertThat(broken(Claim.PEOPLE_TIMES_PRICE)).isEqualTo(1);
    }

    @Test
    void aLineThatDoesNotMultiplyIsFoundAlthoughTheSumIsRight() {
        bills("750.00", "1120.00", true);
        new BillCheck(center.scene("003", 1)).check(true);

        assertThat(broken(Claim.PEOPLE_TIMES_PRICE)).isEqualTo(1);
    }

    @Test
    void aBillThatIsFinalBeforeTheDeadlineOrNotFinalAfterItIsFound() {
        new BillCheck(center.scene("003", 1)).check(false);
        bills("760.00", "1120.00", false);
        new BillCheck(center.scene("003", 1)).check(true);

        assertThat(broken(Claim.PEOPLE_TIMES_PRICE)).isEqualTo(2);
    }

    @Test
    void registrationsWithoutABillAreFound() {
        center.answersTo("college01", "GET", BillCheck.BILLS, Reply.list(Stream.of()));
        new BillCheck(center.scene("003", 1)).check(true);

        assertThat(broken(Claim.PEOPLE_TIMES_PRICE)).isEqualTo(1);
    }

    /**
     * @param counts whether a request that comes again is counted again
     */
    private Payee payee(boolean counts) {
        center.answers("GET", BILL, request -> paid());
        center.answers("POST", BILL + "/payments", request -> {
            var sent = FakeCenter.json(request.body());
            var key = Json.text(sent, "key");
            if (!recorded.containsKey(key) && !recorded.isEmpty()) {
                return Reply.problem(409, "fee.already-recorded");
            }
            recorded.merge(
                    key,
                    new BigDecimal(Json.text(sent, "amount")),
                    (before, again) -> counts ? before.add(again) : before);
            return paid();
        });
        JsonNode bill = FakeCenter.json(bill("760.00", "1120.00", true, BigDecimal.ZERO));
        return new Payee(center.scene("003", 1), bill);
    }

    private Reply paid() {
        return Reply.ok(
                bill("760.00", "1120.00", true, recorded.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    @Test
    void anExactPaymentThatComesTwiceClearsOnce() {
        var payee = payee(false);
        var transfer = payee.transfer(payee.total());
        payee.record(transfer);
        payee.recordAgain(transfer);

        assertThat(broken(Claim.CLEARED_WHEN_PAID)).isZero();
        assertThat(center.found(Claim.CLEARED_WHEN_PAID).checked()).isEqualTo(4);
    }

    @Test
    void aPaymentThatIsCountedTwiceIsFound() {
        var payee = payee(true);
        var transfer = payee.transfer(payee.total());
        payee.record(transfer);
        payee.recordAgain(transfer);

        assertThat(broken(Claim.CLEARED_WHEN_PAID)).isEqualTo(2);
    }

    @Test
    void aBillThatIsClearedACentTooEarlyIsFound() {
        var payee = payee(false);
        var bill = FakeCenter.json(bill("760.00", "1120.00", true, new BigDecimal("1119.99"))
                .replace("\"cleared\": false", "\"cleared\": true"));
        center.answers("POST", BILL + "/payments", Reply.ok(bill.toString()));
        payee.record(payee.transfer(new BigDecimal("1119.99")));

        assertThat(broken(Claim.CLEARED_WHEN_PAID)).isEqualTo(1);
    }
}
