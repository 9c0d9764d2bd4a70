package org.onex.center.script;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final SentRuns sent;

    SiteReturns(JdbcClient jdbc, SentRuns sent) {
        this.jdbc = jdbc;
        this.sent = sent;
    }

    void expect(BundlePacked packed) {
        jdbc.sql("""
                insert into script.site_return
                    (site_id, bundle_id, plan, slot, site_name, college, awarding_body, opens, closes, version, runs, recalled, scripts,
                     absent, not_started, incidents, without_outcome)
                values (:site, :bundle, :plan, :slot, :name, :college, :body, :opens, :closes, :version, :runs, false, 0, 0, 0, 0, :runs)
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
                        .addValue("runs", packed.runs().size()))
                .update();
        countRuns(place(packed.site(), packed.bundle()), packed.runs());
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
        place.addValue("absent", outcomes("ABSENT", "'HANDED_IN', 'NOT_STARTED'", place));
        place.addValue("notStarted", outcomes("NOT_STARTED", "'HANDED_IN'", place));
        place.addValue("incidents", number("select count(distinct id) from script.incident" + PLACE, place));
        jdbc.sql("update script.site_return set absent = :absent, not_started = :notStarted, incidents = :incidents"
                        + PLACE)
                .paramSource(place)
                .update();
        find(site, bundle)
                .flatMap(held -> sent.of(site, bundle, held.version()))
                .ifPresent(newest -> countRuns(place, newest.runs().keySet()));
    }

    /** Of the runs of the newest version: how many are here, and of how many nothing is known. */
    private void countRuns(MapSqlParameterSource place, Set<UUID> runs) {
        var proven = scripts("select distinct script_id from script.revision" + PLACE, place);
        proven.retainAll(runs);
        var known = scripts("select distinct script_id from script.outcome" + PLACE, place);
        known.retainAll(runs);
        known.addAll(proven);
        jdbc.sql("update script.site_return set scripts = :scripts, without_outcome = :without" + PLACE)
                .paramSource(place.addValue("scripts", proven.size()).addValue("without", runs.size() - known.size()))
                .update();
    }

    private Set<UUID> scripts(String sql, MapSqlParameterSource place) {
        return new HashSet<>(jdbc.sql(sql).paramSource(place).query(UUID.class).list());
    }

    /** Of what a plan is to get back. */
    Optional<SiteReturn> of(String plan, UUID bundle) {
        return jdbc.sql("select * from script.site_return where plan = :plan and bundle_id = :bundle")
                .param("plan", plan)
                .param("bundle", bundle)
                .query((row, n) -> siteReturn(row))
                .optional();
    }

    /** In a transaction that holds what the site sends back. */
    void waive(Sender sender, SiteReturn.Waiver waiver) {
        jdbc.sql("""
                insert into script.waiver (site_id, bundle_id, node_id, reason, waived_at, waived_by)
                values (:site, :bundle, :node, :reason, :at, :by)
                """)
                .paramSource(sender.parameters()
                        .addValue("reason", waiver.reason())
                        .addValue("at", Timestamp.from(waiver.at()))
                        .addValue("by", waiver.by()))
                .update();
    }

    Map<Sender, SiteReturn.Waiver> waivers(Collection<UUID> sites) {
        return sites.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from script.waiver where site_id in (:sites)")
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> Map.entry(
                                new Sender(
                                        row.getObject("site_id", UUID.class),
                                        row.getObject("bundle_id", UUID.class),
                                        row.getObject("node_id", UUID.class)),
                                new SiteReturn.Waiver(
                                        row.getString("reason"),
                                        row.getString("waived_by"),
                                        row.getTimestamp("waived_at").toInstant())))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
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
                row.getInt("without_outcome"),
                new SiteReturn.Counts(
                        row.getInt("scripts"),
                        row.getInt("absent"),
                        row.getInt("not_started"),
                        row.getInt("incidents")));
    }
}
