package org.onex.rehearsal.fee;

import java.math.BigDecimal;
import java.util.UUID;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body's officer, before whom one bill lies and money arrives; after each act the bill must say what the rehearsal worked out. */
final class Payee {

    private final Scene scene;
    private final String id;
    private final String number;
    private final BigDecimal total;
    private BigDecimal paid;
    private int references;

    Payee(Scene scene, JsonNode bill) {
        this.scene = scene;
        this.id = Json.text(bill, "id");
        this.number = Json.text(bill, "number");
        this.total = BillCheck.amount(bill, "total");
        this.paid = BillCheck.amount(bill, "paid");
    }

    BigDecimal total() {
        return total;
    }

    BigDecimal paid() {
        return paid;
    }

    String address() {
        return BillCheck.BILLS + "/" + id;
    }

    /** What the bank says of one transfer; the officer's page makes the key. */
    ObjectNode transfer(BigDecimal amount) {
        references++;
        return Json.object()
                .put("key", UUID.randomUUID().toString())
                .put("amount", amount.setScale(2).toPlainString())
                .put("received", scene.center().clock().now().toLocalDate().toString())
                .put("payer", "演练院校")
                .put("reference", number + "-" + references)
                .put("remark", "");
    }

    /** Records money that arrived; answers the key of the payment. */
    String record(ObjectNode transfer) {
        var bill = scene.center()
                .as(officer())
                .send("POST", address() + "/payments", transfer)
                .orFail();
        paid = paid.add(BillCheck.amount(transfer, "amount"));
        check(bill);
        return Json.each(bill.path("payments"))
                .filter(payment -> Json.text(payment, "reference").equals(Json.text(transfer, "reference")))
                .map(payment -> Json.text(payment, "id"))
                .findFirst()
                .orElse("");
    }

    /** The same request again, after an answer that got lost, counts no more; the same transfer under another key is refused. */
    void recordAgain(ObjectNode transfer) {
        var officer = scene.center().as(officer());
        check(officer.ask(address() + "/payments", transfer).orFail());
        var other = transfer.deepCopy().put("key", UUID.randomUUID().toString());
        var answer = officer.ask(address() + "/payments", other);
        scene.check(
                Claim.CLEARED_WHEN_PAID,
                answer.isProblem(409, "fee.already-recorded"),
                () -> number + ": one transfer recorded twice, " + answer);
        check(look());
    }

    /** Takes back what was recorded by mistake; it cannot be taken back twice. */
    void revoke(String payment, BigDecimal amount) {
        var officer = scene.center().as(officer());
        var path = "/api/fee/payments/" + payment + "/revocation";
        var reason = Json.object().put("reason", "演练：记错院校");
        var bill = officer.send("POST", path, reason).orFail();
        paid = paid.subtract(amount);
        check(bill);
        Answer again = officer.ask(path, reason);
        scene.check(
                Claim.CLEARED_WHEN_PAID,
                again.isProblem(409, "fee.already-revoked"),
                () -> number + ": taken back twice, " + again);
    }

    JsonNode look() {
        return scene.center().as(officer()).get(address()).orFail();
    }

    void check(JsonNode bill) {
        var difference = paid.compareTo(total);
        var owed = difference >= 0 ? BigDecimal.ZERO : total.subtract(paid);
        var state = Json.text(bill, "state");
        scene.check(
                Claim.CLEARED_WHEN_PAID,
                bill.path("cleared").asBoolean(difference < 0) == difference >= 0
                        && BillCheck.amount(bill, "paid").compareTo(paid) == 0
                        && BillCheck.amount(bill, "owed").compareTo(owed) == 0
                        && state.equals(expected(difference)),
                () -> number + ": " + paid + " of " + total + " were paid, the bill says " + Json.text(bill, "paid")
                        + ", " + state + ", cleared " + bill.path("cleared"));
    }

    private String expected(int difference) {
        if (difference > 0) {
            return "OVERPAID";
        }
        if (total.signum() == 0) {
            return "NOTHING_DUE";
        }
        if (difference == 0) {
            return "PAID";
        }
        return paid.signum() == 0 ? "UNPAID" : "PARTIAL";
    }

    private String officer() {
        return scene.data().officerOf(scene.notice());
    }
}
