package org.onex.node.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;

/** What others may ask about the sessions of this node and how far everybody is. Boards are many; the writer must always find a connection. */
@Repository
@ConcurrencyLimit(2)
public class SittingDirectory {

    private final JdbcClient jdbc;
    private final ExamSessions sessions;
    private final LastBeats beats;
    private final BusinessClock clock;

    SittingDirectory(JdbcClient jdbc, ExamSessions sessions, LastBeats beats, BusinessClock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.beats = beats;
        this.clock = clock;
    }

    public Optional<SessionView> session(UUID id) {
        return sessions.find(id).map(SessionView::of);
    }

    /** The rooms of a session, by name. */
    public List<String> rooms(UUID session) {
        return jdbc.sql("select distinct room from sitting.attempt where session = :session order by room")
                .param("session", session)
                .query((row, n) -> row.getString("room"))
                .list();
    }

    /** Whether this attempt belongs to that session. */
    public boolean isOf(UUID session, UUID attempt) {
        return jdbc.sql("select count(*) from sitting.attempt where id = :id and session = :session")
                        .param("id", attempt)
                        .param("session", session)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * One seat as it is now.
     *
     * @param answered     items with an answer
     * @param remaining    null before the start
     * @param sinceBeat    since its device was last heard of; null if nobody has signed in
     * @param epoch        how many devices have owned the attempt
     * @param extraMinutes given by invigilators
     * @param shortCode    of the receipt; null until something was handed in
     */
    public record SeatNow(
            UUID attempt,
            String room,
            int seat,
            String name,
            String ticket,
            AttemptState state,
            int answered,
            @Nullable Duration remaining,
            @Nullable Duration sinceBeat,
            int epoch,
            boolean unlocked,
            int extraMinutes,
            @Nullable String shortCode) {

        String key() {
            return room + "\u0001" + "%06d".formatted(seat);
        }
    }

    /**
     * Seats of a session, by room and number.
     *
     * @param room  only this one; null for all
     * @param after key of the last seat of the page before; empty for the first page
     */
    public Page<SeatNow> seats(UUID session, @Nullable String room, String after, int limit) {
        var now = clock.instant();
        var rows = jdbc.sql("""
                        select a.*, (
                            select count(*) from (
                                select distinct on (item) value from sitting.entry
                                where attempt = a.id and standing = 'COUNTS' order by item, epoch desc, seq desc) latest
                            where value <> '') as answered,
                            (select hash from sitting.script where attempt = a.id order by revision desc limit 1) as hash
                        from sitting.attempt a
                        where session = :session and (cast(:room as text) is null or room = :room)
                            and room || chr(1) || lpad(seat::text, 6, '0') > :after
                        order by room || chr(1) || lpad(seat::text, 6, '0') limit :limit
                        """)
                .param("session", session)
                .param("room", room)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> seat(row, now))
                .list();
        var counted = jdbc.sql("""
                        select count(*) from sitting.attempt
                        where session = :session and (cast(:room as text) is null or room = :room)
                        """)
                .param("session", session)
                .param("room", room)
                .query(Integer.class)
                .single();
        return Page.of(rows, limit, counted, SeatNow::key);
    }

    private SeatNow seat(ResultSet row, Instant now) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var deadline = row.getTimestamp("deadline");
        var state = AttemptState.of(
                row.getInt("epoch"), row.getTimestamp("started_at") != null, row.getString("sealed") != null);
        var unlocked = row.getTimestamp("unlocked_until");
        return new SeatNow(
                id,
                row.getString("room"),
                row.getInt("seat"),
                row.getString("name"),
                row.getString("ticket"),
                state,
                row.getInt("answered"),
                deadline == null ? null : remaining(state, now, deadline.toInstant()),
                state == AttemptState.EXPECTED ? null : beats.since(id, now),
                row.getInt("epoch"),
                unlocked != null && now.isBefore(unlocked.toInstant()),
                row.getInt("extra_minutes"),
                shortCode(row.getString("hash")));
    }

    private static @Nullable String shortCode(@Nullable String hash) {
        return hash == null ? null : CanonicalScript.shortCodeOf(hash);
    }

    private static Duration remaining(AttemptState state, Instant now, Instant deadline) {
        return state == AttemptState.HANDED_IN || now.isAfter(deadline)
                ? Duration.ZERO
                : Duration.between(now, deadline);
    }
}
