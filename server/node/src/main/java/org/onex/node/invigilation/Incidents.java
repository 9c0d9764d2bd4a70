package org.onex.node.invigilation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.RecordFile;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened in the rooms (异常情况登记). */
@Repository
class Incidents implements Notes<Incident> {

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An incident as it was written down. */
    record Written(UUID id, Incident incident, Instant at) {

        String key() {
            return at + " " + id;
        }

        RecordFile.Incident returned() {
            return new RecordFile.Incident(
                    id,
                    incident.attempt(),
                    incident.kind(),
                    incident.facts(),
                    incident.statement(),
                    incident.number(),
                    incident.second(),
                    at);
        }
    }

    /** After which incident a page begins. */
    private record Cursor(Instant at, UUID id) {

        private static final Cursor BEFORE_ALL = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        static Cursor of(String key) {
            if (key.isEmpty()) {
                return BEFORE_ALL;
            }
            try {
                var parts = key.split(" ", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw RequestRefused.invalid("after", key, e);
            }
        }
    }

    @Override
    public Optional<Incident> find(UUID id) {
        return jdbc.sql("select * from invigilation.incident where id = :id")
                .param("id", id)
                .query((row, n) -> incident(row))
                .optional();
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("attempt", UUID.class),
                row.getString("room"),
                RecordFile.IncidentKind.valueOf(row.getString("kind")),
                row.getString("facts"),
                row.getString("statement"),
                row.getString("number"),
                row.getString("second_number"));
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getObject("id", UUID.class),
                incident(row),
                row.getTimestamp("at").toInstant());
    }

    @Override
    public void add(UUID id, UUID bundle, Incident incident, Instant now) {
        jdbc.sql("""
                        insert into invigilation.incident (id, bundle, attempt, room, kind, facts, statement, number, second_number, at)
                        values (:id, :bundle, :attempt, :room, :kind, :facts, :statement, :number, :second, :at)
                        """)
                .param("id", id)
                .param("bundle", bundle)
                .param("attempt", incident.attempt())
                .param("room", incident.room())
                .param("kind", incident.kind().name())
                .param("facts", incident.facts())
                .param("statement", incident.statement())
                .param("number", incident.number())
                .param("second", incident.second())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a bundle, as they are returned. */
    List<RecordFile.Incident> of(UUID bundle) {
        return jdbc.sql("select * from invigilation.incident where bundle = :bundle order by at, id")
                .param("bundle", bundle)
                .query((row, n) -> written(row).returned())
                .list();
    }

    /** How many there were at each run of a bundle; runs without any are missing. */
    Map<UUID, Integer> counts(UUID bundle) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("select attempt, count(*) as n from invigilation.incident where bundle = :bundle group by attempt")
                .param("bundle", bundle)
                .query(row -> {
                    counts.put(row.getObject("attempt", UUID.class), row.getInt("n"));
                });
        return counts;
    }

    private static final String FROM = " from invigilation.incident where bundle = :bundle and room = any(:rooms)";

    /** The latest one first. */
    Page<Written> page(UUID bundle, Collection<String> rooms, PageRequest page) {
        var last = Cursor.of(page.key());
        var names = rooms.toArray(String[]::new);
        var rows = jdbc.sql("select *" + FROM + """
                         and (at < :at or (at = :at and id < :id)) order by at desc, id desc limit :limit
                        """)
                .param("bundle", bundle)
                .param("rooms", names)
                .param("at", last.at().atOffset(ZoneOffset.UTC))
                .param("id", last.id())
                .param("limit", page.size() + 1)
                .query((row, n) -> written(row))
                .list();
        var counted = jdbc.sql("select count(*)" + FROM)
                .param("bundle", bundle)
                .param("rooms", names)
                .query(Integer.class)
                .single();
        return Page.of(rows, page.size(), counted, Written::key);
    }
}
