package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.RecordFile.Outcome;

/** What a returned record has to be: everybody is in it, and it says of scripts what was announced. */
class RecordProofTests {

    private static final UUID BUNDLE = new UUID(1, 1);
    private static final UUID SESSION = new UUID(2, 2);
    private static final UUID SAT = new UUID(3, 3);
    private static final UUID AWAY = new UUID(4, 4);
    private static final PackedRuns PACKED = new PackedRuns(BUNDLE, 3, Map.of(SAT, run(), AWAY, run()));
    private static final Map<UUID, Integer> SCRIPTS = Map.of(SAT, 2);

    private static PackedRuns.Run run() {
        return new PackedRuns.Run(SESSION, "WDYY", Level.ELEMENTARY, Subject.THEORY, new UUID(5, 5), "A");
    }

    private static RecordFile.Attempt said(UUID attempt, Outcome outcome, @Nullable Integer revision) {
        return new RecordFile.Attempt(attempt, SESSION, outcome, revision, null);
    }

    private static final RecordFile.Attempt HERE = said(SAT, Outcome.HANDED_IN, 2);
    private static final RecordFile.Attempt NOT_HERE = said(AWAY, Outcome.ABSENT, null);

    private static RecordFile record(List<RecordFile.Attempt> attempts, List<RecordFile.Incident> incidents) {
        return new RecordFile(1, BUNDLE, 3, 7, ReturnedFiles.END, attempts, incidents, List.of());
    }

    private static RecordFile.Incident incident(UUID attempt, String facts) {
        return new RecordFile.Incident(
                new UUID(6, 6),
                attempt,
                RecordFile.IncidentKind.HEALTH,
                facts,
                "",
                "JKC0000001",
                null,
                ReturnedFiles.START);
    }

    private static void refused(Refusal refusal, RecordFile record) {
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> RecordProof.require(record, 7, SCRIPTS, PACKED))
                .satisfies(found ->
                        assertThat(found.refusal()).as(found.getMessage()).isEqualTo(refusal));
    }

    @Test
    void aRecordOfEverybodyIsTaken() {
        RecordProof.require(record(List.of(NOT_HERE, HERE), List.of(incident(AWAY, "头晕"))), 7, SCRIPTS, PACKED);
        assertThat(PACKED.runs()).hasSize(2);
    }

    @Test
    void whoIsMissingOrSaidOtherwiseMakesItIncomplete() {
        refused(Refusal.INCOMPLETE, record(List.of(HERE), List.of()));
        refused(Refusal.INCOMPLETE, record(List.of(said(SAT, Outcome.HANDED_IN, 1), NOT_HERE), List.of()));
        refused(Refusal.INCOMPLETE, record(List.of(said(SAT, Outcome.ABSENT, null), NOT_HERE), List.of()));
        refused(Refusal.INCOMPLETE, record(List.of(HERE, said(AWAY, Outcome.HANDED_IN, 1)), List.of()));
    }

    @Test
    void whatIsOfAnotherBundleIsMisplaced() {
        refused(
                Refusal.MISPLACED,
                record(List.of(HERE, NOT_HERE, said(new UUID(9, 9), Outcome.ABSENT, null)), List.of()));
        refused(Refusal.MISPLACED, record(List.of(HERE, NOT_HERE), List.of(incident(new UUID(9, 9), "x"))));
        refused(
                Refusal.MISPLACED,
                new RecordFile(1, BUNDLE, 2, 7, ReturnedFiles.END, List.of(HERE, NOT_HERE), List.of(), List.of()));
        refused(
                Refusal.MISPLACED,
                new RecordFile(1, BUNDLE, 3, 8, ReturnedFiles.END, List.of(HERE, NOT_HERE), List.of(), List.of()));
    }

    @Test
    void whatIsNotOfThisFormatIsUnreadable() {
        refused(Refusal.UNREADABLE, record(List.of(HERE, NOT_HERE, NOT_HERE), List.of()));
        refused(Refusal.UNREADABLE, record(List.of(HERE, said(AWAY, Outcome.ABSENT, 1)), List.of()));
        refused(Refusal.UNREADABLE, record(List.of(said(SAT, Outcome.HANDED_IN, null), NOT_HERE), List.of()));
        refused(Refusal.UNREADABLE, record(List.of(HERE, NOT_HERE), List.of(incident(SAT, "长".repeat(5000)))));
        refused(
                Refusal.UNREADABLE,
                new RecordFile(2, BUNDLE, 3, 7, ReturnedFiles.END, List.of(HERE, NOT_HERE), List.of(), List.of()));
    }
}
