package org.onex.node.sitting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;

/** What others may ask about what is installed on this node. */
@Repository
@ConcurrencyLimit(2)
public class BundleDirectory {

    private final JdbcClient jdbc;
    private final ExamSessions sessions;

    BundleDirectory(JdbcClient jdbc, ExamSessions sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
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
                        List.of()))
                .optional()
                .map(this::withSessions);
    }

    /** Only when the row is read: its connection is free again by then, and nobody waits for a second one while holding the first. */
    private InstalledBundle withSessions(InstalledBundle bundle) {
        var inOrder = sessions.of(bundle.id()).stream().map(SessionView::of).toList();
        return new InstalledBundle(bundle.id(), bundle.version(), bundle.title(), bundle.practice(), inOrder);
    }

    /** Whether somebody of it is writing in one of these rooms. */
    public boolean isAnybodyWriting(UUID bundle, Collection<String> rooms) {
        return jdbc.sql("""
                        select exists (select 1 from sitting.attempt a join sitting.session s on s.id = a.session
                            where s.bundle = :bundle and a.room = any(:rooms) and a.started_at is not null and a.sealed is null)
                        """)
                .param("bundle", bundle)
                .param("rooms", rooms.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
