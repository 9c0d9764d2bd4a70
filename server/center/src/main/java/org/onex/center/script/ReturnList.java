package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sites send back and somebody may see, plan by plan and site by site: a body's of its plans, a college's of its sites. */
@Repository
class ReturnList {

    /** Of what is called {@code r} in a statement. */
    static final String VISIBLE = " and (r.college = :college or r.awarding_body = :body) ";

    /** What was taken back and of which nothing came is of no interest. */
    private static final String EXPECTED = """
             and (not r.recalled or exists (select 1 from script.announcement a
                                            where a.site_id = r.site_id and a.bundle_id = r.bundle_id))
            """;

    /**
     * Of an announcement that is called {@code a}: something on it is not here. A machine that was enrolled anew sends everything again under
     * its new id; what it said under the old one is then done with as soon as each of its scripts has come from another exam server, in the
     * same revision or a newer one, and does not contradict what came of it before.
     */
    private static final String UNFINISHED = """
            (exists (select 1 from script.file f
                     where f.site_id = a.site_id and f.bundle_id = a.bundle_id and f.node_id = a.node_id and f.listed and f.state <> 'TAKEN')
             and (not exists (select 1 from script.file f
                              where f.site_id = a.site_id and f.bundle_id = a.bundle_id and f.node_id = a.node_id and f.listed
                                and f.script_id is not null)
                  or exists (select 1 from script.file f
                             where f.site_id = a.site_id and f.bundle_id = a.bundle_id and f.node_id = a.node_id and f.listed
                               and f.script_id is not null
                               and not exists (select 1 from script.revision e
                                               where e.script_id = f.script_id and e.site_id = f.site_id and e.bundle_id = f.bundle_id
                                                 and e.node_id <> f.node_id and e.revision >= f.revision
                                                 and not exists (select 1 from script.revision o join script.revision n
                                                                   on n.script_id = o.script_id and n.revision = o.revision
                                                                 where o.script_id = f.script_id and o.node_id = f.node_id
                                                                   and n.node_id = e.node_id and n.hash <> o.hash)))))
            """;

    private static final String PLANS = """
            from (select r.plan, max(r.closes) as closes, count(*) as bundles, sum(r.runs) as runs, sum(r.scripts) as scripts,
                         sum(r.absent) as absent, sum(r.not_started) as not_started, sum(r.incidents) as incidents,
                         sum((select count(*) from script.doubt d
                              where d.site_id = r.site_id and d.bundle_id = r.bundle_id and d.open)) as doubts
                  from script.site_return r where true
            """ + VISIBLE + EXPECTED + " group by r.plan) p";

    private static final int PLAN_KEY_PARTS = 2;
    private static final int KEY_PARTS = 3;

    private final JdbcClient jdbc;

    ReturnList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan with what has come back of it.
     *
     * @param plan   its code
     * @param closes when the last of its slots does
     * @param doubts that are open
     */
    record PlanRow(String plan, Instant closes, int bundles, int runs, SiteReturn.Counts counts, int doubts) {

        String key() {
            return closes + "\n" + plan;
        }
    }

    List<PlanRow> plans(Actor actor, String after, int limit) {
        var place = parts(after, PLAN_KEY_PARTS);
        // Only the time is taken from it; the id is none of the list's.
        var closes = TimePlace.of(after.isEmpty() ? "" : place[0] + "|" + new UUID(0, 0));
        return jdbc.sql("select p.* " + PLANS + """
                 where cast(:afterCloses as timestamptz) is null or p.closes < cast(:afterCloses as timestamptz)
                    or (p.closes = cast(:afterCloses as timestamptz) and p.plan > :afterPlan)
                 order by p.closes desc, p.plan limit :limit
                """)
                .params(asker(actor))
                .param("afterCloses", closes.since())
                .param("afterPlan", place[1])
                .param("limit", limit)
                .query((row, n) -> planRow(row))
                .list();
    }

    private static PlanRow planRow(ResultSet row) throws SQLException {
        return new PlanRow(
                row.getString("plan"),
                row.getTimestamp("closes").toInstant(),
                row.getInt("bundles"),
                row.getInt("runs"),
                new SiteReturn.Counts(
                        row.getInt("scripts"),
                        row.getInt("absent"),
                        row.getInt("not_started"),
                        row.getInt("incidents")),
                row.getInt("doubts"));
    }

    int countPlans(Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + PLANS + " limit :cap) counted")
                .params(asker(actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** The place of one in its plan's list; unique. */
    static String key(SiteReturn one) {
        return one.whose().site() + "\n" + one.site() + "\n" + one.slot();
    }

    List<SiteReturn> of(String plan, Actor actor, String after, int limit) {
        var place = parts(after, KEY_PARTS);
        return jdbc.sql("select r.* from script.site_return r where r.plan = :plan" + VISIBLE + EXPECTED + """
                 and (cast(:afterId as uuid) is null
                     or (r.site_name, r.site_id, r.slot) > (:afterName, cast(:afterId as uuid), :afterSlot))
                order by r.site_name, r.site_id, r.slot limit :limit
                """)
                .params(asker(actor))
                .param("plan", plan)
                .param("afterName", place[0])
                .param("afterId", id(place[1]))
                .param("afterSlot", number(place[2]))
                .param("limit", limit)
                .query((row, n) -> SiteReturns.siteReturn(row))
                .list();
    }

    int count(String plan, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 from script.site_return r where r.plan = :plan" + VISIBLE
                        + EXPECTED + " limit :cap) counted")
                .params(asker(actor))
                .param("plan", plan)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * A bundle of which something was announced, all that was announced is here, and something is known of every run.
     *
     * @param settled the exam servers that have announced something, or were given up
     */
    record Whole(String plan, UUID site, UUID bundle, Set<UUID> settled) {}

    List<Whole> whole(Collection<String> plans, Actor actor) {
        return plans.isEmpty()
                ? List.of()
                : jdbc
                        .sql("""
                        select r.plan, r.site_id, r.bundle_id, s.node_id
                        from script.site_return r
                        join (select site_id, bundle_id, node_id from script.announcement
                              union select site_id, bundle_id, node_id from script.waiver) s
                          on s.site_id = r.site_id and s.bundle_id = r.bundle_id
                        where r.plan in (:plans) and r.without_outcome = 0
                          and exists (select 1 from script.announcement a where a.site_id = r.site_id and a.bundle_id = r.bundle_id)
                          and not exists (
                              select 1 from script.announcement a
                              where a.site_id = r.site_id and a.bundle_id = r.bundle_id
                                and not exists (select 1 from script.waiver w
                                                where w.site_id = a.site_id and w.bundle_id = a.bundle_id and w.node_id = a.node_id)
                                and
                        """ + UNFINISHED + ")" + VISIBLE)
                        .params(asker(actor))
                        .param("plans", Set.copyOf(plans))
                        .query((row, n) -> new Whole(
                                row.getString("plan"),
                                row.getObject("site_id", UUID.class),
                                row.getObject("bundle_id", UUID.class),
                                Set.of(row.getObject("node_id", UUID.class))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Whole::bundle))
                        .values()
                        .stream()
                        .map(ReturnList::joined)
                        .toList();
    }

    private static Whole joined(List<Whole> parts) {
        var first = parts.getFirst();
        return new Whole(
                first.plan(),
                first.site(),
                first.bundle(),
                parts.stream().flatMap(part -> part.settled().stream()).collect(Collectors.toSet()));
    }

    /**
     * How far an exam server is that has announced something.
     *
     * @param files   on its list, the record among them
     * @param record  number of the newest record that arrived
     * @param reasons    of what was refused
     * @param unfinished whether something is missing that nobody else has sent
     */
    record SenderRow(
            Sender sender,
            String name,
            int version,
            int record,
            Instant firstAt,
            Instant lastAt,
            int files,
            int arrived,
            int refused,
            List<String> reasons,
            boolean unfinished) {

        SenderRow {
            reasons = List.copyOf(reasons);
        }
    }

    /** Of all bundles of these sites. */
    List<SenderRow> senders(Collection<UUID> sites) {
        return sites.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select a.site_id, a.bundle_id, a.node_id, a.node_name, a.version, a.record, a.first_at, a.last_at,
                               count(*) as files,
                               sum(case when f.state = 'TAKEN' then 1 else 0 end) as arrived,
                               sum(case when f.state = 'REFUSED' then 1 else 0 end) as refused,
                               coalesce(string_agg(distinct f.reason, ','), '') as reasons,
                        """ + UNFINISHED + """
                               as unfinished
                        from script.announcement a
                        join script.file f on f.site_id = a.site_id and f.bundle_id = a.bundle_id and f.node_id = a.node_id and f.listed
                        where a.site_id in (:sites)
                        group by a.site_id, a.bundle_id, a.node_id, a.node_name, a.version, a.record, a.first_at, a.last_at
                        order by a.first_at, a.node_id
                        """)
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> sender(row))
                        .list();
    }

    private static SenderRow sender(ResultSet row) throws SQLException {
        var reasons = row.getString("reasons");
        return new SenderRow(
                new Sender(
                        row.getObject("site_id", UUID.class),
                        row.getObject("bundle_id", UUID.class),
                        row.getObject("node_id", UUID.class)),
                row.getString("node_name"),
                row.getInt("version"),
                row.getInt("record"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("files"),
                row.getInt("arrived"),
                row.getInt("refused"),
                reasons.isEmpty() ? List.of() : List.of(reasons.split(",", -1)),
                row.getBoolean("unfinished"));
    }

    static Map<String, @Nullable Object> asker(Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", codeAs(OrganizationKind.COLLEGE, actor));
        parameters.put("body", codeAs(OrganizationKind.AWARDING_BODY, actor));
        return parameters;
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }

    /** The parts of the place after which a page begins; all empty at the beginning. */
    static String[] parts(String after, int expected) {
        if (after.isEmpty()) {
            var none = new String[expected];
            Arrays.fill(none, "");
            return none;
        }
        var parts = after.split("\n", -1);
        if (parts.length != expected) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException(expected + " parts"));
        }
        return parts;
    }

    static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", "", e);
        }
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalid("after", "", e);
        }
    }
}
