package org.onex.center.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All issues with their signatures. */
@Repository
class Issues {

    private final JdbcClient jdbc;

    Issues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Issue> find(UUID id) {
        var rows = jdbc.sql("select * from certificate.issue where id = :id")
                .param("id", id)
                .query((row, n) -> issue(row))
                .list();
        return withSignatures(rows).stream().findFirst();
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Issue hold(UUID id) {
        jdbc.sql("select id from certificate.issue where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
        return find(id).orElseThrow();
    }

    /** The one that whoever passes joins, if there is any. */
    Optional<Issue> open(String plan, String college) {
        return jdbc.sql("select * from certificate.issue where plan = :plan and college = :college and state = 'DRAWN'")
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> issue(row))
                .optional();
    }

    /** Those which nobody has signed. */
    List<Issue> open() {
        return jdbc.sql("select * from certificate.issue where state = 'DRAWN' order by id")
                .query((row, n) -> issue(row))
                .list();
    }

    /** The number of the next issue of a plan and college; whoever asks holds the plan. */
    int nextNumber(String plan, String college) {
        return jdbc.sql("""
                select coalesce(max(number), 0) + 1 from certificate.issue where plan = :plan and college = :college
                """)
                .param("plan", plan)
                .param("college", college)
                .query(Integer.class)
                .single();
    }

    void add(Issue drawn) {
        jdbc.sql("""
                insert into certificate.issue
                    (id, plan, awarding_body, awarding_body_name, college, college_name, number, people, digest, state, since)
                values
                    (:id, :plan, :body, :bodyName, :college, :collegeName, :number, :people, :digest, :state, :since)
                """)
                .param("id", drawn.id())
                .param("plan", drawn.plan())
                .param("body", drawn.awardingBody().code())
                .param("bodyName", drawn.awardingBody().name())
                .param("college", drawn.college().code())
                .param("collegeName", drawn.college().name())
                .param("number", drawn.number())
                .param("people", drawn.people())
                .param("digest", drawn.digest())
                .param("state", drawn.state().name())
                .param("since", Timestamp.from(drawn.content().since()))
                .update();
    }

    /** Stores an issue that this transaction holds; its signatures are added by themselves. */
    void change(Issue changed) {
        jdbc.sql("""
                update certificate.issue set people = :people, digest = :digest, state = :state, since = :since,
                    verify_address = :address, signed_at = :signed, job = :job, issued_at = :issued
                where id = :id
                """)
                .param("id", changed.id())
                .param("people", changed.people())
                .param("digest", changed.digest())
                .param("state", changed.state().name())
                .param("since", Timestamp.from(changed.content().since()))
                .param("address", changed.course().verifyAddress())
                .param("signed", timestamp(changed.course().signedAt()))
                .param("job", changed.course().job())
                .param("issued", timestamp(changed.course().issuedAt()))
                .update();
    }

    void add(UUID issue, Signature given) {
        jdbc.sql("""
                insert into certificate.signature (issue_id, party, organization, by_login, by_name, at, digest)
                values (:issue, :party, :organization, :login, :name, :at, :digest)
                """)
                .param("issue", issue)
                .param("party", given.party().name())
                .param("organization", given.organization())
                .param("login", given.login())
                .param("name", given.name())
                .param("at", Timestamp.from(given.at()))
                .param("digest", given.digest())
                .update();
    }

    /** The same with who has signed them, in the order in which they did. */
    List<Issue> withSignatures(List<Issue> some) {
        var signatures = signatures(some.stream().map(Issue::id).toList());
        return some.stream()
                .map(issue -> issue.asSignedBy(signatures.getOrDefault(issue.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Signature>> signatures(Collection<UUID> ids) {
        record Given(UUID issue, Signature signature) {}
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select * from certificate.signature where issue_id in (:ids) order by issue_id, at, party")
                        .param("ids", ids)
                        .query((row, n) -> new Given(row.getObject("issue_id", UUID.class), signature(row)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Given::issue, Collectors.mapping(Given::signature, Collectors.toList())));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                Party.valueOf(row.getString("party")),
                row.getString("organization"),
                row.getString("by_login"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                row.getString("digest"));
    }

    /** Without its signatures. */
    static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getObject("id", UUID.class),
                row.getString("plan"),
                new Issuer(row.getString("awarding_body"), row.getString("awarding_body_name")),
                new Issuer(row.getString("college"), row.getString("college_name")),
                row.getInt("number"),
                new Issue.Content(
                        row.getInt("people"),
                        row.getString("digest"),
                        row.getTimestamp("since").toInstant()),
                new Issue.Course(
                        Issue.State.valueOf(row.getString("state")),
                        List.of(),
                        row.getString("verify_address"),
                        instant(row.getTimestamp("signed_at")),
                        row.getObject("job", UUID.class),
                        instant(row.getTimestamp("issued_at"))));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
