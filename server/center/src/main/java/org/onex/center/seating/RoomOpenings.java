package org.onex.center.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.kernel.Window;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All rooms that are open for a plan. */
@Repository
class RoomOpenings {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    RoomOpenings(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * When somebody else has a room.
     *
     * @param place what tells the room apart at its college, {@link RoomChoice#placeOf}
     */
    record Taken(String place, Window hours) {}

    /** Keeps others from opening rooms of a college until the transaction ends. */
    void holdPremises(String college) {
        jdbc.sql("""
                insert into seating.premises (college, changes) values (:college, 1)
                on conflict (college) do update set changes = premises.changes + 1
                """).param("college", college).update();
    }

    /** By slot and number. */
    List<RoomOpening> of(PlanSite where) {
        return jdbc.sql("select * from seating.opening where site_id = :site and plan = :plan order by slot, number")
                .params(where.parameters())
                .query((row, n) -> opening(row))
                .list();
    }

    Optional<RoomOpening> find(PlanSite where, UUID id) {
        return jdbc.sql("select * from seating.opening where site_id = :site and id = :id and plan = :plan")
                .params(where.parameters())
                .param("id", id)
                .query((row, n) -> opening(row))
                .optional();
    }

    /** The rooms of a college that are open for other plans, or at its other sites; one that is applied for twice is one room. */
    List<Taken> takenBeside(PlanSite where, String college) {
        return jdbc.sql("""
                select place, opens, closes from seating.opening
                where college = :college and not (site_id = :site and plan = :plan) order by opens, place
                """)
                .param("college", college)
                .params(where.parameters())
                .query((row, n) -> new Taken(
                        row.getString("place"),
                        new Window(
                                row.getTimestamp("opens").toInstant(),
                                row.getTimestamp("closes").toInstant())))
                .list();
    }

    /** How many seats of each opening somebody has got. */
    Map<UUID, Integer> taken(PlanSite where) {
        var taken = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select opening_id, count(*) as people from seating.seat
                where site_id = :site and plan = :plan group by opening_id
                """)
                .params(where.parameters())
                .query((row, n) -> taken.put(row.getObject("opening_id", UUID.class), row.getInt("people")))
                .list();
        return taken;
    }

    void remove(PlanSite where) {
        jdbc.sql("delete from seating.opening where site_id = :site and plan = :plan")
                .params(where.parameters())
                .update();
    }

    /** Puts these in the place of what was open. */
    void replace(Arrangement arrangement, Collection<RoomOpening> openings, List<Slot> slots) {
        var where = arrangement.where();
        remove(where);
        var hours = new HashMap<Integer, Window>();
        slots.forEach(slot -> hours.put(slot.number(), slot.window()));
        batches.batchUpdate(
                """
                insert into seating.opening
                    (site_id, id, plan, slot, number, room_id, name, place, college, seats, columns, opens, closes)
                values
                    (:site, :id, :plan, :slot, :number, :room, :name, :place, :college, :seats, :columns, :opens, :closes)
                """,
                openings.stream()
                        .map(opening -> parameters(
                                        opening,
                                        hours.getOrDefault(
                                                opening.slot(),
                                                arrangement.calendar().exam()))
                                .addValue("site", where.site())
                                .addValue("plan", where.plan())
                                .addValue("college", arrangement.names().college()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(RoomOpening opening, Window hours) {
        return new MapSqlParameterSource("id", opening.id())
                .addValue("slot", opening.slot())
                .addValue("number", opening.number())
                .addValue("room", opening.room())
                .addValue("name", opening.name())
                .addValue("place", RoomChoice.placeOf(opening.name()))
                .addValue("seats", opening.seats())
                .addValue("columns", opening.columns())
                .addValue("opens", Timestamp.from(hours.opens()))
                .addValue("closes", Timestamp.from(hours.closes()));
    }

    private static RoomOpening opening(ResultSet row) throws SQLException {
        return new RoomOpening(
                row.getObject("id", UUID.class),
                row.getInt("slot"),
                row.getInt("number"),
                row.getObject("room_id", UUID.class),
                row.getString("name"),
                row.getInt("seats"),
                row.getInt("columns"));
    }
}
