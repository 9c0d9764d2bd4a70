package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.node.sitting.AttemptState;
import org.onex.node.sitting.SittingDirectory.RunNow;

/** A room of three who sit theory and then practice. */
class RoomSheetsTests {

    private static final UUID THEORY = new UUID(2, 1);
    private static final UUID PRACTICE = new UUID(2, 2);

    private final List<RunNow> runs = new ArrayList<>();

    private static UUID run(UUID session, int seat) {
        return new UUID(session.getLeastSignificantBits(), seat);
    }

    private void seat(UUID session, int seat, AttemptState state) {
        var follows = session.equals(PRACTICE) ? run(THEORY, seat) : null;
        runs.add(runNow(session, seat, state, follows));
    }

    private static RunNow runNow(UUID session, int seat, AttemptState state, @Nullable UUID follows) {
        var subject = session.equals(THEORY) ? "理论" : "实操";
        return new RunNow(run(session, seat), follows, session, subject, "第1考场", seat, "考生" + seat, "9" + seat, state);
    }

    private List<RoomSheets.Sheet> sheets(Map<UUID, Boolean> written) {
        return RoomSheets.of(runs, written, Map.of());
    }

    @Test
    void everySubjectOfARoomHasItsSheetWithItsOwnNumbers() {
        seat(THEORY, 1, AttemptState.HANDED_IN);
        seat(THEORY, 2, AttemptState.RUNNING);
        seat(THEORY, 3, AttemptState.EXPECTED);
        seat(PRACTICE, 1, AttemptState.RUNNING);
        seat(PRACTICE, 2, AttemptState.EXPECTED);
        var written = Map.of(run(THEORY, 1), true, run(THEORY, 2), true, run(THEORY, 3), false);
        assertThat(RoomSheets.of(runs, written, Map.of(run(THEORY, 2), 2)))
                .containsExactly(
                        new RoomSheets.Sheet("第1考场", THEORY, "理论", 3, 2, 1, 2, 1, 2),
                        new RoomSheets.Sheet("第1考场", PRACTICE, "实操", 2, 0, 0, 1, 0, 0));
    }

    @Test
    void roomsAreNotMixed() {
        seat(THEORY, 1, AttemptState.EXPECTED);
        var there = runNow(THEORY, 2, AttemptState.EXPECTED, null);
        runs.add(new RunNow(there.attempt(), null, THEORY, "理论", "第2考场", 2, "考生2", "92", AttemptState.EXPECTED));
        assertThat(sheets(Map.of(there.attempt(), false)))
                .extracting(RoomSheets.Sheet::room, RoomSheets.Sheet::expected, RoomSheets.Sheet::absent)
                .containsExactly(tuple("第1考场", 1, 0), tuple("第2考场", 1, 1));
    }

    @Test
    void whoIsAbsentFromOneSubjectIsAbsentFromTheNextAndWhoWasThereIsNotThereYet() {
        seat(THEORY, 1, AttemptState.EXPECTED);
        seat(THEORY, 2, AttemptState.HANDED_IN);
        seat(PRACTICE, 1, AttemptState.EXPECTED);
        seat(PRACTICE, 2, AttemptState.EXPECTED);
        var practice =
                sheets(Map.of(run(THEORY, 1), false, run(THEORY, 2), true)).getLast();
        assertThat(practice.absent()).isEqualTo(1);
        assertThat(practice.present()).isZero();
    }

    @Test
    void whatIsSaidOfTheNextSubjectItselfGoesBeforeWhatWasSaidOfTheOneBefore() {
        seat(THEORY, 1, AttemptState.EXPECTED);
        seat(PRACTICE, 1, AttemptState.EXPECTED);
        var practice =
                sheets(Map.of(run(THEORY, 1), false, run(PRACTICE, 1), true)).getLast();
        assertThat(practice.present()).isEqualTo(1);
        assertThat(practice.absent()).isZero();
    }

    @Test
    void whoIsAtAMachineIsNotCountedAbsentBecauseOfWhatWasBefore() {
        seat(THEORY, 1, AttemptState.EXPECTED);
        seat(PRACTICE, 1, AttemptState.RUNNING);
        assertThat(sheets(Map.of(run(THEORY, 1), false)).getLast().absent()).isZero();
    }
}
