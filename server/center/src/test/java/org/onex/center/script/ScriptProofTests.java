package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.script.ReturnedFiles.END;
import static org.onex.center.script.ReturnedFiles.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.ScriptFile.Standing;
import org.onex.contract.bundle.SiteBundle;

/** What a returned script has to be before the centre gives a receipt for it. */
class ScriptProofTests {

    private static final UUID ATTEMPT = UUID.fromString("11111111-1111-8111-8111-111111111111");
    private static final UUID SESSION = UUID.fromString("22222222-2222-8222-8222-222222222222");
    private static final SiteBundle BUNDLE =
            new SiteBundle(SiteBundle.FORMAT, new UUID(3, 3), 2, "考试", null, "", "", List.of(), List.of(), List.of());
    private static final SiteBundle.Run RUN = new SiteBundle.Run(ATTEMPT, SESSION, "A");
    private static final List<ScriptFile.Entry> JOURNAL = List.of(
            entry(1, 1, "S01", "A", Standing.COUNTS),
            entry(1, 2, "W01", "甲\n乙", Standing.COUNTS),
            entry(1, 3, "S01", "D", Standing.EVIDENCE),
            entry(2, 1, "S02", "B", Standing.COUNTS),
            entry(2, 2, "S01", "C", Standing.COUNTS));

    private static ScriptProof.Announced announced(int revision) {
        return new ScriptProof.Announced(
                BUNDLE.id(),
                BUNDLE.version(),
                ATTEMPT,
                revision,
                new PackedRuns.Run(SESSION, "WDYY", Level.ELEMENTARY, Subject.THEORY, new UUID(4, 4), "A"));
    }

    private static List<Ruling.Revision> proven(ScriptFile file) {
        return ScriptProof.revisions(file, announced(file.receipts().size()));
    }

    private static void refused(Refusal refusal, ScriptFile file) {
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> proven(file))
                .satisfies(found ->
                        assertThat(found.refusal()).as(found.getMessage()).isEqualTo(refusal));
    }

    private static ScriptFile file(List<ScriptFile.Entry> journal) {
        return ReturnedFiles.script(BUNDLE, RUN, journal);
    }

    private static ScriptFile journal(UnaryOperator<List<ScriptFile.Entry>> change) {
        var file = file(JOURNAL);
        return ReturnedFiles.with(file, file.devices(), change.apply(new ArrayList<>(JOURNAL)), file.receipts());
    }

    @Test
    void whatCountsIsProvenAndWhatAnotherDeviceSentLaterIsNot() {
        var file = file(JOURNAL);
        var revision = proven(file).getFirst();
        assertThat(revision.answered()).isEqualTo(3);
        assertThat(revision.lastSeq()).isEqualTo(2);
        assertThat(revision.epoch()).isEqualTo(2);
        assertThat(ScriptProof.fold(file, file.receipts().getFirst()).answers())
                .isEqualTo(Map.of("S01", "C", "S02", "B", "W01", "甲\n乙"));
    }

    @Test
    void theSameAnswersUnderAnotherNumberHaveAnotherHash() {
        var file = file(JOURNAL);
        var receipt = file.receipts().getFirst();
        for (var wrong : List.of(
                new ScriptFile.Receipt(1, receipt.kind(), END, 2, 2, receipt.answered() + 1, receipt.hash()),
                new ScriptFile.Receipt(1, receipt.kind(), END, 2, 2, receipt.answered(), "0".repeat(64)))) {
            refused(Refusal.HASH, ReturnedFiles.with(file, file.devices(), file.journal(), List.of(wrong)));
        }
        var moved = new ScriptFile.Receipt(1, receipt.kind(), END, 1, 2, receipt.answered(), receipt.hash());
        refused(Refusal.INCOMPLETE, ReturnedFiles.with(file, file.devices(), file.journal(), List.of(moved)));
    }

    @Test
    void everyEntryCountsForTheHash() {
        for (int i = 0; i < JOURNAL.size(); i++) {
            int at = i;
            var said = JOURNAL.get(i);
            var file = journal(entries -> {
                entries.set(at, entry(said.epoch(), said.seq(), said.item(), said.value() + "X", said.standing()));
                return entries;
            });
            // What was written over, or is evidence, is in no answer.
            if (List.of(1, 3, 4).contains(i)) {
                refused(Refusal.HASH, file);
            } else {
                assertThat(proven(file)).hasSize(1);
            }
        }
    }

    @Test
    void aJournalWithAGapOrMoreThanWasAcknowledgedIsIncomplete() {
        for (int i = 0; i < JOURNAL.size(); i++) {
            int at = i;
            refused(Refusal.INCOMPLETE, journal(entries -> {
                entries.remove(at);
                return entries;
            }));
        }
        refused(Refusal.INCOMPLETE, journal(entries -> {
            entries.add(entry(2, 3, "S03", "A", Standing.LATE));
            return entries;
        }));
        refused(Refusal.INCOMPLETE, journal(entries -> {
            entries.addFirst(entries.removeLast());
            return entries;
        }));
        refused(Refusal.INCOMPLETE, journal(entries -> {
            entries.set(4, entry(2, 2, "S01", "C", Standing.EVIDENCE));
            return entries;
        }));
        refused(Refusal.INCOMPLETE, journal(entries -> {
            entries.set(0, entry(1, 1, "S01", "A", Standing.EVIDENCE));
            return entries;
        }));
        var file = file(JOURNAL);
        refused(Refusal.INCOMPLETE, ReturnedFiles.with(file, List.of(), List.of(), file.receipts()));
    }

    @Test
    void whatIsOfAnotherRunIsMisplaced() {
        for (var run : List.of(
                new SiteBundle.Run(new UUID(9, 9), SESSION, "A"),
                new SiteBundle.Run(ATTEMPT, new UUID(9, 9), "A"),
                new SiteBundle.Run(ATTEMPT, SESSION, "B"))) {
            refused(Refusal.MISPLACED, ReturnedFiles.script(BUNDLE, run, JOURNAL));
        }
        for (var other : List.of(
                new SiteBundle(2, new UUID(9, 9), 2, "", null, "", "", List.of(), List.of(), List.of()),
                new SiteBundle(2, BUNDLE.id(), 1, "", null, "", "", List.of(), List.of(), List.of()))) {
            refused(Refusal.MISPLACED, ReturnedFiles.script(other, RUN, JOURNAL));
        }
    }

    @Test
    void anItemThatCouldPassForAnotherLineIsUnreadable() {
        for (var item : List.of("S01 1 A\nS02", "", "a b", "题", "x".repeat(65))) {
            refused(Refusal.UNREADABLE, file(List.of(entry(1, item, "A"))));
        }
    }

    @Test
    void aValueThatNobodyCanKeepIsUnreadable() {
        assertThat(proven(file(List.of(entry(1, "W01", "长".repeat(20_000)))))).hasSize(1);
        for (var value : List.of("a\0b", "\ud800", "长".repeat(20_001))) {
            refused(Refusal.UNREADABLE, file(List.of(entry(1, "W01", value))));
        }
    }

    @Test
    void aDeviceMayBeWrongAboutTheTimeAndAnExamServerMayNot() {
        var received = END.minusSeconds(9);
        assertThat(proven(file(List.of(timed(Instant.EPOCH, received))))).hasSize(1);
        refused(Refusal.UNREADABLE, file(List.of(timed(Instant.MIN, received))));
        refused(Refusal.UNREADABLE, file(List.of(timed(Instant.MAX, received))));
        refused(Refusal.UNREADABLE, file(List.of(timed(received, Instant.EPOCH))));
    }

    private static ScriptFile.Entry timed(Instant at, Instant received) {
        return new ScriptFile.Entry(1, 1, "S01", "A", at, received, Standing.COUNTS);
    }

    @Test
    void lateEntriesMakeALaterRevisionAndNoneMayBeLeftOut() {
        var once = file(JOURNAL);
        var late = ReturnedFiles.withLate(once, "S03", "A", END.minusSeconds(1));
        var twice = ReturnedFiles.withLate(late, "S04", "B", END.plusSeconds(10));
        var revisions = proven(twice);
        assertThat(revisions).extracting(Ruling.Revision::inTime).containsExactly(true, true, false);
        assertThat(revisions).extracting(Ruling.Revision::answered).containsExactly(3, 4, 5);
        assertThat(revisions.getFirst().hash())
                .isEqualTo(proven(once).getFirst().hash());
        refused(
                Refusal.INCOMPLETE,
                ReturnedFiles.with(
                        twice,
                        twice.devices(),
                        twice.journal(),
                        twice.receipts().subList(0, 2)));
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> ScriptProof.revisions(late, announced(3)))
                .satisfies(found -> assertThat(found.refusal()).isEqualTo(Refusal.INCOMPLETE));
    }

    @Test
    void whoeverWroteNothingHasAnEmptyScript() {
        var revision = proven(file(List.of())).getFirst();
        assertThat(revision.answered()).isZero();
        assertThat(revision.lastSeq()).isZero();
        assertThat(revision.hash()).isEqualTo(new CanonicalScript(ATTEMPT, 1, 0, Map.of()).hash());
    }

    /** Folded once more, the slow way: per item the greatest pair of epoch and number among those that count. */
    @Test
    void anyJournalFoldsAsItDoesByHandAndAnyChangeOfAnAnswerIsFound() {
        var seed = new Random().nextLong();
        var chance = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var journal = journal(chance);
            var file = file(journal);
            var byHand = byHand(journal);
            assertThat(ScriptProof.fold(file, file.receipts().getFirst()).answers())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(byHand);
            assertThat(proven(file).getFirst().hash())
                    .isEqualTo(file.receipts().getFirst().hash());
            int at = chance.nextInt(journal.size());
            var old = journal.get(at);
            var changed = new ArrayList<>(journal);
            changed.set(at, entry(old.epoch(), old.seq(), old.item(), old.value() + "!", old.standing()));
            var tampered = ReturnedFiles.with(file, file.devices(), changed, file.receipts());
            if (byHand(changed).equals(byHand)) {
                assertThat(proven(tampered))
                        .as("seed %d, round %d", seed, round)
                        .hasSize(1);
            } else {
                refused(Refusal.HASH, tampered);
            }
        }
    }

    private static List<ScriptFile.Entry> journal(Random chance) {
        var journal = new ArrayList<ScriptFile.Entry>();
        int owner = 1 + chance.nextInt(3);
        for (int epoch = 1; epoch <= owner; epoch++) {
            int counting = 1 + chance.nextInt(8);
            int evidence = epoch == owner ? 0 : chance.nextInt(3);
            for (int seq = 1; seq <= counting + evidence; seq++) {
                journal.add(entry(
                        epoch,
                        seq,
                        "S0" + chance.nextInt(4),
                        chance.nextInt(4) == 0 ? "" : "答" + chance.nextInt(100) + "\n",
                        seq <= counting ? Standing.COUNTS : Standing.EVIDENCE));
            }
        }
        return journal;
    }

    private static Map<String, String> byHand(List<ScriptFile.Entry> journal) {
        var newest = new TreeMap<String, ScriptFile.Entry>();
        for (int i = journal.size() - 1; i >= 0; i--) {
            var entry = journal.get(i);
            var known = newest.get(entry.item());
            var isNewer = known == null
                    || entry.epoch() > known.epoch()
                    || (entry.epoch() == known.epoch() && entry.seq() > known.seq());
            if (entry.standing() == Standing.COUNTS && isNewer) {
                newest.put(entry.item(), entry);
            }
        }
        var answers = new TreeMap<String, String>();
        newest.forEach((item, entry) -> answers.put(item, entry.value()));
        return answers;
    }
}
