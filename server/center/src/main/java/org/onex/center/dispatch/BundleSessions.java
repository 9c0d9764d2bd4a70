package org.onex.center.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sessions are sat in which bundle, in any of its versions; a site's nodes may have their papers and keys. */
@Repository
class BundleSessions {

    /** Restricts sessions {@code s} to those of newest versions. */
    static final String NEWEST = """
             and s.version = (select max(n.version) from dispatch.bundle_session n
                              where n.site_id = s.site_id and n.bundle_id = s.bundle_id)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    BundleSessions(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(UUID site, Bundle.Packed packed, Collection<ExamSession> sessions) {
        batches.batchUpdate(
                """
                insert into dispatch.bundle_session (site_id, bundle_id, session_id, version)
                values (:site, :bundle, :session, :version)
                on conflict (site_id, bundle_id, session_id) do update set version = excluded.version
                """,
                sessions.stream()
                        .map(session -> new MapSqlParameterSource("site", site)
                                .addValue("bundle", packed.id())
                                .addValue("version", packed.version())
                                .addValue("session", session.id()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Of which plans a session of a site is, or was in some version. */
    List<String> plans(UUID site, UUID session) {
        return jdbc.sql("""
                        select distinct k.plan from dispatch.bundle_session s
                        join dispatch.bundle_key k on k.site_id = s.site_id and k.bundle_id = s.bundle_id
                        where s.site_id = :site and s.session_id = :session order by k.plan
                        """)
                .param("site", site)
                .param("session", session)
                .query((row, n) -> row.getString("plan"))
                .list();
    }

    /** Whether a session is in a bundle of a site whose seats are given. */
    boolean has(UUID site, UUID session) {
        return jdbc.sql("""
                        select exists (select 1 from dispatch.bundle_session s
                                       join dispatch.bundle_key k on k.site_id = s.site_id and k.bundle_id = s.bundle_id
                                       join dispatch.bundle b on b.site_id = k.site_id and b.plan = k.plan and b.slot = k.slot
                                       where s.site_id = :site and s.session_id = :session and b.arranged)
                        """)
                .param("site", site)
                .param("session", session)
                .query(Boolean.class)
                .single();
    }

    /** How many there are in the newest version of each bundle of these sites, by its id. */
    Map<UUID, Integer> counts(Collection<UUID> sites) {
        return sites.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select s.bundle_id, count(*) as sessions from dispatch.bundle_session s
                        where s.site_id in (:sites)
                        """ + NEWEST + """
                         group by s.bundle_id
                        """)
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> Map.entry(row.getObject("bundle_id", UUID.class), row.getInt("sessions")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
