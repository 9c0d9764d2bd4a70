package org.onex.center.seating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;

/**
 * The hours in which a seat is taken once (时段): all sessions (场次) of a plan that overlap, directly or through others, share one. 003's
 * first plan has two, its third has one because 高级 begins half an hour before 初级; 002 has one on each of its days.
 *
 * @param number   from 1, in order of time
 * @param window   from the first opening of its sessions to the last closing
 * @param sessions in order of time
 */
public record Slot(int number, Window window, List<Session> sessions) {

    public Slot {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session of one offering.
     *
     * @param number   its place among the offering's alternatives, from 1
     * @param subjects its hours, subject by subject
     */
    public record Session(
            QualificationName qualification, Level level, int number, List<PlanOutline.SubjectHours> subjects) {

        public Session {
            subjects = List.copyOf(subjects);
        }

        /** From the first opening to the last closing. */
        public Window window() {
            return new PlanOutline.SessionHours(subjects).span();
        }

        /** Whether it is a session of that offering, named by the code of the qualification. */
        public boolean isOf(String code, Level of) {
            return qualification.code().equals(code) && level == of;
        }
    }

    /** The session of that number of an offering, if it is in this slot. */
    Optional<Session> session(String qualification, Level level, int wanted) {
        return sessions.stream()
                .filter(session -> session.isOf(qualification, level) && session.number() == wanted)
                .findFirst();
    }

    /** The slots of a plan; the same for everybody who asks, because what is published never changes. */
    public static List<Slot> of(PlanOutline plan) {
        var sessions = plan.offerings().stream()
                .flatMap(Slot::sessions)
                .sorted(Comparator.comparing(
                                (Session session) -> session.window().opens())
                        .thenComparing(session -> session.window().closes())
                        .thenComparing(session -> session.qualification().code())
                        .thenComparing(Session::level)
                        .thenComparingInt(Session::number))
                .toList();
        var slots = new ArrayList<Slot>();
        var together = new ArrayList<Session>();
        var closes = Instant.MIN;
        for (var session : sessions) {
            if (!together.isEmpty() && !session.window().opens().isBefore(closes)) {
                slots.add(holding(slots.size() + 1, together));
                together.clear();
            }
            together.add(session);
            var ends = session.window().closes();
            closes = together.size() == 1 || ends.isAfter(closes) ? ends : closes;
        }
        if (!together.isEmpty()) {
            slots.add(holding(slots.size() + 1, together));
        }
        return slots;
    }

    private static Stream<Session> sessions(PlanOutline.Offered offered) {
        var sessions = new ArrayList<Session>();
        for (var hours : offered.sessions()) {
            sessions.add(new Session(offered.qualification(), offered.level(), sessions.size() + 1, hours.subjects()));
        }
        return sessions.stream();
    }

    private static Slot holding(int number, List<Session> sessions) {
        var opens = sessions.getFirst().window().opens();
        var closes = sessions.stream()
                .map(session -> session.window().closes())
                .max(Instant::compareTo)
                .orElseThrow();
        return new Slot(number, new Window(opens, closes), sessions);
    }
}
