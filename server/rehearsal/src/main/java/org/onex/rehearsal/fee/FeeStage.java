package org.onex.rehearsal.fee;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** The bills are final; one college pays too little, one exactly, one in two parts, one too much, and one nothing. */
public final class FeeStage implements Stage {

    private static final BigDecimal ODD = new BigDecimal("0.01");
    private static final int WAYS = 5;

    @Override
    public Step step() {
        return Step.FEE;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var bills = new BillCheck(scene).check(true);
        var counts = new LinkedHashMap<String, Long>();
        List.of("bills", "people", "yuan billed", "yuan paid", "cleared").forEach(counted -> counts.put(counted, 0L));
        for (var i = 0; i < bills.size(); i++) {
            var payee = new Payee(scene, bills.get(i));
            refuseStrangers(scene, bills.get(i), payee);
            payee.check(payee.look());
            pay(payee, i % WAYS);
            count(payee, counts);
        }
        new BillCheck(scene).check(true); // paying does not change what is owed for whom
        return counts;
    }

    private static void pay(Payee payee, int way) {
        if (payee.total().signum() == 0 || payee.paid().signum() > 0) {
            return; // nothing to pay, or an earlier rehearsal paid
        }
        switch (way) {
            // The first of all, so that in the smallest rehearsal somebody pays late.
            case 0 -> payee.record(payee.transfer(payee.total().subtract(ODD)));
            case 1 -> {
                var exact = payee.transfer(payee.total());
                payee.record(exact);
                payee.recordAgain(exact);
            }
            case 2 -> inTwoParts(payee);
            case 3 -> payee.record(payee.transfer(payee.total().add(ODD)));
            default -> {}
        }
    }

    /** The second part is recorded by mistake first, taken back, and arrives after all. */
    private static void inTwoParts(Payee payee) {
        var first = payee.total().subtract(BigDecimal.TEN);
        payee.record(payee.transfer(first));
        var mistaken = payee.record(payee.transfer(BigDecimal.TEN));
        payee.revoke(mistaken, BigDecimal.TEN);
        payee.record(payee.transfer(BigDecimal.TEN));
    }

    /** A bill is its college's and its body's alone, and no college records what it has paid. */
    private static void refuseStrangers(Scene scene, JsonNode bill, Payee payee) {
        var own = Json.text(bill.path("college"), "code");
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            if (!college.code().equals(own)) {
                unknown(scene, login, scene.center().as(login).get(payee.address()));
            }
            scene.all(login, BillCheck.BILLS)
                    .forEach(listed -> scene.check(
                            Claim.NOBODYS_BUSINESS,
                            Json.text(listed.path("college"), "code").equals(college.code()),
                            () -> login + " sees the bill of " + listed.path("college")));
            var answer = scene.center()
                    .as(login)
                    .send("POST", payee.address() + "/payments", payee.transfer(BigDecimal.TEN));
            scene.check(
                    Claim.A_ROLE_MAY_NOT,
                    answer.isProblem(403, "access.not-permitted"),
                    () -> login + " records its own payment, " + answer);
        }
        var stranger = scene.data().strangerTo(scene.notice());
        unknown(scene, stranger, scene.center().as(stranger).get(payee.address()));
    }

    private static void unknown(Scene scene, String login, Answer answer) {
        scene.check(
                Claim.NOBODYS_BUSINESS,
                answer.isProblem(404, "fee.unknown"),
                () -> login + " looks at another college's bill, " + answer);
    }

    private static void count(Payee payee, Map<String, Long> counts) {
        var bill = payee.look();
        counts.merge("bills", 1L, Long::sum);
        counts.merge("people", bill.path("people").asLong(0), Long::sum);
        counts.merge("yuan billed", payee.total().longValue(), Long::sum);
        counts.merge("yuan paid", payee.paid().longValue(), Long::sum);
        counts.merge("cleared", bill.path("cleared").asBoolean(false) ? 1L : 0L, Long::sum);
    }
}
