package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.candidate.CandidateFixtures.known;
import static org.onex.center.candidate.CandidateFixtures.somebody;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnrolmentTests {

    @Test
    void isIncompleteAsLongAsSomethingMustBeKnown() {
        var enrolment = somebody(CandidateFixtures.barely("张三"));
        assertThat(enrolment.state()).isEqualTo(InformationState.INCOMPLETE);
        assertThat(enrolment.particulars().missing())
                .containsExactly(
                        Field.NATION,
                        Field.PHONE,
                        Field.MAJOR,
                        Field.CLASS_NAME,
                        Field.EDUCATION,
                        Field.ENTRY_YEAR,
                        Field.CONSENT);
        assertThat(enrolment.photographed().state()).isEqualTo(InformationState.INCOMPLETE);
    }

    @Test
    void aPublicCandidateNeedsNoClass() {
        assertThat(CandidateFixtures.publicCandidate("张三").missing()).isEmpty();
    }

    @Test
    void lacksAPhotoThenAnAnswerThenNothing() {
        var enrolment = somebody(known("张三"));
        assertThat(enrolment.state()).isEqualTo(InformationState.PHOTO_MISSING);
        assertThat(enrolment.photographed().state()).isEqualTo(InformationState.PENDING);
        assertThat(enrolment.photographed().answered("张三", true).state()).isEqualTo(InformationState.ACCURATE);
        assertThat(enrolment.photographed().answered("张三", false).state()).isEqualTo(InformationState.DOUBTFUL);
    }

    @Test
    void anAnswerAboutAnotherNameSaysNothing() {
        var enrolment = somebody(known("张三")).photographed();
        assertThat(enrolment.answered("李四", true)).isEqualTo(enrolment);
    }

    @Test
    void everyChangeCountsAndNoChangeDoesNot() {
        var enrolment = somebody(known("张三"));
        assertThat(enrolment.revised(known("张三"))).isSameAs(enrolment);
        assertThat(enrolment.revised(known("李四")).version()).isEqualTo(2);
        assertThat(enrolment.photographed().photographed().version()).isEqualTo(2);
    }

    @Test
    void aVersionThatSomebodyElseHasChangedIsRefused() {
        var enrolment = somebody(known("张三")).photographed();
        assertThat(enrolment.at(2)).isSameAs(enrolment);
        assertThatExceptionOfType(CandidateRefused.class)
                .isThrownBy(() -> enrolment.at(1))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("candidate.changed"));
    }

    @Nested
    class InDoubt {

        private final Enrolment doubtful = somebody(known("张三")).photographed().answered("张三", false);

        @Test
        void becomesAQuestionAgainUnderAnotherName() {
            assertThat(doubtful.revised(known("张叁")).state()).isEqualTo(InformationState.PENDING);
        }

        @Test
        void staysInDoubtWhenSomethingElseIsCorrected() {
            assertThat(doubtful.revised(CandidateFixtures.inClass("张三", "电商2202班"))
                            .state())
                    .isEqualTo(InformationState.DOUBTFUL);
        }
    }

    @Nested
    class OnceConfirmed {

        private final Enrolment confirmed = somebody(known("张三")).photographed().answered("张三", true);

        @Test
        void keepsItsName() {
            assertThatExceptionOfType(CandidateRefused.class)
                    .isThrownBy(() -> confirmed.revised(known("张叁")))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("candidate.name-locked"));
        }

        @Test
        void mayBeCorrectedOtherwiseWithoutBeingAskedAgain() {
            var emptied = confirmed.revised(CandidateFixtures.barely("张三"));
            assertThat(emptied.state()).isEqualTo(InformationState.INCOMPLETE);
            assertThat(emptied.revised(known("张三")).state()).isEqualTo(InformationState.ACCURATE);
        }

        @Test
        void isNotPutInDoubtByALateAnswer() {
            assertThat(confirmed.answered("张三", false)).isEqualTo(confirmed);
        }
    }
}
