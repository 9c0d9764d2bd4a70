package org.onex.center.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All bills with their lines. */
@Repository
class Bills {

    private final JdbcClient jdbc;

    Bills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Bill> find(UUID id) {
        return jdbc.sql("select * from fee.bill where id = :id")
                .param("id", id)
                .query((row, n) -> withoutLines(row))
                .optional()
                // Asked row by row they would take a second connection while the first is kept.
                .map(bill -> bill.with(lines(bill.id()), bill.finalAt()));
    }

    /**
     * Finds it and keeps others from changing it until the transaction ends. Payments refer to it and go on meanwhile: they change nothing
     * of it, and whoever registers and whoever records need not wait for each other.
     */
    Optional<Bill> findForChange(String plan, String college) {
        return jdbc.sql("select id from fee.bill where plan = :plan and college = :college for no key update")
                .param("plan", plan)
                .param("college", college)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** The colleges that have a bill for a plan. */
    List<String> collegesOf(String plan) {
        return jdbc.sql("select college from fee.bill where plan = :plan order by college")
                .param("plan", plan)
                .query((row, n) -> row.getString("college"))
                .list();
    }

    /** Those of these plans whose bills are final, or one of them. */
    Set<String> finalAmong(Collection<String> plans) {
        return plans.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("select distinct plan from fee.bill where final_at is not null and plan in (:plans)")
                                .param("plans", plans)
                                .query(String.class)
                                .list());
    }

    /** Stores a bill without lines; the one that is there already stays. */
    void add(Bill opened) {
        jdbc.sql("""
                insert into fee.bill
                    (id, number, plan, plan_name, notice, college, college_name, province, awarding_body, since, total)
                values
                    (:id, :number, :plan, :planName, :notice, :college, :collegeName, :province, :body, :since, 0)
                on conflict (plan, college) do nothing
                """)
                .param("id", opened.id())
                .param("number", opened.number())
                .param("plan", opened.plan())
                .param("planName", opened.planName())
                .param("notice", opened.notice())
                .param("college", opened.college())
                .param("collegeName", opened.collegeName())
                .param("province", opened.province())
                .param("body", opened.awardingBody())
                .param("since", Timestamp.from(opened.since()))
                .update();
    }

    /** Stores a bill that this transaction has found for change. */
    void change(Bill changed) {
        var finalAt = changed.finalAt();
        jdbc.sql("update fee.bill set total = :total, final_at = :finalAt where id = :id and final_at is null")
                .param("id", changed.id())
                .param("total", changed.total().yuan())
                .param("finalAt", finalAt == null ? null : Timestamp.from(finalAt))
                .update();
        jdbc.sql("delete from fee.bill_line where bill_id = :bill")
                .param("bill", changed.id())
                .update();
        for (var line : changed.lines()) {
            add(line, changed.id());
        }
    }

    private void add(BillLine line, UUID bill) {
        var standard = line.standard();
        jdbc.sql("""
                insert into fee.bill_line (bill_id, qualification, level, people, standard_id)
                values (:bill, :qualification, :level, :people, :standard)
                """)
                .param("bill", bill)
                .param("qualification", line.qualification())
                .param("level", line.level().name())
                .param("people", line.people())
                .param("standard", standard == null ? null : standard.id())
                .update();
    }

    private static Bill withoutLines(ResultSet row) throws SQLException {
        var finalAt = row.getTimestamp("final_at");
        return new Bill(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("plan"),
                row.getString("plan_name"),
                row.getString("notice"),
                row.getString("college"),
                row.getString("college_name"),
                row.getString("province"),
                row.getString("awarding_body"),
                row.getTimestamp("since").toInstant(),
                finalAt == null ? null : finalAt.toInstant(),
                List.of());
    }

    private List<BillLine> lines(UUID bill) {
        return jdbc.sql("""
                select l.people, l.qualification as of_qualification, l.level as at_level, s.*
                from fee.bill_line l left join fee.standard s on s.id = l.standard_id
                where l.bill_id = :bill
                """).param("bill", bill).query((row, n) -> line(row)).list();
    }

    private static BillLine line(ResultSet row) throws SQLException {
        @Nullable Standard standard = row.getObject("id") == null ? null : Standards.standard(row);
        return new BillLine(
                row.getString("of_qualification"),
                Level.valueOf(row.getString("at_level")),
                row.getInt("people"),
                standard);
    }
}
