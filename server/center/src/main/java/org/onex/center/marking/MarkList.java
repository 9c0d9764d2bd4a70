package org.onex.center.marking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of plans that are marked and of the scores of a plan, as an awarding body's people may see them. */
@Repository
class MarkList {

    /** What {@link Scores#sat} reads, where other columns are read beside it. */
    static final String SAT = " s.awarding_body, s.qualification, s.level, s.subject, s.paper_id, s.form ";

    private static final String FROM_FILTERED = """
            from marking.score s
            where s.awarding_body = :body and s.plan = :plan and s.counts and (cast(:state as text) is null or s.state = :state)
            """;

    private final JdbcClient jdbc;

    MarkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of one plan. */
    record PlanRow(String plan, int scripts, int scored, int works, int marked, int problems) {}

    List<PlanRow> plans(Actor actor, String after, int limit) {
        return jdbc.sql("""
                select s.plan, count(*) as scripts, count(*) filter (where s.state in ('WAITING', 'MARKED')) as scored,
                       sum(s.works) as works, sum(s.works - s.open_works) as marked,
                       count(*) filter (where s.state = 'PROBLEM') as problems
                from marking.score s where s.awarding_body = :body and s.counts and s.plan > :after
                group by s.plan order by s.plan limit :limit
                """)
                .param("body", body(actor))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new PlanRow(
                        row.getString("plan"),
                        row.getInt("scripts"),
                        row.getInt("scored"),
                        row.getInt("works"),
                        row.getInt("marked"),
                        row.getInt("problems")))
                .list();
    }

    int countPlans(Actor actor) {
        return jdbc.sql("select count(distinct plan) from marking.score where awarding_body = :body and counts")
                .param("body", body(actor))
                .query(Integer.class)
                .single();
    }

    List<Score> scores(String plan, Score.@Nullable State state, Actor actor, String after, int limit) {
        return jdbc.sql("select s.* " + FROM_FILTERED + """
                and (cast(:after as uuid) is null or s.script_id > cast(:after as uuid))
                order by s.script_id limit :limit
                """)
                .params(parameters(plan, state, actor))
                .param("after", place(after))
                .param("limit", limit)
                .query((row, n) -> Scores.score(row))
                .list();
    }

    int count(String plan, Score.@Nullable State state, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(plan, state, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(String plan, Score.@Nullable State state, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("body", body(actor));
        parameters.put("plan", plan);
        parameters.put("state", state == null ? null : state.name());
        return parameters;
    }

    /** Whose plans somebody sees; nobody's if they speak for no awarding body. */
    static String body(Actor actor) {
        return actor.organization().kind() == OrganizationKind.AWARDING_BODY
                ? actor.organization().code()
                : "";
    }

    /**
     * The place after which a page begins; null at the beginning.
     *
     * @throws RequestRefused if it is no place
     */
    static @Nullable UUID place(String after) {
        try {
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", after, e);
        }
    }
}
