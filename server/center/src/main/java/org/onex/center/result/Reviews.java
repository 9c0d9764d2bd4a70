package org.onex.center.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.foundation.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All reviews. Whoever changes one holds the sheet of its plan. */
@Repository
class Reviews {

    private final JdbcClient jdbc;
    private final Vault vault;

    Reviews(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * @throws ResultRefused if one of this subject is pending
     */
    void add(Review asked) {
        try {
            jdbc.sql("""
                    insert into result.review
                        (candidate_id, id, registration_id, version, plan, awarding_body, college, subject, reason_sealed,
                         asked_login, asked_name, asked_at, state, before_status, before_score, before_outcome)
                    values (:candidate, :id, :registration, :version, :plan, :body, :college, :subject, :reason,
                            :login, :name, :at, :state, :status, :score, :outcome)
                    """)
                    .param("candidate", asked.key().candidate())
                    .param("id", asked.key().id())
                    .param("registration", asked.registration())
                    .param("version", asked.version())
                    .param("plan", asked.whose().plan())
                    .param("body", asked.whose().awardingBody())
                    .param("college", asked.whose().college())
                    .param("subject", asked.subject().name())
                    .param(
                            "reason",
                            vault.seal(asked.reason(), reasonOf(asked.key().id())))
                    .param("state", asked.state().name())
                    .params(word("", asked.asked()))
                    .params(stand("", asked.before()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw ResultRefused.of(ResultRefused.Code.REVIEW_PENDING);
        }
    }

    Optional<Review> find(Review.Key key) {
        return jdbc.sql("select * from result.review where candidate_id = :candidate and id = :id")
                .param("candidate", key.candidate())
                .param("id", key.id())
                .query((row, n) -> review(row))
                .optional();
    }

    boolean isPending(RegistrationKey registration, Subject subject) {
        return jdbc.sql("""
                select exists (select 1 from result.review
                               where candidate_id = :candidate and registration_id = :registration and subject = :subject
                                 and decided_at is null)
                """)
                .param("candidate", registration.candidate())
                .param("registration", registration.id())
                .param("subject", subject.name())
                .query(Boolean.class)
                .single();
    }

    /** How many of a registration wait, and how many were decided by the body. */
    record Counts(int pending, int decided) {}

    Counts counts(RegistrationKey registration) {
        return jdbc.sql("""
                select count(*) filter (where decided_at is null) as pending,
                       count(*) filter (where state in ('UPHELD', 'CORRECTED')) as decided
                from result.review where candidate_id = :candidate and registration_id = :registration
                """)
                .param("candidate", registration.candidate())
                .param("registration", registration.id())
                .query(Counts.class)
                .single();
    }

    /** Stores what became of one whose plan's sheet this transaction holds. */
    void change(Review changed) {
        var proposal = changed.proposal();
        var id = changed.key().id();
        jdbc.sql("""
                update result.review set
                    version = :version, state = :state,
                    after_whole = :whole, after_status = :statusAfter, after_score = :scoreAfter, after_outcome = :outcomeAfter,
                    finding_sealed = :finding,
                    proposed_login = :loginProposed, proposed_name = :nameProposed, proposed_at = :atProposed,
                    decided_login = :loginDecided, decided_name = :nameDecided, decided_at = :atDecided
                where candidate_id = :candidate and id = :id
                """)
                .param("candidate", changed.key().candidate())
                .param("id", id)
                .param("version", changed.version())
                .param("state", changed.state().name())
                .param("whole", proposal == null ? null : proposal.whole())
                .param("finding", proposal == null ? null : vault.seal(proposal.finding(), findingOf(id)))
                .params(stand("After", proposal == null ? null : proposal.after()))
                .params(word("Proposed", proposal == null ? null : proposal.by()))
                .params(word("Decided", changed.decided()))
                .update();
    }

    private static Map<String, @Nullable Object> word(String whose, Review.@Nullable Word word) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("login" + whose, word == null ? null : word.login());
        values.put("name" + whose, word == null ? null : word.name());
        values.put("at" + whose, word == null ? null : Timestamp.from(word.at()));
        return values;
    }

    private static Map<String, @Nullable Object> stand(String which, Review.@Nullable Stand stand) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("status" + which, stand == null ? null : stand.status().name());
        values.put("score" + which, stand == null ? null : stand.score());
        values.put("outcome" + which, stand == null ? null : stand.outcome().name());
        return values;
    }

    Review review(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Review(
                new Review.Key(row.getObject("candidate_id", UUID.class), id),
                row.getObject("registration_id", UUID.class),
                row.getInt("version"),
                new Review.Whose(row.getString("plan"), row.getString("awarding_body"), row.getString("college")),
                Subject.valueOf(row.getString("subject")),
                vault.openText(row.getBytes("reason_sealed"), reasonOf(id)),
                word(row, "asked"),
                Review.State.valueOf(row.getString("state")),
                stand(row, "before"),
                row.getTimestamp("proposed_at") == null
                        ? null
                        : new Review.Proposal(
                                stand(row, "after"),
                                row.getString("after_whole"),
                                vault.openText(row.getBytes("finding_sealed"), findingOf(id)),
                                word(row, "proposed")),
                row.getTimestamp("decided_at") == null ? null : word(row, "decided"));
    }

    private static Review.Word word(ResultSet row, String which) throws SQLException {
        return new Review.Word(
                row.getString(which + "_login"),
                row.getString(which + "_name"),
                row.getTimestamp(which + "_at").toInstant());
    }

    private static Review.Stand stand(ResultSet row, String which) throws SQLException {
        return new Review.Stand(
                Entry.Status.valueOf(row.getString(which + "_status")),
                row.getObject(which + "_score", Integer.class),
                Result.Outcome.valueOf(row.getString(which + "_outcome")));
    }

    private static String reasonOf(UUID review) {
        return "reason of review " + review;
    }

    private static String findingOf(UUID review) {
        return "finding of review " + review;
    }
}
