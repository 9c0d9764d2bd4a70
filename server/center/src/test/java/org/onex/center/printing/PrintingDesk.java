package org.onex.center.printing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.file.FileStore;
import org.onex.center.photo.PhotoDemand;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.center.staffing.AssignedInvigilator;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.contract.kernel.IdNumber;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sites, seats, invigilators and photos, written down by a test: everybody sits 初级 of 003's first plan, two in a room. */
public final class PrintingDesk implements SeatingDirectory, StaffingDirectory, PhotoDirectory {

    public static final String PLAN = "HK-2024-1-01";

    private static final int SEATS = 2;

    private final JdbcClient jdbc;
    private final PlanDirectory plans;
    private final FileStore files;
    private final Map<UUID, SiteSeating> arranged = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> staffings = new ConcurrentHashMap<>();
    private final Map<UUID, String> portraits = new ConcurrentHashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private volatile boolean gatheredInTransaction;

    private PrintingDesk(JdbcClient jdbc, PlanDirectory plans, FileStore files) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.files = files;
    }

    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        PrintingDesk printingDesk(JdbcClient jdbc, PlanDirectory plans, FileStore files) {
            return new PrintingDesk(jdbc, plans, files);
        }
    }

    /** Somebody who is to sit somewhere. */
    public record Guest(String name, String college) {}

    /** An approved site of a college. */
    public UUID site(String college, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into site.site
                    (id, version, state, since, college, province, qualification, awarding_body, name, address, manager_name)
                select :id, 1, 'SUSPENDED', timestamptz '2024-04-01 00:00:00Z', :college, '安徽', 'WDYY', '990000004', :name, '学府大道1号', '周站长'
                """)
                .param("id", id)
                .param("college", college)
                .param("name", name)
                .update();
        return id;
    }

    /** From now on these people sit there. */
    public List<Seat> arrange(UUID site, int version, List<Guest> guests) {
        var slots = Slot.of(plans.published(PLAN).orElseThrow());
        var slot = slots.stream()
                .filter(some -> some.sessions().stream().anyMatch(session -> session.isOf("WDYY", Level.ELEMENTARY)))
                .findFirst()
                .orElseThrow();
        var openings = new ArrayList<RoomOpening>();
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < guests.size(); i++) {
            if (i % SEATS == 0) {
                int number = i / SEATS + 1;
                openings.add(new RoomOpening(
                        UUID.randomUUID(), slot.number(), number, UUID.randomUUID(), "机房" + number, SEATS, 1));
            }
            seats.add(seat(openings.getLast(), i % SEATS + 1, guests.get(i)));
        }
        var since = Instant.parse("2024-05-10T02:00:00Z").plusSeconds(version);
        arranged.put(site, new SiteSeating(PLAN, site, version, since, List.of(slot), openings, seats));
        return seats;
    }

    private Seat seat(RoomOpening opening, int number, Guest guest) {
        int n = people.incrementAndGet();
        var candidate = UUID.randomUUID();
        portraits.put(candidate, files.keep(PaperFixtures.aPhoto(n % 5 + 1, "jpeg")));
        return new Seat(
                opening.id(),
                number,
                number,
                1,
                number % 2 == 0 ? "B" : "A",
                "%016d".formatted(7_206_418_359_240_000L + n),
                new RegistrationKey(candidate, UUID.randomUUID()),
                UUID.randomUUID(),
                guest.college(),
                "电商1班",
                guest.name(),
                IdNumber.completed("99999920050101%03d".formatted(n)),
                "WDYY",
                Level.ELEMENTARY,
                1);
    }

    /** Whether what was printed last was gathered while a transaction kept others waiting. */
    boolean gatheredInTransaction() {
        return gatheredInTransaction;
    }

    /** Other people look after its rooms. */
    void staff(UUID site) {
        staffings.merge(site, 1, Integer::sum);
    }

    public void withdraw(UUID site) {
        arranged.remove(site);
    }

    @Override
    public Optional<SiteSeating> arranged(String plan, UUID site) {
        return Optional.ofNullable(arranged.get(site))
                .filter(seating -> seating.plan().equals(plan));
    }

    @Override
    public List<UUID> arrangedSites(String plan) {
        return arranged.keySet().stream().sorted().toList();
    }

    @Override
    public List<UUID> sitesOf(String plan, String college) {
        return arrangedSites(plan).stream()
                .filter(site -> arranged(plan, site).stream()
                        .flatMap(seating -> seating.seats().stream())
                        .anyMatch(seat -> seat.college().equals(college)))
                .toList();
    }

    @Override
    public Optional<TicketPlace> byTicket(String ticket) {
        return arranged.values().stream()
                .flatMap(seating -> seating.seats().stream()
                        .filter(seat -> seat.ticket().equals(ticket))
                        .map(seat -> new TicketPlace(seating.plan(), seating.site(), seat)))
                .findFirst();
    }

    @Override
    public List<AssignedInvigilator> assigned(String plan, UUID site) {
        return arranged(plan, site).stream()
                .flatMap(seating -> seating.openings().stream())
                .map(opening -> new AssignedInvigilator(UUID.randomUUID(), "JKC00000001", "周监考", opening.id()))
                .toList();
    }

    @Override
    public int version(String plan, UUID site) {
        return staffings.getOrDefault(site, 0);
    }

    @Override
    public int revision(String plan, UUID site) {
        return version(plan, site);
    }

    @Override
    public Map<UUID, Integer> revisions(String plan) {
        return Map.copyOf(staffings);
    }

    @Override
    public Map<UUID, String> pins(String plan, UUID site) {
        throw new UnsupportedOperationException("nobody prints PINs");
    }

    @Override
    public Set<EnrolmentKey> fitting(Collection<EnrolmentKey> some, PhotoDemand demand) {
        throw new UnsupportedOperationException("nobody registers here");
    }

    @Override
    public Map<EnrolmentKey, String> files(Collection<EnrolmentKey> some) {
        gatheredInTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        var found = new HashMap<EnrolmentKey, String>();
        for (var key : some) {
            Optional.ofNullable(portraits.get(key.candidate())).ifPresent(sha256 -> found.put(key, sha256));
        }
        return found;
    }
}
