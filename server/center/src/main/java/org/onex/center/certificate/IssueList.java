package org.onex.center.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of issues that somebody may see, of their plans and of the people in them. */
@Repository
class IssueList {

    private static final String MINE = " (i.awarding_body = :body or i.college = :college) ";

    private static final String FILTERED = """
            and (cast(:plan as text) is null or i.plan = :plan)
            and (cast(:of as text) is null or i.college = :of)
            and (cast(:state as text) is null or i.state = :state)
            """;

    private final JdbcClient jdbc;
    private final Certificates certificates;

    IssueList(JdbcClient jdbc, Certificates certificates) {
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan    its code; likewise the college
     */
    record Filter(@Nullable String plan, @Nullable String college, Issue.@Nullable State state) {}

    /** Counts of one plan. */
    record PlanRow(
            String plan,
            int issues,
            int waitingForBody,
            int waitingForCollege,
            int issued,
            int certificates,
            int revoked) {}

    List<PlanRow> plans(Actor actor, String after, int limit) {
        return jdbc.sql("""
                select i.plan, count(*) as issues, count(*) filter (where i.people > 0 and b.issue_id is null) as waiting_for_body,
                       count(*) filter (where i.people > 0 and c.issue_id is null) as waiting_for_college,
                       count(*) filter (where i.state = 'ISSUED') as issued,
                       (select count(*) from certificate.certificate x where x.plan = i.plan and x.file is not null
                        and (x.awarding_body = :body or x.college = :college)) as certificates,
                       (select count(*) from certificate.certificate x where x.plan = i.plan and x.revoked_at is not null
                        and (x.awarding_body = :body or x.college = :college)) as revoked
                from certificate.issue i
                left join certificate.signature b on b.issue_id = i.id and b.party = 'AWARDING_BODY'
                left join certificate.signature c on c.issue_id = i.id and c.party = 'COLLEGE'
                where
                """ + MINE + " and i.plan > :after group by i.plan order by i.plan limit :limit")
                .params(parties(actor))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new PlanRow(
                        row.getString("plan"),
                        row.getInt("issues"),
                        row.getInt("waiting_for_body"),
                        row.getInt("waiting_for_college"),
                        row.getInt("issued"),
                        row.getInt("certificates"),
                        row.getInt("revoked")))
                .list();
    }

    int countPlans(Actor actor) {
        return jdbc.sql("select count(distinct i.plan) from certificate.issue i where " + MINE)
                .params(parties(actor))
                .query(Integer.class)
                .single();
    }

    /** The newest first; their signatures come by themselves. */
    List<Issue> find(Filter filter, Actor actor, String after, int limit) {
        return jdbc.sql("select i.*" + from(actor) + FILTERED + """
                and (cast(:after as uuid) is null or i.id < cast(:after as uuid)) order by i.id desc limit :limit
                """)
                .params(parameters(filter, actor))
                .param("after", place(after))
                .param("limit", limit)
                .query((row, n) -> Issues.issue(row))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1" + from(actor) + FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** Those of its parties; whoever runs the installation sees all, which name nobody. */
    private static String from(Actor actor) {
        var isOverseer = actor.organization().kind() == OrganizationKind.PLATFORM;
        return " from certificate.issue i where " + (isOverseer ? "true " : MINE);
    }

    /**
     * Whom somebody looks for in an issue.
     *
     * @param flawed whether only who will not be printed as they should
     */
    record PeopleFilter(@Nullable Boolean flawed) {

        boolean isOnlyFlawed() {
            return Boolean.TRUE.equals(flawed);
        }
    }

    List<Certificate> people(UUID issue, PeopleFilter filter, String after, int limit) {
        return jdbc.sql("select * from certificate.certificate" + of(filter) + """
                and (cast(:after as uuid) is null or id > cast(:after as uuid)) order by id limit :limit
                """)
                .param("issue", issue)
                .param("after", place(after))
                .param("limit", limit)
                .query((row, n) -> certificates.certificate(row))
                .list();
    }

    int countPeople(UUID issue, PeopleFilter filter) {
        return jdbc.sql("select count(*) from certificate.certificate" + of(filter))
                .param("issue", issue)
                .query(Integer.class)
                .single();
    }

    private static String of(PeopleFilter filter) {
        return " where issue_id = :issue " + (filter.isOnlyFlawed() ? Certificates.FLAWED : "");
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = parties(actor);
        parameters.put("plan", filter.plan());
        parameters.put("of", filter.college());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        return parameters;
    }

    /** Whose issues and certificates somebody sees. */
    static Map<String, @Nullable Object> parties(Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("body", code(OrganizationKind.AWARDING_BODY, actor));
        parameters.put("college", code(OrganizationKind.COLLEGE, actor));
        return parameters;
    }

    private static String code(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }

    /**
     * The place after which a page begins; null at the beginning.
     *
     * @throws RequestRefused if it is no place
     */
    private static @Nullable UUID place(String after) {
        try {
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", after, e);
        }
    }
}
