package org.onex.center.certificate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of certificates that are made, as somebody may see them, by their numbers. */
@Repository
class CertificateList {

    private static final String FROM_FILTERED = """
             from certificate.certificate c
            where (c.awarding_body = :body or c.college = :college) and c.file is not null
              and (cast(:plan as text) is null or c.plan = :plan)
              and (cast(:of as text) is null or c.college = :of)
              and (cast(:level as text) is null or c.level = :level)
              and (cast(:revoked as boolean) is null or (c.revoked_at is not null) = cast(:revoked as boolean))
              and (cast(:text as text) is null or strpos(c.number, :text) > 0 or strpos(c.name, :text) > 0)
            """;

    private final JdbcClient jdbc;
    private final Certificates certificates;

    CertificateList(JdbcClient jdbc, Certificates certificates) {
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code; likewise the college
     * @param text part of the number or of the name
     */
    record Filter(
            @Nullable String plan,
            @Nullable String college,
            @Nullable Level level,
            Certificate.@Nullable State state,
            @Nullable String text) {}

    List<Certificate> find(Filter filter, Actor actor, String after, int limit) {
        return jdbc.sql("select c.*" + FROM_FILTERED + " and c.number > :after order by c.number limit :limit")
                .params(parameters(filter, actor))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> certificates.certificate(row))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1" + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = IssueList.parties(actor);
        parameters.put("plan", filter.plan());
        parameters.put("of", filter.college());
        parameters.put("level", filter.level() == null ? null : filter.level().name());
        parameters.put("revoked", filter.state() == null ? null : filter.state() == Certificate.State.REVOKED);
        var text = filter.text();
        parameters.put("text", text == null || text.isBlank() ? null : text.strip());
        return parameters;
    }
}
