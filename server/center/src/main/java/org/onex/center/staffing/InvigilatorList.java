package org.onex.center.staffing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of invigilators that somebody may see; whoever has waited longest comes first. */
@Repository
class InvigilatorList {

    private static final String FILTERED = """
              and (cast(:state as text) is null or i.state = :state)
              and (cast(:college as text) is null or i.college = :college)
              and (cast(:words as text) is null
                   or strpos(lower(concat_ws(' ', i.number, i.name, i.certificate_number)), lower(:words)) > 0)
            """;

    private final JdbcClient jdbc;
    private final Invigilators invigilators;

    InvigilatorList(JdbcClient jdbc, Invigilators invigilators) {
        this.jdbc = jdbc;
        this.invigilators = invigilators;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param college its code
     * @param q       part of the name, of the number or of the certificate's number
     */
    record Filter(
            Invigilator.@Nullable State state,
            @Nullable String college,
            @Nullable String q) {}

    List<Invigilator> find(Filter filter, Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return jdbc.sql("select i.* " + fromFiltered(actor) + """
                and (cast(:afterSince as timestamptz) is null or (i.since, i.id) > (:afterSince, cast(:afterId as uuid)))
                order by i.since, i.id limit :limit
                """)
                .params(parameters(filter, actor))
                .param("afterSince", place.since())
                .param("afterId", place.id())
                .param("limit", limit)
                .query((row, n) -> invigilators.invigilator(row))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + fromFiltered(actor) + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** The place in the list; unique. */
    static String key(Invigilator invigilator) {
        return TimePlace.key(invigilator.since(), invigilator.id());
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("acting", actor.organization().code());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("college", wordsOf(filter.college()));
        parameters.put("words", wordsOf(filter.q()));
        return parameters;
    }

    /** Compared with one column only, by whose index they come in order. */
    private static String fromFiltered(Actor actor) {
        var whose = switch (actor.organization().kind()) {
            case COLLEGE -> "i.college = :acting";
            case AWARDING_BODY -> "i.awarding_body = :acting";
            case PLATFORM -> "false";
        };
        return "from staffing.invigilator i where " + whose + " " + FILTERED;
    }

    private static @Nullable String wordsOf(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
