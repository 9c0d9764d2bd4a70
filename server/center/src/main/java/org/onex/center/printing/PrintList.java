package org.onex.center.printing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of prints that somebody may see, the newest first. */
@Repository
class PrintList {

    private static final String FROM_FILTERED = """
            from printing.print p
            where (p.college = :college or (p.site is not null and p.awarding_body = :body))
              and (cast(:plan as text) is null or p.plan = :plan)
              and (cast(:site as uuid) is null or p.site = cast(:site as uuid))
            """;

    private final JdbcClient jdbc;
    private final Prints prints;

    PrintList(JdbcClient jdbc, Prints prints) {
        this.jdbc = jdbc;
        this.prints = prints;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     */
    record Filter(@Nullable String plan, @Nullable UUID site) {}

    List<Print> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        var found = jdbc.sql("select p.* " + FROM_FILTERED + """
                and (cast(:afterSince as timestamptz) is null or (p.since, p.id) < (:afterSince, cast(:afterId as uuid)))
                order by p.since desc, p.id desc limit :limit
                """)
                .params(parameters(filter, actor))
                .param("afterSince", place.since())
                .param("afterId", place.id())
                .param("limit", limit)
                .query((row, n) -> prints.print(row))
                .list();
        return prints.withSources(found);
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", codeAs(OrganizationKind.COLLEGE, actor));
        parameters.put("body", codeAs(OrganizationKind.AWARDING_BODY, actor));
        parameters.put("plan", filter.plan() == null || filter.plan().isBlank() ? null : filter.plan());
        parameters.put("site", filter.site());
        return parameters;
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }
}
