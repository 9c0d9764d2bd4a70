package org.onex.center.plan;

import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers in which window the marks of a plan are public (成绩公示), in the transaction that settles it. It is not what the notice prints: the
 * window moves at full length when the approvals come late.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepPublicity {

    private final JdbcClient jdbc;

    KeepPublicity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ResultsPublished published) {
        jdbc.sql("""
                insert into plan.publicity (plan, opens, closes) values (:plan, :opens, :closes)
                on conflict (plan) do update set opens = excluded.opens, closes = excluded.closes
                """)
                .param("plan", published.plan())
                .param("opens", Timestamp.from(published.opens()))
                .param("closes", Timestamp.from(published.closes()))
                .update();
    }

    @EventListener
    void on(ResultsWithdrawn withdrawn) {
        jdbc.sql("delete from plan.publicity where plan = :plan")
                .param("plan", withdrawn.plan())
                .update();
    }
}
