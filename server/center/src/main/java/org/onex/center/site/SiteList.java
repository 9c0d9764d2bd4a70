package org.onex.center.site;

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
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of sites that somebody may see; whoever has waited longest comes first. */
@Repository
class SiteList {

    private static final String FROM_FILTERED = """
            from site.site s
            where (s.college = :college or (s.state <> 'DRAFT' and (:platform or s.awarding_body = :body)))
              and (cast(:state as text) is null or s.state = :state)
              and (cast(:qualification as text) is null or s.qualification = :qualification)
              and (cast(:words as text) is null or strpos(lower(s.name), lower(:words)) > 0)
            """;

    private final JdbcClient jdbc;

    SiteList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param qualification its code
     * @param q             part of the site's name
     */
    record Filter(
            ExamSite.@Nullable State state,
            @Nullable String qualification,
            @Nullable String q) {}

    /** A line of the list, without people. */
    record Row(
            UUID id,
            String name,
            String college,
            String province,
            String qualification,
            ExamSite.State state,
            Instant since,
            int rooms,
            int machines) {

        /** The place in the list; unique. */
        String key() {
            return TimePlace.key(since, id);
        }
    }

    List<Row> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("""
                select s.id, s.name, s.college, s.province, s.qualification, s.state, s.since,
                       (select count(*) from site.room r where r.site_id = s.id) as rooms,
                       (select coalesce(sum(r.machines), 0) from site.room r where r.site_id = s.id) as machines
                """ + FROM_FILTERED + """
                and (cast(:afterSince as timestamptz) is null or (s.since, s.id) > (:afterSince, cast(:afterId as uuid)))
                order by s.since, s.id limit :limit
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
        parameters.put("platform", actor.organization().kind() == OrganizationKind.PLATFORM);
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("qualification", wordsOf(filter.qualification()));
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
                row.getString("name"),
                row.getString("college"),
                row.getString("province"),
                row.getString("qualification"),
                ExamSite.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getInt("rooms"),
                row.getInt("machines"));
    }
}
