package org.onex.center.node;

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

/** The list of exam servers that somebody may see, in the order in which they were enrolled; withdrawn ones stay in it. */
@Repository
class NodeList {

    private static final String FROM_FILTERED = """
            from node.node n left join node.readiness r on r.site_id = n.site_id and r.node_id = n.id
            where (n.college = :college or n.awarding_body = :body)
              and (cast(:site as uuid) is null or n.site_id = cast(:site as uuid))
            """;
    private static final String SELECT = "select n.*, " + Readinesses.COLUMNS + " ";

    private final JdbcClient jdbc;

    NodeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody looks for; absent means any. */
    record Filter(@Nullable UUID site) {}

    /** A line of the list. */
    record Row(Node node, @Nullable Readiness readiness) {

        /** The place in the list; unique. */
        String key() {
            return TimePlace.key(node.enrolledAt(), node.id());
        }
    }

    List<Row> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql(SELECT + FROM_FILTERED + """
                and (cast(:afterSince as timestamptz) is null or (n.enrolled_at, n.id) > (:afterSince, cast(:afterId as uuid)))
                order by n.enrolled_at, n.id limit :limit
                """)
                .params(parameters(filter, actor))
                .param("afterSince", place.since())
                .param("afterId", place.id())
                .param("limit", limit)
                .query((row, n) -> new Row(Nodes.node(row), Readinesses.readiness(row)))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * @throws NodeRefused if there is none with this id for the actor
     */
    Row get(UUID id, Actor actor) {
        return jdbc.sql(SELECT + FROM_FILTERED + " and n.id = :id")
                .params(parameters(new Filter(null), actor))
                .param("id", id)
                .query((row, n) -> new Row(Nodes.node(row), Readinesses.readiness(row)))
                .optional()
                .orElseThrow(() -> NodeRefused.of(NodeRefused.Code.UNKNOWN));
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", codeAs(OrganizationKind.COLLEGE, actor));
        parameters.put("body", codeAs(OrganizationKind.AWARDING_BODY, actor));
        parameters.put("site", filter.site());
        return parameters;
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }
}
