package org.onex.center.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Where everybody sits, written down by a test; it does not matter who they are. */
final class SeatingOnPaper implements SeatingDirectory {

    private static final IdNumber SOMEBODY = IdNumber.completed("99999920050101001");

    private final Map<String, SiteSeating> arranged = new ConcurrentHashMap<>();

    @TestConfiguration
    static class Configuration {

        @Bean
        @Primary
        SeatingOnPaper seatingOnPaper() {
            return new SeatingOnPaper();
        }
    }

    /** A slot with so many people in each of its rooms. */
    record Hours(Window window, int... people) {}

    /** Everybody has got a seat from now on. */
    SiteSeating arrange(String plan, UUID site, Hours... hours) {
        var slots = new ArrayList<Slot>();
        var openings = new ArrayList<RoomOpening>();
        var seats = new ArrayList<Seat>();
        for (var one : hours) {
            slots.add(new Slot(slots.size() + 1, one.window(), List.of()));
            for (int i = 0; i < one.people().length; i++) {
                var opening = new RoomOpening(
                        Ids.next(), slots.size(), i + 1, UUID.randomUUID(), "实训楼 30" + (i + 1), one.people()[i], 6);
                openings.add(opening);
                IntStream.rangeClosed(1, one.people()[i])
                        .mapToObj(number -> seat(opening, number))
                        .forEach(seats::add);
            }
        }
        var seating = new SiteSeating(plan, site, 1, StaffingFixtures.MONDAY, slots, openings, seats);
        arranged.put(plan + site, seating);
        return seating;
    }

    void withdraw(String plan, UUID site) {
        arranged.remove(plan + site);
    }

    void clear() {
        arranged.clear();
    }

    @Override
    public Optional<SiteSeating> arranged(String plan, UUID site) {
        return Optional.ofNullable(arranged.get(plan + site));
    }

    // Who looks after rooms does not ask who sits where.

    @Override
    public List<UUID> arrangedSites(String plan) {
        throw new UnsupportedOperationException(plan);
    }

    @Override
    public List<UUID> sitesOf(String plan, String college) {
        throw new UnsupportedOperationException(plan);
    }

    @Override
    public Optional<TicketPlace> byTicket(String ticket) {
        throw new UnsupportedOperationException(ticket);
    }

    private static Seat seat(RoomOpening opening, int number) {
        return new Seat(
                opening.id(),
                number,
                1,
                number,
                "A",
                "1000000000000000",
                new RegistrationKey(Ids.next(), Ids.next()),
                Ids.next(),
                "90001",
                "一班",
                "考生",
                SOMEBODY,
                "WDYY",
                Level.ELEMENTARY,
                1);
    }
}
