package org.onex.node.invigilation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.RecordFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was seen in the room (签到), with every correction. */
@Repository
class Attendances implements Notes<Attendance> {

    private final JdbcClient jdbc;

    Attendances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Attendance> find(UUID id) {
        return jdbc.sql("select * from invigilation.attendance where id = :id")
                .param("id", id)
                .query((row, n) -> attendance(row))
                .optional();
    }

    private static Attendance attendance(ResultSet row) throws SQLException {
        return new Attendance(
                row.getObject("attempt", UUID.class),
                row.getBoolean("present"),
                row.getString("number"),
                row.getString("note"));
    }

    private Optional<Attendance> newest(UUID attempt) {
        return jdbc.sql("select * from invigilation.attendance where attempt = :attempt order by revision desc limit 1")
                .param("attempt", attempt)
                .query((row, n) -> attendance(row))
                .optional();
    }

    /** Nobody else writes of this attempt meanwhile: it is locked. What the same person said last already is not said again. */
    @Override
    public void add(UUID id, UUID bundle, Attendance seen, Instant now) {
        if (newest(seen.attempt()).filter(seen::equals).isPresent()) {
            return;
        }
        jdbc.sql("""
                        insert into invigilation.attendance (id, bundle, attempt, revision, present, note, number, at)
                        values (:id, :bundle, :attempt,
                            (select coalesce(max(revision), 0) + 1 from invigilation.attendance where attempt = :attempt),
                            :present, :note, :number, :at)
                        """)
                .param("id", id)
                .param("bundle", bundle)
                .param("attempt", seen.attempt())
                .param("present", seen.present())
                .param("note", seen.note())
                .param("number", seen.number())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What counts of each run of a bundle that something was written down of. */
    Map<UUID, RecordFile.Attendance> of(UUID bundle) {
        var newest = new HashMap<UUID, RecordFile.Attendance>();
        jdbc.sql("select * from invigilation.attendance where bundle = :bundle order by attempt, revision")
                .param("bundle", bundle)
                .query(row -> {
                    var seen = attendance(row);
                    var at = row.getTimestamp("at").toInstant();
                    newest.put(
                            seen.attempt(), new RecordFile.Attendance(seen.present(), seen.number(), at, seen.note()));
                });
        return newest;
    }
}
