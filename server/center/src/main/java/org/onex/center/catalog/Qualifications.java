package org.onex.center.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.foundation.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All qualifications with their names and schemes. */
@Repository
class Qualifications implements QualificationDirectory {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Qualifications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void store(Qualification qualification) {
        var stored = jdbc.sql("""
                insert into catalog.qualification (code, awarding_body, name, short_name)
                values (:code, :awardingBody, :name, :shortName)
                on conflict (code) do update set name = excluded.name, short_name = excluded.short_name
                where qualification.awarding_body = excluded.awarding_body
                """).paramSource(qualification).update();
        if (stored == 0) {
            // Two bodies entered the same code at once, and the other one came first.
            throw CatalogRefused.notYours(qualification.code());
        }
        storeNames(qualification);
        for (var scheme : qualification.schemes()) {
            storeVersion(qualification.code(), scheme);
        }
    }

    private void storeNames(Qualification qualification) {
        jdbc.sql("delete from catalog.qualification_name where qualification = :code")
                .param("code", qualification.code())
                .update();
        var names = Stream.concat(
                        Stream.of(qualification.code(), qualification.name(), qualification.shortName()),
                        qualification.aliases().stream())
                .distinct()
                .toList();
        for (var name : names) {
            try {
                jdbc.sql("""
                        insert into catalog.qualification_name (name, qualification, is_alias)
                        values (:name, :code, :alias)
                        """)
                        .param("name", name)
                        .param("code", qualification.code())
                        .param("alias", qualification.aliases().contains(name))
                        .update();
            } catch (DuplicateKeyException e) {
                throw CatalogRefused.nameTaken(name);
            }
        }
    }

    private void storeVersion(String code, Scheme scheme) {
        var latest = schemes(code).stream()
                .filter(known -> known.level() == scheme.level())
                .findFirst();
        if (latest.filter(scheme::saysTheSameAs).isPresent()) {
            return;
        }
        var version = latest.map(Scheme::version).orElse(0) + 1;
        var next = new Scheme(scheme.level(), version, scheme.subjects(), scheme.passRule());
        jdbc.sql("""
                insert into catalog.scheme (qualification, level, version, content)
                values (:code, :level, :version, cast(:content as jsonb))
                """)
                .param("code", code)
                .param("level", scheme.level().name())
                .param("version", version)
                .param("content", json.writeValueAsString(next))
                .update();
    }

    Optional<Qualification> get(String code) {
        return whole(outline(code).stream().toList()).stream().findFirst();
    }

    List<Qualification> after(String code, int limit) {
        var outlines = jdbc.sql("""
                select code, name, short_name, awarding_body from catalog.qualification
                where code > :code order by code limit :limit
                """)
                .param("code", code)
                .param("limit", limit)
                .query((row, n) -> new QualificationOutline(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getString("awarding_body")))
                .list();
        return whole(outlines);
    }

    int count() {
        return jdbc.sql("select count(*) from (select 1 from catalog.qualification limit :cap) counted")
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<QualificationName> find(String codeOrName) {
        return jdbc.sql("""
                select q.code, q.name from catalog.qualification_name n
                join catalog.qualification q on q.code = n.qualification
                where n.name = :name
                """)
                .param("name", codeOrName)
                .query(QualificationName.class)
                .optional();
    }

    @Override
    public Optional<QualificationOutline> outline(String code) {
        return jdbc.sql("select code, name, short_name, awarding_body from catalog.qualification where code = :code")
                .param("code", code)
                .query(QualificationOutline.class)
                .optional();
    }

    @Override
    public boolean isOwnedBy(QualificationName qualification, String awardingBody) {
        return get(qualification.code())
                .filter(known -> known.awardingBody().equals(awardingBody))
                .isPresent();
    }

    @Override
    public Optional<SchemeOutline> scheme(QualificationName qualification, Level level) {
        return schemes(qualification.code()).stream()
                .filter(scheme -> scheme.level() == level)
                .findFirst()
                .map(Scheme::outline);
    }

    @Override
    public Optional<SchemeOutline> scheme(String qualification, Level level, int version) {
        return jdbc.sql("""
                select content from catalog.scheme
                where qualification = :code and level = :level and version = :version
                """)
                .param("code", qualification)
                .param("level", level.name())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, Scheme.class).outline());
    }

    /** What belongs to them is asked once for all: row by row it would take a second connection while the first is kept. */
    private List<Qualification> whole(List<QualificationOutline> outlines) {
        var codes = outlines.stream().map(QualificationOutline::code).collect(Collectors.toSet());
        var aliases = aliases(codes);
        var schemes = schemes(codes);
        return outlines.stream()
                .map(outline -> new Qualification(
                        outline.code(),
                        outline.awardingBody(),
                        outline.name(),
                        outline.shortName(),
                        aliases.getOrDefault(outline.code(), List.of()),
                        schemes.getOrDefault(outline.code(), List.of())))
                .toList();
    }

    private Map<String, List<String>> aliases(Set<String> codes) {
        return ofEach(codes, """
                select qualification, name from catalog.qualification_name
                where qualification in (:codes) and is_alias order by name
                """);
    }

    private List<Scheme> schemes(String code) {
        return schemes(Set.of(code)).getOrDefault(code, List.of());
    }

    /** The latest version for each level, from the lowest level. */
    private Map<String, List<Scheme>> schemes(Set<String> codes) {
        var contents = ofEach(codes, """
                select distinct on (qualification, level) qualification, content from catalog.scheme
                where qualification in (:codes) order by qualification, level, version desc
                """);
        return contents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(content -> json.readValue(content, Scheme.class))
                                .sorted(Comparator.comparing(Scheme::level))
                                .toList()));
    }

    /** A qualification and something of it in each row. */
    private Map<String, List<String>> ofEach(Set<String> codes, String sql) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(sql)
                .param("codes", codes)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
