package org.onex.center.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of registrations that somebody may see, college by college and class by class: a college's own, a body's of its plans. */
@Repository
class RegistrationList {

    private static final String FROM = """
            from registration.registration r join registration.gate g on g.plan = r.plan
            """;

    private static final String FILTERED = """
              and (case when r.withdrawn is not null then 'WITHDRAWN'
                        when g.frozen_at is null and :now < g.closes_at then 'OPEN' else 'FROZEN' end = :state
                   or (cast(:state as text) is null and r.withdrawn is null))
              and (cast(:plan as text) is null or r.plan = :plan)
              and (cast(:qualification as text) is null or r.qualification = :qualification)
              and (cast(:level as text) is null or r.level = :level)
              and (cast(:college as text) is null or r.college = :college)
              and (cast(:words as text) is null or strpos(r.name, :words) > 0 or strpos(r.class_name, :words) > 0)
            """;

    private final JdbcClient jdbc;
    private final Registrations registrations;

    RegistrationList(JdbcClient jdbc, Registrations registrations) {
        this.jdbc = jdbc;
        this.registrations = registrations;
    }

    /**
     * What somebody looks for; absent means any, but what was withdrawn is shown only to whoever asks for it.
     *
     * @param plan          its code
     * @param qualification its code
     * @param college       its code
     * @param q             part of a name or of the name of a class; ID numbers have no place in an address
     */
    record Filter(
            @Nullable RegistrationState state,
            @Nullable String plan,
            @Nullable String qualification,
            @Nullable Level level,
            @Nullable String college,
            @Nullable String q) {}

    /** Who looks, and when: that decides what they see of registrations. */
    record Asker(Actor actor, Instant now) {

        /** What a statement over registrations {@code r} begins its conditions with. */
        String sees() {
            return switch (actor.organization().kind()) {
                case COLLEGE -> " where r.college = :own ";
                case AWARDING_BODY -> " where r.awarding_body = :own ";
                case PLATFORM -> " where false and :own = '' ";
            };
        }

        Map<String, Object> parameters() {
            return Map.of("own", actor.organization().code(), "now", Timestamp.from(now));
        }

        boolean maySee(Registration registration) {
            return actor.actsFor(OrganizationKind.COLLEGE, registration.who().college())
                    || actor.actsFor(OrganizationKind.AWARDING_BODY, registration.awardingBody());
        }
    }

    /** A registration and how far it is. */
    record Row(Registration registration, RegistrationState state) {

        /** The place in the list; unique. */
        String key() {
            var who = registration.who();
            return String.join(
                    "\n",
                    who.college(),
                    who.className(),
                    who.name(),
                    registration.key().id().toString());
        }
    }

    /**
     * How many are registered at a college for a level.
     *
     * @param records that exist, one a subject
     */
    record Line(String college, String qualification, Level level, int registrations, int records) {}

    List<Row> find(Filter filter, Asker asker, String after, int limit) {
        var rows = jdbc.sql("""
                select r.*, case when r.withdrawn is not null then 'WITHDRAWN'
                                 when g.frozen_at is null and :now < g.closes_at then 'OPEN' else 'FROZEN' end as state
                """ + FROM + asker.sees() + FILTERED + """
                and (cast(:afterId as uuid) is null
                     or (r.college, r.class_name, r.name, r.id) > (:afterCollege, :afterClass, :afterName, cast(:afterId as uuid)))
                order by r.college, r.class_name, r.name, r.id limit :limit
                """)
                .params(parameters(filter, asker))
                .params(place(after))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
        var whole = registrations
                .withSubjects(rows.stream().map(Row::registration).toList())
                .iterator();
        return rows.stream().map(row -> new Row(whole.next(), row.state())).toList();
    }

    int count(Filter filter, Asker asker) {
        return jdbc.sql("select count(*) from (select 1 " + FROM + asker.sees() + FILTERED + " limit :cap) counted")
                .params(parameters(filter, asker))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    List<Line> lines(String plan, Asker asker) {
        return jdbc
                .sql("""
                select r.college, r.qualification, r.level, count(distinct r.id) as registrations, count(e.subject) as records
                from registration.registration r
                left join registration.entry e on e.candidate_id = r.candidate_id and e.registration_id = r.id
                """ + asker.sees() + """
                and r.plan = :plan and r.withdrawn is null
                group by r.college, r.qualification, r.level
                """)
                .params(asker.parameters())
                .param("plan", plan)
                .query((row, n) -> new Line(
                        row.getString("college"),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level")),
                        row.getInt("registrations"),
                        row.getInt("records")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Line::college)
                        .thenComparing(Line::qualification)
                        .thenComparing(Line::level))
                .toList();
    }

    /** How many people are registered, each counted once. */
    int people(String plan, Asker asker) {
        return jdbc.sql("select count(distinct r.candidate_id) from registration.registration r " + asker.sees()
                        + " and r.plan = :plan and r.withdrawn is null")
                .params(asker.parameters())
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Asker asker) {
        var parameters = new HashMap<String, @Nullable Object>(asker.parameters());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("plan", wordsOf(filter.plan()));
        parameters.put("qualification", wordsOf(filter.qualification()));
        parameters.put("level", filter.level() == null ? null : filter.level().name());
        parameters.put("college", wordsOf(filter.college()));
        parameters.put("words", wordsOf(filter.q()));
        return parameters;
    }

    private static Map<String, @Nullable Object> place(String after) {
        var place = new HashMap<String, @Nullable Object>();
        var parts = after.isEmpty() ? new String[] {"", "", "", ""} : after.split("\n", -1);
        if (parts.length != 4) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException("four parts"));
        }
        try {
            place.put("afterId", after.isEmpty() ? null : UUID.fromString(parts[3]));
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", "", e);
        }
        place.put("afterCollege", parts[0]);
        place.put("afterClass", parts[1]);
        place.put("afterName", parts[2]);
        return place;
    }

    private static @Nullable String wordsOf(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(registrations.registration(row), RegistrationState.valueOf(row.getString("state")));
    }
}
