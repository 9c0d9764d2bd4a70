package org.onex.center.dispatch;

import java.util.ArrayList;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Whose the scripts will be that come back from nodes (答卷归属): they come under ids that mean nothing to anybody else. */
@Repository
class Scripts {

    private final NamedParameterJdbcTemplate batches;

    Scripts(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
    }

    /** Everybody in a slot of a site; whoever sat elsewhere before sits here now. */
    void keep(BundlePlace place, Bundle.Packed packed, SlotRoster roster, OpaqueIds ids) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var sitter : roster.sitters()) {
            sitter.runs()
                    .forEach(session -> rows.add(row(place, sitter, session, ids)
                            .addValue("bundle", packed.id())
                            .addValue("version", packed.version())));
        }
        batches.batchUpdate("""
                insert into dispatch.script
                    (script_id, candidate_id, registration_id, plan, qualification, level, subject, session_id, site_id, ticket,
                     bundle_id, version)
                values (:script, :candidate, :registration, :plan, :qualification, :level, :subject, :session, :site, :ticket, :bundle,
                        :version)
                on conflict (script_id) do update set
                    site_id = excluded.site_id, ticket = excluded.ticket, bundle_id = excluded.bundle_id, version = excluded.version
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(
            BundlePlace place, SlotRoster.Sitter sitter, ExamSession session, OpaqueIds ids) {
        var registration = sitter.seat().registration();
        return new MapSqlParameterSource("script", ids.script(registration, session.id()))
                .addValue("candidate", registration.candidate())
                .addValue("registration", registration.id())
                .addValue("plan", place.plan())
                .addValue("qualification", session.qualification().code())
                .addValue("level", session.level().name())
                .addValue("subject", session.subject().name())
                .addValue("session", session.id())
                .addValue("site", place.site())
                .addValue("ticket", sitter.seat().ticket());
    }
}
