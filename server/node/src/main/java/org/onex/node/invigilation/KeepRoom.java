package org.onex.node.invigilation;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.node.sitting.SittingDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What invigilators do for a candidate: unlock, give time, tell. Each act is recorded with who, why and when. */
@Component
class KeepRoom {

    static final int LONGEST_TEXT = 200;
    static final int MOST_MINUTES = 60;

    private final SuperviseAttempts attempts;
    private final SittingDirectory sittings;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    KeepRoom(SuperviseAttempts attempts, SittingDirectory sittings, BusinessClock clock, JdbcClient jdbc) {
        this.attempts = attempts;
        this.sittings = sittings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private enum Kind {
        UNLOCK,
        EXTENSION,
        MESSAGE
    }

    private record Act(
            Kind kind,
            Keeper keeper,
            @Nullable String second,
            @Nullable Integer minutes,
            String reason) {}

    void unlock(Keeper keeper, UUID attempt, String reason) {
        requireOf(keeper, attempt);
        var why = text(reason);
        attempts.unlock(attempt);
        record(attempt, new Act(Kind.UNLOCK, keeper, null, null, why));
    }

    /** Time is granted by two people. */
    void extend(Keeper keeper, Keeper second, UUID attempt, int minutes, String reason) {
        requireOf(keeper, attempt);
        if (!second.session().equals(keeper.session()) || second.number().equals(keeper.number())) {
            throw InvigilationRefused.of(InvigilationRefused.Code.SECOND_PERSON);
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw InvigilationRefused.outOfRange("minutes", 1, MOST_MINUTES);
        }
        var why = text(reason);
        attempts.extend(attempt, minutes);
        record(attempt, new Act(Kind.EXTENSION, keeper, second.number(), minutes, why));
    }

    void tell(Keeper keeper, UUID attempt, String text) {
        requireOf(keeper, attempt);
        var said = text(text);
        attempts.tell(attempt, said);
        record(attempt, new Act(Kind.MESSAGE, keeper, null, null, said));
    }

    private void requireOf(Keeper keeper, UUID attempt) {
        if (!sittings.isOf(keeper.session(), attempt)) {
            throw InvigilationRefused.of(InvigilationRefused.Code.NOT_IN_SESSION);
        }
    }

    private static String text(String sent) {
        var text = sent.strip().replace("\0", "");
        if (text.isEmpty()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.REASON_MISSING);
        }
        if (text.length() > LONGEST_TEXT) {
            throw InvigilationRefused.outOfRange("text", 1, LONGEST_TEXT);
        }
        return text;
    }

    private void record(UUID attempt, Act act) {
        jdbc.sql("""
                        insert into invigilation.act (id, session, attempt, kind, number, second_number, minutes, reason, at)
                        values (:id, :session, :attempt, :kind, :number, :second, :minutes, :reason, :at)
                        """)
                .param("id", Ids.next())
                .param("session", act.keeper().session())
                .param("attempt", attempt)
                .param("kind", act.kind().name())
                .param("number", act.keeper().number())
                .param("second", act.second())
                .param("minutes", act.minutes())
                .param("reason", act.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
