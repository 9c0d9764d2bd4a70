package org.onex.center.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory.Engagement;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.Window;

/**
 * Which of several alternative sessions each person sits (002: the afternoon of one day or the morning of the next). Each offering is spread
 * evenly over its sessions, and nobody is ever to be in two places at one hour: whatever else they are registered for, of whichever body,
 * must still be possible afterwards.
 *
 * @param sessions   the number of the alternative, by registration; whoever is in {@code impossible} is absent
 * @param impossible those for whom no session is left
 */
record SessionChoice(Map<RegistrationKey, Integer> sessions, List<Registered> impossible) {

    SessionChoice {
        sessions = Map.copyOf(sessions);
        impossible = List.copyOf(impossible);
    }

    /**
     * @param people      of one site and plan, in the directory's order: classmates who may choose freely stay together
     * @param slots       of the plan
     * @param engagements everything these people are registered for, by candidate
     * @param fixed       the sessions that have been given for other registrations of theirs
     */
    static SessionChoice of(
            List<Registered> people,
            List<Slot> slots,
            Map<UUID, List<Engagement>> engagements,
            Map<RegistrationKey, Integer> fixed) {
        return new Search(people, slots, engagements, fixed).choose();
    }

    private record Offering(String qualification, Level level) {

        static Offering of(Registered who) {
            return new Offering(who.qualification(), who.level());
        }
    }

    private static final class Search {

        private final List<Registered> people;
        private final Map<UUID, List<Engagement>> engagements;
        private final Map<RegistrationKey, Integer> given;
        private final Map<Offering, List<Slot.Session>> alternatives = new HashMap<>();

        /** How many more each session takes before it has more than its share. */
        private final Map<Slot.Session, Integer> free = new HashMap<>();

        private final Map<RegistrationKey, Integer> chosen = new LinkedHashMap<>();
        private final List<Registered> impossible = new ArrayList<>();

        Search(
                List<Registered> people,
                List<Slot> slots,
                Map<UUID, List<Engagement>> engagements,
                Map<RegistrationKey, Integer> fixed) {
            this.people = people;
            this.engagements = engagements;
            this.given = new HashMap<>(fixed);
            people.forEach(who -> given.remove(who.key()));
            var heads = people.stream().collect(Collectors.groupingBy(Offering::of, Collectors.counting()));
            heads.forEach((offering, number) -> open(offering, number.intValue(), slots));
        }

        private void open(Offering offering, int number, List<Slot> slots) {
            var sessions = slots.stream()
                    .flatMap(slot -> slot.sessions().stream())
                    .filter(session -> session.isOf(offering.qualification(), offering.level()))
                    .sorted(Comparator.comparingInt(Slot.Session::number))
                    .toList();
            alternatives.put(offering, sessions);
            var left = number;
            for (int i = 0; i < sessions.size(); i++) {
                var share = Math.ceilDiv(left, sessions.size() - i);
                free.put(sessions.get(i), share);
                left -= share;
            }
        }

        SessionChoice choose() {
            // Whoever has little choice chooses first, the others fill what is left.
            var choices = new HashMap<RegistrationKey, Integer>();
            people.forEach(who -> choices.put(who.key(), choicesOf(who)));
            people.stream()
                    .sorted(Comparator.comparingInt((Registered who) -> choices.getOrDefault(who.key(), 0))
                            .thenComparing(who -> engagementsOf(who).size() == 1))
                    .forEach(this::give);
            return new SessionChoice(chosen, impossible);
        }

        private int choicesOf(Registered who) {
            return (int) alternatives.getOrDefault(Offering.of(who), List.of()).stream()
                    .filter(session -> leavesRoom(who, session))
                    .count();
        }

        private List<Engagement> engagementsOf(Registered who) {
            return engagements.getOrDefault(who.key().candidate(), List.of());
        }

        private void give(Registered who) {
            alternatives.getOrDefault(Offering.of(who), List.of()).stream()
                    .sorted(Comparator.comparing((Slot.Session session) -> free.getOrDefault(session, 0) <= 0)
                            .thenComparingInt(Slot.Session::number))
                    .filter(session -> leavesRoom(who, session))
                    .findFirst()
                    .ifPresentOrElse(session -> give(who, session), () -> impossible.add(who));
        }

        private void give(Registered who, Slot.Session session) {
            chosen.put(who.key(), session.number());
            given.put(who.key(), session.number());
            free.merge(session, -1, Integer::sum);
        }

        /** Whether everything else they are registered for that has to do with it is possible beside it. */
        private boolean leavesRoom(Registered who, Slot.Session session) {
            var others = engagementsOf(who).stream()
                    .filter(one -> !one.registration().equals(who.key()))
                    // What is settled leaves no choice and is looked at first.
                    .sorted(Comparator.comparing(one -> !given.containsKey(one.registration())))
                    .map(this::hoursOf)
                    .toList();
            return new Room(concernedBy(session.window(), others)).isFor(session.window());
        }

        /** What hangs together with these hours, in its order; two exams that clash elsewhere are no reason against them. */
        private static List<List<Window>> concernedBy(Window wanted, List<List<Window>> others) {
            var reached = new ArrayList<>(List.of(List.of(wanted)));
            var rest = new ArrayList<>(others);
            for (int next = 0; next < reached.size(); next++) {
                var one = reached.get(next);
                var touched = rest.stream()
                        .filter(other ->
                                other.stream().anyMatch(hours -> one.stream().anyMatch(hours::overlaps)))
                        .toList();
                reached.addAll(touched);
                rest.removeAll(touched);
            }
            return others.stream().filter(other -> !rest.contains(other)).toList();
        }

        private List<Window> hoursOf(Engagement engagement) {
            var settled = given.get(engagement.registration());
            return settled == null
                    ? engagement.sessions()
                    : List.of(engagement.sessions().get(settled - 1));
        }
    }

    /** Tries the hours of a person's exams one after another. Nobody has so many on a few days that it takes long; who does has no room. */
    private static final class Room {

        private static final int MOST_STEPS = 100_000;

        private final List<List<Window>> exams;
        private int steps;

        Room(List<List<Window>> exams) {
            this.exams = exams;
        }

        boolean isFor(Window wanted) {
            return isPossible(0, new ArrayList<>(List.of(wanted)));
        }

        private boolean isPossible(int next, List<Window> taken) {
            if (next == exams.size()) {
                return true;
            }
            for (var hours : exams.get(next)) {
                steps++;
                if (steps < MOST_STEPS && taken.stream().noneMatch(hours::overlaps)) {
                    taken.add(hours);
                    if (isPossible(next + 1, taken)) {
                        return true;
                    }
                    taken.removeLast();
                }
            }
            return false;
        }
    }
}
