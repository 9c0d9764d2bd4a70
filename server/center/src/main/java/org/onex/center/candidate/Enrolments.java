package org.onex.center.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The living enrolments of all colleges. */
@Repository
class Enrolments implements CandidateDirectory {

    private static final String LIVING = """
            select e.*, p.number_sealed
            from candidate.enrolment e join candidate.person p on p.candidate_id = e.candidate_id
            where e.ended is null
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final People people;
    private final Vault vault;

    Enrolments(JdbcClient jdbc, NamedParameterJdbcTemplate batches, People people, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.people = people;
        this.vault = vault;
    }

    Optional<Enrolment> find(EnrolmentKey key) {
        return find(List.of(key)).stream().findFirst();
    }

    List<Enrolment> find(Collection<EnrolmentKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var enrolments = keys.stream().map(EnrolmentKey::enrolment).collect(Collectors.toSet());
        return jdbc.sql(LIVING + " and e.candidate_id in (:candidates) and e.id in (:enrolments)")
                .param("candidates", keys.stream().map(EnrolmentKey::candidate).collect(Collectors.toSet()))
                .param("enrolments", enrolments)
                .query((row, n) -> enrolment(row))
                .list();
    }

    /** Who of these people is at a college now. */
    Map<UUID, Enrolment> at(String college, Collection<UUID> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(LIVING + " and e.college = :college and e.candidate_id in (:candidates)")
                .param("college", college)
                .param("candidates", candidates)
                .query((row, n) -> enrolment(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Enrolment::candidate, enrolment -> enrolment));
    }

    @Override
    public Map<IdNumber, EnrolmentKey> enrolled(Collection<IdNumber> numbers, String college) {
        var known = people.find(numbers);
        var there = at(college, known.values());
        var enrolled = new HashMap<IdNumber, EnrolmentKey>();
        known.forEach((number, candidate) -> {
            var enrolment = there.get(candidate);
            if (enrolment != null) {
                enrolled.put(number, enrolment.key());
            }
        });
        return enrolled;
    }

    @Override
    public List<EnrolmentOutline> outlines(Collection<EnrolmentKey> keys) {
        return find(keys).stream().map(Enrolment::outline).toList();
    }

    /** Keeps everybody else from changing a college's roster until the transaction ends. */
    void lockRoster(String college) {
        jdbc.sql("insert into candidate.roster (college) values (:college) on conflict (college) do nothing")
                .param("college", college)
                .update();
        jdbc.sql("select college from candidate.roster where college = :college for update")
                .param("college", college)
                .query(String.class)
                .single();
    }

    void add(Collection<Enrolment> added) {
        batches.batchUpdate("""
                insert into candidate.enrolment
                    (candidate_id, id, version, college, name, kind, nation, phone_sealed, email, department, major, grade,
                     class_name, student_number, education, entry_year, consent, has_photo, real_name, state, since)
                values
                    (:candidate, :id, :version, :college, :name, :kind, :nation, :phone, :email, :department, :major, :grade,
                     :className, :studentNumber, :education, :entryYear, :consent, :hasPhoto, :realName, :state, :since)
                """, parameters(added));
    }

    /**
     * Stores the next version of each.
     *
     * @throws CandidateRefused if somebody stored one before us
     */
    void change(Collection<Enrolment> changed) {
        var stored = batches.batchUpdate("""
                update candidate.enrolment set
                    version = :version, name = :name, kind = :kind, nation = :nation, phone_sealed = :phone, email = :email,
                    department = :department, major = :major, grade = :grade, class_name = :className,
                    student_number = :studentNumber, education = :education, entry_year = :entryYear, consent = :consent,
                    has_photo = :hasPhoto, real_name = :realName, state = :state
                where candidate_id = :candidate and id = :id and version = :version - 1 and ended is null
                """, parameters(changed));
        if (Arrays.stream(stored).anyMatch(count -> count == 0)) {
            throw CandidateRefused.of(CandidateRefused.Code.CHANGED);
        }
    }

    void end(Enrolment ended, Instant now) {
        jdbc.sql("update candidate.enrolment set ended = :now where candidate_id = :candidate and id = :id")
                .param("now", Timestamp.from(now))
                .param("candidate", ended.candidate())
                .param("id", ended.key().enrolment())
                .update();
    }

    private SqlParameterSource[] parameters(Collection<Enrolment> enrolments) {
        return enrolments.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    }

    private SqlParameterSource parameters(Enrolment enrolment) {
        var said = enrolment.particulars();
        return new MapSqlParameterSource("candidate", enrolment.candidate())
                .addValue("id", enrolment.key().enrolment())
                .addValue("version", enrolment.version())
                .addValue("college", enrolment.college())
                .addValue("name", said.name())
                .addValue("kind", said.kind().name())
                .addValue("nation", said.nation())
                .addValue(
                        "phone",
                        said.phone().isEmpty() ? null : vault.seal(said.phone(), phoneOf(enrolment.candidate())))
                .addValue("email", said.email())
                .addValue("department", said.department())
                .addValue("major", said.major())
                .addValue("grade", said.grade())
                .addValue("className", said.className())
                .addValue("studentNumber", said.studentNumber())
                .addValue("education", said.education())
                .addValue("entryYear", said.entryYear())
                .addValue("consent", said.consent())
                .addValue("hasPhoto", enrolment.hasPhoto())
                .addValue("realName", enrolment.realName().name())
                .addValue("state", enrolment.state().name())
                .addValue("since", Timestamp.from(enrolment.since()));
    }

    /** Reads a row that has all columns of the enrolment and the person's sealed number. */
    Enrolment enrolment(ResultSet row) throws SQLException {
        var candidate = row.getObject("candidate_id", UUID.class);
        var said = new Particulars(
                row.getString("name"),
                CandidateKind.valueOf(row.getString("kind")),
                row.getString("nation"),
                phone(row.getBytes("phone_sealed"), candidate),
                row.getString("email"),
                row.getString("department"),
                row.getString("major"),
                row.getString("grade"),
                row.getString("class_name"),
                row.getString("student_number"),
                row.getString("education"),
                row.getObject("entry_year", Integer.class),
                row.getBoolean("consent"));
        return new Enrolment(
                new EnrolmentKey(candidate, row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("college"),
                people.number(row.getBytes("number_sealed"), candidate),
                said,
                row.getBoolean("has_photo"),
                RealName.valueOf(row.getString("real_name")),
                row.getTimestamp("since").toInstant());
    }

    private String phone(byte @Nullable [] sealed, UUID candidate) {
        return sealed == null ? "" : vault.openText(sealed, phoneOf(candidate));
    }

    private static String phoneOf(UUID candidate) {
        return "phone of " + candidate;
    }
}
