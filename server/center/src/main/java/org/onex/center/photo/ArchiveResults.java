package org.onex.center.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.foundation.vault.Vault;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of the files of all archives; file names hold ID numbers and are sealed, as the pictures are. */
@Repository
class ArchiveResults {

    private static final TypeReference<List<PhotoProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;
    private final JsonMapper json;

    ArchiveResults(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.json = json;
    }

    void add(UUID archive, Collection<ArchiveResult> results) {
        batches.batchUpdate(
                """
                insert into photo.archive_result
                    (import_id, number, outcome, name_sealed, problems, candidate, enrolment, thumbnail_sealed)
                values (:import, :number, :outcome, :name, :problems, :candidate, :enrolment, :thumbnail)
                """, results.stream().map(result -> parameters(archive, result)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(UUID archive, ArchiveResult result) {
        var key = result.key();
        var thumbnail = result.thumbnail();
        return new MapSqlParameterSource("import", archive)
                .addValue("number", result.number())
                .addValue("outcome", result.outcome().name())
                .addValue("name", vault.seal(result.name().text(), nameOf(archive, result.number())))
                .addValue("problems", json.writeValueAsString(result.problems()))
                .addValue("candidate", key == null ? null : key.candidate())
                .addValue("enrolment", key == null ? null : key.enrolment())
                .addValue(
                        "thumbnail",
                        thumbnail == null ? null : vault.seal(thumbnail.bytes(), pictureOf(archive, result.number())));
    }

    /** How many files of an archive have been dealt with, from its beginning. */
    int done(UUID archive) {
        return jdbc.sql("select coalesce(max(number), 0) from photo.archive_result where import_id = :import")
                .param("import", archive)
                .query(Integer.class)
                .single();
    }

    /**
     * @param outcome or null for all
     * @param after   the number after which the page begins
     */
    List<ArchiveResult> list(UUID archive, ArchiveResult.@Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                select * from photo.archive_result
                where import_id = :import and (cast(:outcome as text) is null or outcome = :outcome) and number > :after
                order by number limit :limit
                """)
                .param("import", archive)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> result(row))
                .list();
    }

    Optional<ArchiveResult> find(UUID archive, int number) {
        return jdbc.sql("select * from photo.archive_result where import_id = :import and number = :number")
                .param("import", archive)
                .param("number", number)
                .query((row, n) -> result(row))
                .optional();
    }

    int count(UUID archive, ArchiveResult.@Nullable Outcome outcome) {
        return jdbc.sql("""
                select count(*) from
                    (select 1 from photo.archive_result
                     where import_id = :import and (cast(:outcome as text) is null or outcome = :outcome) limit :cap) counted
                """)
                .param("import", archive)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** How many files became what so far. */
    ArchiveImport.FileCounts counts(UUID archive) {
        return jdbc.sql("""
                select count(*) filter (where outcome = 'KEPT') as kept, count(*) filter (where outcome = 'REFUSED') as refused
                from photo.archive_result where import_id = :import
                """)
                .param("import", archive)
                .query((row, n) -> new ArchiveImport.FileCounts(row.getInt("kept"), row.getInt("refused"), 0))
                .single();
    }

    /** Whose photo was kept by which file, for the hash by which that can be shown later. */
    List<String> manifest(UUID archive) {
        return jdbc.sql("""
                select r.number, r.candidate, r.enrolment from photo.archive_result r
                where r.import_id = :import and r.outcome = 'KEPT' order by r.number
                """)
                .param("import", archive)
                .query((row, n) ->
                        row.getInt("number") + " " + row.getString("candidate") + " " + row.getString("enrolment"))
                .list();
    }

    private ArchiveResult result(ResultSet row) throws SQLException {
        var number = row.getInt("number");
        var archive = row.getObject("import_id", UUID.class);
        var candidate = row.getObject("candidate", UUID.class);
        var thumbnail = row.getBytes("thumbnail_sealed");
        return new ArchiveResult(
                number,
                PhotoName.lastOf(vault.openText(row.getBytes("name_sealed"), nameOf(archive, number))),
                json.readValue(row.getString("problems"), PROBLEMS),
                candidate == null ? null : new EnrolmentKey(candidate, row.getObject("enrolment", UUID.class)),
                thumbnail == null ? null : PictureFile.holding(vault.open(thumbnail, pictureOf(archive, number))));
    }

    private static String nameOf(UUID archive, int number) {
        return "name of photo " + number + " of " + archive;
    }

    private static String pictureOf(UUID archive, int number) {
        return "picture of photo " + number + " of " + archive;
    }
}
