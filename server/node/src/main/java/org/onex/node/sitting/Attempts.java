package org.onex.node.sitting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.HashKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All attempts of this node, with who owns them and what they were told. */
@Repository
class Attempts {

    /** With what was given in all subjects before; that is settled when this one is entered. */
    private static final String COLUMNS = """
            select a.*, s.entry_opens_at, s.opens_at, s.late_until, s.closes_at, s.minutes, s.hand_in_after_minutes, (
                with recursive before as (
                    select b.follows, b.extra_minutes from sitting.attempt b where b.id = a.follows
                    union all
                    select b.follows, b.extra_minutes from sitting.attempt b join before on b.id = before.follows)
                select coalesce(sum(extra_minutes), 0) from before) as carried_minutes
            """;

    private static final String SELECT = COLUMNS + """
            from sitting.attempt a join sitting.session s on s.id = a.session
            where a.id = any(cast(:ids as uuid[]))
            order by a.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Attempts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Attempt> find(UUID id) {
        return Optional.ofNullable(load(List.of(id), "").get(id));
    }

    /** These attempts, which nobody else changes until the transaction ends. */
    Map<UUID, Attempt> lock(Collection<UUID> ids) {
        return load(ids, "for update of a");
    }

    /**
     * Whom a ticket belongs to, and how to tell whether an ID number does, too.
     *
     * @param due the run to sign in to
     */
    record Ticket(TicketRuns.Due due, HashKey idHashKey) {}

    private record Row(TicketRuns.Run run, HashKey idHashKey) {}

    Optional<Ticket> findByTicket(String ticket, Instant now) {
        var rows = byTicket(ticket);
        return runs(rows).at(now).map(due -> new Ticket(due, keyOf(due, rows)));
    }

    /** The runs of a bundle that nobody has started. */
    List<Attempt> neverStarted(UUID bundle) {
        return jdbc.sql(COLUMNS + """
                        from sitting.attempt a join sitting.session s on s.id = a.session
                        where s.bundle = :bundle and a.started_at is null order by a.id
                        """)
                .param("bundle", bundle)
                .query((row, n) -> attempt(row))
                .list();
    }

    /** Everything that is sat with one ticket. */
    TicketRuns runsOf(String ticket) {
        return runs(byTicket(ticket));
    }

    private static TicketRuns runs(List<Row> rows) {
        return new TicketRuns(rows.stream().map(Row::run).toList());
    }

    private List<Row> byTicket(String ticket) {
        return jdbc.sql(COLUMNS + """
                        , b.id_hash_key, (
                            select handed_in_at from sitting.script where attempt = a.id and revision = 1) as handed_in_at
                        from sitting.attempt a join sitting.session s on s.id = a.session join sitting.bundle b on b.id = s.bundle
                        where a.ticket = :ticket
                        order by s.opens_at, s.bundle, s.position
                        """)
                .param("ticket", ticket)
                .query((row, n) -> new Row(
                        new TicketRuns.Run(attempt(row), maybe(row.getTimestamp("handed_in_at"))),
                        HashKey.of(row.getBytes("id_hash_key"))))
                .list();
    }

    private static HashKey keyOf(TicketRuns.Due due, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.run().attempt() == due.attempt())
                .findFirst()
                .orElseThrow()
                .idHashKey();
    }

    /** The same candidate's run at the subject that follows. */
    Optional<UUID> following(UUID attempt) {
        return jdbc.sql("select id from sitting.attempt where follows = :attempt")
                .param("attempt", attempt)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Whether some device of this attempt has this token. */
    boolean isKnown(UUID attempt, String tokenHash) {
        return jdbc.sql("select count(*) from sitting.device where attempt = :attempt and token_hash = :token")
                        .param("attempt", attempt)
                        .param("token", tokenHash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isAnyRunning() {
        return jdbc.sql("select exists (select 1 from sitting.attempt where started_at is not null and sealed is null)")
                .query(Boolean.class)
                .single();
    }

    /** Attempts whose time is over and that were not handed in. */
    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        select id from sitting.attempt
                        where started_at is not null and sealed is null and deadline <= :due
                        order by deadline limit :limit
                        """)
                .param("due", utc(now.minus(Attempt.GRACE)))
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private Map<UUID, Attempt> load(Collection<UUID> ids, String lock) {
        var keys = ids.stream().distinct().map(UUID::toString).toArray(String[]::new);
        // First of all: what is read after it belongs to what is locked.
        var rows = jdbc.sql(SELECT + lock)
                .param("ids", keys)
                .query((row, n) -> attempt(row))
                .list();
        var devices =
                grouped("select * from sitting.device where attempt = any(cast(:ids as uuid[]))", keys, this::device);
        var told = grouped(
                "select * from sitting.instruction where attempt = any(cast(:ids as uuid[])) and confirmed_at is null order by id",
                keys,
                this::instruction);
        var receipts = grouped("""
                select distinct on (attempt) * from sitting.script where attempt = any(cast(:ids as uuid[]))
                order by attempt, revision desc
                """, keys, this::receipt);
        var found = new LinkedHashMap<UUID, Attempt>();
        for (var attempt : rows) {
            var id = attempt.id();
            var latest = receipts.getOrDefault(id, List.of());
            found.put(
                    id,
                    attempt.with(
                            devices.getOrDefault(id, List.of()),
                            told.getOrDefault(id, List.of()),
                            latest.isEmpty() ? null : latest.getFirst()));
        }
        return found;
    }

    private interface RowOf<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String sql, String[] keys, RowOf<T> reader) {
        var result = new HashMap<UUID, List<T>>();
        jdbc.sql(sql).param("ids", keys).query(row -> {
            result.computeIfAbsent(row.getObject("attempt", UUID.class), key -> new ArrayList<>())
                    .add(reader.read(row));
        });
        return result;
    }

    private Attempt attempt(ResultSet row) throws SQLException {
        var person = new Attempt.Person(
                row.getString("ticket"),
                row.getString("name"),
                row.getString("masked_id"),
                row.getString("id_hash"),
                row.getString("photo"));
        var seat = new Attempt.Seat(
                row.getObject("id", UUID.class),
                row.getObject("session", UUID.class),
                row.getObject("follows", UUID.class),
                person,
                new Place(row.getString("room"), row.getInt("seat")),
                row.getString("form"),
                row.getInt("extra_percent"));
        var handedIn = row.getString("sealed");
        var progress = new Attempt.Progress(
                row.getInt("epoch"),
                maybe(row.getTimestamp("unlocked_until")),
                row.getInt("extra_minutes"),
                maybe(row.getTimestamp("started_at")),
                maybe(row.getTimestamp("deadline")),
                handedIn == null ? null : Receipt.Kind.valueOf(handedIn));
        var carried = Duration.ofMinutes(row.getInt("carried_minutes"));
        return new Attempt(seat, new SessionHours(ExamSessions.hours(row), carried), progress);
    }

    private Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getInt("epoch"),
                row.getString("token_hash"),
                row.getLong("durable_seq"),
                row.getLong("value_bytes"),
                row.getInt("events"),
                instant(row, "since"));
    }

    private Instruction instruction(ResultSet row) throws SQLException {
        return new Instruction(
                row.getObject("id", UUID.class),
                Instruction.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getObject("extra_minutes", Integer.class));
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getInt("revision"),
                Receipt.Kind.valueOf(row.getString("kind")),
                instant(row, "handed_in_at"),
                row.getInt("epoch"),
                row.getLong("last_seq"),
                row.getInt("answered"),
                row.getString("hash"));
    }

    /** Stores what changed but the journal and the scripts. */
    void store(Collection<Attempt> changed, Instant now) {
        var progressed = changed.stream()
                .filter(attempt -> attempt.changes().hasProgressed())
                .toList();
        batches.batchUpdate("""
                update sitting.attempt set epoch = ?, unlocked_until = ?, extra_minutes = ?, started_at = ?, deadline = ?, sealed = ?
                where id = ?
                """, progressed, Math.max(1, progressed.size()), Attempts::bind);
        var devices = new ArrayList<Object[]>();
        var told = new ArrayList<Given>();
        var confirmed = new ArrayList<Object[]>();
        for (var attempt : changed) {
            var changes = attempt.changes();
            changes.devices().forEach(device -> devices.add(deviceRow(attempt.id(), device)));
            changes.given().forEach(one -> told.add(new Given(attempt.id(), one, now)));
            changes.confirmed().forEach(id -> confirmed.add(new Object[] {utc(now), id, attempt.id()}));
        }
        batches.batchUpdate("""
                insert into sitting.device (attempt, epoch, token_hash, durable_seq, value_bytes, since) values (?, ?, ?, ?, ?, ?)
                on conflict (attempt, epoch) do update set
                    durable_seq = excluded.durable_seq, value_bytes = excluded.value_bytes
                """, devices);
        batches.batchUpdate("""
                insert into sitting.instruction (id, attempt, kind, text, extra_minutes, given_at)
                values (?, ?, ?, ?, ?, ?)
                """, told, Math.max(1, told.size()), Attempts::bind);
        batches.batchUpdate(
                "update sitting.instruction set confirmed_at = ? where id = ? and attempt = ? and confirmed_at is null",
                confirmed);
    }

    void add(UUID attempt, Receipt receipt) {
        jdbc.sql("""
                insert into sitting.script (attempt, revision, kind, epoch, last_seq, answered, hash, handed_in_at)
                values (:attempt, :revision, :kind, :epoch, :lastSeq, :answered, :hash, :at)
                """)
                .param("attempt", attempt)
                .param("revision", receipt.revision())
                .param("kind", receipt.kind().name())
                .param("epoch", receipt.epoch())
                .param("lastSeq", receipt.lastSeq())
                .param("answered", receipt.answered())
                .param("hash", receipt.hash())
                .param("at", utc(receipt.handedInAt()))
                .update();
    }

    private static void bind(PreparedStatement statement, Attempt attempt) throws SQLException {
        var progress = attempt.progress();
        var handedIn = progress.sealed();
        statement.setInt(1, progress.epoch());
        statement.setObject(2, utcOrNull(progress.unlockedUntil()));
        statement.setInt(3, progress.extraMinutes());
        statement.setObject(4, utcOrNull(progress.startedAt()));
        statement.setObject(5, utcOrNull(progress.deadline()));
        statement.setString(6, handedIn == null ? null : handedIn.name());
        statement.setObject(7, attempt.id());
    }

    private record Given(UUID attempt, Instruction told, Instant at) {}

    private static void bind(PreparedStatement statement, Given given) throws SQLException {
        var told = given.told();
        statement.setObject(1, told.id());
        statement.setObject(2, given.attempt());
        statement.setString(3, told.kind().name());
        statement.setString(4, told.text());
        statement.setObject(5, told.extraMinutes());
        statement.setObject(6, utc(given.at()));
    }

    private static Object[] deviceRow(UUID attempt, Device device) {
        return new Object[] {
            attempt, device.epoch(), device.tokenHash(), device.durableSeq(), device.valueBytes(), utc(device.since())
        };
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant maybe(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
