package org.onex.center.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All certificates, those that are only drawn up too. */
@Repository
class Certificates {

    private static final String FILED = " and number is not null and file is not null ";

    /** Who will not be printed as they should: without a photo, or not at all in this issue. */
    static final String FLAWED = " and (photo is null or unprintable <> '') ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    Certificates(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /** The hash of everything that is printed but number, day and photo. Keyed: who sees it cannot try out ID numbers. */
    String printedHash(Certificate.Exam exam, Holder holder, Issuer awardingBody, Issuer college) {
        var printed = List.of(
                holder.name(),
                holder.idNumber().value(),
                exam.qualification().code(),
                exam.qualification().name(),
                exam.level().name(),
                awardingBody.code(),
                awardingBody.name(),
                college.code(),
                college.name());
        return vault.hash(String.join("\u001f", printed), "certificate");
    }

    /** Registrations of a plan and college that stand in an issue. */
    Set<UUID> registrations(String plan, String college) {
        return Set.copyOf(jdbc.sql("""
                select registration_id from certificate.certificate where plan = :plan and college = :college
                """)
                .param("plan", plan)
                .param("college", college)
                .query(UUID.class)
                .list());
    }

    void add(Collection<Certificate> drawn) {
        batches.batchUpdate("""
                insert into certificate.certificate
                    (candidate_id, id, registration_id, issue_id, plan, awarding_body, college, enrolment, name, number_sealed,
                     ticket, qualification, qualification_name, level, photo, unprintable, printed_hash, version)
                values
                    (:candidate, :id, :registration, :issue, :plan, :body, :college, :enrolment, :name, :sealed,
                     :ticket, :qualification, :qualificationName, :level, :photo, :unprintable, :hash, :version)
                """, drawn.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(Certificate drawn) {
        var exam = drawn.exam();
        var holder = drawn.holder();
        var candidate = drawn.key().candidate();
        return key(drawn.key())
                .addValue("registration", drawn.registration())
                .addValue("issue", drawn.issue())
                .addValue("plan", exam.plan())
                .addValue("body", exam.awardingBody())
                .addValue("college", exam.college())
                .addValue("enrolment", holder.enrolment())
                .addValue("name", holder.name())
                .addValue("sealed", vault.seal(holder.idNumber().value(), purpose(candidate)))
                .addValue("ticket", holder.ticket())
                .addValue("qualification", exam.qualification().code())
                .addValue("qualificationName", exam.qualification().name())
                .addValue("level", exam.level().name())
                .addValue("photo", drawn.photo())
                .addValue("unprintable", drawn.unprintable())
                .addValue("hash", drawn.printedHash())
                .addValue("version", drawn.version());
    }

    /** Everybody in an issue, in the order in which they were drawn up. */
    List<Certificate> of(UUID issue) {
        return jdbc.sql("select * from certificate.certificate where issue_id = :issue order by id")
                .param("issue", issue)
                .query((row, n) -> certificate(row))
                .list();
    }

    /** How many of whom, in one issue. */
    private record Counted(UUID issue, IssueView.IssueProblems problems) {}

    /** Who has no photo or cannot be printed, counted; of issues where nobody is so there is nothing. */
    Map<UUID, IssueView.IssueProblems> problems(Collection<UUID> issues) {
        return issues.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select issue_id, count(*) filter (where photo is null) as no_photo,
                               count(*) filter (where unprintable <> '') as no_glyph
                        from certificate.certificate
                        where issue_id in (:issues)
                        """ + FLAWED + " group by issue_id")
                        .param("issues", issues)
                        .query((row, n) -> new Counted(
                                row.getObject("issue_id", UUID.class),
                                new IssueView.IssueProblems(row.getInt("no_photo"), row.getInt("no_glyph"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Counted::issue, Counted::problems));
    }

    /** How many files of each of these issues are made; of those without any there is nothing. */
    Map<UUID, Integer> made(Collection<UUID> issues) {
        return issues.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select issue_id, count(*) as files from certificate.certificate where issue_id in (:issues)"
                                        + FILED + "group by issue_id")
                        .param("issues", issues)
                        .query((row, n) -> Map.entry(row.getObject("issue_id", UUID.class), row.getInt("files")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whoever of an issue cannot be printed. */
    List<Certificate> unprintable(UUID issue) {
        return jdbc.sql("""
                select * from certificate.certificate where issue_id = :issue and unprintable <> '' order by id
                """)
                .param("issue", issue)
                .query((row, n) -> certificate(row))
                .list();
    }

    /** Which photo of whom a certificate shows, if any. */
    record PhotoOf(
            CertificateKey key,
            EnrolmentKey enrolment,
            @Nullable String photo) {}

    /** Everybody in an issue; nothing is unsealed for it. */
    List<PhotoOf> photos(UUID issue) {
        return jdbc.sql(
                        "select candidate_id, id, enrolment, photo from certificate.certificate where issue_id = :issue")
                .param("issue", issue)
                .query((row, n) -> {
                    var candidate = row.getObject("candidate_id", UUID.class);
                    return new PhotoOf(
                            new CertificateKey(candidate, row.getObject("id", UUID.class)),
                            new EnrolmentKey(candidate, row.getObject("enrolment", UUID.class)),
                            row.getString("photo"));
                })
                .list();
    }

    Optional<Certificate> find(CertificateKey key) {
        return jdbc.sql("select * from certificate.certificate where candidate_id = :candidate and id = :id")
                .param("candidate", key.candidate())
                .param("id", key.id())
                .query((row, n) -> certificate(row))
                .optional();
    }

    /** The one that is made for a registration, if it is. */
    Optional<Certificate> ofRegistration(UUID candidate, UUID registration) {
        return jdbc.sql("""
                select * from certificate.certificate
                where candidate_id = :candidate and registration_id = :registration
                """ + FILED)
                .param("candidate", candidate)
                .param("registration", registration)
                .query((row, n) -> certificate(row))
                .optional();
    }

    /** The one with this number, if it is made. */
    Optional<Certificate> numbered(String number) {
        return listed("number", "number", number);
    }

    /** The one in whose QR code this key stands. */
    Optional<Certificate> keyed(VerificationKey key) {
        return listed("verification_key", "key_hash", key.hash());
    }

    private Optional<Certificate> listed(String ledger, String column, String value) {
        return jdbc.sql("select candidate_id, certificate_id from certificate." + ledger + " where " + column
                        + " = :value")
                .param("value", value)
                .query((row, n) -> new CertificateKey(
                        row.getObject("candidate_id", UUID.class), row.getObject("certificate_id", UUID.class)))
                .optional()
                .flatMap(this::find)
                .filter(certificate ->
                        certificate.made() != null && certificate.made().file() != null);
    }

    /** Whoever cannot be printed leaves an issue for another one. */
    void holdBack(UUID issue, UUID next) {
        jdbc.sql("update certificate.certificate set issue_id = :next where issue_id = :issue and unprintable <> ''")
                .param("issue", issue)
                .param("next", next)
                .update();
    }

    void keepPhotos(Map<CertificateKey, String> found) {
        batches.batchUpdate(
                """
                update certificate.certificate set photo = :photo where candidate_id = :candidate and id = :id
                """,
                found.entrySet().stream()
                        .map(entry -> key(entry.getKey()).addValue("photo", entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Keeps what is printed of some, after somebody looked at it again. */
    void keepWords(Collection<Certificate> changed) {
        batches.batchUpdate(
                """
                update certificate.certificate set unprintable = :unprintable, printed_hash = :hash
                where candidate_id = :candidate and id = :id
                """,
                changed.stream()
                        .map(some -> key(some.key())
                                .addValue("unprintable", some.unprintable())
                                .addValue("hash", some.printedHash()))
                        .toArray(SqlParameterSource[]::new));
    }

    void number(Map<CertificateKey, CertificateNumber> given, LocalDate issuedOn) {
        batches.batchUpdate(
                """
                update certificate.certificate set number = :number, issued_on = :day
                where candidate_id = :candidate and id = :id and number is null
                """,
                given.entrySet().stream()
                        .map(entry -> key(entry.getKey())
                                .addValue("number", entry.getValue().text())
                                .addValue("day", issuedOn))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Keeps a file that was made and the key in it; false, and nothing is kept, if there is a file already. */
    boolean file(CertificateKey certificate, String sha256, VerificationKey key) {
        var kept = jdbc.sql("""
                update certificate.certificate set file = :file
                where candidate_id = :candidate and id = :id and number is not null and file is null
                """)
                .param("file", sha256)
                .param("candidate", certificate.candidate())
                .param("id", certificate.id())
                .update();
        if (kept == 1) {
            jdbc.sql("""
                    insert into certificate.verification_key (key_hash, candidate_id, certificate_id)
                    values (:hash, :candidate, :id)
                    """)
                    .param("hash", key.hash())
                    .param("candidate", certificate.candidate())
                    .param("id", certificate.id())
                    .update();
        }
        return kept == 1;
    }

    /** Stores that one was revoked; false if somebody else changed it meanwhile. */
    boolean revoke(Certificate changed, Certificate.Revocation revocation) {
        return jdbc.sql("""
                update certificate.certificate
                set revoked_at = :at, revoked_by = :by, revocation_reason = :reason, version = :version
                where candidate_id = :candidate and id = :id and version = :before and revoked_at is null
                """)
                        .param("at", Timestamp.from(revocation.at()))
                        .param("by", revocation.by())
                        .param("reason", revocation.reason())
                        .param("version", changed.version())
                        .param("before", changed.version() - 1)
                        .param("candidate", changed.key().candidate())
                        .param("id", changed.key().id())
                        .update()
                == 1;
    }

    private static MapSqlParameterSource key(CertificateKey key) {
        return new MapSqlParameterSource("candidate", key.candidate()).addValue("id", key.id());
    }

    private static String purpose(UUID candidate) {
        return "ID number on certificates of " + candidate;
    }

    Certificate certificate(ResultSet row) throws SQLException {
        var key = new CertificateKey(row.getObject("candidate_id", UUID.class), row.getObject("id", UUID.class));
        return new Certificate(
                key,
                row.getObject("registration_id", UUID.class),
                row.getObject("issue_id", UUID.class),
                new Certificate.Exam(
                        row.getString("plan"),
                        row.getString("awarding_body"),
                        row.getString("college"),
                        new QualificationName(row.getString("qualification"), row.getString("qualification_name")),
                        Level.valueOf(row.getString("level"))),
                new Holder(
                        row.getString("name"),
                        IdNumber.of(vault.openText(row.getBytes("number_sealed"), purpose(key.candidate()))),
                        row.getString("ticket"),
                        row.getObject("enrolment", UUID.class)),
                row.getString("photo"),
                row.getString("unprintable"),
                row.getString("printed_hash"),
                made(row),
                revocation(row),
                row.getInt("version"));
    }

    private static Certificate.@Nullable Made made(ResultSet row) throws SQLException {
        var number = row.getString("number");
        return number == null
                ? null
                : new Certificate.Made(number, row.getObject("issued_on", LocalDate.class), row.getString("file"));
    }

    private static Certificate.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        var at = row.getTimestamp("revoked_at");
        return at == null
                ? null
                : new Certificate.Revocation(
                        at.toInstant(), row.getString("revoked_by"), row.getString("revocation_reason"));
    }
}
