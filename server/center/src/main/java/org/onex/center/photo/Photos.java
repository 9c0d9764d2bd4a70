package org.onex.center.photo;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import org.onex.center.candidate.EnrolmentKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The photos of all enrolments, the newest of each. */
@Repository
class Photos {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Photos(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A picture as it was sent. */
    record Picture(String sha256, FileKind format) {}

    /** Keeps each, in place of the one before. */
    void keep(Collection<Photo> kept) {
        batches.batchUpdate("""
                insert into photo.photo
                    (candidate_id, enrolment, sha256, format, width, height, bytes, colour, rgb, since)
                values (:candidate, :enrolment, :sha256, :format, :width, :height, :bytes, :colour, :rgb, :since)
                on conflict (candidate_id, enrolment) do update set
                    sha256 = excluded.sha256, format = excluded.format, width = excluded.width, height = excluded.height,
                    bytes = excluded.bytes, colour = excluded.colour, rgb = excluded.rgb, since = excluded.since
                """, kept.stream().map(Photos::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Photo photo) {
        var facts = photo.facts();
        return new MapSqlParameterSource("candidate", photo.key().candidate())
                .addValue("enrolment", photo.key().enrolment())
                .addValue("sha256", photo.sha256())
                .addValue("format", facts.format().name())
                .addValue("width", facts.width())
                .addValue("height", facts.height())
                .addValue("bytes", facts.bytes())
                .addValue("colour", facts.background().colour().name())
                .addValue("rgb", facts.background().rgb())
                .addValue("since", Timestamp.from(photo.since()));
    }

    Optional<Picture> picture(EnrolmentKey key) {
        return jdbc.sql(
                        "select sha256, format from photo.photo where candidate_id = :candidate and enrolment = :enrolment")
                .param("candidate", key.candidate())
                .param("enrolment", key.enrolment())
                .query((row, n) -> new Picture(row.getString("sha256"), FileKind.valueOf(row.getString("format"))))
                .optional();
    }
}
