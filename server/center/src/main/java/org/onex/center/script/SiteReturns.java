package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.dispatch.BundlePacked;
import org.onex.contract.kernel.Window;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that sites are to send back. */
@Repository
class SiteReturns {

    private static final String PLACE = " where site_id = :site and bundle_id = :bundle";

    private final JdbcClient jdbc;

    SiteReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void expect(BundlePacked packed) {
        jdbc.sql("""
                insert into script.site_return
                    (site_id, bundle_id, plan, slot, site_name, college, awarding_body, opens, closes, version, runs, recalled, scripts,
                     absent, not_started, incidents, doubts)
                values (:site, :bundle, :plan, :slot, :name, :college, :body, :opens, :closes, :version, :runs, false, 0, 0, 0, 0, 0)
                on conflict (site_id, bundle_id) do update set
                    site_name = excluded.site_name, opens = excluded.opens, closes = excluded.closes, version = excluded.version,
                    runs = excluded.runs, recalled = false
                """)
                .paramSource(place(packed.site(), packed.bundle())
                        .addValue("plan", packed.plan())
                        .addValue("slot", packed.slot())
                        .addValue("name", packed.names().site())
                        .addValue("college", packed.names().college())
                        .addValue("body", packed.names().awardingBody())
                        .addValue("opens", Timestamp.from(packed.hours().opens()))
                        .addValue("closes", Timestamp.from(packed.hours().closes()))
                        .addValue("version", packed.version())
                        .addValue("runs", packed.runs()))
                .update();
    }

    /** Nothing is awaited of it; what comes all the same is taken. */
    void recall(UUID site, UUID bundle) {
        jdbc.sql("update script.site_return set recalled = true" + PLACE)
                .paramSource(place(site, bundle))
                .update();
    }

    Optional<SiteReturn> find(UUID site, UUID bundle) {
        return jdbc.sql("select * from script.site_return" + PLACE)
                .paramSource(place(site, bundle))
                .query((row, n) -> siteReturn(row))
                .optional();
    }

    /** Keeps others from changing anything of it until the transaction ends. */
    SiteReturn hold(UUID site, UUID bundle) {
        return jdbc.sql("select * from script.site_return" + PLACE + " for update")
                .paramSource(place(site, bundle))
                .query((row, n) -> siteReturn(row))
                .single();
    }

    /** How many runs its newest version has, where that was only estimated. */
    void correct(PackedRuns packed, UUID site) {
        jdbc.sql("update script.site_return set runs = :runs" + PLACE + " and version = :version and runs <> :runs")
                .paramSource(place(site, packed.bundle())
                        .addValue("version", packed.version())
                        .addValue("runs", packed.runs().size()))
                .update();
    }

    /** Counts anew what a transaction that holds it has changed. */
    void count(UUID site, UUID bundle) {
        var place = place(site, bundle);
        place.addValue("scripts", number("select count(*) from script.script" + PLACE, place));
        place.addValue("absent", outcomes("ABSENT", "'HANDED_IN', 'NOT_STARTED'", place));
        place.addValue("notStarted", outcomes("NOT_STARTED", "'HANDED_IN'", place));
        place.addValue("incidents", number("select count(distinct id) from script.incident" + PLACE, place));
        place.addValue("doubts", number("select count(*) from script.doubt" + PLACE + " and open", place));
        jdbc.sql("""
                update script.site_return set scripts = :scripts, absent = :absent, not_started = :notStarted, incidents = :incidents,
                    doubts = :doubts
                """ + PLACE).paramSource(place).update();
    }

    /** Runs of which one exam server says this and none says more. */
    private int outcomes(String outcome, String more, MapSqlParameterSource place) {
        return number("""
                select count(distinct o.script_id) from script.outcome o
                where o.site_id = :site and o.bundle_id = :bundle and o.outcome = '%s'
                  and not exists (select 1 from script.outcome e where e.script_id = o.script_id and e.outcome in (%s))
                """.formatted(outcome, more), place);
    }

    private int number(String sql, MapSqlParameterSource place) {
        return jdbc.sql(sql).paramSource(place).query(Integer.class).single();
    }

    private static MapSqlParameterSource place(UUID site, UUID bundle) {
        return new MapSqlParameterSource("site", site).addValue("bundle", bundle);
    }

    static SiteReturn siteReturn(ResultSet row) throws SQLException {
        return new SiteReturn(
                row.getObject("site_id", UUID.class),
                row.getObject("bundle_id", UUID.class),
                row.getString("plan"),
                row.getInt("slot"),
                new SiteReturn.Whose(
                        row.getString("site_name"), row.getString("college"), row.getString("awarding_body")),
                new Window(
                        row.getTimestamp("opens").toInstant(),
                        row.getTimestamp("closes").toInstant()),
                row.getInt("version"),
                row.getInt("runs"),
                new SiteReturn.Counts(
                        row.getInt("scripts"),
                        row.getInt("absent"),
                        row.getInt("not_started"),
                        row.getInt("incidents"),
                        row.getInt("doubts")));
    }
}
