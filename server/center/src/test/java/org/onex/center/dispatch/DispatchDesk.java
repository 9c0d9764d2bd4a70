package org.onex.center.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.ExamServer;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.file.FileStore;
import org.onex.center.paper.PaperDirectory;
import org.onex.center.paper.SealedPaper;
import org.onex.center.photo.PhotoDemand;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SeatsArranged;
import org.onex.center.seating.SeatsWithdrawn;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.center.staffing.AssignedInvigilator;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What dispatch asks others for, written down by a test: on 003's first plan 中级 sits in the morning (slot 1) and 初级 in the afternoon
 * (slot 2), two in a room; every photo and every paper is a different text. The second plan is the same on another day; on the third 高级
 * begins half an hour before 初级 and shares its slot.
 */
public final class DispatchDesk implements SeatingDirectory, StaffingDirectory, PhotoDirectory, PaperDirectory {

    public static final String PLAN = "HK-2024-1-01";
    static final String SECOND_PLAN = "HK-2024-1-02";
    static final String THIRD_PLAN = "HK-2024-1-03";
    public static final String PIN = "13572468";

    private static final int SEATS = 2;

    private final JdbcClient jdbc;
    private final PlanDirectory plans;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<UUID, SiteSeating> arranged = new ConcurrentHashMap<>();
    private final Map<UUID, String> plansOfSites = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> revisions = new ConcurrentHashMap<>();
    private final Map<UUID, String> pinOfSite = new ConcurrentHashMap<>();
    private final Map<UUID, String> portraits = new ConcurrentHashMap<>();
    private final Map<RegistrationKey, List<Subject>> subjects = new ConcurrentHashMap<>();
    private final Map<String, List<SealedPaper>> papers = new ConcurrentHashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private volatile @Nullable UUID broken;

    private DispatchDesk(
            JdbcClient jdbc,
            PlanDirectory plans,
            FileStore files,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.files = files;
        this.events = events;
        this.transaction = transaction;
    }

    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        DispatchDesk dispatchDesk(
                JdbcClient jdbc,
                PlanDirectory plans,
                FileStore files,
                ApplicationEventPublisher events,
                TransactionTemplate transaction) {
            return new DispatchDesk(jdbc, plans, files, events, transaction);
        }

        /** Everybody on a seat is registered; everything else is asked where it is known. */
        @Bean
        @Primary
        RegistrationDirectory seatedRegistrations(
                DispatchDesk desk, @Qualifier("registrationOutlines") RegistrationDirectory real) {
            return (RegistrationDirectory) Proxy.newProxyInstance(
                    RegistrationDirectory.class.getClassLoader(),
                    new Class<?>[] {RegistrationDirectory.class},
                    (self, method, arguments) -> {
                        if (method.getName().equals("registered")) {
                            return desk.registered((UUID) arguments[1]);
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** Somebody who is to sit somewhere. */
    public record Guest(String name, Level level, List<Subject> subjects, boolean hasPhoto) {

        public static Guest of(String name, Level level) {
            return new Guest(name, level, List.of(Subject.THEORY, Subject.PRACTICAL), true);
        }
    }

    /** A site of a college. */
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

    /** The only site of its college that may hold exams. */
    public void approve(UUID site) {
        jdbc.sql("""
                update site.site set state = 'SUSPENDED'
                where state <> 'SUSPENDED' and college = (select s.college from site.site s where s.id = :id)
                """).param("id", site).update();
        jdbc.sql("update site.site set state = 'APPROVED' where id = :id")
                .param("id", site)
                .update();
    }

    /** Whoever sits there from now on sits in this plan, not in the first. */
    void holds(UUID site, String plan) {
        plansOfSites.put(site, plan);
    }

    private String planOf(UUID site) {
        return plansOfSites.getOrDefault(site, PLAN);
    }

    /** From now on these people sit there, as the module seating would say. */
    public List<Seat> arrange(UUID site, int version, List<Guest> guests) {
        move(site, version, guests.stream().map(this::person).toList());
        return arranged.get(site).seats();
    }

    /** The same for people who have been seated elsewhere before. */
    public void move(UUID site, int version, List<Seat> people) {
        seat(site, version, people);
        transaction.executeWithoutResult(status -> events.publishEvent(new SeatsArranged(planOf(site), site)));
    }

    /** The same people, in this order. */
    public void seat(UUID site, int version, List<Seat> people) {
        var plan = plans.published(planOf(site)).orElseThrow();
        var slots = Slot.of(plan);
        var openings = new ArrayList<RoomOpening>();
        var seats = new ArrayList<Seat>();
        for (var slot : slots) {
            var sitting = people.stream()
                    .filter(one -> slot.sessions().stream().anyMatch(session -> session.isOf("WDYY", one.level())))
                    .toList();
            for (int i = 0; i < sitting.size(); i++) {
                if (i % SEATS == 0) {
                    int number = i / SEATS + 1;
                    openings.add(new RoomOpening(
                            Ids.next(),
                            slot.number(),
                            number,
                            Ids.next(),
                            "实训楼 30" + number,
                            Math.min(SEATS, sitting.size() - i),
                            1));
                }
                seats.add(at(openings.getLast(), i % SEATS + 1, sitting.get(i)));
            }
        }
        var taken = slots.stream()
                .filter(slot -> openings.stream().anyMatch(opening -> opening.slot() == slot.number()))
                .toList();
        var since = plan.closesAt().plusSeconds(version);
        arranged.put(site, new SiteSeating(plan.code(), site, version, since, taken, openings, seats));
    }

    private Seat person(Guest guest) {
        int n = people.incrementAndGet();
        var registration = new RegistrationKey(UUID.randomUUID(), UUID.randomUUID());
        subjects.put(registration, guest.subjects());
        if (guest.hasPhoto()) {
            portraits.put(registration.candidate(), files.keep(photo(registration.candidate())));
        }
        return new Seat(
                UUID.randomUUID(),
                1,
                1,
                1,
                "A",
                "%016d".formatted(7_206_418_359_240_000L + n),
                registration,
                UUID.randomUUID(),
                "90001",
                "电商1班",
                guest.name(),
                IdNumber.completed("99999920050101%03d".formatted(n)),
                "WDYY",
                guest.level(),
                1);
    }

    private static Seat at(RoomOpening opening, int number, Seat person) {
        return new Seat(
                opening.id(),
                number,
                number,
                1,
                number % 2 == 0 ? "B" : "A",
                person.ticket(),
                person.registration(),
                person.enrolment(),
                person.college(),
                person.className(),
                person.name(),
                person.idNumber(),
                person.qualification(),
                person.level(),
                person.session());
    }

    /** What a candidate's photo is. */
    public byte[] photo(UUID candidate) {
        var face = ("face of " + candidate).getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[face.length + 2];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        System.arraycopy(face, 0, bytes, 2, face.length);
        return bytes;
    }

    /** Nobody sits anywhere any more. */
    void clear() {
        Set.copyOf(arranged.keySet()).forEach(this::withdraw);
    }

    public void withdraw(UUID site) {
        arranged.remove(site);
        transaction.executeWithoutResult(status -> events.publishEvent(new SeatsWithdrawn(planOf(site), site)));
    }

    /** The file of somebody's photo is lost, or there again. */
    public void losePhoto(UUID candidate, boolean lost) {
        portraits.put(candidate, lost ? "f".repeat(64) : files.keep(photo(candidate)));
    }

    /** Everybody who looks after its rooms gets this PIN. */
    public void issuePins(UUID site, String pin) {
        pinOfSite.put(site, pin);
        revisions.merge(site, 1, Integer::sum);
    }

    /** From now on there is a sealed paper. */
    public SealedPaper sealPaper(Level level, Subject subject, boolean drill) {
        var id = Ids.next();
        var before = papers.getOrDefault(level + " " + subject, List.of());
        var edition = before.size() + 1;
        jdbc.sql("""
                insert into paper.bank (id, code, awarding_body, qualification, level, version, title, drill, items, tasks, loaded_at)
                values (:id, :code, '990000004', 'WDYY', :level, 1, '', :drill, 1, 1, timestamptz '2024-04-01 00:00:00Z')
                """)
                .param("id", id)
                .param("code", id.toString())
                .param("level", level.name())
                .param("drill", drill)
                .update();
        jdbc.sql("""
                insert into paper.bank_version (bank_id, version, file, digest, content, loaded_at, loaded_by, loaded_by_name)
                values (:id, 1, '', '', '', timestamptz '2024-04-01 00:00:00Z', '', '')
                """).param("id", id).update();
        jdbc.sql("""
                insert into paper.paper (id, version, state, bank_id, bank_version, awarding_body, qualification, level, subject, title, drill,
                                         seed, forms, assembled_at, assembled_by, assembled_by_name)
                values (:id, 1, 'DRAFT', :id, 1, '990000004', 'WDYY', :level, :subject, '', :drill, 1, '[]',
                        timestamptz '2024-04-01 00:00:00Z', '', '')
                """)
                .param("id", id)
                .param("level", level.name())
                .param("subject", subject.name())
                .param("drill", drill)
                .update();
        var forms = List.of(new SealedPaper.SealedForm("A", ""), new SealedPaper.SealedForm("B", ""));
        var paper = new SealedPaper(id, edition, "卷", drill, "WDYY", level, subject, forms);
        papers.put(
                level + " " + subject,
                Stream.concat(Stream.of(paper), before.stream()).toList());
        return paper;
    }

    /** What candidates get of a paper. */
    public static String paperText(UUID paper, String form) {
        return "{\"format\":1,\"title\":\"" + stem(paper, form) + "\"}";
    }

    /** What nobody may read of it before its time. */
    static String stem(UUID paper, String form) {
        return "题干 " + paper + " " + form;
    }

    /** An exam server of the site that the centre knows. */
    public UUID enrol(UUID site, String name, ExamServer machine) {
        var id = Ids.next();
        jdbc.sql("""
                insert into node.node (id, site_id, college, awarding_body, name, version, signing_key, sealing_key, enrolled_at)
                select :id, s.id, s.college, s.awarding_body, :name, '0.1.0', :signing, :sealing, timestamptz '2024-05-01 00:00:00Z'
                from site.site s where s.id = :site
                """)
                .param("id", id)
                .param("site", site)
                .param("name", name)
                .param("signing", machine.signingKey().verifyingKey().bytes())
                .param("sealing", machine.openingKey().sealingKey().bytes())
                .update();
        machine.as(id);
        return id;
    }

    private List<Registered> registered(UUID site) {
        return arranged(planOf(site), site).stream()
                .flatMap(seating -> seating.seats().stream())
                .map(seat -> new Registered(
                        seat.registration(),
                        seat.enrolment(),
                        seat.college(),
                        seat.name(),
                        seat.idNumber(),
                        CandidateKind.COLLEGE,
                        seat.className(),
                        seat.qualification(),
                        seat.level(),
                        subjects.getOrDefault(seat.registration(), List.of())))
                .toList();
    }

    /** From now on the seats of this site cannot be read, and those of all others can. */
    public void breakSeating(@Nullable UUID site) {
        broken = site;
    }

    @Override
    public Optional<SiteSeating> arranged(String plan, UUID site) {
        if (site.equals(broken)) {
            throw new IllegalArgumentException("cannot be opened with this key");
        }
        return Optional.ofNullable(arranged.get(site))
                .filter(seating -> seating.plan().equals(plan));
    }

    @Override
    public List<UUID> arrangedSites(String plan) {
        return arranged.values().stream()
                .filter(seating -> seating.plan().equals(plan))
                .map(SiteSeating::site)
                .sorted()
                .toList();
    }

    @Override
    public List<UUID> sitesOf(String plan, String college) {
        return arrangedSites(plan);
    }

    @Override
    public Optional<TicketPlace> byTicket(String ticket) {
        return Optional.empty();
    }

    /** The first room of each slot is looked after by one, all others by nobody. */
    @Override
    public List<AssignedInvigilator> assigned(String plan, UUID site) {
        return arranged(plan, site).stream()
                .flatMap(seating -> seating.openings().stream())
                .filter(opening -> opening.number() == 1)
                .map(opening -> new AssignedInvigilator(keeper(site), "JKC00000001", "周监考", opening.id()))
                .toList();
    }

    private static UUID keeper(UUID site) {
        return UUID.nameUUIDFromBytes(site.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int version(String plan, UUID site) {
        return 1;
    }

    @Override
    public int revision(String plan, UUID site) {
        return revisions.getOrDefault(site, 0);
    }

    @Override
    public Map<UUID, Integer> revisions(String plan) {
        return Map.copyOf(revisions);
    }

    @Override
    public Map<UUID, String> pins(String plan, UUID site) {
        var pin = pinOfSite.get(site);
        return pin == null ? Map.of() : Map.of(keeper(site), pin);
    }

    @Override
    public Set<EnrolmentKey> fitting(Collection<EnrolmentKey> some, PhotoDemand demand) {
        throw new UnsupportedOperationException("nobody registers here");
    }

    @Override
    public Map<EnrolmentKey, String> files(Collection<EnrolmentKey> some) {
        var found = new HashMap<EnrolmentKey, String>();
        for (var key : some) {
            Optional.ofNullable(portraits.get(key.candidate())).ifPresent(sha256 -> found.put(key, sha256));
        }
        return found;
    }

    @Override
    public List<SealedPaper> sealed(String qualification, Level level, Subject subject) {
        return papers.getOrDefault(level + " " + subject, List.of());
    }

    @Override
    public byte[] candidatePaper(UUID paper, String form) {
        return paperText(paper, form).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] answerKey(UUID paper, String form) {
        throw new AssertionError("the answer key is none of dispatch's business");
    }
}
