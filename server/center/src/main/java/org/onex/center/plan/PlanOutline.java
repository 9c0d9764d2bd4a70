package org.onex.center.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/**
 * What other modules need to know of a published plan.
 *
 * @param awardingBody     code of the body that announces it
 * @param closesAt         registration is open before this moment and not at it
 * @param examEndsAt       when the last window of its last session has closed
 * @param photo            null if any photo will do that can be imported
 * @param publicity        the days of 成绩公示 that it prints, or that its publisher supplied
 * @param certificatesFrom the first day on which certificates are made (颁发证书); null where it prints none
 */
public record PlanOutline(
        String code,
        String name,
        String awardingBody,
        LocalDate firstExamDate,
        Instant closesAt,
        Instant examEndsAt,
        List<Offered> offerings,
        Admission admission,
        @Nullable PhotoWish photo,
        @Nullable Days publicity,
        @Nullable LocalDate certificatesFrom) {

    public PlanOutline {
        offerings = List.copyOf(offerings);
    }

    /**
     * A qualification at a level that can be registered for.
     *
     * @param schemeVersion by which it is examined (考核方案)
     * @param subjects      all of them, in the order in which they are sat
     * @param sessions      alternatives, in the order in which they are printed; a candidate gets one of them
     */
    public record Offered(
            QualificationName qualification,
            Level level,
            int schemeVersion,
            List<Subject> subjects,
            List<SessionHours> sessions) {

        public Offered {
            subjects = List.copyOf(subjects);
            sessions = List.copyOf(sessions);
        }

        /** The hours from the first opening to the last closing of each alternative. */
        public List<Window> spans() {
            return sessions.stream().map(SessionHours::span).toList();
        }
    }

    /** The hours of one session (场次), subject by subject. */
    public record SessionHours(List<SubjectHours> subjects) {

        public SessionHours {
            subjects = List.copyOf(subjects);
        }

        /** From the first opening to the last closing. */
        public Window span() {
            return new Window(
                    subjects.stream()
                            .map(hours -> hours.window().opens())
                            .min(Instant::compareTo)
                            .orElseThrow(),
                    subjects.stream()
                            .map(hours -> hours.window().closes())
                            .max(Instant::compareTo)
                            .orElseThrow());
        }
    }

    /**
     * When a subject is sat; several subjects are one block that holds them in this order.
     *
     * @param minutes how long each subject lasts, where the notice says so
     */
    public record SubjectHours(
            List<Subject> subjects, Window window, @Nullable Integer minutes) {

        public SubjectHours {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * What the plan asks of photos (照片要求); what it does not say is null.
     *
     * @param formats endings: {@code jpg}, {@code png}
     * @param width   in pixels; likewise the height
     */
    public record PhotoWish(
            List<String> formats,
            @Nullable Integer maxMegabytes,
            @Nullable Integer width,
            @Nullable Integer height) {

        public PhotoWish {
            formats = List.copyOf(formats);
        }
    }

    /** Whole days, both included. */
    public record Days(LocalDate from, LocalDate to) {

        /** How many they are. */
        public int count() {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
        }
    }

    /** Who may register (考核对象). */
    public record Admission(boolean collegeCandidates, boolean publicCandidates, boolean nonPilotColleges) {

        /** What holds where a notice does not restrict it. */
        static final Admission EVERYBODY = new Admission(true, true, true);
    }

    /** What it offers of a qualification, by the code, at a level. */
    public Optional<Offered> offering(String qualification, Level level) {
        return offerings.stream()
                .filter(offered -> offered.qualification().code().equals(qualification) && offered.level() == level)
                .findFirst();
    }

    /** Whether it offers a qualification, by the code, at any level. */
    public boolean offers(String qualification) {
        return offerings.stream()
                .anyMatch(offered -> offered.qualification().code().equals(qualification));
    }
}
