package org.onex.center.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Money;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of bills that somebody may see, in the order in which they were drawn up. */
@Repository
class BillList {

    /** The states are those of {@link Balance#state()}. */
    private static final String FROM_FILTERED = """
            from (select w.*, case when w.paid > w.total then 'OVERPAID' when w.total = 0 then 'NOTHING_DUE'
                                   when w.paid = w.total then 'PAID' when w.paid = 0 then 'UNPAID' else 'PARTIAL' end as state
                  from (select a.*, (select coalesce(sum(p.amount), 0) from fee.payment p
                                     where p.bill_id = a.id and p.revoked_at is null) as paid
                        from fee.bill a where a.college = :college or a.awarding_body = :body) w) b
            where (cast(:plan as text) is null or b.plan = :plan)
              and (cast(:state as text) is null or b.state = :state)
              and (cast(:words as text) is null
                   or strpos(lower(concat_ws(' ', b.number, b.college_name, b.plan_name)), lower(:words)) > 0)
            """;

    private final JdbcClient jdbc;

    BillList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     * @param q    part of the bill's number, the college's or the plan's name
     */
    record Filter(
            @Nullable String plan,
            Balance.@Nullable State state,
            @Nullable String q) {}

    /** A line of the list. */
    record Row(
            UUID id,
            String number,
            String plan,
            String planName,
            String college,
            String collegeName,
            Instant since,
            boolean isFinal,
            int people,
            boolean unpriced,
            Balance balance) {

        /** The place in the list; unique. */
        String key() {
            return TimePlace.key(since, id);
        }
    }

    List<Row> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("""
                select b.*,
                       (select coalesce(sum(l.people), 0) from fee.bill_line l where l.bill_id = b.id) as people,
                       exists (select 1 from fee.bill_line l where l.bill_id = b.id and l.standard_id is null) as unpriced
                """ + FROM_FILTERED + """
                and (cast(:afterSince as timestamptz) is null or (b.since, b.id) > (:afterSince, cast(:afterId as uuid)))
                order by b.since, b.id limit :limit
                """)
                .params(parameters(filter, actor))
                .param("afterSince", place.since())
                .param("afterId", place.id())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", codeAs(OrganizationKind.COLLEGE, actor));
        parameters.put("body", codeAs(OrganizationKind.AWARDING_BODY, actor));
        parameters.put("plan", wordsOf(filter.plan()));
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("words", wordsOf(filter.q()));
        return parameters;
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }

    private static @Nullable String wordsOf(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("plan"),
                row.getString("plan_name"),
                row.getString("college"),
                row.getString("college_name"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("final_at") != null,
                row.getInt("people"),
                row.getBoolean("unpriced"),
                new Balance(new Money(row.getBigDecimal("total")), new Money(row.getBigDecimal("paid"))));
    }
}
