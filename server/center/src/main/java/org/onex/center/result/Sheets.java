package org.onex.center.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sheets of all plans. */
@Repository
class Sheets {

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Sheet> find(Collection<String> plans) {
        return plans.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from result.sheet where plan in (:plans)")
                        .param("plans", Set.copyOf(plans))
                        .query((row, n) -> sheet(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Sheet::plan, sheet -> sheet));
    }

    Optional<Sheet> find(String plan) {
        return Optional.ofNullable(find(Set.of(plan)).get(plan));
    }

    /** Adds it unless it is there. */
    void add(Sheet empty) {
        jdbc.sql("""
                insert into result.sheet
                    (plan, awarding_body, version, stale, people, passed, failed, absent, voided, lost, problems)
                values (:plan, :body, 0, false, 0, 0, 0, 0, 0, 0, 0)
                on conflict (plan) do nothing
                """)
                .param("plan", empty.plan())
                .param("body", empty.awardingBody())
                .update();
    }

    /**
     * Finds it when nobody changes it or anything it was drawn from, and keeps everybody from that until the transaction ends.
     *
     * @throws ResultRefused if there is none
     */
    Sheet hold(String plan) {
        return jdbc.sql("select * from result.sheet where plan = :plan for update")
                .param("plan", plan)
                .query((row, n) -> sheet(row))
                .optional()
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.NOT_DRAWN));
    }

    /**
     * Finds it and keeps others from holding it until the transaction ends; many do this at once, and wait for nobody but a holder. Whoever
     * makes it stale may do so under this.
     */
    Optional<Sheet> lean(String plan) {
        return jdbc.sql("select * from result.sheet where plan = :plan for key share")
                .param("plan", plan)
                .query((row, n) -> sheet(row))
                .optional();
    }

    /** Something that this sheet was drawn from has changed. What two have approved stays as it is. */
    void outdate(String plan) {
        jdbc.sql("update result.sheet set stale = true where plan = :plan and second_at is null and not stale")
                .param("plan", plan)
                .update();
    }

    /** Plans whose publicity is over by then and that have results left that wait for no review, or none left at all. */
    List<String> due(Instant now) {
        var over = jdbc.sql("""
                select plan from result.sheet where finished_at is null and closes <= :now order by closes, plan
                """)
                .param("now", Timestamp.from(now))
                .query((row, n) -> row.getString("plan"))
                .list();
        var waiting = waiting(over);
        return over.stream().filter(plan -> !waiting.contains(plan)).toList();
    }

    /** Those of these plans of which everything that is not final waits for a review. */
    private Set<String> waiting(Collection<String> plans) {
        return plans.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select plan from result.result where plan in (:plans) and final_at is null
                        group by plan having min(pending_reviews) > 0
                        """)
                        .param("plans", Set.copyOf(plans))
                        .query((row, n) -> row.getString("plan"))
                        .list());
    }

    /** Plans with final results: of a finished one all are, of one that still waits for reviews others may be. */
    List<String> withFinalResults() {
        var finished = jdbc.sql("select plan from result.sheet where finished_at is not null and people > 0")
                .query((row, n) -> row.getString("plan"))
                .list();
        var open = jdbc.sql("select plan from result.sheet where finished_at is null and opens is not null")
                .query((row, n) -> row.getString("plan"))
                .list();
        var found = new TreeSet<String>(finished);
        if (!open.isEmpty()) {
            found.addAll(
                    jdbc.sql("select distinct plan from result.result where plan in (:plans) and final_at is not null")
                            .param("plans", Set.copyOf(open))
                            .query((row, n) -> row.getString("plan"))
                            .list());
        }
        return List.copyOf(found);
    }

    /** Stores a sheet that this transaction holds. */
    void change(Sheet changed) {
        var drawn = changed.drawn();
        var counts = drawn == null ? Sheet.Counts.NONE : drawn.counts();
        var publicity = changed.publicity();
        jdbc.sql("""
                update result.sheet set
                    version = :version, job = :job, drawn_at = :drawnAt, digest = :digest, stale = :stale,
                    people = :people, passed = :passed, failed = :failed, absent = :absent, voided = :voided, lost = :lost,
                    problems = :problems,
                    first_login = :login1, first_name = :name1, first_at = :at1,
                    second_login = :login2, second_name = :name2, second_at = :at2,
                    opens = :opens, closes = :closes, finished_at = :finishedAt
                where plan = :plan
                """)
                .param("plan", changed.plan())
                .param("version", changed.version())
                .param("job", changed.job())
                .param("drawnAt", drawn == null ? null : Timestamp.from(drawn.at()))
                .param("digest", drawn == null ? null : drawn.digest())
                .param("stale", changed.stale())
                .params(numbers(counts))
                .params(approval(changed, 1))
                .params(approval(changed, 2))
                .param("opens", publicity == null ? null : Timestamp.from(publicity.opens()))
                .param("closes", publicity == null ? null : Timestamp.from(publicity.closes()))
                .param("finishedAt", timestamp(changed.finishedAt()))
                .update();
    }

    private static Map<String, Integer> numbers(Sheet.Counts counts) {
        return Map.of(
                "people", counts.people(),
                "passed", counts.passed(),
                "failed", counts.failed(),
                "absent", counts.absent(),
                "voided", counts.voided(),
                "lost", counts.lost(),
                "problems", counts.problems());
    }

    private static Map<String, @Nullable Object> approval(Sheet sheet, int number) {
        var values = new HashMap<String, @Nullable Object>();
        var approval =
                sheet.approvals().size() < number ? null : sheet.approvals().get(number - 1);
        values.put("login" + number, approval == null ? null : approval.login());
        values.put("name" + number, approval == null ? null : approval.name());
        values.put("at" + number, approval == null ? null : Timestamp.from(approval.at()));
        return values;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        var drawnAt = instant(row, "drawn_at");
        var opens = instant(row, "opens");
        var closes = instant(row, "closes");
        return new Sheet(
                row.getString("plan"),
                row.getString("awarding_body"),
                row.getInt("version"),
                row.getObject("job", UUID.class),
                drawnAt == null ? null : new Sheet.Drawn(drawnAt, row.getString("digest"), counts(row)),
                row.getBoolean("stale"),
                approvals(row),
                opens == null || closes == null ? null : new Window(opens, closes),
                instant(row, "finished_at"));
    }

    private static Sheet.Counts counts(ResultSet row) throws SQLException {
        return new Sheet.Counts(
                row.getInt("people"),
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("absent"),
                row.getInt("voided"),
                row.getInt("lost"),
                row.getInt("problems"));
    }

    private static List<Sheet.Approval> approvals(ResultSet row) throws SQLException {
        var found = new ArrayList<Sheet.Approval>();
        for (var which : List.of("first", "second")) {
            var at = instant(row, which + "_at");
            if (at != null) {
                found.add(new Sheet.Approval(row.getString(which + "_login"), row.getString(which + "_name"), at));
            }
        }
        return found;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
