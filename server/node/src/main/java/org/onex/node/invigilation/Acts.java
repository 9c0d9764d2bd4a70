package org.onex.node.invigilation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what invigilators did (监考操作记录): who, to whom, why and when. Never changed. */
@Repository
class Acts implements Notes<Acts.Act> {

    private final JdbcClient jdbc;

    Acts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        UNLOCK,
        EXTENSION,
        MESSAGE,
        HAND_IN
    }

    /**
     * What was done.
     *
     * @param second  number of the second person, where two are needed
     * @param minutes of an extension
     * @param reason  or the message itself
     */
    record Act(
            UUID attempt,
            Kind kind,
            String number,
            @Nullable String second,
            @Nullable Integer minutes,
            String reason) {}

    @Override
    public Optional<Act> find(UUID id) {
        return jdbc.sql("select * from invigilation.act where id = :id")
                .param("id", id)
                .query((row, n) -> act(row))
                .optional();
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getObject("attempt", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("second_number"),
                row.getObject("minutes", Integer.class),
                row.getString("reason"));
    }

    @Override
    public void add(UUID id, UUID bundle, Act act, Instant now) {
        jdbc.sql("""
                        insert into invigilation.act (id, bundle, attempt, kind, number, second_number, minutes, reason, at)
                        values (:id, :bundle, :attempt, :kind, :number, :second, :minutes, :reason, :at)
                        """)
                .param("id", id)
                .param("bundle", bundle)
                .param("attempt", act.attempt())
                .param("kind", act.kind().name())
                .param("number", act.number())
                .param("second", act.second())
                .param("minutes", act.minutes())
                .param("reason", act.reason())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a bundle, as they are returned. */
    List<RecordFile.Act> of(UUID bundle) {
        return jdbc.sql("select * from invigilation.act where bundle = :bundle order by at, id")
                .param("bundle", bundle)
                .query((row, n) -> returned(row.getObject("id", UUID.class), act(row), row.getTimestamp("at")))
                .list();
    }

    private static RecordFile.Act returned(UUID id, Act act, Timestamp at) {
        return new RecordFile.Act(
                id,
                act.attempt(),
                RecordFile.ActKind.valueOf(act.kind().name()),
                act.number(),
                act.second(),
                act.minutes(),
                act.reason(),
                at.toInstant());
    }
}
