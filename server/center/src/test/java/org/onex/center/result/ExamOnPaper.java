package org.onex.center.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.marking.MarkDirectory;
import org.onex.center.marking.ScriptMark;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** Who sat where, what came back and what it earned, written down by a test; and what other modules heard of results. */
final class ExamOnPaper {

    final Map<UUID, ScriptMark> marks = new ConcurrentHashMap<>();
    final Map<String, SeatingDirectory.TicketPlace> seats = new ConcurrentHashMap<>();
    final List<ResultsFinal> heard = new CopyOnWriteArrayList<>();

    @TestConfiguration
    static class Configuration {

        @Bean
        ExamOnPaper examOnPaper() {
            return new ExamOnPaper();
        }

        @Bean
        @Primary
        ScriptDirectory scriptsOnPaper(ExamOnPaper exam) {
            return exam.new Scripts();
        }

        @Bean
        @Primary
        MarkDirectory marksOnPaper(ExamOnPaper exam) {
            return exam.new Earned();
        }

        @Bean
        @Primary
        SeatingDirectory seatsOnPaper(ExamOnPaper exam) {
            return exam.seatsOnPaper();
        }
    }

    @EventListener
    void on(ResultsFinal done) {
        heard.add(done);
    }

    SeatingDirectory seatsOnPaper() {
        return new Seats();
    }

    void seat(String plan, Seat seat) {
        seats.put(seat.ticket(), new SeatingDirectory.TicketPlace(plan, UUID.randomUUID(), seat));
    }

    private final class Scripts implements ScriptDirectory {

        @Override
        public List<ReturnedScript> counting(Collection<UUID> scripts) {
            return List.of();
        }

        @Override
        public Map<String, String> answers(UUID script) {
            return Map.of();
        }

        @Override
        public Map<UUID, Outcome> outcomes(Collection<UUID> scripts) {
            return scripts.stream()
                    .filter(marks::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), script -> Outcome.COUNTS));
        }

        @Override
        public List<Incident> incidents(Collection<UUID> scripts) {
            return List.of();
        }

        @Override
        public List<Incident> incidents(String plan, @Nullable UUID after, int limit) {
            return List.of();
        }

        @Override
        public Optional<Incident> incident(String plan, UUID id) {
            return Optional.empty();
        }

        @Override
        public int countIncidents(String plan) {
            return 0;
        }
    }

    private final class Earned implements MarkDirectory {

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
            return Optional.ofNullable(seats.get(ticket));
        }
    }
}
