package org.onex.center.script;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is to look at about scripts. What the scripts say by themselves is changed only by who holds the script, the rest by who holds
 * what the site sends back.
 */
@Repository
class Doubts {

    private static final String RETURN = " where site_id = :site and bundle_id = :bundle";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Doubts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What there can be to doubt about a script (疑点). */
    enum Doubt {
        /** It was handed in without a single answer. */
        EMPTY,
        /** Facts {@code revisions}, {@code counts}: answers came after it was handed in. */
        LATE,
        /** Facts {@code nodes}: two exam servers have sent different scripts. */
        TWO_SCRIPTS,
        /** Facts {@code nodes}: it came from where it was not to be sat any more, as it was packed last, and from nowhere else. */
        MOVED,
        /** Facts {@code node}, {@code reason}: a file of it cannot be taken. */
        REFUSED,
        /** Facts {@code node}, {@code present}, {@code outcome}: the invigilators saw something else than the exam server. */
        SAYS_OTHERWISE;

        /** Whether somebody has to say what counts; the others are there to be known, and the site is asked about them. */
        boolean isDecided() {
            return this == LATE || this == TWO_SCRIPTS || this == MOVED;
        }
    }

    /** A script of a bundle of a site. */
    record About(UUID site, UUID bundle, UUID script) {

        private MapSqlParameterSource parameters() {
            return new MapSqlParameterSource("site", site)
                    .addValue("bundle", bundle)
                    .addValue("script", script);
        }
    }

    /**
     * What the files say by themselves takes the place of what they said before.
     *
     * @param undecided whether somebody has to say what counts, and nobody has since the newest came
     */
    void replace(About about, PackedRuns.Run run, Map<Doubt, Map<String, Object>> found, boolean undecided) {
        forget(about);
        found.forEach((kind, facts) -> put(about, run, new Found(kind, facts, undecided && kind.isDecided())));
    }

    /** What the files say by themselves is said elsewhere from now on, or not any more. */
    void forget(About about) {
        jdbc.sql("delete from script.doubt" + RETURN + " and script_id = :script and kind in (:kinds)")
                .paramSource(about.parameters()
                        .addValue(
                                "kinds",
                                Stream.of(Doubt.EMPTY, Doubt.LATE, Doubt.TWO_SCRIPTS, Doubt.MOVED)
                                        .map(Doubt::name)
                                        .toList()))
                .update();
    }

    /** What came up now. */
    void put(About about, PackedRuns.Run run, Doubt kind, Map<String, Object> facts) {
        put(about, run, new Found(kind, facts, kind.isDecided()));
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

    /**
     * @param packed the version of the exam server whose record came now; of runs that are in others only nothing new was said
     */
    void replaceSaidOtherwise(SiteReturn held, Collection<SaidOtherwise> found, PackedRuns packed) {
        var still = found.stream().map(SaidOtherwise::script).collect(toSet());
        jdbc.sql("delete from script.doubt" + RETURN + " and kind = 'SAYS_OTHERWISE'"
                        + (still.isEmpty() ? "" : " and script_id not in (:still)"))
                .param("site", held.site())
                .param("bundle", held.bundle())
                .param("still", still)
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

    /** What the exam servers are called that have sent something of this script. */
    Map<UUID, String> senderNames(UUID script) {
        return jdbc
                .sql("""
                        select distinct a.node_id, a.node_name
                        from script.announcement a join script.revision r
                          on r.site_id = a.site_id and r.bundle_id = a.bundle_id and r.node_id = a.node_id
                        where r.script_id = :script
                        """)
                .param("script", script)
                .query((row, n) -> Map.entry(row.getObject("node_id", UUID.class), row.getString("node_name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
