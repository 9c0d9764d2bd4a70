package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.center.paper.Paper.Proof;
import org.onex.center.paper.Paper.Sealing;
import org.onex.center.paper.Paper.State;

class PaperTests {

    private static final Signature ASSEMBLER = signature("items1");
    private static final Signature SECOND = signature("items2");
    private static final Signature THIRD = signature("items3");

    private final Paper draft = PaperFixtures.theory(ASSEMBLER);

    private static Signature signature(String login) {
        return new Signature(login, login, Instant.parse("2024-04-22T01:00:00Z"));
    }

    private static Proof pass(Signature by) {
        return Proof.of(by, true, "");
    }

    private static Proof reject(Signature by) {
        return Proof.of(by, false, "第 3 题有两个正确答案");
    }

    private static Sealing sealing() {
        return new Sealing(1, ASSEMBLER, List.of());
    }

    private static void refused(PaperRefused.Code code, Runnable attempt) {
        assertThatExceptionOfType(PaperRefused.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code.code()));
    }

    @Test
    void isReadyWhenTwoOthersHaveReadIt() {
        var once = draft.proofRead(pass(SECOND));
        assertThat(once.state()).isEqualTo(State.PROOF);
        var twice = once.proofRead(pass(THIRD));
        assertThat(twice.state()).isEqualTo(State.READY);
        assertThat(twice.version()).isEqualTo(3);
        assertThat(twice.sealed(sealing()).state()).isEqualTo(State.SEALED);
    }

    @Test
    void isNotReadByWhoeverAssembledIt() {
        refused(PaperRefused.Code.PROOF_BY_ASSEMBLER, () -> draft.proofRead(pass(ASSEMBLER)));
        refused(PaperRefused.Code.PROOF_BY_ASSEMBLER, () -> draft.proofRead(reject(ASSEMBLER)));
        refused(
                PaperRefused.Code.PROOF_BY_ASSEMBLER,
                () -> draft.proofRead(pass(SECOND)).proofRead(pass(ASSEMBLER)));
    }

    @Test
    void isNotReadByTheSamePersonTwice() {
        refused(
                PaperRefused.Code.ALREADY_PROOF_READ,
                () -> draft.proofRead(pass(SECOND)).proofRead(pass(SECOND)));
    }

    @Test
    void whoeverPassedItMayStillFindSomething() {
        var rejected = draft.proofRead(pass(SECOND)).proofRead(reject(SECOND));
        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(rejected.proofs()).hasSize(2);
    }

    @Test
    void isRejectedWithAWordOnly() {
        refused(PaperRefused.Code.OPINION_MISSING, () -> Proof.of(SECOND, false, " \n"));
        refused(PaperRefused.Code.INVALID, () -> Proof.of(SECOND, true, "长".repeat(2_001)));
    }

    @Test
    void isNotSealedBeforeTwoHaveReadIt() {
        refused(PaperRefused.Code.NOT_READY, () -> draft.sealed(sealing()));
        refused(PaperRefused.Code.NOT_READY, () -> draft.proofRead(pass(SECOND)).sealed(sealing()));
        refused(
                PaperRefused.Code.NOT_READY,
                () -> draft.proofRead(reject(SECOND)).sealed(sealing()));
    }

    @Test
    void isNotTheVersionThatSomebodyReadBefore() {
        refused(PaperRefused.Code.CHANGED, () -> draft.proofRead(pass(SECOND)).requireVersion(1));
    }

    @Test
    void hasOnlyItsForms() {
        assertThat(draft.form("A")).isNotEqualTo(draft.form("B"));
        refused(PaperRefused.Code.UNKNOWN, () -> draft.form("C"));
    }

    @Nested
    class OnceRejected {

        private final Paper rejected = draft.proofRead(reject(SECOND));

        @Test
        void staysRejected() {
            refused(PaperRefused.Code.WRONG_STATE, () -> rejected.proofRead(pass(THIRD)));
            refused(PaperRefused.Code.WRONG_STATE, () -> rejected.proofRead(reject(THIRD)));
        }
    }

    @Nested
    class OnceReady {

        private final Paper ready = draft.proofRead(pass(SECOND)).proofRead(pass(THIRD));

        @Test
        void isStillRejectedByWhoeverFindsSomething() {
            assertThat(ready.proofRead(reject(THIRD)).state()).isEqualTo(State.REJECTED);
        }

        @Test
        void needsNoMoreReaders() {
            refused(PaperRefused.Code.WRONG_STATE, () -> ready.proofRead(pass(signature("items4"))));
        }
    }

    @Nested
    class OnceSealed {

        private final Paper sealed =
                draft.proofRead(pass(SECOND)).proofRead(pass(THIRD)).sealed(sealing());

        @Test
        void isNeverChanged() {
            refused(PaperRefused.Code.WRONG_STATE, () -> sealed.proofRead(reject(THIRD)));
            refused(PaperRefused.Code.WRONG_STATE, () -> sealed.proofRead(pass(THIRD)));
            refused(PaperRefused.Code.NOT_READY, () -> sealed.sealed(sealing()));
        }
    }
}
