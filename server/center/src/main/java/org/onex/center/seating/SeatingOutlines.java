package org.onex.center.seating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.plan.PlanDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about seats. */
@Component
class SeatingOutlines implements SeatingDirectory {

    private final JdbcClient jdbc;
    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final Seats seats;
    private final Tickets tickets;
    private final PlanDirectory plans;

    SeatingOutlines(
            JdbcClient jdbc,
            Arrangements arrangements,
            RoomOpenings openings,
            Seats seats,
            Tickets tickets,
            PlanDirectory plans) {
        this.jdbc = jdbc;
        this.arrangements = arrangements;
        this.openings = openings;
        this.seats = seats;
        this.tickets = tickets;
        this.plans = plans;
    }

    /** All of one moment: what is printed says by its version whether it still holds. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SiteSeating> arranged(String plan, UUID site) {
        return rooms(plan, site)
                .map(rooms -> new SiteSeating(
                        plan,
                        site,
                        rooms.version(),
                        rooms.since(),
                        rooms.slots(),
                        rooms.openings(),
                        seats.of(new PlanSite(plan, site))));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SiteRooms> rooms(String plan, UUID site) {
        var where = new PlanSite(plan, site);
        return arrangements.find(where).flatMap(found -> {
            var seated = found.seated();
            if (seated == null) {
                return Optional.empty();
            }
            var open = openings.of(where);
            var slots = plans.published(plan).map(Slot::of).orElseThrow().stream()
                    .filter(slot -> open.stream().anyMatch(opening -> opening.slot() == slot.number()))
                    .toList();
            return Optional.of(new SiteRooms(found.version(), seated.changed(), slots, open));
        });
    }

    @Override
    public List<UUID> arrangedSites(String plan) {
        return jdbc.sql("""
                select site_id from seating.arrangement where plan = :plan and arranged_at is not null order by site_id
                """)
                .param("plan", plan)
                .query((row, n) -> row.getObject("site_id", UUID.class))
                .list();
    }

    @Override
    public Map<UUID, Integer> versions(String plan) {
        return jdbc
                .sql("select site_id, version from seating.arrangement where plan = :plan and arranged_at is not null")
                .param("plan", plan)
                .query((row, n) -> Map.entry(row.getObject("site_id", UUID.class), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<UUID> sitesOf(String plan, String college) {
        return jdbc.sql("""
                select distinct site_id from seating.seat where plan = :plan and college = :college order by site_id
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> row.getObject("site_id", UUID.class))
                .list();
    }

    @Override
    public Optional<TicketPlace> byTicket(String ticket) {
        return tickets.holder(ticket)
                .flatMap(holder -> seats.of(holder.where(), holder.registration())
                        .map(seat -> new TicketPlace(
                                holder.where().plan(), holder.where().site(), seat)));
    }

    @Override
    public Map<String, TicketPlace> byTickets(Collection<String> numbers) {
        return seats.of(tickets.holders(numbers));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SiteSeating> arrangedFor(String ticket) {
        return SeatingDirectory.super.arrangedFor(ticket);
    }
}
