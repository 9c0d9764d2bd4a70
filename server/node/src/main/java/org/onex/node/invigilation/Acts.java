package org.onex.node.invigilation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what invigilators did (监考操作记录): who, to whom, why and when. Never changed. */
@Repository
class Acts {

    private final JdbcClient jdbc;

    Acts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        UNLOCK,
        EXTENSION,
        MESSAGE
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

    /**
     * Whether the act with this identity was done before.
     *
     * @throws InvigilationRefused if that one was another act
     */
    boolean isDone(UUID id, Act act) {
        var before = jdbc.sql("select * from invigilation.act where id = :id")
                .param("id", id)
                .query((row, n) -> new Act(
                        row.getObject("attempt", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getString("second_number"),
                        row.getObject("minutes", Integer.class),
                        row.getString("reason")))
                .optional();
        if (before.isPresent() && !Objects.equals(before.get(), act)) {
            throw InvigilationRefused.of(InvigilationRefused.Code.KEY_USED);
        }
        return before.isPresent();
    }

    void add(UUID id, UUID bundle, Act act, Instant now) {
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
}
