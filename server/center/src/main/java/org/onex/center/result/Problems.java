package org.onex.center.result;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What keeps sheets from being approved, as it was when they were drawn up. */
@Repository
class Problems {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Problems(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A problem as a list shows it, with what finds whose it is.
     *
     * @param lost that there is no score, if the awarding body has declared that since the sheet was drawn up
     */
    record ProblemView(
            Problem.Kind kind,
            ResultRow.ResultKey key,
            ResultRow.ResultSite site,
            @Nullable UUID script,
            String name,
            @Nullable String ticket,
            Level level,
            Subject subject,
            ResultRow.@Nullable ResultLoss lost) {}

    /** Puts those of a site into the place of those that were there. */
    void replace(String plan, UUID site, List<Problem> found) {
        jdbc.sql("delete from result.problem where site_id = :site and plan = :plan")
                .param("site", site)
                .param("plan", plan)
                .update();
        batches.batchUpdate(
                """
                insert into result.problem
                    (site_id, registration_id, subject, plan, kind, candidate_id, script_id, name, ticket, qualification, level)
                values (:site, :registration, :subject, :plan, :kind, :candidate, :script, :name, :ticket, :qualification, :level)
                """, found.stream().map(one -> parameters(plan, one)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(String plan, Problem problem) {
        return new MapSqlParameterSource("plan", plan)
                .addValue("site", problem.site())
                .addValue("registration", problem.registration().id())
                .addValue("candidate", problem.registration().candidate())
                .addValue("subject", problem.subject().name())
                .addValue("kind", problem.kind().name())
                .addValue("script", problem.script())
                .addValue("name", problem.name())
                .addValue("ticket", problem.ticket())
                .addValue("qualification", problem.qualification())
                .addValue("level", problem.level().name());
    }

    /** Those of a plan, site by site. */
    List<Problem> find(String plan, String after, int limit) {
        var place = Place.of(after);
        return jdbc.sql("""
                select * from result.problem
                where plan = :plan
                  and (cast(:site as uuid) is null
                       or (site_id, registration_id, subject) > (cast(:site as uuid), cast(:registration as uuid), :subject))
                order by site_id, registration_id, subject limit :limit
                """)
                .param("plan", plan)
                .param("site", place.site())
                .param("registration", place.registration())
                .param("subject", place.subject())
                .param("limit", limit)
                .query((row, n) -> new Problem(
                        Problem.Kind.valueOf(row.getString("kind")),
                        new RegistrationKey(
                                row.getObject("candidate_id", UUID.class),
                                row.getObject("registration_id", UUID.class)),
                        row.getObject("site_id", UUID.class),
                        Subject.valueOf(row.getString("subject")),
                        row.getObject("script_id", UUID.class),
                        row.getString("name"),
                        row.getString("ticket"),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level"))))
                .list();
    }

    int count(String plan) {
        return jdbc.sql("select count(*) from (select 1 from result.problem where plan = :plan limit :cap) counted")
                .param("plan", plan)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    static String key(Problem problem) {
        return problem.site() + "|" + problem.registration().id() + "|" + problem.subject();
    }

    private record Place(@Nullable UUID site, @Nullable UUID registration, String subject) {

        static Place of(String key) {
            if (key.isEmpty()) {
                return new Place(null, null, "");
            }
            var parts = key.split("\\|", -1);
            try {
                return new Place(UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw RequestRefused.invalid("after", key, new IllegalArgumentException(e));
            }
        }
    }
}
