package org.onex.center.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of plans, latest examination first, and what the clock says of each. */
@Repository
class PlanList {

    /** The one place that knows how the clock moves a plan. */
    private static final String PHASE = """
            case when n.status = 'DRAFT' then 'DRAFT'
                 when :now < p.closes_at then 'OPEN'
                 when :now < p.exam_starts_at then 'CLOSED'
                 when :now < p.exam_ends_at then 'RUNNING'
                 when w.plan is null or :now < w.opens then 'MARKING'
                 when :now < w.closes then 'PUBLICITY'
                 else 'FINISHED' end
            """;

    private static final String FROM = """
            from plan.plan p join plan.notice n on n.id = p.notice_id left join plan.publicity w on w.plan = p.code
            """;

    private static final String FROM_FILTERED = FROM + """
            where (n.status = 'PUBLISHED' or n.awarding_body = :body)
              and (cast(:phase as text) is null or %s = :phase)
              and (cast(:level as text) is null
                   or exists (select 1 from plan.offering o where o.plan_id = p.id and o.level = :level))
              and (cast(:words as text) is null or strpos(lower(p.name || ' ' || p.code || ' ' || n.title), lower(:words)) > 0)
            """.formatted(PHASE);

    private final JdbcClient jdbc;

    PlanList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody looks for; absent means any. */
    record Filter(
            @Nullable Phase phase,
            @Nullable Level level,
            @Nullable String q) {}

    /** A line of the list. */
    record Row(UUID notice, String code, LocalDate firstExamDate, Phase phase) {

        /** The place in the list; unique. */
        String key() {
            return firstExamDate + "|" + code;
        }
    }

    List<Row> find(Filter filter, Actor actor, Instant now, String after, int limit) {
        var separator = after.indexOf('|');
        var afterDate = after.isEmpty() ? null : date(after, separator);
        var afterCode = after.substring(separator + 1);
        return jdbc.sql("select p.notice_id, p.code, p.first_exam_date, " + PHASE + " as phase " + FROM_FILTERED + """
                and (cast(:afterDate as text) is null
                     or (p.first_exam_date, p.code) < (cast(:afterDate as date), :afterCode))
                order by p.first_exam_date desc, p.code desc limit :limit
                """)
                .params(parameters(filter, actor, now))
                .param("afterDate", afterDate)
                .param("afterCode", afterCode)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int count(Filter filter, Actor actor, Instant now) {
        return jdbc.sql("select count(*) from (select 1 " + FROM_FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor, now))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    Map<String, Phase> phases(UUID notice, Instant now) {
        var phases = new HashMap<String, Phase>();
        jdbc.sql("select p.code, " + PHASE + " as phase " + FROM + "where n.id = :notice")
                .param("notice", notice)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    phases.put(row.getString("code"), Phase.valueOf(row.getString("phase")));
                });
        return phases;
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("body", Notices.body(actor));
        parameters.put("now", Timestamp.from(now));
        parameters.put("phase", filter.phase() == null ? null : filter.phase().name());
        parameters.put("level", filter.level() == null ? null : filter.level().name());
        parameters.put(
                "words",
                filter.q() == null || filter.q().isBlank() ? null : filter.q().strip());
        return parameters;
    }

    private static String date(String cursor, int separator) {
        try {
            return LocalDate.parse(cursor.substring(0, Math.max(separator, 0))).toString();
        } catch (DateTimeParseException e) {
            throw RequestRefused.invalid("after", cursor, e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("notice_id", UUID.class),
                row.getString("code"),
                row.getObject("first_exam_date", LocalDate.class),
                Phase.valueOf(row.getString("phase")));
    }
}
