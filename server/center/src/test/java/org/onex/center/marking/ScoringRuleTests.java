package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScoringRuleTests {

    private static final int ROUNDS = 20_000;

    @Nested
    class OneKey {

        private final ScoringRule rule = new ScoringRule.TheSame("B");

        @Test
        void nothingButTheKeyIsRight() {
            assertThat(rule.isRight("B")).isTrue();
            for (var wrong : List.of("", "A", "b", "AB", "BB", " B")) {
                assertThat(rule.isRight(wrong)).as("[%s]", wrong).isFalse();
            }
        }
    }

    @Nested
    class SeveralKeys {

        private final ScoringRule rule = new ScoringRule.AllOrNothing("ACE");

        @Test
        void aMissingOrFurtherOptionLosesEverything() {
            assertThat(rule.isRight("ACE")).isTrue();
            for (var wrong : List.of("", "A", "AC", "AE", "ACD", "ABCE", "ACDE", "ABCDE", "ACE ")) {
                assertThat(rule.isRight(wrong)).as("[%s]", wrong).isFalse();
            }
        }

        @Test
        void theOrderOfChoosingMeansNothing() {
            assertThat(rule.isRight("ECA")).isTrue();
        }

        /** Of all sets of options exactly the right one earns the points. */
        @Test
        void isRightForExactlyTheSetOfTheKey() {
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                var right = chosen(1 + random.nextInt(63));
                var answer = chosen(random.nextInt(64));
                assertThat(new ScoringRule.AllOrNothing(right).isRight(answer))
                        .as("seed %d: %s for %s", seed, answer, right)
                        .isEqualTo(right.equals(answer));
            }
        }

        private static String chosen(int bits) {
            var keys = new TreeSet<Character>();
            for (int i = 0; i < 6; i++) {
                if ((bits >> i & 1) == 1) {
                    keys.add((char) ('A' + i));
                }
            }
            var text = new StringBuilder();
            keys.forEach(text::append);
            return text.toString();
        }
    }

    @Nested
    class ANumber {

        private final ScoringRule rule = near("3.40", "0.01");

        @Test
        void isRightUpToTheToleranceAndNotBeyond() {
            for (var right : List.of("3.4", "3.40", "3.39", "3.41", "3.400000", "３．４１％", " 3.39 %", "3.4。")) {
                assertThat(rule.isRight(right)).as(right).isTrue();
            }
            for (var wrong : List.of("", "3.389999", "3.410001", "-3.40", "0.034", "340", "34", "3,40", "三点四")) {
                assertThat(rule.isRight(wrong)).as(wrong).isFalse();
            }
        }

        @Test
        void withoutToleranceIsExact() {
            var exact = near("144", "0");
            assertThat(exact.isRight("144.00元")).isTrue();
            assertThat(exact.isRight("144.0000001")).isFalse();
            assertThat(exact.isRight("-144")).isFalse();
        }

        /** Against whole numbers, in which nothing is rounded. */
        @Test
        void isRightExactlyIfTheDifferenceIsAtMostTheTolerance() {
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                long right = random.nextLong(-1_000_000, 1_000_000);
                long tolerance = random.nextLong(0, 200);
                long answer = right + random.nextLong(-400, 401);
                var typed = Dress.up(BigDecimal.valueOf(answer, 3), random);
                assertThat(new ScoringRule.WithinTolerance(
                                        BigDecimal.valueOf(right, 3), BigDecimal.valueOf(tolerance, 3))
                                .isRight(typed))
                        .as("seed %d: [%s] for %d ± %d thousandths", seed, typed, right, tolerance)
                        .isEqualTo(Math.abs(answer - right) <= tolerance);
            }
        }

        private static ScoringRule near(String right, String tolerance) {
            return new ScoringRule.WithinTolerance(new BigDecimal(right), new BigDecimal(tolerance));
        }
    }

    @Test
    void whatPeopleMarkIsNeverRightByRule() {
        assertThat(new ScoringRule.ByPeople(List.of()).isRight("一段文案")).isFalse();
    }
}
