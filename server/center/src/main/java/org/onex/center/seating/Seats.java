package org.onex.center.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All seats that people have got. */
@Repository
class Seats {

    private static final String FROM = """
            select s.*, o.columns from seating.seat s
            join seating.opening o on o.site_id = s.site_id and o.id = s.opening_id
            """;
    private static final String SELECT = FROM + " where s.site_id = :site and s.plan = :plan ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    Seats(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /** A seat in the room it stands in. */
    record Placed(RoomOpening opening, Seat seat) {}

    /** By slot, number of the room and number of the seat. */
    List<Seat> of(PlanSite where) {
        return jdbc.sql(SELECT + " order by s.slot, s.room_number, s.number")
                .params(where.parameters())
                .query((row, n) -> seat(row))
                .list();
    }

    List<Seat> of(PlanSite where, UUID opening) {
        return jdbc.sql(SELECT + " and s.opening_id = :opening order by s.number")
                .params(where.parameters())
                .param("opening", opening)
                .query((row, n) -> seat(row))
                .list();
    }

    Optional<Seat> of(PlanSite where, RegistrationKey registration) {
        return jdbc.sql(SELECT + " and s.candidate_id = :candidate and s.registration_id = :registration")
                .params(where.parameters())
                .param("candidate", registration.candidate())
                .param("registration", registration.id())
                .query((row, n) -> seat(row))
                .optional();
    }

    /** Where the holders of these tickets sit, by ticket. */
    Map<String, SeatingDirectory.TicketPlace> of(Collection<Tickets.Holder> holders) {
        return holders.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(FROM + """
                        where s.site_id in (:sites) and s.candidate_id in (:candidates) and s.registration_id in (:registrations)
                        """)
                        .param(
                                "sites",
                                holders.stream().map(one -> one.where().site()).collect(Collectors.toSet()))
                        .param(
                                "candidates",
                                holders.stream()
                                        .map(one -> one.registration().candidate())
                                        .collect(Collectors.toSet()))
                        .param(
                                "registrations",
                                holders.stream()
                                        .map(one -> one.registration().id())
                                        .collect(Collectors.toSet()))
                        .query((row, n) -> new SeatingDirectory.TicketPlace(
                                row.getString("plan"), row.getObject("site_id", UUID.class), seat(row)))
                        .list()
                        .stream()
                        .filter(place -> holders.contains(new Tickets.Holder(
                                new PlanSite(place.plan(), place.site()),
                                place.seat().registration())))
                        .collect(Collectors.toMap(place -> place.seat().ticket(), place -> place));
    }

    void add(PlanSite where, Collection<Placed> placed) {
        batches.batchUpdate(
                """
                insert into seating.seat
                    (site_id, opening_id, number, plan, slot, room_number, form, ticket, candidate_id, registration_id,
                     enrolment_id, college, class_name, name, number_sealed, qualification, level, session)
                values
                    (:site, :opening, :number, :plan, :slot, :roomNumber, :form, :ticket, :candidate, :registration,
                     :enrolment, :college, :className, :name, :idNumber, :qualification, :level, :session)
                """,
                placed.stream()
                        .map(one -> parameters(one).addValues(where.parameters()))
                        .toArray(SqlParameterSource[]::new));
    }

    void remove(PlanSite where) {
        jdbc.sql("delete from seating.seat where site_id = :site and plan = :plan")
                .params(where.parameters())
                .update();
    }

    void remove(PlanSite where, Seat seat) {
        jdbc.sql(
                        "delete from seating.seat where site_id = :site and plan = :plan and opening_id = :opening and number = :number")
                .params(where.parameters())
                .param("opening", seat.opening())
                .param("number", seat.number())
                .update();
    }

    private MapSqlParameterSource parameters(Placed placed) {
        var seat = placed.seat();
        return new MapSqlParameterSource("opening", seat.opening())
                .addValue("number", seat.number())
                .addValue("slot", placed.opening().slot())
                .addValue("roomNumber", placed.opening().number())
                .addValue("form", seat.form())
                .addValue("ticket", seat.ticket())
                .addValue("candidate", seat.registration().candidate())
                .addValue("registration", seat.registration().id())
                .addValue("enrolment", seat.enrolment())
                .addValue("college", seat.college())
                .addValue("className", seat.className())
                .addValue("name", seat.name())
                .addValue("idNumber", vault.seal(seat.idNumber().value(), numberOf(seat.registration())))
                .addValue("qualification", seat.qualification())
                .addValue("level", seat.level().name())
                .addValue("session", seat.session());
    }

    /** Reads a row that has all columns of a seat, and how many columns its room has. */
    Seat seat(ResultSet row) throws SQLException {
        var registration = new RegistrationKey(
                row.getObject("candidate_id", UUID.class), row.getObject("registration_id", UUID.class));
        var number = row.getInt("number");
        var columns = row.getInt("columns");
        return new Seat(
                row.getObject("opening_id", UUID.class),
                number,
                RoomOpening.rowOf(number, columns),
                RoomOpening.columnOf(number, columns),
                row.getString("form"),
                row.getString("ticket"),
                registration,
                row.getObject("enrolment_id", UUID.class),
                row.getString("college"),
                row.getString("class_name"),
                row.getString("name"),
                IdNumber.of(vault.openText(row.getBytes("number_sealed"), numberOf(registration))),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                row.getInt("session"));
    }

    private static String numberOf(RegistrationKey registration) {
        return "number of the seat of " + registration.candidate() + "/" + registration.id();
    }
}
