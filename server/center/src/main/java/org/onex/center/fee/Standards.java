package org.onex.center.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All fee standards. */
@Repository
class Standards {

    private final JdbcClient jdbc;

    Standards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what a notice prints; what is there already stays as it is. */
    void addPrinted(List<Standard> printed) {
        for (var standard : printed) {
            jdbc.sql("""
                    insert into fee.standard
                        (id, awarding_body, qualification, level, province, effective_from, kind, amount, notice)
                    values
                        (:id, :body, :qualification, :level, :province, :from, :kind, :amount, :notice)
                    on conflict (notice, qualification, level) where notice is not null do nothing
                    """)
                    .param("id", standard.id())
                    .param("body", standard.awardingBody())
                    .param("qualification", standard.qualification())
                    .param("level", standard.level().name())
                    .param("province", standard.province())
                    .param("from", standard.effectiveFrom())
                    .param("kind", standard.kind().name())
                    .param("amount", standard.amount().yuan())
                    .param("notice", standard.notice())
                    .update();
        }
    }

    /**
     * The standard of each level by which a college is billed on a day: what its province fixed goes before what holds everywhere, and
     * both before what the notice of the plan prints. No two for the same level.
     */
    List<Standard> holdingFor(Bill bill, LocalDate day) {
        return jdbc.sql("""
                select distinct on (qualification, level) * from fee.standard
                where awarding_body = :body and effective_from <= :day
                  and (notice = :notice or notice is null) and (province is null or province = :province)
                order by qualification, level, province is null, notice is not null, effective_from desc
                """)
                .param("body", bill.awardingBody())
                .param("day", day)
                .param("notice", bill.notice())
                .param("province", bill.province())
                .query((row, n) -> standard(row))
                .list();
    }

    /** A body's own, the newest first. */
    List<Standard> of(String awardingBody) {
        return jdbc.sql("""
                select * from fee.standard where awarding_body = :body
                order by effective_from desc, notice, qualification, province nulls first, id
                """)
                .param("body", awardingBody)
                .query((row, n) -> standard(row))
                .list();
    }

    /** Also from a join in which the columns are those of the standard. */
    static Standard standard(ResultSet row) throws SQLException {
        return new Standard(
                row.getObject("id", UUID.class),
                row.getString("awarding_body"),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                row.getString("province"),
                row.getObject("effective_from", LocalDate.class),
                Standard.Kind.valueOf(row.getString("kind")),
                new Money(row.getBigDecimal("amount")),
                row.getString("notice"));
    }
}
