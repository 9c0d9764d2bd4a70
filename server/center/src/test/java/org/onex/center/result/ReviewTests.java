package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2024-05-24T02:00:00Z");
    private static final Review.Word COLLEGE = new Review.Word("college01", "示范一", NOW);
    private static final Review.Word FIRST = new Review.Word("hongke", "甲", NOW);
    private static final Review.Word SECOND = new Review.Word("hongke2", "乙", NOW);
    private static final Review.Stand FIFTY_NINE = new Review.Stand(Entry.Status.SCORED, 59, Result.Outcome.FAILED);
    private static final Review.Stand SIXTY = new Review.Stand(Entry.Status.SCORED, 60, Result.Outcome.PASSED);

    /** As if this were drawn up, while 59 stands. */
    private static Review.Redrawn now(Review.Stand stand) {
        return new Review.Redrawn(stand, stand.toString(), !stand.equals(FIFTY_NINE));
    }

    private static Review asked() {
        return asked("漏判一题");
    }

    private static Review asked(String reason) {
        return Review.ask(Ids.next(), result(), Subject.THEORY, reason, COLLEGE);
    }

    private static Result result() {
        return new Result(
                new RegistrationKey(Ids.next(), Ids.next()),
                new Result.Who(Ids.next(), "90001", "电商1班", "甲", IdNumber.completed("99999920050101001")),
                new Result.What("P", "990000004", Ids.next(), "2024990000040001", "WDYY", Level.ELEMENTARY),
                List.of(entry(Subject.THEORY, 59), entry(Subject.PRACTICAL, 80)),
                Result.Outcome.FAILED);
    }

    private static Entry entry(Subject subject, int score) {
        return new Entry(subject, UUID.randomUUID(), Entry.Status.SCORED, score, 100);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("result." + code));
    }

    @Test
    void remembersWhatWasPublicWhenItWasAskedFor() {
        assertThat(asked().before()).isEqualTo(FIFTY_NINE);
        assertThat(asked().state()).isEqualTo(Review.State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void isNotAskedForWithoutAReason(String reason) {
        assertRefused("invalid", () -> asked(reason));
    }

    @Test
    void aReasonMayHave500CharactersAndNotOneMore() {
        assertThat(asked("因".repeat(500)).reason()).hasSize(500);
        assertRefused("invalid", () -> asked("因".repeat(501)));
    }

    @Test
    void isUpheldByOneAndAtOnce() {
        var upheld = asked().upheld(1, "无误", now(FIFTY_NINE), FIRST);
        assertThat(upheld.state()).isEqualTo(Review.State.UPHELD);
        assertThat(upheld.decided()).isEqualTo(FIRST);
        assertThat(upheld.version()).isEqualTo(2);
    }

    @Test
    void isNotUpheldWhereTheMarksSaySomethingElse() {
        assertRefused("marks-differ", () -> asked().upheld(1, "无误", now(SIXTY), FIRST));
    }

    @Test
    void whatAnotherSubjectDoesToTheOutcomeIsNoReasonAgainstUpholding() {
        var passedElsewhere = new Review.Stand(Entry.Status.SCORED, 59, Result.Outcome.PASSED);
        assertThat(asked().upheld(1, "无误", new Review.Redrawn(passedElsewhere, "59 80: PASSED", false), FIRST)
                        .state())
                .isEqualTo(Review.State.UPHELD);
    }

    @Test
    void isNeitherUpheldNorWithdrawnWhileAnotherSubjectWouldBeStruck() {
        var struck = new Review.Redrawn(FIFTY_NINE, "59 VOID: FAILED", true);
        assertRefused("marks-differ", () -> asked().upheld(1, "无误", struck, FIRST));
        assertRefused("marks-differ", () -> asked().withdrawn(1, struck, COLLEGE));
        assertThat(asked().proposed(1, "违纪", struck, FIRST).state()).isEqualTo(Review.State.PROPOSED);
    }

    @Test
    void nobodyConfirmsWhatBecameOfAnotherSubjectSinceItWasProposed() {
        var proposed = asked().proposed(1, "漏判", new Review.Redrawn(SIXTY, "60 80: PASSED", true), FIRST);
        var struck = new Review.Redrawn(SIXTY, "60 VOID: PASSED", true);
        assertRefused("marks-differ", () -> proposed.corrected(2, struck, SECOND));
    }

    @Test
    void nothingIsCorrectedToWhatItIs() {
        assertRefused("nothing-changed", () -> asked().proposed(1, "改", now(FIFTY_NINE), FIRST));
    }

    @Test
    void nobodyDecidesOnWhatTheyHaveNotRead() {
        assertRefused("review-changed", () -> asked().upheld(2, "无误", now(FIFTY_NINE), FIRST));
        assertRefused("review-changed", () -> asked().proposed(0, "改", now(SIXTY), FIRST));
        assertRefused("review-changed", () -> asked().withdrawn(7, now(FIFTY_NINE), COLLEGE));
    }

    @Test
    void isNotConfirmedBeforeItIsProposed() {
        assertRefused("review-state", () -> asked().corrected(1, now(SIXTY), SECOND));
    }

    @Nested
    class OnceProposed {

        private final Review proposed = asked().proposed(1, "第七题漏判", now(SIXTY), FIRST);

        @Test
        void isPendingAndSaysWhatItWouldBe() {
            assertThat(proposed.state().isPending()).isTrue();
            assertThat(proposed.decided()).isNull();
            assertThat(proposed.proposal()).isEqualTo(new Review.Proposal(SIXTY, SIXTY.toString(), "第七题漏判", FIRST));
        }

        @Test
        void isNotConfirmedByWhoeverProposedIt() {
            assertRefused("second-person", () -> proposed.corrected(2, now(SIXTY), FIRST));
        }

        @Test
        void isConfirmedBySomebodyElse() {
            var corrected = proposed.corrected(2, now(SIXTY), SECOND);
            assertThat(corrected.state()).isEqualTo(Review.State.CORRECTED);
            assertThat(corrected.decided()).isEqualTo(SECOND);
            assertThat(corrected.before()).isEqualTo(FIFTY_NINE);
        }

        @Test
        void isNotConfirmedOnceTheMarksAreOthers() {
            var sixtyOne = new Review.Stand(Entry.Status.SCORED, 61, Result.Outcome.PASSED);
            assertRefused("marks-differ", () -> proposed.corrected(2, now(sixtyOne), SECOND));
        }

        @Test
        void isNotConfirmedOnceTheOutcomeIsAnother() {
            var stillFailed = new Review.Stand(Entry.Status.SCORED, 60, Result.Outcome.FAILED);
            assertRefused("marks-differ", () -> proposed.corrected(2, now(stillFailed), SECOND));
        }

        @Test
        void isNotWithdrawnByTheCollege() {
            assertRefused("review-state", () -> proposed.withdrawn(2, now(FIFTY_NINE), COLLEGE));
        }

        @Test
        void mayBeProposedAnewOrUpheldWhenTheMarksAreSetBack() {
            assertThat(proposed.upheld(2, "原评无误", now(FIFTY_NINE), SECOND).state())
                    .isEqualTo(Review.State.UPHELD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPHELD", "CORRECTED", "WITHDRAWN"})
    void isNeverDecidedTwice(String how) {
        var decided = switch (Review.State.valueOf(how)) {
            case UPHELD -> asked().upheld(1, "无误", now(FIFTY_NINE), FIRST);
            case WITHDRAWN -> asked().withdrawn(1, now(FIFTY_NINE), COLLEGE);
            default -> asked().proposed(1, "改", now(SIXTY), FIRST).corrected(2, now(SIXTY), SECOND);
        };
        var version = decided.version();
        assertRefused("review-state", () -> decided.withdrawn(version, now(FIFTY_NINE), COLLEGE));
        assertRefused("review-state", () -> decided.upheld(version, "无误", now(FIFTY_NINE), FIRST));
        assertRefused("review-state", () -> decided.proposed(version, "改", now(SIXTY), FIRST));
        assertRefused("review-state", () -> decided.corrected(version, now(SIXTY), SECOND));
    }
}
