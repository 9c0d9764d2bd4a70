package org.onex.center.certificate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans that have final results, and which of them have new ones; whoever changes issues of one holds its row. */
@Repository
class FinishedPlans {

    private final JdbcClient jdbc;

    FinishedPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan with results that no issue has looked at. */
    record Due(String plan, Instant since) {}

    Set<String> all() {
        return Set.copyOf(jdbc.sql("select plan from certificate.plan")
                .query(String.class)
                .list());
    }

    List<Due> due() {
        return jdbc.sql("select plan, due_since from certificate.plan where due_since is not null order by plan")
                .query((row, n) -> new Due(
                        row.getString("plan"), row.getTimestamp("due_since").toInstant()))
                .list();
    }

    void note(String plan, Instant now) {
        jdbc.sql("""
                insert into certificate.plan (plan, due_since) values (:plan, :now)
                on conflict (plan) do update set due_since = excluded.due_since
                """).param("plan", plan).param("now", Timestamp.from(now)).update();
    }

    /** What became final since then is looked at the next time. */
    void settle(Due looked) {
        jdbc.sql("update certificate.plan set due_since = null where plan = :plan and due_since = :since")
                .param("plan", looked.plan())
                .param("since", Timestamp.from(looked.since()))
                .update();
    }

    /** Keeps everybody else from changing issues of a plan until the transaction ends. */
    void hold(String plan) {
        jdbc.sql("select plan from certificate.plan where plan = :plan for update")
                .param("plan", plan)
                .query(String.class)
                .single();
    }
}
