package org.onex.center.candidate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A college's candidates, class by class. */
@Repository
class CandidateList {

    private static final String FROM_FILTERED = """
            from candidate.enrolment e join candidate.person p on p.candidate_id = e.candidate_id
            where e.college = :college and e.ended is null
              and (cast(:state as text) is null or e.state = :state)
              and (cast(:kind as text) is null or e.kind = :kind)
              and (cast(:className as text) is null or e.class_name = :className)
              and (cast(:words as text) is null or strpos(e.name, :words) > 0 or strpos(e.student_number, :words) > 0)
            """;

    private final JdbcClient jdbc;
    private final Enrolments enrolments;

    CandidateList(JdbcClient jdbc, Enrolments enrolments) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
    }

    /**
     * Whom somebody looks for; absent means any.
     *
     * @param className the whole name of a class
     * @param q         part of a name or student number; ID numbers are looked for elsewhere, because addresses end up in logs
     */
    record Filter(
            @Nullable InformationState state,
            @Nullable CandidateKind kind,
            @Nullable String className,
            @Nullable String q) {}

    /** How many are in a state. */
    record StateCount(InformationState state, long count) {}

    static String keyOf(Enrolment enrolment) {
        var said = enrolment.particulars();
        return said.className() + "\n" + said.name() + "\n" + enrolment.key().enrolment();
    }

    List<Enrolment> find(String college, Filter filter, String after, int limit) {
        var place = place(after);
        return jdbc.sql("select e.*, p.number_sealed " + FROM_FILTERED + """
                and (cast(:afterId as uuid) is null or (e.class_name, e.name, e.id) > (:afterClass, :afterName, cast(:afterId as uuid)))
                order by e.class_name, e.name, e.id limit :limit
                """)
                .params(parameters(college, filter))
                .params(place)
                .param("limit", limit)
                .query((row, n) -> enrolments.enrolment(row))
                .list();
    }

    int count(String college, Filter filter) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(college, filter))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    List<StateCount> states(String college) {
        return jdbc.sql("""
                select state, count(*) as people from candidate.enrolment
                where college = :college and ended is null group by state order by state
                """)
                .param("college", college)
                .query((row, n) ->
                        new StateCount(InformationState.valueOf(row.getString("state")), row.getLong("people")))
                .list();
    }

    List<String> classes(String college) {
        return jdbc.sql("""
                select distinct class_name from candidate.enrolment
                where college = :college and ended is null and class_name <> '' order by class_name
                """)
                .param("college", college)
                .query((row, n) -> row.getString("class_name"))
                .list();
    }

    private static Map<String, @Nullable Object> place(String after) {
        var place = new HashMap<String, @Nullable Object>();
        var parts = after.isEmpty() ? new String[] {"", "", ""} : after.split("\n", -1);
        if (parts.length != 3) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException("three parts"));
        }
        try {
            place.put("afterId", after.isEmpty() ? null : UUID.fromString(parts[2]));
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", "", e);
        }
        place.put("afterClass", parts[0]);
        place.put("afterName", parts[1]);
        return place;
    }

    private static Map<String, @Nullable Object> parameters(String college, Filter filter) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("college", college);
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("kind", filter.kind() == null ? null : filter.kind().name());
        parameters.put("className", wordsOf(filter.className()));
        parameters.put("words", wordsOf(filter.q()));
        return parameters;
    }

    private static @Nullable String wordsOf(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
