package org.onex.center.intake;

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

/** The rows of the spreadsheets that were sent; what people wrote in them is sealed. */
@Repository
class IntakeRows {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;
    private final JsonMapper json;

    IntakeRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.json = json;
    }

    void forget(UUID intake) {
        jdbc.sql("delete from intake.intake_row where intake_id = :intake")
                .param("intake", intake)
                .update();
    }

    void add(UUID intake, Collection<IntakeRow> rows) {
        batches.batchUpdate(
                """
                insert into intake.intake_row (intake_id, number, verdict, is_entered, values_sealed, problems)
                values (:intake, :number, :verdict, false, :values, :problems)
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("intake", intake)
                                .addValue("number", row.number())
                                .addValue("verdict", row.verdict().name())
                                .addValue("values", sealed(intake, row))
                                .addValue("problems", json.writeValueAsString(row.problems())))
                        .toArray(SqlParameterSource[]::new));
    }

    private byte[] sealed(UUID intake, IntakeRow row) {
        var values = json.writeValueAsString(row.values()).getBytes(StandardCharsets.UTF_8);
        return vault.seal(values, purpose(intake, row.number()));
    }

    /** Notes what has become of rows. */
    void note(UUID intake, Collection<IntakeRow> rows) {
        batches.batchUpdate(
                """
                update intake.intake_row set
                    verdict = :verdict, is_entered = :isEntered, problems = :problems, subject = :subject
                where intake_id = :intake and number = :number
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("intake", intake)
                                .addValue("number", row.number())
                                .addValue("verdict", row.verdict().name())
                                .addValue("isEntered", row.isEntered())
                                .addValue("problems", json.writeValueAsString(row.problems()))
                                .addValue("subject", row.subject()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Rows that are still to be entered, from the top; those without anything new too, because that may have changed since they were read. */
    List<IntakeRow> toEnter(UUID intake, int limit) {
        return jdbc.sql("""
                select * from intake.intake_row
                where intake_id = :intake and verdict <> 'BAD' and not is_entered
                order by number limit :limit
                """)
                .param("intake", intake)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int countToEnter(UUID intake) {
        return jdbc.sql("""
                select count(*) from intake.intake_row
                where intake_id = :intake and verdict <> 'BAD' and not is_entered
                """).param("intake", intake).query(Integer.class).single();
    }

    /** What was entered by which row, from the top. */
    List<String> manifest(UUID intake) {
        return jdbc.sql("""
                select number, verdict, subject from intake.intake_row
                where intake_id = :intake and is_entered order by number
                """)
                .param("intake", intake)
                .query((row, n) ->
                        Manifest.line(row.getInt("number"), row.getString("verdict"), row.getString("subject")))
                .list();
    }

    /**
     * @param verdict or null for all
     * @param after   the number after which the page begins
     */
    List<IntakeRow> list(UUID intake, IntakeRow.@Nullable Verdict verdict, int after, int limit) {
        return jdbc.sql("""
                select * from intake.intake_row
                where intake_id = :intake and (cast(:verdict as text) is null or verdict = :verdict) and number > :after
                order by number limit :limit
                """)
                .param("intake", intake)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int count(UUID intake, IntakeRow.@Nullable Verdict verdict) {
        return jdbc.sql("""
                select count(*) from
                    (select 1 from intake.intake_row
                     where intake_id = :intake and (cast(:verdict as text) is null or verdict = :verdict) limit :cap) counted
                """)
                .param("intake", intake)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    IntakeCounts counts(UUID intake) {
        var counts = new EnumMap<IntakeRow.Verdict, Integer>(IntakeRow.Verdict.class);
        jdbc.sql("select verdict, count(*) as n from intake.intake_row where intake_id = :intake group by verdict")
                .param("intake", intake)
                .query((row, n) -> counts.put(IntakeRow.Verdict.valueOf(row.getString("verdict")), row.getInt("n")))
                .list();
        return new IntakeCounts(
                counts.getOrDefault(IntakeRow.Verdict.ADDED, 0),
                counts.getOrDefault(IntakeRow.Verdict.CHANGED, 0),
                counts.getOrDefault(IntakeRow.Verdict.UNCHANGED, 0),
                counts.getOrDefault(IntakeRow.Verdict.BAD, 0));
    }

    private IntakeRow row(ResultSet row) throws SQLException {
        var intake = row.getObject("intake_id", UUID.class);
        var number = row.getInt("number");
        var values = vault.openText(row.getBytes("values_sealed"), purpose(intake, number));
        return new IntakeRow(
                number,
                IntakeRow.Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("is_entered"),
                json.readValue(values, VALUES),
                json.readValue(row.getString("problems"), PROBLEMS),
                row.getString("subject"));
    }

    private static String purpose(UUID intake, int number) {
        return "row " + number + " of " + intake;
    }
}
