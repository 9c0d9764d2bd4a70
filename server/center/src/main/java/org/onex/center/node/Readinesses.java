package org.onex.center.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last report of every exam server. */
@Repository
class Readinesses {

    /** As {@link #readiness} reads them; the table is called r. */
    static final String COLUMNS = """
            r.heard_at, r.reported_at, r.skew_ms, r.version as reported_version, r.free_bytes, r.exams,
            r.practised_at, r.practised_seats, r.practised_handed_in""";

    private final JdbcClient jdbc;

    Readinesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of the last one unless that was signed later or is the same, sent by somebody who has read it. */
    void keep(EnrolledNode node, Instant signedAt, Readiness report) {
        var practised = report.practised();
        jdbc.sql("""
                        insert into node.readiness (site_id, node_id, signed_at, heard_at, reported_at, skew_ms, version, free_bytes, exams,
                                                    practised_at, practised_seats, practised_handed_in)
                        values (:site, :node, :signed, :heard, :reported, :skew, :version, :free, :exams, :at, :seats, :handedIn)
                        on conflict (site_id, node_id) do update set signed_at = excluded.signed_at, heard_at = excluded.heard_at,
                            reported_at = excluded.reported_at, skew_ms = excluded.skew_ms, version = excluded.version,
                            free_bytes = excluded.free_bytes, exams = excluded.exams, practised_at = excluded.practised_at,
                            practised_seats = excluded.practised_seats, practised_handed_in = excluded.practised_handed_in
                        where readiness.signed_at < excluded.signed_at
                        """)
                .param("site", node.site())
                .param("node", node.id())
                .param("signed", Timestamp.from(signedAt))
                .param("heard", Timestamp.from(report.heardAt()))
                .param("reported", Timestamp.from(report.reportedAt()))
                .param("skew", report.skewMs())
                .param("version", report.version())
                .param("free", report.freeBytes())
                .param("exams", report.exams())
                .param("at", practised == null ? null : Timestamp.from(practised.at()))
                .param("seats", practised == null ? null : practised.seats())
                .param("handedIn", practised == null ? null : practised.handedIn())
                .update();
    }

    /** Nothing if the row has none, because it was joined to a node that was never heard of. */
    static @Nullable Readiness readiness(ResultSet row) throws SQLException {
        var heard = row.getTimestamp("heard_at");
        if (heard == null) {
            return null;
        }
        var practised = row.getTimestamp("practised_at");
        return new Readiness(
                heard.toInstant(),
                row.getTimestamp("reported_at").toInstant(),
                row.getLong("skew_ms"),
                row.getString("reported_version"),
                row.getLong("free_bytes"),
                row.getInt("exams"),
                practised == null
                        ? null
                        : new Readiness.Practice(
                                practised.toInstant(),
                                row.getInt("practised_seats"),
                                row.getInt("practised_handed_in")));
    }
}
