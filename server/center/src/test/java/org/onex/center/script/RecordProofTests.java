package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
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

    private static void proven(RecordFile record, Map<UUID, Integer> before) {
        RecordProof.require(record, 7, PACKED);
        RecordProof.requireSameAs(record, SCRIPTS, before);
    }

    private static void refused(Refusal refusal, RecordFile record) {
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> proven(record, Map.of()))
                .satisfies(found ->
                        assertThat(found.refusal()).as(found.getMessage()).isEqualTo(refusal));
    }

    @Test
    void aRecordOfEverybodyIsTaken() {
        proven(record(List.of(NOT_HERE, HERE), List.of(incident(AWAY, "头晕"))), Map.of(SAT, 1));
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
    void whoHasProvenAScriptCannotSayLessOfItLater() {
        var honest = record(List.of(HERE, NOT_HERE), List.of());
        proven(honest, Map.of(SAT, 2));
        // Proven under a version in which it was; this one cannot speak of it.
        proven(honest, Map.of(new UUID(9, 9), 1));
        for (var before : List.of(Map.of(SAT, 3), Map.of(AWAY, 1))) {
            assertThatExceptionOfType(Refusal.Found.class)
                    .isThrownBy(() -> proven(honest, before))
                    .satisfies(found -> assertThat(found.refusal()).isEqualTo(Refusal.INCOMPLETE));
        }
        var away = record(List.of(said(SAT, Outcome.ABSENT, null), NOT_HERE), List.of());
        assertThatExceptionOfType(Refusal.Found.class)
                .as("and does not announce it either")
                .isThrownBy(() -> RecordProof.requireSameAs(away, Map.of(), Map.of(SAT, 1)))
                .satisfies(found -> assertThat(found.refusal()).isEqualTo(Refusal.INCOMPLETE));
    }

    @Test
    void whatNobodyCouldStoreOrHaveWrittenIsUnreadable() {
        refused(Refusal.UNREADABLE, record(List.of(HERE, NOT_HERE), List.of(incident(SAT, "a\0b"))));
        refused(Refusal.UNREADABLE, record(List.of(HERE, NOT_HERE), List.of(incident(SAT, "\ud800"))));
        for (var at :
                List.of(Instant.MIN, Instant.parse("1999-12-31T23:59:59Z"), Instant.parse("2100-01-01T00:00:00Z"))) {
            var seen = new RecordFile.Attempt(
                    AWAY, SESSION, Outcome.ABSENT, null, new RecordFile.Attendance(false, "JKC0000001", at, ""));
            refused(Refusal.UNREADABLE, record(List.of(HERE, seen), List.of()));
        }
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
