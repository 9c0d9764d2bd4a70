package org.onex.center.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bundles that somebody may see, plan by plan and site by site: a body's of its plans, a college's of its sites. */
@Repository
class BundleList {

    private static final String VISIBLE = """
            where (b.college = :college or b.awarding_body = :body) and (b.arranged or b.version > 0)
            """;

    private static final String PLANS = """
            from (select b.plan, min(b.opens) as begins, max(b.closes) <= :now as over, count(*) as bundles,
                         count(distinct b.site_id) as sites
                  from dispatch.bundle b
            """ + VISIBLE + " group by b.plan) p";

    private static final int PLAN_KEY_PARTS = 3;
    private static final int BUNDLE_KEY_PARTS = 3;

    private final JdbcClient jdbc;
    private final Bundles bundles;

    BundleList(JdbcClient jdbc, Bundles bundles) {
        this.jdbc = jdbc;
        this.bundles = bundles;
    }

    /**
     * A plan with how much there is to dispatch.
     *
     * @param code of the plan
     */
    record PlanRow(String code, boolean over, Instant begins, int sites, int bundles) {

        String key() {
            return over + "\n" + begins + "\n" + code;
        }
    }

    /** The place of a bundle in its plan's list; unique. */
    static String key(Bundle bundle) {
        return bundle.names().site() + "\n" + bundle.place().site() + "\n"
                + bundle.place().slot();
    }

    List<PlanRow> plans(Actor actor, Instant now, String after, int limit) {
        var place = after.isEmpty() ? new String[] {"false", "", ""} : parts(after, PLAN_KEY_PARTS);
        // Only the time is taken from it; the id is none of the list's.
        var begins = TimePlace.of(after.isEmpty() ? "" : place[1] + "|" + new UUID(0, 0));
        return jdbc.sql("select p.* " + PLANS + """
                 where cast(:afterBegins as timestamptz) is null
                    or (p.over, p.begins, p.plan) > (:afterOver, cast(:afterBegins as timestamptz), :afterPlan)
                 order by p.over, p.begins, p.plan limit :limit
                """)
                .params(asker(actor))
                .param("now", Timestamp.from(now))
                .param("afterOver", Boolean.parseBoolean(place[0]))
                .param("afterBegins", begins.since())
                .param("afterPlan", place[2])
                .param("limit", limit)
                .query((row, n) -> new PlanRow(
                        row.getString("plan"),
                        row.getBoolean("over"),
                        row.getTimestamp("begins").toInstant(),
                        row.getInt("sites"),
                        row.getInt("bundles")))
                .list();
    }

    int countPlans(Actor actor, Instant now) {
        return jdbc.sql("select count(*) from (select 1 " + PLANS + " limit :cap) counted")
                .params(asker(actor))
                .param("now", Timestamp.from(now))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    List<Bundle> of(String plan, Actor actor, String after, int limit) {
        var place = after.isEmpty() ? new String[] {"", "", "0"} : parts(after, BUNDLE_KEY_PARTS);
        return jdbc.sql(Bundles.SELECT + VISIBLE + """
                and b.plan = :plan
                and (cast(:afterId as uuid) is null
                     or (b.site_name, b.site_id, b.slot) > (:afterName, cast(:afterId as uuid), :afterSlot))
                order by b.site_name, b.site_id, b.slot limit :limit
                """)
                .params(asker(actor))
                .param("plan", plan)
                .param("afterName", place[0])
                .param("afterId", after.isEmpty() ? null : site(place[1]))
                .param("afterSlot", slot(place[2]))
                .param("limit", limit)
                .query((row, n) -> bundles.bundle(row))
                .list();
    }

    int count(String plan, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 from dispatch.bundle b " + VISIBLE
                        + " and b.plan = :plan limit :cap) counted")
                .params(asker(actor))
                .param("plan", plan)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** All of some plans that somebody may see. */
    List<Bundle> of(Collection<String> plans, Actor actor) {
        return plans.isEmpty()
                ? List.of()
                : jdbc.sql(Bundles.SELECT + VISIBLE + " and b.plan in (:plans)")
                        .params(asker(actor))
                        .param("plans", Set.copyOf(plans))
                        .query((row, n) -> bundles.bundle(row))
                        .list();
    }

    private static Map<String, @Nullable Object> asker(Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", codeAs(OrganizationKind.COLLEGE, actor));
        parameters.put("body", codeAs(OrganizationKind.AWARDING_BODY, actor));
        return parameters;
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }

    private static String[] parts(String after, int expected) {
        var parts = after.split("\n", -1);
        if (parts.length != expected) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException(expected + " parts"));
        }
        return parts;
    }

    private static UUID site(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", "", e);
        }
    }

    private static int slot(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalid("after", "", e);
        }
    }
}
