package org.onex.center.dispatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.file.FileStore;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was packed, read back from the signed bytes themselves: what is returned is held against what was sent. */
@Repository
class SentBundles implements DispatchDirectory {

    private static final int SIGNATURE_BYTES = 64;

    /** Registrations that one query asks for. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final KeyReleases releases;
    private final FileStore files;
    private final JsonMapper json;

    SentBundles(JdbcClient jdbc, Deliveries deliveries, KeyReleases releases, FileStore files, JsonMapper json) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.releases = releases;
        this.files = files;
        this.json = json;
    }

    private record Kept(String awardingBody, String signed) {}

    @Override
    public Optional<Sent> sent(UUID site, UUID bundle, int version) {
        return jdbc.sql("""
                        select b.awarding_body, v.signed
                        from dispatch.bundle_version v
                        join dispatch.bundle_key k on k.site_id = v.site_id and k.bundle_id = v.bundle_id
                        join dispatch.bundle b on b.site_id = k.site_id and b.plan = k.plan and b.slot = k.slot
                        where v.site_id = :site and v.bundle_id = :bundle and v.version = :version
                        """)
                .param("site", site)
                .param("bundle", bundle)
                .param("version", version)
                .query((row, n) -> new Kept(row.getString("awarding_body"), row.getString("signed")))
                .optional()
                .map(kept -> sent(kept.awardingBody(), content(files.read(kept.signed()))));
    }

    private Sent sent(String awardingBody, SiteBundle content) {
        var sessions = content.sessions().stream().map(SiteBundle.Session::id).collect(Collectors.toSet());
        return new Sent(awardingBody, content, subjects(sessions), papers(sessions));
    }

    private SiteBundle content(byte[] signed) {
        var zipped = new ByteArrayInputStream(signed, SIGNATURE_BYTES, signed.length - SIGNATURE_BYTES);
        try (var text = new GZIPInputStream(zipped)) {
            return json.readValue(text, SiteBundle.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<UUID, Sat> subjects(Set<UUID> sessions) {
        return jdbc
                .sql("select id, qualification, level, subject from dispatch.session where id in (:ids)")
                .param("ids", sessions)
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Sat(
                                row.getString("qualification"),
                                Level.valueOf(row.getString("level")),
                                Subject.valueOf(row.getString("subject")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Also of a drill that another paper took the place of since: an older version names it. */
    private Map<String, UUID> papers(Set<UUID> sessions) {
        return jdbc
                .sql("select distinct sha256, paper_id from dispatch.sealed_paper where session_id in (:ids)")
                .param("ids", sessions)
                .query((row, n) -> Map.entry(row.getString("sha256"), row.getObject("paper_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<UUID, Set<UUID>> holders(Collection<UUID> sites) {
        return Stream.concat(deliveries.holders(sites).stream(), releases.holders(sites).stream())
                .collect(groupingBy(KeyReleases.Holder::bundle, mapping(KeyReleases.Holder::node, toSet())));
    }

    @Override
    public List<Run> runsOf(Collection<RegistrationKey> registrations) {
        var wanted = List.copyOf(Set.copyOf(registrations));
        var found = new ArrayList<Stored>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            found.addAll(stored(wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()))));
        }
        return runs(found);
    }

    private List<Stored> stored(List<RegistrationKey> wanted) {
        return jdbc.sql("""
                select * from dispatch.script where candidate_id in (:candidates) and registration_id in (:registrations)
                order by candidate_id, registration_id, script_id
                """)
                .param(
                        "candidates",
                        wanted.stream().map(RegistrationKey::candidate).collect(toSet()))
                .param("registrations", wanted.stream().map(RegistrationKey::id).collect(toSet()))
                .query((row, n) -> stored(row))
                .list();
    }

    /** A run, and the version of a bundle in which it was packed last; null before that was written down. */
    private record Stored(Run run, @Nullable Standing packed) {

        Run run(boolean stands) {
            return new Run(
                    run.script(),
                    run.registration(),
                    run.plan(),
                    run.site(),
                    run.qualification(),
                    run.level(),
                    run.subject(),
                    run.ticket(),
                    stands);
        }
    }

    /** A bundle with a version of it. */
    private record Standing(UUID bundle, int version) {}

    private List<Run> runs(List<Stored> stored) {
        var standing = standing(stored.stream().map(one -> one.run().site()).collect(toSet()));
        return stored.stream()
                .map(one -> one.run(one.packed() != null && standing.contains(one.packed())))
                .toList();
    }

    /** The newest versions of all bundles of these sites that were not recalled. */
    private Set<Standing> standing(Set<UUID> sites) {
        return sites.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select k.bundle_id, b.version from dispatch.bundle b
                        join dispatch.bundle_key k on k.site_id = b.site_id and k.plan = b.plan and k.slot = b.slot
                        where b.site_id in (:sites) and b.arranged and b.version > b.recalled
                        """)
                        .param("sites", sites)
                        .query((row, n) -> new Standing(row.getObject("bundle_id", UUID.class), row.getInt("version")))
                        .list());
    }

    @Override
    public Optional<Run> run(UUID script) {
        return jdbc.sql("select * from dispatch.script where script_id = :script")
                .param("script", script)
                .query((row, n) -> stored(row))
                .optional()
                .map(found -> runs(List.of(found)).getFirst());
    }

    @Override
    public List<Run> runs(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? List.of()
                : runs(jdbc.sql("select * from dispatch.script where script_id in (:scripts) order by script_id")
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) -> stored(row))
                        .list());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var bundle = row.getObject("bundle_id", UUID.class);
        return new Stored(run(row), bundle == null ? null : new Standing(bundle, row.getInt("version")));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("script_id", UUID.class),
                new RegistrationKey(
                        row.getObject("candidate_id", UUID.class), row.getObject("registration_id", UUID.class)),
                row.getString("plan"),
                row.getObject("site_id", UUID.class),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                Subject.valueOf(row.getString("subject")),
                row.getString("ticket"),
                false);
    }

    @Override
    public Map<UUID, UUID> sitesOf(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select script_id, site_id from dispatch.script where script_id in (:scripts)")
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) ->
                                Map.entry(row.getObject("script_id", UUID.class), row.getObject("site_id", UUID.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<UUID> siteOf(UUID script) {
        return jdbc.sql("select site_id from dispatch.script where script_id = :script")
                .param("script", script)
                .query(UUID.class)
                .optional();
    }
}
