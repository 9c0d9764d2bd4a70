package org.onex.node.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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

/** What others may ask about the seats of this node and how far everybody is. Boards are many; the writer must always find a connection. */
@Repository
@ConcurrencyLimit(2)
public class SittingDirectory {

    private final JdbcClient jdbc;
    private final LastBeats beats;
    private final BusinessClock clock;

    SittingDirectory(JdbcClient jdbc, LastBeats beats, BusinessClock clock) {
        this.jdbc = jdbc;
        this.beats = beats;
        this.clock = clock;
    }

    /**
     * One seat as it is now: the subject that was entered last, before anybody came the first one.
     *
     * @param subject      what is sat
     * @param next         the subject that follows; null if none does
     * @param nextAttempt  the run at it
     * @param photo        whether there is one
     * @param answered     items with an answer
     * @param remaining    null before the start
     * @param sinceBeat    since its device was last heard of; null if nobody has signed in
     * @param epoch        how many devices have owned the attempt
     * @param extraMinutes given by invigilators; between the subjects for the one that follows
     * @param shortCode    of the receipt; null until something was handed in
     * @param lateUntil    from when on nobody comes any more; null for a subject that follows another
     */
    public record SeatNow(
            UUID attempt,
            String room,
            int seat,
            String name,
            String ticket,
            boolean photo,
            String subject,
            @Nullable String next,
            @Nullable UUID nextAttempt,
            AttemptState state,
            int answered,
            @Nullable Duration remaining,
            @Nullable Duration sinceBeat,
            int epoch,
            boolean unlocked,
            int extraMinutes,
            @Nullable String shortCode,
            @Nullable Instant lateUntil) {

        String key() {
            return room + "\u0001" + "%06d".formatted(seat);
        }
    }

    /** One row per seat: whoever has gone on to the next subject is where they are now. */
    private static final String SEATED = """
            with seated as (
                select distinct on (a.room, a.seat) a.*, s.subject
                from sitting.attempt a join sitting.session s on s.id = a.session
                where s.bundle = :bundle and a.room = any(:rooms) and (:session = '' or cast(a.session as text) = :session)
                order by a.room, a.seat, (case when a.epoch > 0 then -s.position else s.position end))
            """;

    /**
     * Seats of a bundle, by room and number.
     *
     * @param rooms   only these
     * @param session only who sits this subject, and how far they are or were there; null for where everybody is now
     * @param after   key of the last seat of the page before; empty for the first page
     */
    public Page<SeatNow> seats(UUID bundle, Collection<String> rooms, @Nullable UUID session, String after, int limit) {
        var subject = session == null ? "" : session.toString();
        var now = clock.instant();
        var names = rooms.toArray(String[]::new);
        var rows = jdbc.sql(SEATED + """
                        select a.*, (select late_until from sitting.session where id = a.session) as late_until, (
                            select count(*) from (
                                select distinct on (item) value from sitting.entry
                                where attempt = a.id and standing = 'COUNTS' order by item, epoch desc, seq desc) latest
                            where value <> '') as answered,
                            (select hash from sitting.script where attempt = a.id order by revision desc limit 1) as hash,
                            f.id as next_attempt, f.extra_minutes as next_extra_minutes,
                            (select subject from sitting.session where id = f.session) as next
                        from seated a left join sitting.attempt f on f.follows = a.id
                        where a.room || chr(1) || lpad(a.seat::text, 6, '0') > :after
                        order by a.room || chr(1) || lpad(a.seat::text, 6, '0') limit :limit
                        """)
                .param("bundle", bundle)
                .param("rooms", names)
                .param("session", subject)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> seat(row, now))
                .list();
        var counted = jdbc.sql(SEATED + "select count(*) from seated")
                .param("bundle", bundle)
                .param("rooms", names)
                .param("session", subject)
                .query(Integer.class)
                .single();
        return Page.of(rows, limit, counted, SeatNow::key);
    }

    private SeatNow seat(ResultSet row, Instant now) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var deadline = row.getTimestamp("deadline");
        var state = state(row);
        var next = row.getObject("next_attempt", UUID.class);
        var isBetween = state == AttemptState.HANDED_IN && next != null;
        var unlocked = row.getTimestamp("unlocked_until");
        return new SeatNow(
                id,
                row.getString("room"),
                row.getInt("seat"),
                row.getString("name"),
                row.getString("ticket"),
                row.getString("photo") != null,
                row.getString("subject"),
                row.getString("next"),
                next,
                state,
                row.getInt("answered"),
                deadline == null ? null : remaining(state, now, deadline.toInstant()),
                state == AttemptState.EXPECTED ? null : beats.since(id, now),
                row.getInt("epoch"),
                unlocked != null && now.isBefore(unlocked.toInstant()),
                row.getInt(isBetween ? "next_extra_minutes" : "extra_minutes"),
                shortCode(row.getString("hash")),
                row.getObject("follows") == null ? lateUntil(row) : null);
    }

    private static Instant lateUntil(ResultSet row) throws SQLException {
        return Attempts.instant(row, "late_until").plus(Duration.ofMinutes(row.getInt("extra_minutes")));
    }

    private static @Nullable String shortCode(@Nullable String hash) {
        return hash == null ? null : CanonicalScript.shortCodeOf(hash);
    }

    private static Duration remaining(AttemptState state, Instant now, Instant deadline) {
        return state == AttemptState.HANDED_IN || now.isAfter(deadline)
                ? Duration.ZERO
                : Duration.between(now, deadline);
    }

    /**
     * One run at a subject.
     *
     * @param follows the same candidate's run at the subject before this one
     */
    public record RunNow(
            UUID attempt,
            @Nullable UUID follows,
            UUID session,
            String subject,
            String room,
            int seat,
            String name,
            String ticket,
            AttemptState state) {}

    private static final String RUNS = """
            select a.*, s.subject from sitting.attempt a join sitting.session s on s.id = a.session
            where s.bundle = :bundle and a.room = any(:rooms)
            """;

    /** All runs in these rooms, by room, subject and seat. */
    public List<RunNow> runs(UUID bundle, Collection<String> rooms) {
        return jdbc.sql(RUNS + "order by a.room, s.position, a.seat")
                .param("bundle", bundle)
                .param("rooms", rooms.toArray(String[]::new))
                .query((row, n) -> run(row))
                .list();
    }

    /** This run, if it is sat in one of these rooms. */
    public Optional<RunNow> run(UUID bundle, Collection<String> rooms, UUID attempt) {
        return jdbc.sql(RUNS + "and a.id = :attempt")
                .param("bundle", bundle)
                .param("rooms", rooms.toArray(String[]::new))
                .param("attempt", attempt)
                .query((row, n) -> run(row))
                .optional();
    }

    private static RunNow run(ResultSet row) throws SQLException {
        return new RunNow(
                row.getObject("id", UUID.class),
                row.getObject("follows", UUID.class),
                row.getObject("session", UUID.class),
                row.getString("subject"),
                row.getString("room"),
                row.getInt("seat"),
                row.getString("name"),
                row.getString("ticket"),
                state(row));
    }

    private static AttemptState state(ResultSet row) throws SQLException {
        return AttemptState.of(
                row.getInt("epoch"), row.getTimestamp("started_at") != null, row.getString("sealed") != null);
    }
}
