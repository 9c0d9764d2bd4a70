package org.onex.center.marking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of a plan's works, in the order in which they are handed out. */
@Repository
class WorkList {

    /** The states are those of {@link Work#state}. */
    private static final String FROM_FILTERED = """
            from marking.work w join marking.score s on s.script_id = w.script_id
            where s.awarding_body = :body and w.plan = :plan and s.counts and not w.gone
              and (cast(:marker as text) is null or w.marked_by = :marker
                   or (w.holder = :marker and w.marked_at is null and w.held_until > :now))
              and (cast(:state as text) is null
                   or :state = case when w.marked_at is not null then 'MARKED' when w.held_until > :now then 'HELD' else 'WAITING' end)
            """;

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which works somebody wants to see.
     *
     * @param state  absent means any
     * @param marker login of the only one whose works are shown; absent means everybody's
     */
    record Filter(
            String plan,
            WorkView.@Nullable State state,
            @Nullable String marker) {}

    /** A line of the list, and where it stands. */
    record Row(UUID turn, WorkView view) {

        String key() {
            return turn.toString();
        }
    }

    List<Row> find(Filter filter, Actor actor, Instant now, String after, int limit) {
        return jdbc.sql("select w.*, " + MarkList.SAT + FROM_FILTERED + """
                and (cast(:after as uuid) is null or w.turn > cast(:after as uuid))
                order by w.turn limit :limit
                """)
                .params(parameters(filter, actor, now))
                .param("after", MarkList.place(after))
                .param("limit", limit)
                .query((row, n) ->
                        new Row(row.getObject("turn", UUID.class), WorkView.of(Scores.sat(row), Works.work(row), now)))
                .list();
    }

    int count(Filter filter, Actor actor, Instant now) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor, now))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("body", MarkList.body(actor));
        parameters.put("plan", filter.plan());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("marker", filter.marker());
        parameters.put("now", Timestamp.from(now));
        return parameters;
    }
}
