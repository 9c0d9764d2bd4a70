package org.onex.node.sitting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;

/** What others may ask about what is installed on this node. */
@Repository
@ConcurrencyLimit(2)
public class BundleDirectory {

    private final JdbcClient jdbc;
    private final ExamSessions sessions;
    private final BusinessClock clock;

    BundleDirectory(JdbcClient jdbc, ExamSessions sessions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What a site got for one slot.
     *
     * @param practice a mock exam
     * @param sessions in the order in which they are sat
     */
    public record InstalledBundle(UUID id, int version, String title, boolean practice, List<SessionView> sessions) {

        public InstalledBundle {
            sessions = List.copyOf(sessions);
        }

        /** When the window of its last session closes. */
        public Instant closesAt() {
            return sessions.stream()
                    .map(session -> session.closesAt().toInstant())
                    .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    public Optional<InstalledBundle> find(UUID id) {
        return jdbc.sql("select id, version, title, practice from sitting.bundle where id = :id")
                .param("id", id)
                .query((row, n) -> new InstalledBundle(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("title"),
                        row.getBoolean("practice"),
                        sessions.of(id).stream().map(SessionView::of).toList()))
                .optional();
    }

    /** Whether somebody of it is writing. */
    public boolean isAnybodyWriting(UUID bundle) {
        return jdbc.sql("""
                        select exists (select 1 from sitting.attempt a join sitting.session s on s.id = a.session
                            where s.bundle = :bundle and a.started_at is not null and a.sealed is null)
                        """).param("bundle", bundle).query(Boolean.class).single();
    }

    /** How many sessions that count are not over. */
    public int sessionsToCome() {
        return (int) sessions.notOverAt(clock.instant()).stream()
                .filter(session -> !session.exam().practice())
                .count();
    }

    /** A session whose papers wait for their key, and from when it can be had. */
    public record AwaitedKey(UUID session, Instant from) {}

    /** Keys that are still to be fetched for sessions that are not over, the earliest first. */
    public List<AwaitedKey> awaitedKeys() {
        return jdbc.sql("""
                        select id, key_from from sitting.session where paper_key is null and closes_at > :now
                        order by key_from, id
                        """)
                .param("now", Attempts.utc(clock.instant()))
                .query((row, n) -> new AwaitedKey(row.getObject("id", UUID.class), Attempts.instant(row, "key_from")))
                .list();
    }

    /**
     * How a mock exam went.
     *
     * @param seats    how many there were
     * @param handedIn how many of them handed in every subject
     */
    public record Practice(OffsetDateTime at, int seats, int handedIn) {}

    /** The best mock exam: one in which all handed in if there is one, of those with the most hand-ins the last. */
    public Optional<Practice> bestPractice() {
        return jdbc.sql("""
                        select installed_at, count(*) as seats, sum(case when open_runs = 0 then 1 else 0 end) as handed_in
                        from (
                            select b.id, b.installed_at, a.ticket, sum(case when a.sealed is null then 1 else 0 end) as open_runs
                            from sitting.bundle b join sitting.session s on s.bundle = b.id
                            join sitting.attempt a on a.session = s.id
                            where b.practice group by b.id, b.installed_at, a.ticket) seat
                        group by id, installed_at
                        order by (case when count(*) = sum(case when open_runs = 0 then 1 else 0 end) then 0 else 1 end),
                            handed_in desc, installed_at desc
                        limit 1
                        """)
                .query((row, n) -> new Practice(
                        Window.inBeijing(Attempts.instant(row, "installed_at")),
                        row.getInt("seats"),
                        row.getInt("handed_in")))
                .optional();
    }
}
