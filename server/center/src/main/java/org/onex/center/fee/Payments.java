package org.onex.center.fee;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All payments, those that were taken back too. */
@Repository
class Payments {

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps others from recording on this bill until the transaction ends. The bill itself stays free for whoever registers meanwhile, and
     * for the freeze.
     */
    void hold(UUID bill) {
        jdbc.sql("insert into fee.till (bill_id) values (:bill) on conflict (bill_id) do nothing")
                .param("bill", bill)
                .update();
        jdbc.sql("select bill_id from fee.till where bill_id = :bill for update")
                .param("bill", bill)
                .query(UUID.class)
                .single();
    }

    /** Stores one on a bill that this transaction {@linkplain #hold holds}, after asking whether it is there already. */
    void add(Payment recorded) {
        var receipt = recorded.receipt();
        jdbc.sql("""
                        insert into fee.payment
                            (id, bill_id, request_key, amount, received, payer, reference, remark, recorded_at, recorded_by)
                        values
                            (:id, :bill, :request, :amount, :received, :payer, :reference, :remark, :at, :by)
                        """)
                .param("id", recorded.id())
                .param("bill", recorded.bill())
                .param("request", recorded.request())
                .param("amount", receipt.amount().yuan())
                .param("received", receipt.received())
                .param("payer", receipt.payer())
                .param("reference", receipt.reference())
                .param("remark", receipt.remark())
                .param("at", Timestamp.from(recorded.recordedAt()))
                .param("by", recorded.recordedBy())
                .update();
    }

    /** Whether a payment that counts has this reference of the bank; an empty one says nothing. */
    boolean isOnBill(UUID bill, String reference) {
        return !reference.isEmpty()
                && jdbc.sql("""
                        select exists (select 1 from fee.payment
                                       where bill_id = :bill and reference = :reference and revoked_at is null)
                        """)
                        .param("bill", bill)
                        .param("reference", reference)
                        .query(Boolean.class)
                        .single();
    }

    Optional<Payment> ofRequest(UUID bill, UUID request) {
        return jdbc.sql("select * from fee.payment where bill_id = :bill and request_key = :request")
                .param("bill", bill)
                .param("request", request)
                .query((row, n) -> payment(row))
                .optional();
    }

    /** Finds it and keeps others from taking it back until the transaction ends. */
    Optional<Payment> findForChange(UUID id) {
        return jdbc.sql("select * from fee.payment where id = :id for update")
                .param("id", id)
                .query((row, n) -> payment(row))
                .optional();
    }

    /** Stores that it was taken back. */
    void revoke(Payment revoked, Payment.Revocation revocation) {
        jdbc.sql("""
                update fee.payment set revoked_at = :at, revoked_by = :by, revocation_reason = :reason
                where id = :id and revoked_at is null
                """)
                .param("id", revoked.id())
                .param("at", Timestamp.from(revocation.at()))
                .param("by", revocation.by())
                .param("reason", revocation.reason())
                .update();
    }

    /** On a bill, in the order in which they were recorded. */
    List<Payment> of(UUID bill) {
        return jdbc.sql("select * from fee.payment where bill_id = :bill order by recorded_at, id")
                .param("bill", bill)
                .query((row, n) -> payment(row))
                .list();
    }

    /** What a college's bill for a plan comes to and what was paid on it; nothing if there is no bill. */
    Optional<Balance> balance(String plan, String college) {
        return jdbc.sql("""
                select b.total, (select coalesce(sum(p.amount), 0) from fee.payment p
                                 where p.bill_id = b.id and p.revoked_at is null) as paid
                from fee.bill b where b.plan = :plan and b.college = :college
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> new Balance(money(row.getBigDecimal("total")), money(row.getBigDecimal("paid"))))
                .optional();
    }

    private static Money money(BigDecimal yuan) {
        return new Money(yuan);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("bill_id", UUID.class),
                row.getObject("request_key", UUID.class),
                new Payment.Receipt(
                        new Money(row.getBigDecimal("amount")),
                        row.getObject("received", LocalDate.class),
                        row.getString("payer"),
                        row.getString("reference"),
                        row.getString("remark")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                revocation(row));
    }

    private static Payment.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        var at = row.getTimestamp("revoked_at");
        return at == null
                ? null
                : new Payment.Revocation(
                        at.toInstant(), row.getString("revoked_by"), row.getString("revocation_reason"));
    }
}
