package org.onex.center.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.sheet.SheetReading;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All rosters that were sent. */
@Repository
class RosterImports {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RosterImports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(RosterImport added) {
        jdbc.sql("""
                insert into candidate.roster_import
                    (id, college, file_id, file_name, state, job, by_name, since,
                     rows_added, rows_changed, rows_unchanged, rows_bad, reading)
                values (:id, :college, :file, :fileName, :state, :job, :by, :since, 0, 0, 0, 0, '')
                """)
                .param("id", added.id())
                .param("college", added.college())
                .param("file", added.file())
                .param("fileName", added.fileName())
                .param("state", added.state().name())
                .param("job", added.job())
                .param("by", added.by())
                .param("since", Timestamp.from(added.since()))
                .update();
    }

    Optional<RosterImport> find(UUID id) {
        return find("select * from candidate.roster_import where id = :id", id);
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<RosterImport> findForChange(UUID id) {
        return find("select * from candidate.roster_import where id = :id for update", id);
    }

    private Optional<RosterImport> find(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> rosterImport(row))
                .optional();
    }

    /** The newest first. */
    List<RosterImport> list(String college, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("""
                select * from candidate.roster_import
                where college = :college
                  and (cast(:since as timestamptz) is null or (since, id) < (:since, cast(:id as uuid)))
                order by since desc, id desc limit :limit
                """)
                .param("college", college)
                .param("since", place.since())
                .param("id", place.id())
                .param("limit", limit)
                .query((row, n) -> rosterImport(row))
                .list();
    }

    int count(String college) {
        return jdbc.sql("""
                select count(*) from (select 1 from candidate.roster_import where college = :college limit :cap) counted
                """)
                .param("college", college)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    void store(RosterImport changed) {
        jdbc.sql("""
                update candidate.roster_import set
                    state = :state, job = :job, rows_added = :added, rows_changed = :changed,
                    rows_unchanged = :unchanged, rows_bad = :bad, reading = :reading
                where id = :id
                """)
                .param("id", changed.id())
                .param("state", changed.state().name())
                .param("job", changed.job())
                .param("added", changed.counts().added())
                .param("changed", changed.counts().changed())
                .param("unchanged", changed.counts().unchanged())
                .param("bad", changed.counts().bad())
                .param("reading", changed.reading() == null ? "" : json.writeValueAsString(changed.reading()))
                .update();
    }

    private RosterImport rosterImport(ResultSet row) throws SQLException {
        return new RosterImport(
                row.getObject("id", UUID.class),
                row.getString("college"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                RosterImport.State.valueOf(row.getString("state")),
                row.getObject("job", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("since").toInstant(),
                new RosterImport.RowCounts(
                        row.getInt("rows_added"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_unchanged"),
                        row.getInt("rows_bad")),
                reading(row.getString("reading")));
    }

    private @Nullable SheetReading reading(String text) {
        return text.isEmpty() ? null : json.readValue(text, SheetReading.class);
    }
}
