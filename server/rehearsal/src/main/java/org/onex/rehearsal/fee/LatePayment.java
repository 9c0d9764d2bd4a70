package org.onex.rehearsal.fee;

import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Scene;

/** What a college still owes arrives after all (补缴), long after the exam. */
public final class LatePayment {

    private final Scene scene;

    public LatePayment(Scene scene) {
        this.scene = scene;
    }

    /** All that is missing for the chosen plan; nothing if nothing is. */
    public void of(String college) {
        new BillCheck(scene)
                .check(true).stream()
                        .filter(bill -> Json.text(bill.path("college"), "code").equals(college))
                        .map(bill -> new Payee(scene, bill))
                        .filter(payee -> payee.paid().compareTo(payee.total()) < 0)
                        .forEach(payee ->
                                payee.record(payee.transfer(payee.total().subtract(payee.paid()))));
    }
}
