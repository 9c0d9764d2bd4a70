package org.onex.center.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The arrangements of all sites for all plans. */
@Repository
class Arrangements {

    private final JdbcClient jdbc;

    Arrangements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Arrangement> find(PlanSite where) {
        return jdbc.sql("select * from seating.arrangement where site_id = :site and plan = :plan")
                .params(where.parameters())
                .query((row, n) -> arrangement(row))
                .optional();
    }

    /**
     * @throws SeatingRefused if there is none, or if it is not this actor's to see
     */
    Arrangement visible(PlanSite where, Actor actor) {
        return find(where)
                .filter(found -> found.isVisibleTo(actor))
                .orElseThrow(() -> SeatingRefused.of(SeatingRefused.Code.UNKNOWN));
    }

    /** Finds it and keeps others from changing its rooms and seats until the transaction ends. */
    Arrangement hold(PlanSite where) {
        return jdbc.sql("select * from seating.arrangement where site_id = :site and plan = :plan for update")
                .params(where.parameters())
                .query((row, n) -> arrangement(row))
                .single();
    }

    /** Stores one that has just begun; what is there already stays. */
    void add(Arrangement begun) {
        jdbc.sql("""
                insert into seating.arrangement
                    (site_id, plan, version, plan_name, site_name, college, awarding_body,
                     closes_at, begins_at, ends_at, people, openings, seats, balanced)
                values
                    (:site, :plan, :version, :planName, :siteName, :college, :body,
                     :closes, :begins, :ends, 0, 0, 0, false)
                on conflict (site_id, plan) do nothing
                """)
                .param("site", begun.where().site())
                .param("plan", begun.where().plan())
                .param("version", begun.version())
                .param("planName", begun.names().plan())
                .param("siteName", begun.names().site())
                .param("college", begun.names().college())
                .param("body", begun.names().awardingBody())
                .param("closes", Timestamp.from(begun.calendar().closesAt()))
                .param("begins", Timestamp.from(begun.calendar().exam().opens()))
                .param("ends", Timestamp.from(begun.calendar().exam().closes()))
                .update();
    }

    /** Stores one that this transaction holds. */
    void change(Arrangement changed) {
        jdbc.sql("""
                update seating.arrangement set
                    version = :version, frozen_at = :frozen, people = :people,
                    openings = :openings, seats = :seats, balanced = :balanced,
                    arranged_at = :arranged, arranged_by = :by, seed = :seed, changed_at = :changed,
                    pairs = :pairs, same_class = :sameClass, college_rooms = :collegeRooms
                where site_id = :site and plan = :plan
                """)
                .param("site", changed.where().site())
                .param("plan", changed.where().plan())
                .param("version", changed.version())
                .param("frozen", changed.frozenAt() == null ? null : Timestamp.from(changed.frozenAt()))
                .param("people", changed.people())
                .param("openings", changed.rooms().openings())
                .param("seats", changed.rooms().seats())
                .param("balanced", changed.rooms().balanced())
                .params(columns(changed.seated()))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Arrangement.@Nullable Seated seated) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("arranged", seated == null ? null : Timestamp.from(seated.at()));
        columns.put("by", seated == null ? null : seated.by());
        columns.put("seed", seated == null ? null : seated.seed());
        columns.put("changed", seated == null ? null : Timestamp.from(seated.changed()));
        columns.put("pairs", seated == null ? null : seated.quality().pairs());
        columns.put("sameClass", seated == null ? null : seated.quality().sameClass());
        columns.put("collegeRooms", seated == null ? null : seated.quality().collegeRooms());
        return columns;
    }

    /** The sites of a plan that have one, in one order. */
    List<UUID> sitesOf(String plan) {
        return jdbc.sql("select site_id from seating.arrangement where plan = :plan order by site_id")
                .param("plan", plan)
                .query((row, n) -> row.getObject("site_id", UUID.class))
                .list();
    }

    /** Those of a plan whose people are final and more than none, by site. */
    List<Arrangement> frozenOf(String plan) {
        return jdbc.sql("""
                select * from seating.arrangement
                where plan = :plan and frozen_at is not null and people > 0 order by site_id
                """)
                .param("plan", plan)
                .query((row, n) -> arrangement(row))
                .list();
    }

    /** Those of these plans whose people are final at some site. */
    Set<String> frozenAmong(Collection<String> plans) {
        return plans.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("""
                        select distinct plan from seating.arrangement where frozen_at is not null and plan in (:plans)
                        """).param("plans", plans).query(String.class).list());
    }

    /** Reads a row that has all columns of an arrangement. */
    static Arrangement arrangement(ResultSet row) throws SQLException {
        var frozen = row.getTimestamp("frozen_at");
        return new Arrangement(
                new PlanSite(row.getString("plan"), row.getObject("site_id", UUID.class)),
                row.getInt("version"),
                new Arrangement.Names(
                        row.getString("plan_name"),
                        row.getString("site_name"),
                        row.getString("college"),
                        row.getString("awarding_body")),
                new Arrangement.Calendar(
                        row.getTimestamp("closes_at").toInstant(),
                        new Window(
                                row.getTimestamp("begins_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant())),
                frozen == null ? null : frozen.toInstant(),
                row.getInt("people"),
                new Arrangement.Rooms(row.getInt("openings"), row.getInt("seats"), row.getBoolean("balanced")),
                seated(row));
    }

    private static Arrangement.@Nullable Seated seated(ResultSet row) throws SQLException {
        var at = row.getTimestamp("arranged_at");
        return at == null
                ? null
                : new Arrangement.Seated(
                        at.toInstant(),
                        row.getString("arranged_by"),
                        row.getLong("seed"),
                        row.getTimestamp("changed_at").toInstant(),
                        new SeatPlan.Quality(
                                row.getInt("pairs"), row.getInt("same_class"), row.getInt("college_rooms")));
    }
}
