package org.onex.center.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetReading;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All spreadsheets that were sent. */
@Repository
class Intakes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Intakes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Intake added) {
        jdbc.sql("""
                insert into intake.intake
                    (id, kind, college, file_id, file_name, state, job, by_name, since,
                     rows_added, rows_changed, rows_unchanged, rows_bad, reading)
                values (:id, :kind, :college, :file, :fileName, :state, :job, :by, :since, 0, 0, 0, 0, '')
                """)
                .param("id", added.id())
                .param("kind", added.kind())
                .param("college", added.college())
                .param("file", added.file())
                .param("fileName", added.fileName())
                .param("state", added.state().name())
                .param("job", added.job())
                .param("by", added.by())
                .param("since", Timestamp.from(added.since()))
                .update();
    }

    /** Whoever's it is: for the background, which was sent by somebody who was asked. */
    Intake get(UUID id) {
        return find("select * from intake.intake where id = :id", id).orElseThrow();
    }

    /** Keeps others from changing it until the transaction ends. */
    Intake getForChange(UUID id) {
        return find("select * from intake.intake where id = :id for update", id).orElseThrow();
    }

    /**
     * The asker's own one of a kind.
     *
     * @throws IntakeRefused if there is none
     */
    Intake own(IntakeKind kind, UUID id, Actor actor) {
        return own(find("select * from intake.intake where id = :id", id), kind, actor);
    }

    /** Likewise, and keeps others from changing it until the transaction ends. */
    Intake ownForChange(IntakeKind kind, UUID id, Actor actor) {
        return own(find("select * from intake.intake where id = :id for update", id), kind, actor);
    }

    private static Intake own(Optional<Intake> found, IntakeKind kind, Actor actor) {
        return found.filter(intake -> intake.kind().equals(Intake.kindOf(kind)) && intake.isOwnedBy(actor))
                .orElseThrow(IntakeRefused::unknown);
    }

    private Optional<Intake> find(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, n) -> intake(row)).optional();
    }

    /** The newest first. */
    List<Intake> list(IntakeKind kind, String college, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("""
                select * from intake.intake
                where kind = :kind and college = :college
                  and (cast(:since as timestamptz) is null or (since, id) < (:since, cast(:id as uuid)))
                order by since desc, id desc limit :limit
                """)
                .param("kind", Intake.kindOf(kind))
                .param("college", college)
                .param("since", place.since())
                .param("id", place.id())
                .param("limit", limit)
                .query((row, n) -> intake(row))
                .list();
    }

    int count(IntakeKind kind, String college) {
        return jdbc.sql("""
                select count(*) from
                    (select 1 from intake.intake where kind = :kind and college = :college limit :cap) counted
                """)
                .param("kind", Intake.kindOf(kind))
                .param("college", college)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    void store(Intake changed) {
        jdbc.sql("""
                update intake.intake set
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

    private Intake intake(ResultSet row) throws SQLException {
        return new Intake(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("college"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                IntakeState.valueOf(row.getString("state")),
                row.getObject("job", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("since").toInstant(),
                new IntakeCounts(
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
