package org.onex.center.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.plan.PaymentTerms;

/**
 * A bill with all that is needed to pay it. Amounts are in yuan, "1234.00".
 *
 * @param complete        whether registration is frozen, so that the bill does not change any more
 * @param total           of the levels that have a price
 * @param owed            what is missing
 * @param excess          what was paid too much
 * @param unpriced        whether a level on it has no price yet
 * @param cleared         whether nothing is owed
 * @param due             the last day on which money may arrive, where the notice says so
 * @param account         where to pay to, where the notice prints it
 * @param remarkPattern   what the notice wants beside the transfer
 * @param suggestedRemark the same with this college's values in it
 */
record BillView(
        UUID id,
        String number,
        BilledPlan plan,
        BilledCollege college,
        String awardingBody,
        Instant since,
        boolean complete,
        @Nullable Instant finalAt,
        List<BilledLevel> lines,
        int people,
        String total,
        String paid,
        String owed,
        String excess,
        Balance.State state,
        boolean unpriced,
        boolean cleared,
        @Nullable LocalDate due,
        PaymentTerms.@Nullable BankAccount account,
        @Nullable String remarkPattern,
        @Nullable String suggestedRemark,
        List<PaymentView> payments) {

    /** What the bill is for. */
    record BilledPlan(String code, String name) {}

    /** Who pays. */
    record BilledCollege(String code, String name) {}

    /**
     * A level on it.
     *
     * @param price  for one person; null as long as nobody has priced the level, as is everything after it
     * @param notice code of the notice that prints the price, if one does
     */
    record BilledLevel(
            QualificationName qualification,
            Level level,
            int people,
            @Nullable String price,
            Standard.@Nullable Kind kind,
            @Nullable String notice,
            @Nullable String province,
            @Nullable String amount) {

        static BilledLevel of(BillLine line, QualificationName qualification) {
            var standard = line.standard();
            return new BilledLevel(
                    qualification,
                    line.level(),
                    line.people(),
                    standard == null ? null : standard.amount().toString(),
                    standard == null ? null : standard.kind(),
                    standard == null ? null : standard.notice(),
                    standard == null ? null : standard.province(),
                    line.amount().map(Object::toString).orElse(null));
        }
    }

    /**
     * A payment on it.
     *
     * @param revokedAt when it was taken back; null as long as it counts, as are by whom and why
     */
    record PaymentView(
            UUID id,
            String amount,
            LocalDate received,
            String payer,
            String reference,
            String remark,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String revocationReason) {

        static PaymentView of(Payment payment) {
            var receipt = payment.receipt();
            var revocation = payment.revocation();
            return new PaymentView(
                    payment.id(),
                    receipt.amount().toString(),
                    receipt.received(),
                    receipt.payer(),
                    receipt.reference(),
                    receipt.remark(),
                    payment.recordedAt(),
                    payment.recordedBy(),
                    revocation == null ? null : revocation.at(),
                    revocation == null ? null : revocation.by(),
                    revocation == null ? null : revocation.reason());
        }
    }
}
