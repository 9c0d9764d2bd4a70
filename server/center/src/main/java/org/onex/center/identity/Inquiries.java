package org.onex.center.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.foundation.ids.Ids;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open questions; one for each enrolment at most, gone when it is answered. */
@Repository
class Inquiries {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Inquiries(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Adds a question for each; one that is open already begins again, because the name has changed. */
    void add(Collection<EnrolmentKey> keys, Instant now) {
        batches.batchUpdate(
                """
                insert into identity.inquiry (id, candidate, enrolment, name, state, attempts, next_at)
                values (:id, :candidate, :enrolment, '', 'WAITING', 0, :now)
                on conflict (candidate, enrolment) do update set
                    id = excluded.id, name = '', state = 'WAITING', ticket = null, attempts = 0, next_at = excluded.next_at
                """,
                keys.stream()
                        .map(key -> new MapSqlParameterSource("id", Ids.next())
                                .addValue("candidate", key.candidate())
                                .addValue("enrolment", key.enrolment())
                                .addValue("now", Timestamp.from(now)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Takes some that are to be asked now; who took them has until then, and afterwards somebody else tries. */
    List<Inquiry> take(int limit, Instant now, Instant until) {
        var taken = jdbc.sql("""
                select * from identity.inquiry
                where state in ('WAITING', 'TAKEN') and next_at <= :now
                order by next_at, id limit :limit for update skip locked
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> inquiry(row))
                .list();
        move(ids(taken), "TAKEN", until);
        return taken;
    }

    void asked(Collection<Inquiry> asked, String ticket, Instant next) {
        batches.batchUpdate(
                """
                update identity.inquiry set state = 'ASKED', name = :name, ticket = :ticket, next_at = :next
                where id = :id
                """,
                asked.stream()
                        .map(inquiry -> new MapSqlParameterSource("id", inquiry.id())
                                .addValue("name", inquiry.name())
                                .addValue("ticket", ticket)
                                .addValue("next", Timestamp.from(next)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Gives back what was taken and not asked. */
    void release(Collection<UUID> ids, Instant next) {
        move(ids, "WAITING", next);
    }

    /** Puts off what could not be asked. */
    void putOff(Collection<UUID> ids, Instant next) {
        move(ids, "WAITING", next);
        if (!ids.isEmpty()) {
            jdbc.sql("update identity.inquiry set attempts = attempts + 1 where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    private void move(Collection<UUID> ids, String state, Instant next) {
        if (!ids.isEmpty()) {
            jdbc.sql("update identity.inquiry set state = :state, next_at = :next where id in (:ids)")
                    .param("state", state)
                    .param("next", Timestamp.from(next))
                    .param("ids", ids)
                    .update();
        }
    }

    /** Tickets whose answers are to be asked for now. */
    List<String> dueTickets(Instant now) {
        return jdbc.sql("""
                select distinct ticket from identity.inquiry where state = 'ASKED' and next_at <= :now order by ticket limit 20
                """)
                .param("now", Timestamp.from(now))
                .query((row, n) -> row.getString("ticket"))
                .list();
    }

    /** Looks again for a ticket's answers later. */
    void lookAgain(String ticket, Instant next) {
        jdbc.sql("update identity.inquiry set next_at = :next where state = 'ASKED' and ticket = :ticket")
                .param("next", Timestamp.from(next))
                .param("ticket", ticket)
                .update();
    }

    List<Inquiry> ofTicket(String ticket) {
        return jdbc.sql("select * from identity.inquiry where state = 'ASKED' and ticket = :ticket order by id")
                .param("ticket", ticket)
                .query((row, n) -> inquiry(row))
                .list();
    }

    /** Takes away questions that are done with; which of them were still there. */
    List<UUID> remove(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("delete from identity.inquiry where id in (:ids) returning id")
                        .param("ids", ids)
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list();
    }

    static List<UUID> ids(Collection<Inquiry> inquiries) {
        return inquiries.stream().map(Inquiry::id).toList();
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                row.getObject("id", UUID.class),
                new EnrolmentKey(row.getObject("candidate", UUID.class), row.getObject("enrolment", UUID.class)),
                row.getString("name"),
                row.getString("ticket"),
                row.getInt("attempts"));
    }
}
