package org.onex.center.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of an awarding body's papers, in the order in which they were assembled. */
@Repository
class PaperList {

    private static final String FROM_FILTERED = """
            from paper.paper p
            where p.awarding_body = :body
              and (cast(:state as text) is null or p.state = :state)
              and (cast(:qualification as text) is null or p.qualification = :qualification)
            """;

    private final JdbcClient jdbc;

    PaperList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param qualification its code
     */
    record Filter(Paper.@Nullable State state, @Nullable String qualification) {}

    /** A line of the list. */
    record Row(
            UUID id,
            int version,
            Paper.State state,
            @Nullable Integer edition,
            String title,
            boolean drill,
            String qualification,
            Level level,
            Subject subject,
            Instant assembledAt,
            @Nullable Instant sealedAt) {

        /** The place in the list; unique. */
        String key() {
            return TimePlace.key(assembledAt, id);
        }
    }

    List<Row> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("select p.* " + FROM_FILTERED + """
                and (cast(:afterSince as timestamptz) is null
                     or (p.assembled_at, p.id) > (:afterSince, cast(:afterId as uuid)))
                order by p.assembled_at, p.id limit :limit
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
        var qualification = filter.qualification();
        parameters.put("body", ItemBanks.body(actor));
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put(
                "qualification", qualification == null || qualification.isBlank() ? null : qualification.strip());
        return parameters;
    }

    private static Row row(ResultSet row) throws SQLException {
        var sealed = row.getTimestamp("sealed_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                Paper.State.valueOf(row.getString("state")),
                row.getObject("edition", Integer.class),
                row.getString("title"),
                row.getBoolean("drill"),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                Subject.valueOf(row.getString("subject")),
                row.getTimestamp("assembled_at").toInstant(),
                sealed == null ? null : sealed.toInstant());
    }
}
