package org.onex.center.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onex.foundation.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All parties. */
@Repository
class Organizations implements OrganizationDirectory {

    private static final Organization PLATFORM = new Organization(OrganizationKind.PLATFORM, "platform", "OneX");

    private final JdbcClient jdbc;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(AwardingBody body) {
        try {
            jdbc.sql("""
                    insert into organization.awarding_body (code, name, short_name) values (:code, :name, :shortName)
                    on conflict (code) do update set name = excluded.name, short_name = excluded.short_name
                    """).paramSource(body).update();
        } catch (DuplicateKeyException e) {
            throw OrganizationRefused.nameTaken(body.name());
        }
    }

    void store(College college) {
        try {
            jdbc.sql("""
                    insert into organization.college (code, name, province, pilot)
                    values (:code, :name, :province, :pilot)
                    on conflict (code) do update set
                        name = excluded.name, province = excluded.province, pilot = excluded.pilot
                    """).paramSource(college).update();
        } catch (DuplicateKeyException e) {
            throw OrganizationRefused.nameTaken(college.name());
        }
    }

    List<AwardingBody> awardingBodiesAfter(String code, int limit) {
        return jdbc.sql("""
                select code, name, short_name from organization.awarding_body
                where code > :code order by code limit :limit
                """)
                .param("code", code)
                .param("limit", limit)
                .query((row, n) ->
                        new AwardingBody(row.getString("code"), row.getString("name"), row.getString("short_name")))
                .list();
    }

    List<College> collegesAfter(String code, int limit) {
        return jdbc.sql("""
                select code, name, province, pilot from organization.college
                where code > :code order by code limit :limit
                """)
                .param("code", code)
                .param("limit", limit)
                .query((row, n) -> new College(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("province"),
                        row.getBoolean("pilot")))
                .list();
    }

    int countAwardingBodies() {
        return count("organization.awarding_body");
    }

    int countColleges() {
        return count("organization.college");
    }

    @Override
    public Optional<Organization> findAwardingBody(String codeOrName) {
        return jdbc.sql("select code, name from organization.awarding_body where code = :it or name = :it")
                .param("it", codeOrName)
                .query((row, n) ->
                        new Organization(OrganizationKind.AWARDING_BODY, row.getString("code"), row.getString("name")))
                .optional();
    }

    @Override
    public Optional<Organization> find(OrganizationKind kind, String code) {
        return switch (kind) {
            case PLATFORM ->
                Optional.of(PLATFORM).filter(platform -> platform.code().equals(code));
            case AWARDING_BODY -> named("select name from organization.awarding_body where code = :code", kind, code);
            case COLLEGE -> named("select name from organization.college where code = :code", kind, code);
        };
    }

    @Override
    public Map<String, String> names(OrganizationKind kind, Collection<String> codes) {
        return switch (kind) {
            case PLATFORM -> codes.contains(PLATFORM.code()) ? Map.of(PLATFORM.code(), PLATFORM.name()) : Map.of();
            case AWARDING_BODY ->
                names("select code, name from organization.awarding_body where code in (:codes)", codes);
            case COLLEGE -> names("select code, name from organization.college where code in (:codes)", codes);
        };
    }

    private Map<String, String> names(String sql, Collection<String> codes) {
        var names = new HashMap<String, String>();
        if (!codes.isEmpty()) {
            jdbc.sql(sql)
                    .param("codes", Set.copyOf(codes))
                    .query((row, n) -> Map.entry(row.getString("code"), row.getString("name")))
                    .list()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    @Override
    public Optional<CollegeOutline> college(String code) {
        return jdbc.sql("select code, name, province, pilot from organization.college where code = :code")
                .param("code", code)
                .query(CollegeOutline.class)
                .optional();
    }

    private Optional<Organization> named(String sql, OrganizationKind kind, String code) {
        return jdbc.sql(sql)
                .param("code", code)
                .query(String.class)
                .optional()
                .map(name -> new Organization(kind, code, name));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from (select 1 from " + table + " limit " + (Page.COUNT_CAP + 1) + ") counted")
                .query(Integer.class)
                .single();
    }
}
