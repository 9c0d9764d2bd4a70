package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.sitting.FakeNode.Fault;

/** One candidate to whom everything happens once, at a node that keeps the protocol and at nodes that break it. */
class ProtocolChecksTests {

    static final Pace AT_ONCE = new Pace(0, 0, Duration.ofSeconds(5), 5, Duration.ofSeconds(5));

    private static Findings<AnswerClaim> everythingOnceAt(FakeNode node) {
        var findings = new Findings<>(AnswerClaim.class);
        var wire = new Wire(node.address());
        var exam = MockExam.prepare(wire, node.technicianCode(), 1, 60);
        var invigilator = new Invigilator(wire, exam.invigilators(), AT_ONCE, new Random(1));
        var room = Room.of(wire, invigilator, AT_ONCE, new Tally(), findings);
        var candidate = new VirtualCandidate(room, exam.seats().getFirst(), new Random(1));
        try {
            story(candidate, node);
        } catch (Unexpected e) {
            findings.check(AnswerClaim.EVERYBODY_FINISHED, false, e::getMessage);
        }
        return findings;
    }

    private static void story(VirtualCandidate candidate, FakeNode node) {
        var mischief = new Mischief(candidate);
        candidate.sitDown();
        for (var i = 0; i < 4; i++) {
            mischief.saves();
        }
        mischief.isSpokenTo();
        mischief.getsMoreTime();
        mischief.twiceAtOnce();
        mischief.hangsUp(100);
        mischief.sendsOldOnesAgain();
        mischief.contradicts();
        mischief.leavesAGap();
        node.strike(TestedNode.Blow.EVERYTHING);
        node.startAgain();
        candidate.lookAfterRestart();
        mischief.changesMachine();
        for (var i = 0; i < 6; i++) {
            mischief.oldMachineComesBack();
        }
        mischief.handsInHastily();
        mischief.triesAfterHandingIn();
        candidate.look();
        candidate.check(
                AnswerClaim.INSTRUCTIONS_ARRIVE,
                candidate.examined().missingMessages().isEmpty(),
                "missing");
    }

    private static Set<AnswerClaim> broken(Findings<AnswerClaim> findings) {
        return findings.all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(Findings.Finding::claim)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AnswerClaim.class)));
    }

    @Test
    void aNodeThatKeepsTheProtocolIsFoundRight() {
        try (var node = new FakeNode()) {
            var findings = everythingOnceAt(node);

            assertThat(findings.lines()).noneMatch(line -> line.startsWith("BROKEN"));
            var checked = findings.all().stream()
                    .filter(finding -> finding.checked() > 0)
                    .map(Findings.Finding::claim);
            assertThat(checked)
                    .containsAll(EnumSet.complementOf(EnumSet.of(
                            AnswerClaim.LATE_IS_FLAGGED,
                            AnswerClaim.NO_NUMBERS_IN_LOGS,
                            AnswerClaim.EVERYBODY_FINISHED)));
        }
    }

    @Test
    void aNodeThatAnswers500NowAndThenIsAskedAgain() {
        try (var node = new FakeNode(Fault.IS_BUSY_WITH_500)) {
            assertThat(broken(everythingOnceAt(node))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LOSES_THE_LAST_ENTRY_AT_A_RESTART, ACKNOWLEDGED_STAYS",
        "LOSES_THE_LAST_ENTRY_AT_A_RESTART, RESTART_KEEPS",
        "LOSES_THE_LAST_ENTRY_AT_A_RESTART, DURABLE_NEVER_BACK",
        "LOSES_AN_ENTRY_AND_SAYS_IT_HAS_IT, ACKNOWLEDGED_STAYS",
        "LOSES_AN_ENTRY_AND_SAYS_IT_HAS_IT, RESTART_KEEPS",
        "RUNS_DURABLE_SEQ_BACK, DURABLE_NEVER_BACK",
        "ACKNOWLEDGES_WHAT_WAS_NOT_SENT, NOTHING_INVENTED",
        "INVENTS_AN_ANSWER, NOTHING_INVENTED",
        "LETS_OLD_EPOCHS_WIN, OLD_DEVICE_NEVER_WINS",
        "TELLS_OLD_DEVICES_NOTHING, OLD_DEVICE_NEVER_WINS",
        "ACCEPTS_A_CONFLICT, CONFLICT_REFUSED",
        "ACCEPTS_A_GAP, GAP_REFUSED",
        "NEEDS_NO_UNLOCK, UNLOCK_NEEDED",
        "GIVES_A_SECOND_ATTEMPT, ONE_ATTEMPT",
        "CHANGES_THE_RECEIPT, ONE_RECEIPT",
        "HASHES_WRONGLY, HASH_RECOMPUTED",
        "SHOWS_WHAT_WAS_HANDED_IN, SEALED_IS_HIDDEN",
        "TAKES_ENTRIES_AFTER_HAND_IN, CLOSED_AFTERWARDS",
        "GIVES_TIME_BACK_AT_A_RESTART, TIME_KEPT",
        "FORGETS_MESSAGES, INSTRUCTIONS_ARRIVE",
        "PUTS_ANSWERS_INTO_THE_PAPER, PAPER_SEALED",
        "ANNOUNCES_ANOTHER_PAPER, PAPER_SEALED",
    })
    void aNodeThatBreaksItIsFoundOut(Fault fault, AnswerClaim claim) {
        try (var node = new FakeNode(fault)) {
            var findings = everythingOnceAt(node);

            assertThat(broken(findings))
                    .as(() -> String.join("\n", findings.lines()))
                    .contains(claim);
        }
    }
}
