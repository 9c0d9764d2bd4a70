package org.onex.center.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that was ever found out; nothing is changed or removed. */
@Repository
class Findings {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Findings(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(Collection<Finding> added) {
        batches.batchUpdate(
                """
                insert into identity.finding (candidate_id, id, enrolment, name, result, at, by_name, remark, evidence)
                values (:candidate, :id, :enrolment, :name, :result, :at, :by, :remark, :evidence)
                """,
                added.stream()
                        .map(finding -> new MapSqlParameterSource(
                                        "candidate", finding.key().candidate())
                                .addValue("id", finding.id())
                                .addValue("enrolment", finding.key().enrolment())
                                .addValue("name", finding.name())
                                .addValue("result", finding.result().name())
                                .addValue("at", Timestamp.from(finding.at()))
                                .addValue("by", finding.by())
                                .addValue("remark", finding.remark())
                                .addValue("evidence", finding.evidence()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The newest first. */
    List<Finding> of(EnrolmentKey key) {
        return jdbc.sql("""
                select * from identity.finding where candidate_id = :candidate and enrolment = :enrolment order by id desc
                """)
                .param("candidate", key.candidate())
                .param("enrolment", key.enrolment())
                .query((row, n) -> finding(row, key))
                .list();
    }

    private static Finding finding(ResultSet row, EnrolmentKey key) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                key,
                row.getString("name"),
                Finding.Result.valueOf(row.getString("result")),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                row.getString("remark"),
                row.getString("evidence"));
    }
}
