package org.onex.center.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of a plan's results, college by college and class by class; of one college's people, if one is named. */
@Repository
class ResultList {

    private static final String FROM_FILTERED = """
            from result.result r
            where r.plan = :plan
              and (cast(:college as text) is null or r.college = :college)
              and (cast(:level as text) is null or r.level = :level)
              and (cast(:outcome as text) is null or r.outcome = :outcome)
              and (cast(:text as text) is null or strpos(r.name, :text) > 0 or strpos(r.ticket, :text) > 0)
              and (cast(:status as text) is null
                   or exists (select 1 from result.entry e
                              where e.candidate_id = r.candidate_id and e.registration_id = r.registration_id
                                and e.status = :status))
            """;

    private final JdbcClient jdbc;
    private final Results results;

    ResultList(JdbcClient jdbc, Results results) {
        this.jdbc = jdbc;
        this.results = results;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param college its code
     * @param status  of any of the entries
     * @param text    part of a name, or of a ticket number; ID numbers have no place in an address
     */
    record Filter(
            @Nullable String college,
            @Nullable Level level,
            Result.@Nullable Outcome outcome,
            Entry.@Nullable Status status,
            @Nullable String text) {

        /** The same among the people of one college; of another one there are none. */
        Filter within(String own) {
            return new Filter(own, level, outcome, status, text);
        }

        private Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("college", words(college));
            parameters.put("level", name(level));
            parameters.put("outcome", name(outcome));
            parameters.put("status", name(status));
            parameters.put("text", words(text));
            return parameters;
        }

        private static @Nullable String name(@Nullable Enum<?> value) {
            return value == null ? null : value.name();
        }

        private static @Nullable String words(@Nullable String sent) {
            return sent == null || sent.isBlank() ? null : sent.strip();
        }
    }

    List<Results.Stored> find(String plan, Filter filter, String after, int limit) {
        var found = jdbc.sql("select r.* " + FROM_FILTERED + """
                and (cast(:afterId as uuid) is null
                     or (r.college, r.class_name, r.name, r.registration_id)
                        > (:afterCollege, :afterClass, :afterName, cast(:afterId as uuid)))
                order by r.college, r.class_name, r.name, r.registration_id limit :limit
                """)
                .param("plan", plan)
                .params(filter.parameters())
                .params(place(after))
                .param("limit", limit)
                .query((row, n) -> results.stored(row))
                .list();
        return results.withEntries(found);
    }

    int count(String plan, Filter filter) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .param("plan", plan)
                .params(filter.parameters())
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** How many reviews of a plan wait, and how many were decided; of one college's people, if one is named. */
    SheetView.SheetReviews reviews(String plan, @Nullable String college) {
        return jdbc.sql("""
                select coalesce(sum(pending_reviews), 0) as open, coalesce(sum(decided_reviews), 0) as decided
                from result.result where plan = :plan and (cast(:college as text) is null or college = :college)
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> new SheetView.SheetReviews(row.getInt("open"), row.getInt("decided")))
                .single();
    }

    /** The place in the list; unique. */
    static String key(Results.Stored stored) {
        var who = stored.result().who();
        return String.join(
                "\n",
                who.college(),
                who.className(),
                who.name(),
                stored.result().key().id().toString());
    }

    private static Map<String, @Nullable Object> place(String after) {
        var place = new HashMap<String, @Nullable Object>();
        var parts = after.isEmpty() ? new String[] {"", "", "", ""} : after.split("\n", -1);
        try {
            place.put("afterId", after.isEmpty() ? null : UUID.fromString(parts[3]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException(e));
        }
        place.put("afterCollege", parts[0]);
        place.put("afterClass", parts[1]);
        place.put("afterName", parts[2]);
        return place;
    }
}
