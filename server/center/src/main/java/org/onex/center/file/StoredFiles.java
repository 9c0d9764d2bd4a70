package org.onex.center.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.organization.OrganizationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose files there are and what they are called. */
@Repository
class StoredFiles {

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StoredFile added, String login) {
        jdbc.sql("""
                insert into file.stored_file (id, name, bytes, sha256, owner_kind, owner_code, login, at)
                values (:id, :name, :bytes, :sha256, :ownerKind, :ownerCode, :login, :at)
                """)
                .param("id", added.id())
                .param("name", added.name())
                .param("bytes", added.bytes())
                .param("sha256", added.sha256())
                .param("ownerKind", added.ownerKind().name())
                .param("ownerCode", added.ownerCode())
                .param("login", login)
                .param("at", Timestamp.from(added.at()))
                .update();
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql("select * from file.stored_file where id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                OrganizationKind.valueOf(row.getString("owner_kind")),
                row.getString("owner_code"),
                row.getTimestamp("at").toInstant());
    }
}
