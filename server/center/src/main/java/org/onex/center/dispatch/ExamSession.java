package org.onex.center.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.plan.ExamDayRules;
import org.onex.center.plan.PlanOutline;
import org.onex.center.plan.PlanOutline.SubjectHours;
import org.onex.center.seating.Slot;
import org.onex.contract.bundle.SiteBundle;
import org.onex.contract.kernel.Window;

/**
 * One subject of one level in one of its alternative sessions, at whatever site (场次 × 科目): it has one paper and one key.
 *
 * @param after   the one whose hand-in opens this one; null if it opens by the clock
 * @param number  of the alternative within its offering, from 1
 * @param hours   as nodes get them
 * @param keyFrom from when the key of its papers is given out
 */
record ExamSession(
        UUID id,
        @Nullable UUID after,
        QualificationName qualification,
        Level level,
        int number,
        Subject subject,
        SiteBundle.Hours hours,
        Instant keyFrom) {

    private static final ExamDayRules RULES = ExamDayRules.USUAL;

    /**
     * All of a slot, in the order in which they are sat.
     *
     * @param keysBefore how long before its start a session's key is given out
     */
    static List<ExamSession> of(PlanOutline plan, Slot slot, Duration keysBefore, OpaqueIds ids) {
        var sessions = new ArrayList<ExamSession>();
        for (var session : slot.sessions()) {
            sessions.addAll(new Block(plan, session, keysBefore, ids).sessions());
        }
        // Within an offering the subjects stay in the order in which they are sat, also when they share their hours.
        sessions.sort(Comparator.comparing((ExamSession one) -> one.hours().opensAt()));
        return sessions;
    }

    /** Whether it is of that alternative of an offering. */
    boolean isOf(String wantedQualification, Level wantedLevel, int wantedNumber) {
        return qualification.code().equals(wantedQualification) && level == wantedLevel && number == wantedNumber;
    }

    /** Whether both are sat in the very same hours. */
    boolean isSatWith(ExamSession other) {
        return hours.opensAt().equals(other.hours.opensAt()) && hours.closesAt().equals(other.hours.closesAt());
    }

    /** The same where only these are sat: nobody waits for a hand-in that nobody makes. */
    ExamSession among(Set<UUID> sat) {
        return after == null || sat.contains(after)
                ? this
                : new ExamSession(id, null, qualification, level, number, subject, hours, keyFrom);
    }

    /** From when candidates may enter where nothing else is said, of hours that begin then. */
    static Instant entryOf(Instant opens) {
        return opens.minus(RULES.entryBefore());
    }

    /** The subjects that one candidate sits one after another. */
    private record Block(PlanOutline plan, Slot.Session session, Duration keysBefore, OpaqueIds ids) {

        List<ExamSession> sessions() {
            var sessions = new ArrayList<ExamSession>();
            @Nullable Window before = null;
            for (var subject : order()) {
                var hours = hours(subject);
                var window = hours.window();
                // Where windows do not overlap each subject has its own limits (domain, exam day).
                var after = before != null && before.overlaps(window)
                        ? sessions.getLast().id()
                        : null;
                sessions.add(new ExamSession(
                        id(subject),
                        after,
                        session.qualification(),
                        session.level(),
                        session.number(),
                        subject,
                        onTheDay(hours),
                        window.opens().minus(keysBefore)));
                before = window;
            }
            return sessions;
        }

        private List<Subject> order() {
            return plan.offering(session.qualification().code(), session.level()).orElseThrow().subjects().stream()
                    .filter(subject -> session.subjects().stream()
                            .anyMatch(hours -> hours.subjects().contains(subject)))
                    .toList();
        }

        private SubjectHours hours(Subject subject) {
            return session.subjects().stream()
                    .filter(hours -> hours.subjects().contains(subject))
                    .findFirst()
                    .orElseThrow();
        }

        private UUID id(Subject subject) {
            return ids.session(String.join(
                    " ",
                    session.qualification().code(),
                    session.level().name(),
                    String.valueOf(session.number()),
                    subject.name(),
                    plan.code()));
        }

        /** Subjects that share their hours may each take all of them: whoever is quick with one has more time for the next. */
        private static SiteBundle.Hours onTheDay(SubjectHours hours) {
            var window = hours.window();
            var length = (int) Duration.between(window.opens(), window.closes()).toMinutes();
            var minutes = hours.minutes() == null ? length : hours.minutes();
            var late = window.opens().plus(RULES.lateness());
            return new SiteBundle.Hours(
                    entryOf(window.opens()),
                    window.opens(),
                    late.isBefore(window.closes()) ? late : window.closes(),
                    window.closes(),
                    minutes,
                    Math.min(minutes, (int) RULES.handInAfter().toMinutes()));
        }
    }
}
