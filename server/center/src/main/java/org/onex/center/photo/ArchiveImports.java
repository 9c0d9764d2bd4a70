package org.onex.center.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All archives of photos that were sent. */
@Repository
class ArchiveImports {

    private final JdbcClient jdbc;

    ArchiveImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ArchiveImport added) {
        jdbc.sql("""
                insert into photo.archive_import
                    (id, college, file_id, file_name, state, job, by_name, since, files_kept, files_refused, files_skipped)
                values (:id, :college, :file, :fileName, :state, :job, :by, :since, 0, 0, 0)
                """)
                .param("id", added.id())
                .param("college", added.college())
                .param("file", added.file())
                .param("fileName", added.fileName())
                .param("state", added.state().name())
                .param("job", added.job())
                .param("by", added.by())
                .param("since", Timestamp.from(added.since()))
                .update();
    }

    Optional<ArchiveImport> find(UUID id) {
        return jdbc.sql("select * from photo.archive_import where id = :id")
                .param("id", id)
                .query((row, n) -> archiveImport(row))
                .optional();
    }

    /** Until the transaction ends nobody else changes it or adds results to it. */
    Optional<ArchiveImport> findForChange(UUID id) {
        return jdbc.sql("select * from photo.archive_import where id = :id for update")
                .param("id", id)
                .query((row, n) -> archiveImport(row))
                .optional();
    }

    /** The newest first. */
    List<ArchiveImport> list(String college, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("""
                select * from photo.archive_import
                where college = :college
                  and (cast(:since as timestamptz) is null or (since, id) < (:since, cast(:id as uuid)))
                order by since desc, id desc limit :limit
                """)
                .param("college", college)
                .param("since", place.since())
                .param("id", place.id())
                .param("limit", limit)
                .query((row, n) -> archiveImport(row))
                .list();
    }

    int count(String college) {
        return jdbc.sql("""
                select count(*) from (select 1 from photo.archive_import where college = :college limit :cap) counted
                """)
                .param("college", college)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    void store(ArchiveImport changed) {
        jdbc.sql("""
                update photo.archive_import set
                    state = :state, job = :job, files_kept = :kept, files_refused = :refused, files_skipped = :skipped
                where id = :id
                """)
                .param("id", changed.id())
                .param("state", changed.state().name())
                .param("job", changed.job())
                .param("kept", changed.counts().kept())
                .param("refused", changed.counts().refused())
                .param("skipped", changed.counts().skipped())
                .update();
    }

    private static ArchiveImport archiveImport(ResultSet row) throws SQLException {
        return new ArchiveImport(
                row.getObject("id", UUID.class),
                row.getString("college"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                ArchiveImport.State.valueOf(row.getString("state")),
                row.getObject("job", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("since").toInstant(),
                new ArchiveImport.FileCounts(
                        row.getInt("files_kept"), row.getInt("files_refused"), row.getInt("files_skipped")));
    }
}
