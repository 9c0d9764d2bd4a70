package org.onex.center.printing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All prints with their files. */
@Repository
class Prints {

    private static final TypeReference<List<Unprintable>> UNPRINTABLE = new TypeReference<>() {};

    /** Who asks again asks soon. */
    private static final int FEW = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Prints(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Print added, Actor asker) {
        var site = added.site();
        jdbc.sql("""
                insert into printing.print
                    (id, plan, plan_name, awarding_body, site, site_name, college, kinds, since, by_name, asker, job, unprintable)
                values
                    (:id, :plan, :planName, :body, :site, :siteName, :college, :kinds, :since, :by, :asker, :job, '[]')
                """)
                .param("id", added.id())
                .param("plan", added.plan())
                .param("planName", added.planName())
                .param("body", added.awardingBody())
                .param("site", site == null ? null : site.id())
                .param("siteName", site == null ? null : site.name())
                .param("college", added.college())
                .param("kinds", PrintKind.text(added.kinds()))
                .param("since", Timestamp.from(added.at()))
                .param("by", added.by())
                .param("asker", text(asker))
                .param("job", added.job())
                .update();
        added.sources().forEach(source -> add(added.id(), source));
    }

    private void add(UUID print, Print.Source source) {
        jdbc.sql("""
                insert into printing.source (print_id, site, version, staffing, since)
                values (:print, :site, :version, :staffing, :since)
                """)
                .param("print", print)
                .param("site", source.site())
                .param("version", source.version())
                .param("staffing", source.staffing())
                .param("since", Timestamp.from(source.since()))
                .update();
    }

    /** What an organisation has asked for of the same place in the same kinds, the newest first; it may be of other sources. */
    List<Print> alike(String plan, @Nullable UUID site, String college, List<PrintKind> kinds, Actor asker) {
        return withSources(jdbc.sql("""
                select * from printing.print
                where college = :college and plan = :plan and kinds = :kinds and asker = :asker
                  and site is not distinct from cast(:site as uuid)
                order by since desc, id desc limit :few
                """)
                .param("college", college)
                .param("plan", plan)
                .param("kinds", PrintKind.text(kinds))
                .param("asker", text(asker))
                .param("site", site)
                .param("few", FEW)
                .query((row, n) -> print(row))
                .list());
    }

    private static String text(Actor asker) {
        return asker.organization().kind() + ":" + asker.organization().code();
    }

    Optional<Print> find(UUID id) {
        return jdbc.sql("select * from printing.print where id = :id")
                .param("id", id)
                .query((row, n) -> print(row))
                .optional()
                .map(found -> withSources(List.of(found)).getFirst());
    }

    /** Says that everything is drawn; once. */
    void finish(UUID id, List<Unprintable> unprintable, Instant now) {
        jdbc.sql(
                        "update printing.print set ready_at = :now, unprintable = :unprintable where id = :id and ready_at is null")
                .param("id", id)
                .param("unprintable", json.writeValueAsString(unprintable))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Adds a file unless another run was faster. */
    void add(UUID print, PrintFile added) {
        jdbc.sql("""
                insert into printing.file (print_id, name, kind, opening, slot, pages, bytes, sha256)
                values (:print, :name, :kind, :opening, :slot, :pages, :bytes, :sha256)
                on conflict (print_id, name) do nothing
                """)
                .param("print", print)
                .param("name", added.name())
                .param("kind", added.kind().name())
                .param("opening", added.opening())
                .param("slot", added.slot())
                .param("pages", added.pages())
                .param("bytes", added.bytes())
                .param("sha256", added.sha256())
                .update();
    }

    /** The files of a print that are drawn already, by name. */
    List<PrintFile> files(UUID print) {
        return files(Set.of(print)).getOrDefault(print, List.of());
    }

    /** The same of several prints, by print; those of which nothing is drawn yet are absent. */
    Map<UUID, List<PrintFile>> files(Collection<UUID> some) {
        return some.isEmpty()
                ? Map.of()
                : byPrint(
                        jdbc.sql("select * from printing.file where print_id in (:ids) order by slot, name")
                                .param("ids", Set.copyOf(some)),
                        Prints::file);
    }

    /** Completes prints that were read, all at once. */
    List<Print> withSources(List<Print> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        var sources = byPrint(
                jdbc.sql("select * from printing.source where print_id in (:ids) order by site")
                        .param("ids", read.stream().map(Print::id).collect(Collectors.toSet())),
                Prints::source);
        return read.stream()
                .map(found -> found.from(sources.getOrDefault(found.id(), List.of())))
                .toList();
    }

    private static <T> Map<UUID, List<T>> byPrint(JdbcClient.StatementSpec asked, RowMapper<T> mapper) {
        var found = new HashMap<UUID, List<T>>();
        asked.query((row, n) -> found.computeIfAbsent(row.getObject("print_id", UUID.class), id -> new ArrayList<>())
                        .add(Objects.requireNonNull(mapper.mapRow(row, n))))
                .list();
        return found;
    }

    /** Reads a row that has all columns of a print; its sources stand elsewhere. */
    Print print(ResultSet row) throws SQLException {
        var ready = row.getTimestamp("ready_at");
        return new Print(
                row.getObject("id", UUID.class),
                row.getString("plan"),
                row.getString("plan_name"),
                row.getString("awarding_body"),
                place(row),
                row.getString("college"),
                PrintKind.of(row.getString("kinds")),
                List.of(),
                row.getTimestamp("since").toInstant(),
                row.getString("by_name"),
                row.getObject("job", UUID.class),
                ready == null ? null : ready.toInstant(),
                json.readValue(row.getString("unprintable"), UNPRINTABLE));
    }

    private static Print.@Nullable Place place(ResultSet row) throws SQLException {
        var site = row.getObject("site", UUID.class);
        return site == null ? null : new Print.Place(site, row.getString("site_name"));
    }

    private static Print.Source source(ResultSet row, int n) throws SQLException {
        return new Print.Source(
                row.getObject("site", UUID.class),
                row.getInt("version"),
                row.getInt("staffing"),
                row.getTimestamp("since").toInstant());
    }

    private static PrintFile file(ResultSet row, int n) throws SQLException {
        return new PrintFile(
                row.getString("name"),
                PrintKind.valueOf(row.getString("kind")),
                row.getObject("opening", UUID.class),
                row.getInt("slot"),
                row.getInt("pages"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
