package org.onex.center.fee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the awarding body does when money arrives: records it on a bill, and takes back what was recorded by mistake. */
@Service
@Transactional
class RecordPayments {

    private final Bills bills;
    private final Payments payments;
    private final Clock clock;
    private final AuditTrail trail;

    RecordPayments(Bills bills, Payments payments, Clock clock, AuditTrail trail) {
        this.bills = bills;
        this.payments = payments;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * The same request again after a lost answer records nothing more.
     *
     * @param request made by whoever asks, another one for each payment
     * @throws FeeRefused also if the bank's reference is on the bill already, or if what the same request recorded was taken back
     */
    Bill record(UUID billId, UUID request, Payment.Receipt receipt, Actor actor) {
        var bill = visible(billId, actor);
        bill.requirePaidTo(actor);
        var now = now();
        var recording = new Payment.Recording(Ids.next(), now, actor);
        var payment =
                Payment.recorded(bill.id(), request, receipt, LocalDate.ofInstant(now, Window.BEIJING), recording);
        payments.hold(bill.id());
        var stored = payments.ofRequest(bill.id(), request);
        if (stored.isPresent()) {
            stored.get().requireStillSays(receipt);
            return bill;
        }
        if (payments.isOnBill(bill.id(), receipt.reference())) {
            throw FeeRefused.of(FeeRefused.Code.ALREADY_RECORDED, "reference", receipt.reference());
        }
        payments.add(payment);
        trail.record(actor, "fee.record-payment", payment.id().toString(), facts(bill, receipt));
        return bill;
    }

    Bill revoke(UUID paymentId, String reason, Actor actor) {
        var payment =
                payments.findForChange(paymentId).orElseThrow(() -> FeeRefused.of(FeeRefused.Code.PAYMENT_UNKNOWN));
        var bill = bills.find(payment.bill())
                .filter(found -> found.isVisibleTo(actor))
                .orElseThrow(() -> FeeRefused.of(FeeRefused.Code.PAYMENT_UNKNOWN));
        bill.requirePaidTo(actor);
        var revocation = payment.revoked(reason, actor, now());
        payments.revoke(payment, revocation);
        trail.record(
                actor,
                "fee.revoke-payment",
                paymentId.toString(),
                Map.of(
                        "bill", bill.number(),
                        "amount", payment.receipt().amount().toString(),
                        "reason", revocation.reason()));
        return bill;
    }

    private Bill visible(UUID id, Actor actor) {
        return bills.find(id)
                .filter(bill -> bill.isVisibleTo(actor))
                .orElseThrow(() -> FeeRefused.of(FeeRefused.Code.UNKNOWN));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Not the payer: that may be a person. */
    private static Map<String, String> facts(Bill bill, Payment.Receipt receipt) {
        return Map.of(
                "bill", bill.number(),
                "amount", receipt.amount().toString(),
                "received", receipt.received().toString(),
                "reference", receipt.reference());
    }
}
