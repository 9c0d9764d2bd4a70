package org.onex.center.seating;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of sites that have people of a plan: a body's of its plans, a college's own sites; exams that are over come last. */
@Repository
class ArrangementList {

    /** The states are those of {@link Arrangement#state()}. */
    private static final String FROM_FILTERED = """
            from (select a.*, a.ends_at <= :now as over,
                         case when a.arranged_at is not null then 'ARRANGED' when a.frozen_at is null then 'REGISTERING'
                              when a.balanced then 'READY' else 'TO_OPEN' end as state
                  from seating.arrangement a
                  where (a.college = :college or a.awarding_body = :body) and (a.frozen_at is null or a.people > 0)) b
            where (cast(:plan as text) is null or b.plan = :plan)
              and (cast(:state as text) is null or b.state = :state)
              and (cast(:words as text) is null
                   or strpos(lower(concat_ws(' ', b.site_name, b.plan_name)), lower(:words)) > 0)
            """;

    private final JdbcClient jdbc;

    ArrangementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     * @param q    part of the site's or the plan's name
     */
    record Filter(
            @Nullable String plan,
            Arrangement.@Nullable State state,
            @Nullable String q) {}

    /** Who looks, and when. */
    record Asker(Actor actor, Instant now) {

        /** The code of the organisation that they act for, if it is of that kind; nobody's otherwise. */
        String codeAs(OrganizationKind kind) {
            return actor.organization().kind() == kind ? actor.organization().code() : "";
        }
    }

    /** An arrangement in the list. */
    record Row(Arrangement arrangement, boolean over) {

        /** The place in the list; unique. */
        String key() {
            return String.join(
                    "\n",
                    String.valueOf(over),
                    arrangement.calendar().exam().opens().toString(),
                    arrangement.where().plan(),
                    arrangement.names().site(),
                    arrangement.where().site().toString());
        }
    }

    List<Row> find(Filter filter, Asker asker, String after, int limit) {
        return jdbc.sql("select b.* " + FROM_FILTERED + """
                and (cast(:afterSite as uuid) is null
                     or (b.over, b.begins_at, b.plan, b.site_name, b.site_id)
                        > (:afterOver, cast(:afterBegins as timestamptz), :afterPlan, :afterName, cast(:afterSite as uuid)))
                order by b.over, b.begins_at, b.plan, b.site_name, b.site_id limit :limit
                """)
                .params(parameters(filter, asker))
                .params(place(after))
                .param("limit", limit)
                .query((row, n) -> new Row(Arrangements.arrangement(row), row.getBoolean("over")))
                .list();
    }

    int count(Filter filter, Asker asker) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, asker))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Asker asker) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("now", Timestamp.from(asker.now()));
        parameters.put("college", asker.codeAs(OrganizationKind.COLLEGE));
        parameters.put("body", asker.codeAs(OrganizationKind.AWARDING_BODY));
        parameters.put("plan", wordsOf(filter.plan()));
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("words", wordsOf(filter.q()));
        return parameters;
    }

    private static Map<String, @Nullable Object> place(String after) {
        var place = new HashMap<String, @Nullable Object>();
        var parts = after.isEmpty() ? new String[] {"false", "", "", "", ""} : after.split("\n", -1);
        if (parts.length != 5) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException("five parts"));
        }
        var since = TimePlace.of(after.isEmpty() ? "" : parts[1] + "|" + parts[4]);
        place.put("afterBegins", since.since());
        place.put("afterSite", since.id());
        place.put("afterOver", Boolean.parseBoolean(parts[0]));
        place.put("afterPlan", parts[2]);
        place.put("afterName", parts[3]);
        return place;
    }

    static @Nullable String wordsOf(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
