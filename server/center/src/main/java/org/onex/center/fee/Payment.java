package org.onex.center.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Money;

/**
 * Money that arrived for a bill (缴费记录). One recorded by mistake is taken back and stays on record.
 *
 * @param request    key that the recording page made
 * @param recordedBy name of whoever recorded it
 * @param revocation null as long as it counts
 */
record Payment(
        UUID id,
        UUID bill,
        UUID request,
        Receipt receipt,
        Instant recordedAt,
        String recordedBy,
        @Nullable Revocation revocation) {

    private static final int LONGEST_REASON = 500;

    /**
     * What the bank says.
     *
     * @param received  the day on which the money arrived
     * @param payer     who sent it
     * @param reference the bank's number of the transfer (银行流水号), empty where it is not known
     * @param remark    what stood beside it, or what else is to be known
     */
    record Receipt(Money amount, LocalDate received, String payer, String reference, String remark) {

        private static final int LONGEST_PAYER = 100;
        private static final int LONGEST_REFERENCE = 64;
        private static final int LONGEST_REMARK = 200;
        private static final Money MOST = Money.parse("99999999.99");

        Receipt {
            payer = payer.strip();
            reference = reference.strip();
            remark = remark.strip();
            FeeRefused.require(amount.compareTo(Money.ZERO) > 0 && amount.compareTo(MOST) <= 0, "amount");
            FeeRefused.require(received.getYear() >= 2000, "received");
            FeeRefused.require(!payer.isEmpty() && payer.length() <= LONGEST_PAYER && isPlain(payer), "payer");
            FeeRefused.require(reference.length() <= LONGEST_REFERENCE && isPlain(reference), "reference");
            FeeRefused.require(remark.length() <= LONGEST_REMARK && isPlain(remark), "remark");
        }
    }

    /** Who took it back, when, and why. */
    record Revocation(Instant at, String by, String reason) {}

    /**
     * Records what arrived.
     *
     * @param today by the business clock
     * @throws FeeRefused if that day has not come yet
     */
    static Payment recorded(UUID bill, UUID request, Receipt receipt, LocalDate today, Recording recording) {
        if (receipt.received().isAfter(today)) {
            throw FeeRefused.of(FeeRefused.Code.RECEIVED_IN_FUTURE, "today", today.toString());
        }
        return new Payment(
                recording.id(),
                bill,
                request,
                receipt,
                recording.at(),
                recording.by().name(),
                null);
    }

    /** The act of recording. */
    record Recording(UUID id, Instant at, Actor by) {}

    /** Takes it back, saying why. */
    Revocation revoked(String why, Actor by, Instant now) {
        if (revocation != null) {
            throw FeeRefused.of(FeeRefused.Code.ALREADY_REVOKED);
        }
        var reason = why.strip();
        if (reason.isEmpty()) {
            throw FeeRefused.of(FeeRefused.Code.REASON_MISSING);
        }
        FeeRefused.require(reason.length() <= LONGEST_REASON && isPlain(reason), "reason");
        return new Revocation(now, by.name(), reason);
    }

    /**
     * The same request came again.
     *
     * @throws FeeRefused if it says something else now, or what it recorded was taken back: the money does not count
     */
    void requireStillSays(Receipt again) {
        if (!receipt.equals(again)) {
            throw FeeRefused.of(FeeRefused.Code.KEY_REUSED);
        }
        if (!counts()) {
            throw FeeRefused.of(FeeRefused.Code.ALREADY_REVOKED);
        }
    }

    boolean counts() {
        return revocation == null;
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\0') < 0;
    }
}
