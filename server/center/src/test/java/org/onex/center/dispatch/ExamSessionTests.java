package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.dispatch.ExamDay.at;
import static org.onex.center.dispatch.ExamDay.block;
import static org.onex.center.dispatch.ExamDay.hours;
import static org.onex.center.dispatch.ExamDay.plan;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.plan.PlanOutline.SubjectHours;

class ExamSessionTests {

    @TempDir
    private Path folder;

    private OpaqueIds ids;

    @BeforeEach
    void open() {
        ids = ExamDay.ids(folder);
    }

    @Test
    void inABlockTheSecondSubjectFollowsTheFirstAndEachMayTakeAllOfIt() {
        var sessions = ExamDay.sessions(plan(Level.ELEMENTARY, block("14:00", "17:45")), ids);
        assertThat(sessions).extracting(ExamSession::subject).containsExactly(Subject.THEORY, Subject.PRACTICAL);
        var theory = sessions.getFirst();
        assertThat(theory.after()).isNull();
        assertThat(sessions.getLast().after()).isEqualTo(theory.id());
        assertThat(sessions).allSatisfy(session -> {
            var hours = session.hours();
            assertThat(hours.entryOpensAt()).isEqualTo(at("13:30"));
            assertThat(hours.opensAt()).isEqualTo(at("14:00"));
            assertThat(hours.lateUntil()).isEqualTo(at("14:30"));
            assertThat(hours.closesAt()).isEqualTo(at("17:45"));
            assertThat(hours.minutes()).isEqualTo(225);
            assertThat(hours.handInAfterMinutes()).isEqualTo(30);
            assertThat(session.keyFrom()).isEqualTo(at("13:50"));
        });
    }

    @Test
    void windowsThatOverlapFollowEachOtherWithTheMinutesThatAreTheirs() {
        // 000: 理论 14:00–15:00, 实操 14:00–16:00, 60 minutes each.
        var sessions = ExamDay.sessions(
                plan(
                        Level.ELEMENTARY,
                        new SubjectHours(List.of(Subject.THEORY), hours("14:00", "15:00"), 60),
                        new SubjectHours(List.of(Subject.PRACTICAL), hours("14:00", "16:00"), 60)),
                ids);
        assertThat(sessions.getLast().after()).isEqualTo(sessions.getFirst().id());
        assertThat(sessions).extracting(session -> session.hours().minutes()).containsExactly(60, 60);
        assertThat(sessions.getLast().hours().closesAt()).isEqualTo(at("16:00"));
    }

    @Test
    void windowsApartHaveTheirOwnLimitsAndTheirOwnKeyTime() {
        var sessions = ExamDay.sessions(
                plan(
                        Level.ELEMENTARY,
                        new SubjectHours(List.of(Subject.THEORY), hours("09:00", "10:00"), null),
                        new SubjectHours(List.of(Subject.PRACTICAL), hours("10:30", "12:00"), null)),
                ids);
        assertThat(sessions).extracting(ExamSession::after).containsOnlyNulls();
        assertThat(sessions.getLast().hours().lateUntil()).isEqualTo(at("11:00"));
        assertThat(sessions).extracting(ExamSession::keyFrom).containsExactly(at("08:50"), at("10:20"));
    }

    @Test
    void nobodyIsTooEarlyOrTooLateForHoursShorterThanTheLimits() {
        var sessions = ExamDay.sessions(plan(Level.ELEMENTARY, block("14:00", "14:20")), ids);
        assertThat(sessions.getFirst().hours().lateUntil()).isEqualTo(at("14:20"));
        assertThat(sessions.getFirst().hours().handInAfterMinutes()).isEqualTo(20);
    }

    @Test
    void levelsAndPlansShareNoSession() {
        var elementary = ExamDay.sessions(plan(Level.ELEMENTARY, block("14:00", "17:45")), ids);
        var advanced = ExamDay.sessions(plan(Level.ADVANCED, block("14:00", "17:45")), ids);
        assertThat(elementary)
                .extracting(ExamSession::id)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        advanced.stream().map(ExamSession::id).toList());
    }
}
