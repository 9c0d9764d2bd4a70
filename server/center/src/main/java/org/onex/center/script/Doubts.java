package org.onex.center.script;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What there is to look at about scripts; changed only by who holds what the site sends back. */
@Repository
class Doubts {

    private static final String RETURN = " where site_id = :site and bundle_id = :bundle";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Doubts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A script of a bundle of a site. */
    record About(UUID site, UUID bundle, UUID script) {

        private MapSqlParameterSource parameters() {
            return new MapSqlParameterSource("site", site)
                    .addValue("bundle", bundle)
                    .addValue("script", script);
        }
    }

    /** What the files say by themselves takes the place of what they said before. */
    void replace(About about, PackedRuns.Run run, Map<Doubt, Map<String, Object>> found, boolean undecided) {
        jdbc.sql("delete from script.doubt" + RETURN + " and script_id = :script and kind in (:kinds)")
                .paramSource(about.parameters()
                        .addValue("kinds", List.of(Doubt.EMPTY.name(), Doubt.LATE.name(), Doubt.TWO_SCRIPTS.name())))
                .update();
        found.forEach((kind, facts) -> put(about, run, new Found(kind, facts, undecided || !kind.isDecided())));
    }

    /** What came up now. */
    void put(About about, PackedRuns.Run run, Doubt kind, Map<String, Object> facts) {
        put(about, run, new Found(kind, facts, true));
    }

    private record Found(Doubt kind, Map<String, Object> facts, boolean open) {}

    private void put(About about, PackedRuns.Run run, Found found) {
        jdbc.sql("""
                insert into script.doubt (site_id, bundle_id, script_id, kind, level, subject, facts, open)
                values (:site, :bundle, :script, :kind, :level, :subject, :facts, :open)
                on conflict (site_id, bundle_id, script_id, kind) do update set facts = excluded.facts, open = excluded.open
                """)
                .paramSource(about.parameters()
                        .addValue("kind", found.kind().name())
                        .addValue("level", run.level().name())
                        .addValue("subject", run.subject().name())
                        .addValue("facts", json.writeValueAsString(found.facts()))
                        .addValue("open", found.open()))
                .update();
    }

    /** What could not be taken is of no interest once nobody sends it any more. */
    void dropRefusedFiles(Sender sender) {
        jdbc.sql("delete from script.doubt" + RETURN + """
                 and kind = 'REFUSED' and script_id not in
                   (select f.script_id from script.file f
                    where f.site_id = :site and f.bundle_id = :bundle and f.listed and f.state = 'REFUSED' and f.script_id is not null)
                """)
                .paramSource(sender.parameters())
                .update();
    }

    /** Where the invigilators saw something else than the exam servers. */
    record SaidOtherwise(UUID script, UUID node, boolean present, String outcome) {}

    void replaceSaidOtherwise(SiteReturn held, Collection<SaidOtherwise> found, PackedRuns packed) {
        jdbc.sql("delete from script.doubt" + RETURN + " and kind = 'SAYS_OTHERWISE'")
                .param("site", held.site())
                .param("bundle", held.bundle())
                .update();
        var names = nodeNames(held.site(), held.bundle());
        for (var one : found) {
            var run = packed.runs().get(one.script());
            if (run != null) {
                put(
                        new About(held.site(), held.bundle(), one.script()),
                        run,
                        Doubt.SAYS_OTHERWISE,
                        Map.of(
                                "node",
                                names.getOrDefault(one.node(), ""),
                                "present",
                                one.present(),
                                "outcome",
                                one.outcome()));
            }
        }
    }

    /** What the exam servers are called that have sent something of it. */
    Map<UUID, String> nodeNames(UUID site, UUID bundle) {
        return jdbc
                .sql("select node_id, node_name from script.announcement" + RETURN)
                .param("site", site)
                .param("bundle", bundle)
                .query((row, n) -> Map.entry(row.getObject("node_id", UUID.class), row.getString("node_name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
