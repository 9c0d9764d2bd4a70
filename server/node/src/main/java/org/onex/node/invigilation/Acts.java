package org.onex.node.invigilation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what invigilators did (监考操作记录): who, to whom, why and when. */
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
    record Act(Kind kind, @Nullable String second, @Nullable Integer minutes, String reason) {}

    /** Whether it still has to be done; no if the same act was ticked off before. */
    boolean note(KeepRoom.Request request, Act act, Instant now) {
        jdbc.sql("""
                        insert into invigilation.act (id, session, attempt, kind, number, second_number, minutes, reason, noted_at)
                        values (:id, :session, :attempt, :kind, :number, :second, :minutes, :reason, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", request.act())
                .param("session", request.keeper().session())
                .param("attempt", request.attempt())
                .param("kind", act.kind().name())
                .param("number", request.keeper().number())
                .param("second", act.second())
                .param("minutes", act.minutes())
                .param("reason", act.reason())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select count(*) from invigilation.act where id = :id and done_at is null")
                        .param("id", request.act())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void tickOff(UUID id, Instant now) {
        jdbc.sql("update invigilation.act set done_at = :at where id = :id")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
