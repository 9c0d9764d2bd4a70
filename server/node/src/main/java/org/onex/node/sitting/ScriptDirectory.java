package org.onex.node.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask about scripts (答卷) once an exam is over: what became of every run, and everything that is known of one. */
@Repository
@ConcurrencyLimit(1)
public class ScriptDirectory {

    /** The driver would hold a whole journal beside what is made of it. */
    static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcClient piecewise;
    private final Attempts attempts;

    ScriptDirectory(JdbcClient jdbc, DataSource database, Attempts attempts) {
        this.jdbc = jdbc;
        var few = new JdbcTemplate(database);
        few.setFetchSize(ROWS_AT_ONCE);
        this.piecewise = JdbcClient.create(few);
        this.attempts = attempts;
    }

    /**
     * What became of a run.
     *
     * @param follows      the same candidate's run at the subject before this one
     * @param revision     the newest of its script; null if there is none
     * @param acknowledged how many entries of all its devices are on disk, whatever their standing
     * @param events       how many screen events of all its devices are
     */
    public record Run(
            UUID attempt,
            @Nullable UUID follows,
            UUID session,
            RecordFile.Outcome outcome,
            @Nullable Integer revision,
            long acknowledged,
            long events) {}

    /**
     * All runs of a bundle, in the order of their identities; what is said of one is for good only once the bundle {@link #isOver}. A file
     * with fewer entries or events than stand here, of whatever revision, is not everything that is known of its run; forgetting the bundle
     * changes none of the numbers.
     */
    public List<Run> runs(UUID bundle) {
        return jdbc.sql("""
                        select a.id, a.follows, a.session, a.epoch, (
                            select max(revision) from sitting.script where attempt = a.id) as revision,
                            coalesce(d.acknowledged, 0) as acknowledged, coalesce(d.events, 0) as events
                        from sitting.attempt a join sitting.session s on s.id = a.session left join (
                            select attempt, sum(durable_seq) as acknowledged, sum(events) as events
                            from sitting.device group by attempt) d on d.attempt = a.id
                        where s.bundle = :bundle order by a.id
                        """).param("bundle", bundle).query((row, n) -> run(row)).list();
    }

    private static Run run(ResultSet row) throws SQLException {
        var revision = row.getObject("revision", Integer.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("follows", UUID.class),
                row.getObject("session", UUID.class),
                outcome(row.getInt("epoch"), revision),
                revision,
                row.getLong("acknowledged"),
                row.getLong("events"));
    }

    private static RecordFile.Outcome outcome(int epoch, @Nullable Integer revision) {
        if (revision != null) {
            return RecordFile.Outcome.HANDED_IN;
        }
        return epoch > 0 ? RecordFile.Outcome.NOT_STARTED : RecordFile.Outcome.ABSENT;
    }

    /**
     * Whether all windows of a bundle have closed and nobody can write any more: each run is handed in, or it is too late to start it. Only
     * what came late, or time that invigilators still give to a run that nobody has started, changes anything after that.
     */
    public boolean isOver(UUID bundle, Instant now) {
        var isAnythingOpen = jdbc.sql("""
                        select exists (select 1 from sitting.session where bundle = :bundle and closes_at > :now)
                            or exists (select 1 from sitting.attempt a join sitting.session s on s.id = a.session
                                where s.bundle = :bundle and a.started_at is not null and a.sealed is null)
                        """)
                .param("bundle", bundle)
                .param("now", Attempts.utc(now))
                .query(Boolean.class)
                .single();
        return !isAnythingOpen
                && attempts.neverStarted(bundle).stream().noneMatch(attempt -> canStillStart(attempt, now));
    }

    private boolean canStillStart(Attempt attempt, Instant now) {
        if (!attempt.startUntil().isAfter(now)) {
            return false;
        }
        var ticket = attempt.seat().person().ticket();
        // Who was given time in the moment before they were forgotten may have been able to come: nobody can tell any
        // more.
        return ticket == null
                || attempt.progress().epoch() > 0
                || attempts.runsOf(ticket).awaitedUntil(attempt.id(), now).isPresent();
    }

    /**
     * Until when something of a bundle may come late (补传): 24 hours after its last window and its last deadline, whether anybody has started
     * or not, because of an exam that failed there is the more to write down. Empty only if no such bundle is installed.
     */
    public Optional<Instant> lateSyncUntil(UUID bundle) {
        return jdbc.sql("""
                        select until from (
                            select closes_at as until from sitting.session where bundle = :bundle
                            union all
                            select a.deadline from sitting.attempt a join sitting.session s on s.id = a.session
                            where s.bundle = :bundle and a.deadline is not null) ends
                        order by until desc limit 1
                        """)
                .param("bundle", bundle)
                .query((row, n) -> Attempts.instant(row, "until").plus(Attempt.LATE_SYNC_FOR))
                .optional();
    }

    /** Everything that is known of a run, as of one moment; empty if it was never handed in, or its bundle is forgotten. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ScriptFile> find(UUID attempt) {
        return jdbc.sql("""
                        select a.*, s.bundle, b.version from sitting.attempt a
                        join sitting.session s on s.id = a.session join sitting.bundle b on b.id = s.bundle
                        where a.id = :attempt and a.sealed is not null and b.forgotten_at is null
                        """)
                .param("attempt", attempt)
                .query((row, n) -> head(row))
                .optional()
                .map(head -> new ScriptFile(
                        ScriptFile.FORMAT,
                        head.bundle(),
                        head.version(),
                        head.attempt(),
                        head.session(),
                        head.form(),
                        head.startedAt(),
                        head.deadline(),
                        head.extraMinutes(),
                        all("select * from sitting.device where attempt = :attempt order by epoch", attempt, DEVICE),
                        all("select * from sitting.entry where attempt = :attempt order by epoch, seq", attempt, ENTRY),
                        all(
                                "select * from sitting.event where attempt = :attempt order by epoch, claimed_at, kind",
                                attempt,
                                EVENT),
                        all(
                                "select * from sitting.script where attempt = :attempt order by revision",
                                attempt,
                                RECEIPT)));
    }

    private record Head(
            UUID bundle,
            int version,
            UUID attempt,
            UUID session,
            String form,
            Instant startedAt,
            Instant deadline,
            int extraMinutes) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("bundle", UUID.class),
                row.getInt("version"),
                row.getObject("id", UUID.class),
                row.getObject("session", UUID.class),
                row.getString("form"),
                Attempts.instant(row, "started_at"),
                Attempts.instant(row, "deadline"),
                row.getInt("extra_minutes"));
    }

    /** In pieces only within a transaction. */
    private <T> List<T> all(String sql, UUID attempt, RowMapper<T> reader) {
        return piecewise.sql(sql).param("attempt", attempt).query(reader).list();
    }

    private static final RowMapper<ScriptFile.Device> DEVICE = (row, n) ->
            new ScriptFile.Device(row.getInt("epoch"), row.getLong("durable_seq"), Attempts.instant(row, "since"));

    private static final RowMapper<ScriptFile.Entry> ENTRY = (row, n) -> new ScriptFile.Entry(
            row.getInt("epoch"),
            row.getLong("seq"),
            row.getString("item"),
            row.getString("value"),
            Attempts.instant(row, "claimed_at"),
            Attempts.instant(row, "received_at"),
            ScriptFile.Standing.valueOf(row.getString("standing")));

    private static final RowMapper<ScriptFile.Event> EVENT = (row, n) -> new ScriptFile.Event(
            row.getInt("epoch"),
            row.getString("kind"),
            Attempts.instant(row, "claimed_at"),
            Attempts.instant(row, "received_at"));

    private static final RowMapper<ScriptFile.Receipt> RECEIPT = (row, n) -> new ScriptFile.Receipt(
            row.getInt("revision"),
            ScriptFile.HandIn.valueOf(row.getString("kind")),
            Attempts.instant(row, "handed_in_at"),
            row.getInt("epoch"),
            row.getLong("last_seq"),
            row.getInt("answered"),
            row.getString("hash"));
}
