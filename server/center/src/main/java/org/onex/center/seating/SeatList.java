package org.onex.center.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The list of seats that somebody may see, site by site and room by room: a college's own people wherever they sit and everybody at its
 * sites, a body's of its plans.
 */
@Repository
class SeatList {

    private static final String FILTERED = """
              and (cast(:plan as text) is null or s.plan = :plan)
              and (cast(:site as uuid) is null or s.site_id = cast(:site as uuid))
              and (cast(:slot as int) is null or s.slot = :slot)
              and (cast(:words as text) is null or strpos(s.name, :words) > 0)
            """;

    private static final String OF_A_TICKET = """
              and s.ticket = :ticket
              and (s.site_id, s.plan) in (select t.site_id, t.plan from seating.ticket t where t.number = :ticket)
            """;

    private static final String AFTER = """
              and (cast(:afterSite as uuid) is null
                   or (s.plan, s.site_id, s.slot, s.room_number, s.number)
                      > (:afterPlan, cast(:afterSite as uuid), :afterSlot, :afterRoom, :afterNumber))
            """;

    private final JdbcClient jdbc;
    private final Seats seats;

    SeatList(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     * @param q    part of a name, or a whole ticket number
     */
    record Filter(
            @Nullable String plan,
            @Nullable UUID site,
            @Nullable Integer slot,
            @Nullable String q) {}

    /** A seat with the names of where it is. */
    record Row(PlanSite where, Arrangement.Names names, RoomOpening opening, Window hours, Seat seat) {

        /** The place in the list; unique. */
        String key() {
            return String.join(
                    "\n",
                    where.plan(),
                    where.site().toString(),
                    String.valueOf(opening.slot()),
                    String.valueOf(opening.number()),
                    String.valueOf(seat.number()));
        }
    }

    List<Row> find(Filter filter, Actor actor, String after, int limit) {
        return jdbc.sql("""
                select s.*, o.room_id, o.name as room_name, o.seats, o.columns, o.opens, o.closes,
                       a.plan_name, a.site_name, a.college as site_college, a.awarding_body
                from (%s) s
                join seating.opening o on o.site_id = s.site_id and o.id = s.opening_id
                join seating.arrangement a on a.site_id = s.site_id and a.plan = s.plan
                order by s.plan, s.site_id, s.slot, s.room_number, s.number limit :limit
                """.formatted(seen(filter, actor, """
                        %s order by s.plan, s.site_id, s.slot, s.room_number, s.number limit :limit
                        """.formatted(AFTER))))
                .params(parameters(filter, actor))
                .params(place(after))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (%s) counted".formatted(seen(filter, actor, " limit :cap")))
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query((row, n) -> Math.min(row.getInt(1), Page.COUNT_CAP + 1))
                .single();
    }

    /** Each way to see a seat by itself, so that each has its index; nobody's seat is seen in two ways. */
    private static String seen(Filter filter, Actor actor, String end) {
        var filtered = FILTERED + (ticketOf(filter) == null ? "" : OF_A_TICKET) + end;
        var own = "(select s.* from seating.seat s where s.college = :own " + filtered + ")";
        return switch (actor.organization().kind()) {
            case COLLEGE -> own + " union all " + atSitesOf("a.college = :own and s.college <> :own", filtered);
            case AWARDING_BODY -> atSitesOf("a.awarding_body = :own", filtered);
            case PLATFORM -> atSitesOf("false and :own = ''", filtered);
        };
    }

    private static String atSitesOf(String whose, String filtered) {
        return """
                (select s.* from seating.seat s join seating.arrangement a on a.site_id = s.site_id and a.plan = s.plan
                 where %s %s)
                """.formatted(whose, filtered);
    }

    private static @Nullable String ticketOf(Filter filter) {
        var words = ArrangementList.wordsOf(filter.q());
        return words != null && TicketNumber.isOne(words) ? words : null;
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var ticket = ticketOf(filter);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("own", actor.organization().code());
        parameters.put("plan", ArrangementList.wordsOf(filter.plan()));
        parameters.put("site", filter.site());
        parameters.put("slot", filter.slot());
        parameters.put("ticket", ticket);
        parameters.put("words", ticket == null ? ArrangementList.wordsOf(filter.q()) : null);
        return parameters;
    }

    private static Map<String, @Nullable Object> place(String after) {
        var parts = after.isEmpty() ? new String[] {"", "", "0", "0", "0"} : after.split("\n", -1);
        if (parts.length != 5) {
            throw RequestRefused.invalid("after", "", new IllegalArgumentException("five parts"));
        }
        var place = new HashMap<String, @Nullable Object>();
        place.put("afterPlan", parts[0]);
        try {
            place.put("afterSite", after.isEmpty() ? null : UUID.fromString(parts[1]));
            place.put("afterSlot", Integer.parseInt(parts[2]));
            place.put("afterRoom", Integer.parseInt(parts[3]));
            place.put("afterNumber", Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", "", e);
        }
        return place;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new PlanSite(row.getString("plan"), row.getObject("site_id", UUID.class)),
                new Arrangement.Names(
                        row.getString("plan_name"),
                        row.getString("site_name"),
                        row.getString("site_college"),
                        row.getString("awarding_body")),
                new RoomOpening(
                        row.getObject("opening_id", UUID.class),
                        row.getInt("slot"),
                        row.getInt("room_number"),
                        row.getObject("room_id", UUID.class),
                        row.getString("room_name"),
                        row.getInt("seats"),
                        row.getInt("columns")),
                new Window(
                        row.getTimestamp("opens").toInstant(),
                        row.getTimestamp("closes").toInstant()),
                seats.seat(row));
    }
}
