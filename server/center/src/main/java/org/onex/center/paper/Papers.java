package org.onex.center.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.Paper.PaperOrigin;
import org.onex.center.paper.Paper.SealedContent;
import org.onex.center.paper.Paper.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All papers with their proofs, whatever their state. */
@Repository
class Papers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Papers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Paper> find(UUID id) {
        return whole(jdbc.sql("select * from paper.paper where id = :id")
                        .param("id", id)
                        .query((row, n) -> paper(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Paper> findForChange(UUID id) {
        return jdbc.sql("select id from paper.paper where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** The newest edition first. */
    List<Paper> sealed(String qualification, Level level, Subject subject) {
        return whole(jdbc.sql("""
                select * from paper.paper
                where qualification = :qualification and level = :level and subject = :subject and state = 'SEALED'
                order by edition desc
                """)
                .param("qualification", qualification)
                .param("level", level.name())
                .param("subject", subject.name())
                .query((row, n) -> paper(row))
                .list());
    }

    /** Puts proofs and forms beside papers that were read without them. */
    private List<Paper> whole(List<Paper> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        var ids = read.stream().map(Paper::id).collect(toSet());
        var proofs = proofs(ids);
        var contents = contents(ids);
        return read.stream()
                .map(one ->
                        one.with(proofs.getOrDefault(one.id(), List.of()), contents.getOrDefault(one.id(), List.of())))
                .toList();
    }

    void add(Paper added) {
        var origin = added.origin();
        jdbc.sql("""
                insert into paper.paper
                    (id, version, state, bank_id, bank_version, awarding_body, qualification, level, subject, title, drill,
                     seed, forms, assembled_at, assembled_by, assembled_by_name)
                values
                    (:id, :version, :state, :bank, :bankVersion, :body, :qualification, :level, :subject, :title, :drill,
                     :seed, cast(:forms as jsonb), :at, :login, :name)
                """)
                .param("id", added.id())
                .param("version", added.version())
                .param("state", added.state().name())
                .param("bank", origin.bank())
                .param("bankVersion", origin.bankVersion())
                .param("body", origin.awardingBody())
                .param("qualification", origin.qualification())
                .param("level", origin.level().name())
                .param("subject", origin.subject().name())
                .param("title", origin.title())
                .param("drill", origin.drill())
                .param("seed", added.seed())
                .param("forms", json.writeValueAsString(added.pair()))
                .param("at", Timestamp.from(added.assembled().at()))
                .param("login", added.assembled().login())
                .param("name", added.assembled().name())
                .update();
    }

    /** Stores a paper that this transaction has found for change, with its last proof. */
    void proofRead(Paper changed) {
        change(changed);
        var proof = changed.proofs().getLast();
        jdbc.sql("""
                insert into paper.proof (paper_id, position, reader, reader_name, at, passed, opinion)
                values (:paper, :position, :reader, :name, :at, :passed, :opinion)
                """)
                .param("paper", changed.id())
                .param("position", changed.proofs().size())
                .param("reader", proof.by().login())
                .param("name", proof.by().name())
                .param("at", Timestamp.from(proof.by().at()))
                .param("passed", proof.passed())
                .param("opinion", proof.opinion())
                .update();
    }

    /** Stores a paper that this transaction has found for change, with where its forms lie. */
    void seal(Paper sealed, Sealing sealing) {
        change(sealed);
        for (var content : sealing.contents()) {
            jdbc.sql("""
                    insert into paper.sealed_form (paper_id, form, paper, answer_key) values (:id, :form, :paper, :key)
                    """)
                    .param("id", sealed.id())
                    .param("form", content.form())
                    .param("paper", content.paper())
                    .param("key", content.key())
                    .update();
        }
    }

    private void change(Paper changed) {
        var sealing = changed.sealing();
        var columns = new HashMap<String, @Nullable Object>(Map.of(
                "id",
                changed.id(),
                "version",
                changed.version(),
                "state",
                changed.state().name()));
        columns.put("edition", sealing == null ? null : sealing.edition());
        columns.put("at", sealing == null ? null : Timestamp.from(sealing.by().at()));
        columns.put("login", sealing == null ? null : sealing.by().login());
        columns.put("name", sealing == null ? null : sealing.by().name());
        var stored = jdbc.sql("""
                update paper.paper set
                    version = :version, state = :state, edition = :edition,
                    sealed_at = :at, sealed_by = :login, sealed_by_name = :name
                where id = :id and version = :version - 1 and state <> 'SEALED'
                """).params(columns).update();
        if (stored == 0) {
            throw PaperRefused.of(PaperRefused.Code.CHANGED);
        }
    }

    private Paper paper(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Paper(
                id,
                row.getInt("version"),
                Paper.State.valueOf(row.getString("state")),
                new PaperOrigin(
                        row.getObject("bank_id", UUID.class),
                        row.getInt("bank_version"),
                        row.getString("awarding_body"),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level")),
                        Subject.valueOf(row.getString("subject")),
                        row.getString("title"),
                        row.getBoolean("drill")),
                row.getLong("seed"),
                json.readValue(row.getString("forms"), FormPair.class),
                signature(row, "assembled"),
                List.of(),
                sealing(row));
    }

    private static @Nullable Sealing sealing(ResultSet row) throws SQLException {
        var edition = row.getInt("edition");
        return row.wasNull() ? null : new Sealing(edition, signature(row, "sealed"), List.of());
    }

    private Map<UUID, List<SealedContent>> contents(Set<UUID> papers) {
        return jdbc
                .sql("select * from paper.sealed_form where paper_id in (:ids) order by form")
                .param("ids", papers)
                .query((row, n) -> Map.entry(
                        row.getObject("paper_id", UUID.class),
                        new SealedContent(row.getString("form"), row.getString("paper"), row.getString("answer_key"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<UUID, List<Paper.Proof>> proofs(Set<UUID> papers) {
        return jdbc
                .sql("select * from paper.proof where paper_id in (:ids) order by position")
                .param("ids", papers)
                .query((row, n) -> Map.entry(row.getObject("paper_id", UUID.class), proof(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Paper.Proof proof(ResultSet row) throws SQLException {
        return new Paper.Proof(
                new Signature(
                        row.getString("reader"),
                        row.getString("reader_name"),
                        row.getTimestamp("at").toInstant()),
                row.getBoolean("passed"),
                row.getString("opinion"));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_by_name"),
                row.getTimestamp(act + "_at").toInstant());
    }
}
