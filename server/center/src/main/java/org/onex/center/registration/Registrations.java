package org.onex.center.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All registrations with their records, those that were withdrawn too. */
@Repository
class Registrations {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    Registrations(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /** Keeps everybody else from changing what these people are registered for until the transaction ends. */
    void lockPeople(Collection<UUID> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        // Counting locks the row, whether it was there or not; all in one order.
        batches.batchUpdate(
                """
                insert into registration.person (candidate_id, changes) values (:candidate, 1)
                on conflict (candidate_id) do update set changes = person.changes + 1
                """,
                new TreeSet<>(candidates)
                        .stream()
                                .map(candidate -> new MapSqlParameterSource("candidate", candidate))
                                .toArray(SqlParameterSource[]::new));
    }

    Optional<Registration> find(RegistrationKey key) {
        return jdbc.sql("select * from registration.registration where candidate_id = :candidate and id = :id")
                .param("candidate", key.candidate())
                .param("id", key.id())
                .query((row, n) -> registration(row))
                .optional()
                .map(found -> withSubjects(List.of(found)).getFirst());
    }

    /** What these people are registered for at present, by whom ever. */
    Map<UUID, List<Registration>> standing(Collection<UUID> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        var found = jdbc.sql("""
                select * from registration.registration
                where candidate_id in (:candidates) and withdrawn is null order by candidate_id, since, id
                """)
                .param("candidates", Set.copyOf(candidates))
                .query((row, n) -> registration(row))
                .list();
        return withSubjects(found).stream().collect(Collectors.groupingBy(Registration::candidate));
    }

    void add(Collection<Registration> added) {
        batches.batchUpdate("""
                insert into registration.registration
                    (candidate_id, id, version, enrolment_id, college, name, number_sealed, kind, class_name,
                     plan, awarding_body, qualification, level, site_id, since)
                values
                    (:candidate, :id, :version, :enrolment, :college, :name, :number, :kind, :className,
                     :plan, :body, :qualification, :level, :site, :since)
                """, parameters(added));
        addEntries(added);
    }

    /**
     * Stores the next version of each.
     *
     * @throws RegistrationRefused if somebody stored one before us
     */
    void change(Collection<Registration> changed) {
        var stored = batches.batchUpdate("""
                update registration.registration set
                    version = :version, enrolment_id = :enrolment, name = :name, kind = :kind, class_name = :className,
                    qualification = :qualification, level = :level, site_id = :site, withdrawn = :withdrawn
                where candidate_id = :candidate and id = :id and version = :version - 1
                """, parameters(changed));
        if (Arrays.stream(stored).anyMatch(count -> count == 0)) {
            throw RegistrationRefused.of(RegistrationRefused.Code.CHANGED);
        }
        batches.batchUpdate(
                "delete from registration.entry where candidate_id = :candidate and registration_id = :id",
                parameters(changed));
        addEntries(changed);
    }

    private void addEntries(Collection<Registration> added) {
        var entries = new ArrayList<SqlParameterSource>();
        for (var registration : added) {
            var position = 0;
            for (var subject : registration.subjects()) {
                position++;
                entries.add(new MapSqlParameterSource("candidate", registration.candidate())
                        .addValue("id", registration.key().id())
                        .addValue("subject", subject.name())
                        .addValue("position", position));
            }
        }
        batches.batchUpdate("""
                insert into registration.entry (candidate_id, registration_id, subject, position)
                values (:candidate, :id, :subject, :position)
                """, entries.toArray(SqlParameterSource[]::new));
    }

    List<RegistrationCount> counts(String plan) {
        return counts("", Map.of("plan", plan));
    }

    List<RegistrationCount> counts(String plan, String college) {
        return counts("and college = :college", Map.of("plan", plan, "college", college));
    }

    private List<RegistrationCount> counts(String restriction, Map<String, String> parameters) {
        return jdbc.sql("""
                select college, qualification, level, count(*) as people from registration.registration
                where plan = :plan and withdrawn is null %s
                group by college, qualification, level order by college, qualification, level
                """.formatted(restriction))
                .params(parameters)
                .query((row, n) -> new RegistrationCount(
                        row.getString("college"),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level")),
                        row.getInt("people")))
                .list();
    }

    private SqlParameterSource[] parameters(Collection<Registration> registrations) {
        return registrations.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    }

    private SqlParameterSource parameters(Registration registration) {
        var who = registration.who();
        var withdrawn = registration.withdrawn();
        return new MapSqlParameterSource("candidate", registration.candidate())
                .addValue("id", registration.key().id())
                .addValue("version", registration.version())
                .addValue("enrolment", who.enrolment())
                .addValue("college", who.college())
                .addValue("name", who.name())
                .addValue("number", vault.seal(who.number().value(), numberOf(registration.key())))
                .addValue("kind", who.kind().name())
                .addValue("className", who.className())
                .addValue("plan", registration.what().plan())
                .addValue("body", registration.awardingBody())
                .addValue("qualification", registration.what().qualification())
                .addValue("level", registration.what().level().name())
                .addValue("site", registration.site())
                .addValue("since", Timestamp.from(registration.since()))
                .addValue("withdrawn", withdrawn == null ? null : Timestamp.from(withdrawn));
    }

    /** Puts the records beside registrations that were read without them. */
    List<Registration> withSubjects(List<Registration> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        var subjects = new HashMap<RegistrationKey, List<Subject>>();
        jdbc.sql("""
                select candidate_id, registration_id, subject from registration.entry
                where candidate_id in (:candidates) and registration_id in (:ids) order by position
                """)
                .param("candidates", read.stream().map(Registration::candidate).collect(Collectors.toSet()))
                .param("ids", read.stream().map(found -> found.key().id()).collect(Collectors.toSet()))
                .query((row, n) -> subjects.computeIfAbsent(
                                new RegistrationKey(
                                        row.getObject("candidate_id", UUID.class),
                                        row.getObject("registration_id", UUID.class)),
                                key -> new ArrayList<>())
                        .add(Subject.valueOf(row.getString("subject"))))
                .list();
        return read.stream()
                .map(found -> found.withSubjects(subjects.getOrDefault(found.key(), List.of())))
                .toList();
    }

    /** Reads a row that has all columns of a registration; its records stand elsewhere. */
    Registration registration(ResultSet row) throws SQLException {
        var key = new RegistrationKey(row.getObject("candidate_id", UUID.class), row.getObject("id", UUID.class));
        var who = new Registrant(
                row.getObject("enrolment_id", UUID.class),
                row.getString("college"),
                row.getString("name"),
                IdNumber.of(vault.openText(row.getBytes("number_sealed"), numberOf(key))),
                CandidateKind.valueOf(row.getString("kind")),
                row.getString("class_name"));
        var withdrawn = row.getTimestamp("withdrawn");
        return new Registration(
                key,
                row.getInt("version"),
                who,
                new OfferingKey(
                        row.getString("plan"), row.getString("qualification"), Level.valueOf(row.getString("level"))),
                row.getString("awarding_body"),
                List.of(),
                row.getObject("site_id", UUID.class),
                row.getTimestamp("since").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static String numberOf(RegistrationKey key) {
        return "number of " + key.candidate() + "/" + key.id();
    }
}
