package org.onex.center.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.marking.MarkDirectory;
import org.onex.center.marking.ScriptMark;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationCount;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.IdNumber;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An exam that was sat, written down by a test: who was registered, packed, came, was marked, and what invigilators saw. 初级 of 003 only. */
public final class ExamOnPaper {

    private static final Instant FROZEN = Instant.parse("2024-04-30T00:00:00Z");

    private final List<Sitter> sitters = new CopyOnWriteArrayList<>();
    private final Set<UUID> unpacked = ConcurrentHashMap.newKeySet();
    private final List<DispatchDirectory.Run> earlier = new CopyOnWriteArrayList<>();
    private final Map<UUID, ScriptDirectory.Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<UUID, ScriptMark> marks = new ConcurrentHashMap<>();
    private final List<ScriptDirectory.Incident> incidents = new CopyOnWriteArrayList<>();

    /** The exam takes the place of everything that other modules would know of one. */
    @TestConfiguration
    public static class Configuration {

        private final ExamOnPaper exam = new ExamOnPaper();

        @Bean
        ExamOnPaper examOnPaper() {
            return exam;
        }

        @Bean
        @Primary
        RegistrationDirectory registrationsOfTheExam() {
            return exam.new Rolls();
        }

        @Bean
        @Primary
        DispatchDirectory dispatchOfTheExam() {
            return exam.new Packed();
        }

        @Bean
        @Primary
        ScriptDirectory scriptsOfTheExam() {
            return exam.new Returned();
        }

        @Bean
        @Primary
        MarkDirectory marksOfTheExam() {
            return exam.new Marked();
        }

        @Bean
        @Primary
        SeatingDirectory seatsOfTheExam() {
            return exam.new Seats();
        }
    }

    /** Somebody who was registered, with the runs that were packed for them. */
    public record Sitter(String plan, UUID site, Registered who, String ticket, Map<Subject, UUID> runs) {

        public UUID run(Subject subject) {
            return Objects.requireNonNull(runs.get(subject));
        }

        public RegistrationKey key() {
            return who.key();
        }
    }

    /** Somebody more is registered at a site, and packed. */
    public Sitter sits(String plan, UUID site, String college, String name) {
        var number = sitters.size() + 1;
        var who = new Registered(
                new RegistrationKey(UUID.randomUUID(), UUID.randomUUID()),
                UUID.randomUUID(),
                college,
                name,
                IdNumber.completed("99999920040101%03d".formatted(number)),
                CandidateKind.COLLEGE,
                "电商2101",
                "WDYY",
                Level.ELEMENTARY,
                List.of(Subject.THEORY, Subject.PRACTICAL));
        var runs = new EnumMap<Subject, UUID>(Subject.class);
        who.subjects().forEach(subject -> runs.put(subject, UUID.randomUUID()));
        var sitter = new Sitter(plan, site, who, "2024000000%06d".formatted(number), Map.copyOf(runs));
        sitters.add(sitter);
        return sitter;
    }

    /** Both scripts came back, count and have these points. */
    public Sitter earns(Sitter sitter, int theory, int practical) {
        marks(sitter, Subject.THEORY, theory);
        marks(sitter, Subject.PRACTICAL, practical);
        return sitter;
    }

    /** A script came back, counts and has these points. */
    public void marks(Sitter sitter, Subject subject, int points) {
        var run = sitter.run(subject);
        outcomes.put(run, ScriptDirectory.Outcome.COUNTS);
        marks.put(run, new ScriptMark(run, "WDYY", Level.ELEMENTARY, subject, points, 100, true));
    }

    /** It came back and counts, by a paper of other full marks. */
    public void marksOf(Sitter sitter, Subject subject, int points, int full) {
        var run = sitter.run(subject);
        outcomes.put(run, ScriptDirectory.Outcome.COUNTS);
        marks.put(run, new ScriptMark(run, "WDYY", Level.ELEMENTARY, subject, points, full, true));
    }

    /** A subject was never packed for them. */
    public void wasNeverPacked(Sitter sitter, Subject subject) {
        became(sitter, subject, null);
        unpacked.add(sitter.run(subject));
    }

    /** That is all that came of a run. */
    public void became(Sitter sitter, Subject subject, ScriptDirectory.@Nullable Outcome outcome) {
        var run = sitter.run(subject);
        marks.remove(run);
        outcomes.remove(run);
        if (outcome != null) {
            outcomes.put(run, outcome);
        }
    }

    /** Invigilators wrote something down. */
    public UUID happens(Sitter sitter, Subject subject, RecordFile.IncidentKind kind) {
        return happens(sitter.run(subject), kind);
    }

    /** The same of any run. */
    public UUID happens(UUID run, RecordFile.IncidentKind kind) {
        var id = UUID.randomUUID();
        incidents.add(new ScriptDirectory.Incident(
                id, run, kind, "桌上有纸条", "无", Instant.parse("2024-05-18T02:00:00Z"), false));
        return id;
    }

    /** Before they got their hours they were packed for others; that run does not stand any more. */
    public UUID wasPackedBefore(Sitter sitter, Subject subject, ScriptDirectory.@Nullable Outcome outcome) {
        var run = UUID.randomUUID();
        earlier.add(new DispatchDirectory.Run(
                run,
                sitter.key(),
                sitter.plan(),
                sitter.site(),
                "WDYY",
                Level.ELEMENTARY,
                subject,
                sitter.ticket(),
                false));
        if (outcome != null) {
            outcomes.put(run, outcome);
        }
        return run;
    }

    private List<Sitter> of(String plan) {
        return sitters.stream().filter(one -> one.plan().equals(plan)).toList();
    }

    private Optional<Sitter> whose(UUID script) {
        return sitters.stream().filter(one -> one.runs().containsValue(script)).findFirst();
    }

    private final class Rolls implements RegistrationDirectory {

        @Override
        public List<RegistrationCount> counts(String plan) {
            return of(plan).stream()
                    .collect(Collectors.groupingBy(one -> one.who().college(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(one -> new RegistrationCount(
                            one.getKey(),
                            "WDYY",
                            Level.ELEMENTARY,
                            one.getValue().intValue()))
                    .toList();
        }

        @Override
        public List<RegistrationCount> counts(String plan, String college) {
            return counts(plan).stream()
                    .filter(count -> count.college().equals(college))
                    .toList();
        }

        @Override
        public List<RegistrationsFrozen> frozenPlans() {
            return sitters.stream()
                    .map(Sitter::plan)
                    .distinct()
                    .map(plan -> new RegistrationsFrozen(plan, FROZEN))
                    .toList();
        }

        @Override
        public Optional<Instant> frozenAt(String plan) {
            return of(plan).isEmpty() ? Optional.empty() : Optional.of(FROZEN);
        }

        @Override
        public List<SiteCount> siteCounts(String plan) {
            return of(plan).stream()
                    .collect(Collectors.groupingBy(Sitter::site, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(one -> new SiteCount(
                            one.getKey(),
                            "WDYY",
                            Level.ELEMENTARY,
                            one.getValue().intValue()))
                    .toList();
        }

        @Override
        public List<SiteCount> siteCounts(String plan, Collection<UUID> sites) {
            return siteCounts(plan).stream()
                    .filter(one -> sites.contains(one.site()))
                    .toList();
        }

        @Override
        public Set<UUID> sitesOf(String plan, String college) {
            return of(plan).stream()
                    .filter(one -> one.who().college().equals(college))
                    .map(Sitter::site)
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> plansOf(String college) {
            return sitters.stream()
                    .filter(one -> one.who().college().equals(college))
                    .map(Sitter::plan)
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> inhabited(Collection<String> plans) {
            return sitters.stream().map(Sitter::plan).filter(plans::contains).collect(Collectors.toSet());
        }

        @Override
        public List<Registered> registered(String plan, UUID site) {
            return of(plan).stream()
                    .filter(one -> one.site().equals(site))
                    .map(Sitter::who)
                    .toList();
        }

        @Override
        public Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates) {
            return Map.of();
        }

        @Override
        public void hold(Collection<UUID> candidates) {
            // Nobody registers any more.
        }
    }

    private final class Packed implements DispatchDirectory {

        private static Run run(Sitter one, Subject subject) {
            return new Run(
                    one.run(subject),
                    one.key(),
                    one.plan(),
                    one.site(),
                    "WDYY",
                    Level.ELEMENTARY,
                    subject,
                    one.ticket(),
                    true);
        }

        @Override
        public List<Run> runsOf(Collection<RegistrationKey> registrations) {
            var runs = new ArrayList<Run>();
            sitters.stream()
                    .filter(one -> registrations.contains(one.key()))
                    .forEach(one -> one.runs().keySet().stream()
                            .filter(subject -> !unpacked.contains(one.run(subject)))
                            .forEach(subject -> runs.add(run(one, subject))));
            earlier.stream()
                    .filter(run -> registrations.contains(run.registration()))
                    .forEach(runs::add);
            return runs;
        }

        @Override
        public Optional<Run> run(UUID script) {
            return whose(script)
                    .flatMap(one -> one.runs().entrySet().stream()
                            .filter(run -> run.getValue().equals(script))
                            .map(run -> run(one, run.getKey()))
                            .findFirst())
                    .or(() -> earlier.stream()
                            .filter(run -> run.script().equals(script))
                            .findFirst());
        }

        @Override
        public Optional<UUID> siteOf(UUID script) {
            return whose(script).map(Sitter::site);
        }

        @Override
        public Map<UUID, UUID> sitesOf(Collection<UUID> scripts) {
            return Set.copyOf(scripts).stream()
                    .flatMap(script -> run(script).stream())
                    .collect(Collectors.toMap(Run::script, Run::site));
        }

        @Override
        public Optional<Sent> sent(UUID site, UUID bundle, int version) {
            return Optional.empty();
        }

        @Override
        public Map<UUID, Set<UUID>> holders(Collection<UUID> sites) {
            return Map.of();
        }
    }

    private final class Returned implements ScriptDirectory {

        @Override
        public List<ReturnedScript> counting(Collection<UUID> scripts) {
            return List.of();
        }

        @Override
        public Map<String, String> answers(UUID script) {
            throw new IllegalArgumentException("nobody reads answers here");
        }

        @Override
        public Map<UUID, Outcome> outcomes(Collection<UUID> scripts) {
            return scripts.stream()
                    .filter(outcomes::containsKey)
                    .collect(Collectors.toMap(script -> script, outcomes::get));
        }

        @Override
        public List<Incident> incidents(Collection<UUID> scripts) {
            return incidents.stream()
                    .filter(one -> scripts.contains(one.script()))
                    .toList();
        }

        private List<Incident> of(String plan) {
            return incidents.stream()
                    .filter(one -> whose(one.script())
                            .filter(sitter -> sitter.plan().equals(plan))
                            .isPresent())
                    .sorted(Comparator.comparing(Incident::id))
                    .toList();
        }

        @Override
        public List<Incident> incidents(String plan, @Nullable UUID after, int limit) {
            return of(plan).stream()
                    .filter(one -> after == null || one.id().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Incident> incident(String plan, UUID id) {
            return of(plan).stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public Set<UUID> graveIncidents(String plan) {
            return of(plan).stream()
                    .filter(one -> GRAVE.contains(one.kind()))
                    .map(Incident::id)
                    .collect(Collectors.toSet());
        }

        @Override
        public int countIncidents(String plan) {
            return of(plan).size();
        }
    }

    private final class Marked implements MarkDirectory {

        @Override
        public List<ScriptMark> marks(String plan, @Nullable UUID after, int limit) {
            return List.of();
        }

        @Override
        public List<ScriptMark> marks(Collection<UUID> scripts) {
            return scripts.stream().map(marks::get).filter(Objects::nonNull).toList();
        }
    }

    private final class Seats implements SeatingDirectory {

        @Override
        public Optional<SiteSeating> arranged(String plan, UUID site) {
            return Optional.empty();
        }

        @Override
        public List<UUID> arrangedSites(String plan) {
            return List.of();
        }

        @Override
        public List<UUID> sitesOf(String plan, String college) {
            return List.of();
        }

        @Override
        public Optional<TicketPlace> byTicket(String ticket) {
            return sitters.stream()
                    .filter(one -> one.ticket().equals(ticket))
                    .findFirst()
                    .map(one -> new TicketPlace(one.plan(), one.site(), seat(one)));
        }

        private static Seat seat(Sitter one) {
            var who = one.who();
            return new Seat(
                    UUID.randomUUID(),
                    1,
                    1,
                    1,
                    "A",
                    one.ticket(),
                    who.key(),
                    who.enrolment(),
                    who.college(),
                    who.className(),
                    who.name(),
                    who.number(),
                    who.qualification(),
                    who.level(),
                    1);
        }
    }
}
