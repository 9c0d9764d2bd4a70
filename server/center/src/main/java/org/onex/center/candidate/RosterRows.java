package org.onex.center.candidate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.Vault;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the rosters that were sent; what people wrote in them is sealed. */
@Repository
class RosterRows {

    private static final TypeReference<Map<Field, String>> FORM = new TypeReference<>() {};
    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;
    private final JsonMapper json;

    RosterRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.json = json;
    }

    void forget(UUID rosterImport) {
        jdbc.sql("delete from candidate.roster_row where import_id = :import")
                .param("import", rosterImport)
                .update();
    }

    void add(UUID rosterImport, Collection<RosterRow> rows) {
        batches.batchUpdate(
                """
                insert into candidate.roster_row (import_id, number, verdict, is_entered, form_sealed, problems)
                values (:import, :number, :verdict, false, :form, :problems)
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("import", rosterImport)
                                .addValue("number", row.number())
                                .addValue("verdict", row.verdict().name())
                                .addValue("form", sealed(rosterImport, row))
                                .addValue("problems", json.writeValueAsString(row.problems())))
                        .toArray(SqlParameterSource[]::new));
    }

    private byte[] sealed(UUID rosterImport, RosterRow row) {
        var form = json.writeValueAsString(row.form().values()).getBytes(StandardCharsets.UTF_8);
        return vault.seal(form, purpose(rosterImport, row.number()));
    }

    /** Notes what has become of rows. */
    void note(UUID rosterImport, Collection<RosterRow> rows) {
        batches.batchUpdate(
                """
                update candidate.roster_row set
                    verdict = :verdict, is_entered = :isEntered, problems = :problems,
                    candidate = :candidate, enrolment = :enrolment
                where import_id = :import and number = :number
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("import", rosterImport)
                                .addValue("number", row.number())
                                .addValue("verdict", row.verdict().name())
                                .addValue("isEntered", row.isEntered())
                                .addValue("problems", json.writeValueAsString(row.problems()))
                                .addValue(
                                        "candidate",
                                        row.enrolment() == null
                                                ? null
                                                : row.enrolment().candidate())
                                .addValue(
                                        "enrolment",
                                        row.enrolment() == null
                                                ? null
                                                : row.enrolment().enrolment()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Rows that are still to be entered, from the top. */
    List<RosterRow> toEnter(UUID rosterImport, int limit) {
        return jdbc.sql("""
                select * from candidate.roster_row
                where import_id = :import and verdict in ('ADDED', 'CHANGED') and not is_entered
                order by number limit :limit
                """)
                .param("import", rosterImport)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int countToEnter(UUID rosterImport) {
        return jdbc.sql("""
                select count(*) from candidate.roster_row
                where import_id = :import and verdict in ('ADDED', 'CHANGED') and not is_entered
                """).param("import", rosterImport).query(Integer.class).single();
    }

    /** Who was entered by which row, for the hash by which that can be shown later. */
    List<String> manifest(UUID rosterImport) {
        return jdbc.sql("""
                select number, verdict, candidate, enrolment from candidate.roster_row
                where import_id = :import and is_entered order by number
                """)
                .param("import", rosterImport)
                .query((row, n) -> row.getInt("number") + " " + row.getString("verdict") + " "
                        + row.getString("candidate") + " " + row.getString("enrolment"))
                .list();
    }

    /**
     * @param verdict   or null for all
     * @param after     the number after which the page begins
     */
    List<RosterRow> list(UUID rosterImport, RosterRow.@Nullable Verdict verdict, int after, int limit) {
        return jdbc.sql("""
                select * from candidate.roster_row
                where import_id = :import and (cast(:verdict as text) is null or verdict = :verdict) and number > :after
                order by number limit :limit
                """)
                .param("import", rosterImport)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int count(UUID rosterImport, RosterRow.@Nullable Verdict verdict) {
        return jdbc.sql("""
                select count(*) from
                    (select 1 from candidate.roster_row
                     where import_id = :import and (cast(:verdict as text) is null or verdict = :verdict) limit :cap) counted
                """)
                .param("import", rosterImport)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    RosterImport.RowCounts counts(UUID rosterImport) {
        var counts = new EnumMap<RosterRow.Verdict, Integer>(RosterRow.Verdict.class);
        jdbc.sql("select verdict, count(*) as n from candidate.roster_row where import_id = :import group by verdict")
                .param("import", rosterImport)
                .query((row, n) -> counts.put(RosterRow.Verdict.valueOf(row.getString("verdict")), row.getInt("n")))
                .list();
        return new RosterImport.RowCounts(
                counts.getOrDefault(RosterRow.Verdict.ADDED, 0),
                counts.getOrDefault(RosterRow.Verdict.CHANGED, 0),
                counts.getOrDefault(RosterRow.Verdict.UNCHANGED, 0),
                counts.getOrDefault(RosterRow.Verdict.BAD, 0));
    }

    private RosterRow row(ResultSet row) throws SQLException {
        var rosterImport = row.getObject("import_id", UUID.class);
        var number = row.getInt("number");
        var form = vault.openText(row.getBytes("form_sealed"), purpose(rosterImport, number));
        var candidate = row.getObject("candidate", UUID.class);
        return new RosterRow(
                number,
                RosterRow.Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("is_entered"),
                new CandidateForm(json.readValue(form, FORM)),
                json.readValue(row.getString("problems"), PROBLEMS),
                candidate == null ? null : new EnrolmentKey(candidate, row.getObject("enrolment", UUID.class)));
    }

    private static String purpose(UUID rosterImport, int number) {
        return "row " + number + " of " + rosterImport;
    }
}
