package org.onex.center.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All results with their entries. No statement here changes what is final. */
@Repository
class Results {

    private static final int PEOPLE_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    Results(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /**
     * A result and how far it is.
     *
     * @param finalAt        null while it may change
     * @param review         how far the newest review of it is
     * @param pendingReviews that nobody has decided
     */
    record Stored(Result result, @Nullable Instant finalAt, Review.@Nullable State review, int pendingReviews) {

        private Stored with(List<Entry> entries) {
            var whole = new Result(result.key(), result.who(), result.what(), entries, result.outcome());
            return new Stored(whole, finalAt, review, pendingReviews);
        }
    }

    Optional<Stored> find(RegistrationKey key) {
        return find(List.of(key)).stream().findFirst();
    }

    List<Stored> find(Collection<RegistrationKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : withEntries(jdbc
                        .sql("""
                                select * from result.result
                                where candidate_id in (:candidates) and registration_id in (:registrations)
                                """)
                        .param("candidates", candidates(keys))
                        .param("registrations", ids(keys))
                        .query((row, n) -> stored(row))
                        .list()
                        .stream()
                        .filter(found -> keys.contains(found.result().key()))
                        .toList());
    }

    private static Set<UUID> candidates(Collection<RegistrationKey> keys) {
        return keys.stream().map(RegistrationKey::candidate).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(Collection<RegistrationKey> keys) {
        return keys.stream().map(RegistrationKey::id).collect(Collectors.toSet());
    }

    /** Puts what was drawn up of a site into the place of what was there. */
    void replace(String plan, UUID site, List<Result> drawn) {
        var place = new MapSqlParameterSource("plan", plan).addValue("site", site);
        jdbc.sql("""
                delete from result.entry e
                where exists (select 1 from result.result r
                              where r.candidate_id = e.candidate_id and r.registration_id = e.registration_id
                                and r.plan = :plan and r.site_id = :site and r.final_at is null)
                """).paramSource(place).update();
        jdbc.sql("delete from result.result where plan = :plan and site_id = :site and final_at is null")
                .paramSource(place)
                .update();
        batches.batchUpdate("""
                insert into result.result
                    (candidate_id, registration_id, version, plan, awarding_body, site_id, enrolment_id, college, class_name, name,
                     number_sealed, ticket, qualification, level, outcome, pending_reviews, decided_reviews)
                values (:candidate, :registration, 1, :plan, :body, :site, :enrolment, :college, :className, :name,
                        :number, :ticket, :qualification, :level, :outcome, 0, 0)
                """, drawn.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
        addEntries(drawn);
    }

    /** What a review has put right. */
    void correct(Result corrected) {
        var key = keyed(corrected.key());
        var changed = jdbc.sql("""
                update result.result set outcome = :outcome, version = version + 1
                where candidate_id = :candidate and registration_id = :registration and final_at is null
                """)
                .paramSource(key.addValue("outcome", name(corrected.outcome())))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("a final result stays: " + corrected.key());
        }
        jdbc.sql("delete from result.entry where candidate_id = :candidate and registration_id = :registration")
                .paramSource(key)
                .update();
        addEntries(List.of(corrected));
    }

    /** How many reviews of it wait and were decided, and how far the newest is; as long as one waits it does not become final. */
    void note(RegistrationKey key, int pending, int decided, Review.State newest) {
        jdbc.sql("""
                update result.result set pending_reviews = :pending, decided_reviews = :decided, review = :review
                where candidate_id = :candidate and registration_id = :registration and final_at is null
                """)
                .paramSource(keyed(key)
                        .addValue("pending", pending)
                        .addValue("decided", decided)
                        .addValue("review", newest.name()))
                .update();
    }

    /** Whatever waits for no review becomes final; how many. */
    int finalise(String plan, Instant now) {
        return jdbc.sql("""
                update result.result set final_at = :now
                where plan = :plan and final_at is null and pending_reviews = 0
                """)
                .param("now", Timestamp.from(now))
                .param("plan", plan)
                .update();
    }

    boolean isAllFinal(String plan) {
        return jdbc.sql("select not exists (select 1 from result.result where plan = :plan and final_at is null)")
                .param("plan", plan)
                .query(Boolean.class)
                .single();
    }

    /** The digest of everything that was drawn up of a plan. */
    String digest(String plan) {
        var digest = new SheetDigest();
        var after = new RegistrationKey(new UUID(0, 0), new UUID(0, 0));
        var lines = lines(plan, after);
        while (!lines.isEmpty()) {
            lines.forEach(digest::add);
            lines = lines(plan, lines.getLast().key());
        }
        return digest.value();
    }

    private List<SheetDigest.Line> lines(String plan, RegistrationKey after) {
        return jdbc.sql("""
                select e.*, r.college, r.outcome
                from (select * from result.result
                      where plan = :plan and (candidate_id, registration_id) > (:candidate, :registration)
                        and exists (select 1 from result.entry x
                                    where x.candidate_id = result.candidate_id and x.registration_id = result.registration_id)
                      order by candidate_id, registration_id limit :limit) r
                join result.entry e on e.candidate_id = r.candidate_id and e.registration_id = r.registration_id
                order by e.candidate_id, e.registration_id, e.subject collate "C"
                """)
                .paramSource(keyed(after).addValue("plan", plan).addValue("limit", PEOPLE_AT_ONCE))
                .query((row, n) -> new SheetDigest.Line(
                        keyOf(row), row.getString("college"), entry(row), outcome(row.getString("outcome"))))
                .list();
    }

    /** What there is of a plan; of one college's people, if one is named. */
    Sheet.Counts counts(String plan, @Nullable String college) {
        var people = jdbc.sql("""
                select count(*) as people, count(*) filter (where outcome = 'PASSED') as passed,
                       count(*) filter (where outcome = 'FAILED') as failed
                from result.result where plan = :plan and (cast(:college as text) is null or college = :college)
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> new int[] {row.getInt("people"), row.getInt("passed"), row.getInt("failed")})
                .single();
        var entries = entriesByStatus(plan, college);
        var problems = jdbc.sql("select count(*) from result.problem where plan = :plan")
                .param("plan", plan)
                .query(Integer.class)
                .single();
        return new Sheet.Counts(
                people[0],
                people[1],
                people[2],
                entries.getOrDefault(Entry.Status.ABSENT, 0),
                entries.getOrDefault(Entry.Status.VOID, 0),
                entries.getOrDefault(Entry.Status.LOST, 0),
                problems);
    }

    private Map<Entry.Status, Integer> entriesByStatus(String plan, @Nullable String college) {
        return jdbc
                .sql("""
                select e.status, count(*) as entries
                from result.result r
                join result.entry e on e.candidate_id = r.candidate_id and e.registration_id = r.registration_id
                where r.plan = :plan and (cast(:college as text) is null or r.college = :college)
                group by e.status
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> Map.entry(Entry.Status.valueOf(row.getString("status")), row.getInt("entries")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void addEntries(Collection<Result> results) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var result : results) {
            var position = 0;
            for (var entry : result.entries()) {
                position++;
                rows.add(keyed(result.key())
                        .addValue("subject", entry.subject().name())
                        .addValue("position", position)
                        .addValue("script", entry.script())
                        .addValue("status", entry.status().name())
                        .addValue("score", entry.score())
                        .addValue("full", entry.full()));
            }
        }
        batches.batchUpdate("""
                insert into result.entry (candidate_id, registration_id, subject, position, script_id, status, score, full_points)
                values (:candidate, :registration, :subject, :position, :script, :status, :score, :full)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(Result result) {
        var who = result.who();
        var what = result.what();
        return keyed(result.key())
                .addValue("plan", what.plan())
                .addValue("body", what.awardingBody())
                .addValue("site", what.site())
                .addValue("enrolment", who.enrolment())
                .addValue("college", who.college())
                .addValue("className", who.className())
                .addValue("name", who.name())
                .addValue("number", vault.seal(who.number().value(), numberOf(result.key())))
                .addValue("ticket", what.ticket())
                .addValue("qualification", what.qualification())
                .addValue("level", what.level().name())
                .addValue("outcome", name(result.outcome()));
    }

    private static @Nullable String name(Result.@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static MapSqlParameterSource keyed(RegistrationKey key) {
        return new MapSqlParameterSource("candidate", key.candidate()).addValue("registration", key.id());
    }

    /** Puts the entries beside results that were read without them. */
    List<Stored> withEntries(List<Stored> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        var keys = read.stream().map(one -> one.result().key()).toList();
        var entries = new HashMap<RegistrationKey, List<Entry>>();
        jdbc.sql("""
                select * from result.entry
                where candidate_id in (:candidates) and registration_id in (:registrations) order by position
                """)
                .param("candidates", candidates(keys))
                .param("registrations", ids(keys))
                .query((row, n) -> entries.computeIfAbsent(keyOf(row), any -> new ArrayList<>())
                        .add(entry(row)))
                .list();
        return read.stream()
                .map(one -> one.with(entries.getOrDefault(one.result().key(), List.of())))
                .toList();
    }

    /** Reads a row that has all columns of a result; its entries stand elsewhere. */
    Stored stored(ResultSet row) throws SQLException {
        var key = keyOf(row);
        var finalAt = row.getTimestamp("final_at");
        var review = row.getString("review");
        var result = new Result(
                key,
                new Result.Who(
                        row.getObject("enrolment_id", UUID.class),
                        row.getString("college"),
                        row.getString("class_name"),
                        row.getString("name"),
                        IdNumber.of(vault.openText(row.getBytes("number_sealed"), numberOf(key)))),
                new Result.What(
                        row.getString("plan"),
                        row.getString("awarding_body"),
                        row.getObject("site_id", UUID.class),
                        row.getString("ticket"),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level"))),
                List.of(),
                outcome(row.getString("outcome")));
        return new Stored(
                result,
                finalAt == null ? null : finalAt.toInstant(),
                review == null ? null : Review.State.valueOf(review),
                row.getInt("pending_reviews"));
    }

    private static Result.@Nullable Outcome outcome(@Nullable String stored) {
        return stored == null ? null : Result.Outcome.valueOf(stored);
    }

    private static RegistrationKey keyOf(ResultSet row) throws SQLException {
        return new RegistrationKey(
                row.getObject("candidate_id", UUID.class), row.getObject("registration_id", UUID.class));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Subject.valueOf(row.getString("subject")),
                row.getObject("script_id", UUID.class),
                Entry.Status.valueOf(row.getString("status")),
                row.getObject("score", Integer.class),
                row.getInt("full_points"));
    }

    private static String numberOf(RegistrationKey key) {
        return "number of result " + key.candidate() + "/" + key.id();
    }
}
