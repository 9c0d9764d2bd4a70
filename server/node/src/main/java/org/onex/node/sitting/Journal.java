package org.onex.node.sitting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every entry that ever came (答题日志), and the answers it folds to. Nothing in it is ever changed. */
@Repository
class Journal {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Journal(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void append(Collection<Attempt> changed) {
        var entries = new ArrayList<Object[]>();
        for (var attempt : changed) {
            attempt.changes().entries().forEach(entry -> entries.add(row(attempt.id(), entry)));
        }
        batches.batchUpdate("""
                insert into sitting.entry (attempt, epoch, seq, item, value, claimed_at, received_at, standing)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, entries);
        appendEvents(changed);
    }

    /** One that comes again is neither kept nor counted again; a batch of the driver would not tell which ones were kept. */
    private void appendEvents(Collection<Attempt> changed) {
        var brought = new ArrayList<String[]>();
        for (var attempt : changed) {
            attempt.changes().events().forEach(seen -> brought.add(row(attempt.id(), seen)));
        }
        if (brought.isEmpty()) {
            return;
        }
        var kept = jdbc.sql("""
                        insert into sitting.event (attempt, epoch, kind, claimed_at, received_at)
                        select cast(attempt as uuid), cast(epoch as int), kind, cast(claimed_at as timestamptz), cast(received_at as timestamptz)
                        from unnest(:attempts, :epochs, :kinds, :claimed, :received)
                            as brought (attempt, epoch, kind, claimed_at, received_at)
                        on conflict (attempt, epoch, kind, claimed_at) do nothing
                        returning attempt, epoch
                        """)
                .param("attempts", column(brought, 0))
                .param("epochs", column(brought, 1))
                .param("kinds", column(brought, 2))
                .param("claimed", column(brought, 3))
                .param("received", column(brought, 4))
                .query((row, n) -> new Object[] {row.getObject("attempt", UUID.class), row.getInt("epoch")})
                .list();
        batches.batchUpdate("update sitting.device set events = events + 1 where attempt = ? and epoch = ?", kept);
    }

    private static String[] column(List<String[]> rows, int index) {
        return rows.stream().map(row -> row[index]).toArray(String[]::new);
    }

    private static Object[] row(UUID attempt, Entry.Journaled journaled) {
        var entry = journaled.entry();
        return new Object[] {
            attempt,
            journaled.epoch(),
            entry.seq(),
            entry.item(),
            entry.value(),
            Attempts.utc(entry.claimedAt()),
            Attempts.utc(journaled.receivedAt()),
            journaled.standing().name()
        };
    }

    private static String[] row(UUID attempt, AttemptChanges.Seen seen) {
        return new String[] {
            attempt.toString(),
            Integer.toString(seen.epoch()),
            seen.event().kind(),
            seen.event().claimedAt().toString(),
            seen.receivedAt().toString()
        };
    }

    List<Entry> between(UUID attempt, int epoch, long from, long to) {
        return jdbc.sql("""
                        select seq, item, value, claimed_at from sitting.entry
                        where attempt = :attempt and epoch = :epoch and seq between :from and :to
                        """)
                .param("attempt", attempt)
                .param("epoch", epoch)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Entry(
                        row.getLong("seq"),
                        row.getString("item"),
                        row.getString("value"),
                        Attempts.instant(row, "claimed_at")))
                .list();
    }

    /**
     * What the journal folds to.
     *
     * @param answers value by item, cleared ones included
     * @param lastSeq by epoch, its last entry that counts
     */
    record Fold(Map<String, String> answers, Map<Integer, Long> lastSeq) {}

    /** The answers as they stand for the candidate. */
    Fold answersOf(UUID attempt) {
        return foldOf(fold(List.of(attempt), EnumSet.of(Entry.Standing.COUNTS)), attempt);
    }

    /** Per item the entry with the greatest (epoch, seq) among those that count. */
    Map<UUID, Fold> fold(Collection<UUID> attempts, Set<Entry.Standing> standings) {
        var folds = new HashMap<UUID, Fold>();
        var ids = attempts.stream().map(UUID::toString).toArray(String[]::new);
        var kinds = standings.stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql("""
                        select distinct on (attempt, item) attempt, item, value from sitting.entry
                        where attempt = any(cast(:ids as uuid[])) and standing = any(:kinds)
                        order by attempt, item, epoch desc, seq desc
                        """).param("ids", ids).param("kinds", kinds).query(row -> {
            foldOf(folds, row.getObject("attempt", UUID.class))
                    .answers()
                    .put(row.getString("item"), row.getString("value"));
        });
        jdbc.sql("""
                        select attempt, epoch, max(seq) as seq from sitting.entry
                        where attempt = any(cast(:ids as uuid[])) and standing = any(:kinds) group by attempt, epoch
                        """).param("ids", ids).param("kinds", kinds).query(row -> {
            foldOf(folds, row.getObject("attempt", UUID.class)).lastSeq().put(row.getInt("epoch"), row.getLong("seq"));
        });
        return folds;
    }

    /** Attempts without any entry have an empty one. */
    static Fold foldOf(Map<UUID, Fold> folds, UUID attempt) {
        return folds.computeIfAbsent(attempt, key -> new Fold(new HashMap<>(), new HashMap<>()));
    }
}
