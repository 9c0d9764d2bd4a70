package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How an item earns its points (评分规则): all of them for what is right, or as many as a person gives. */
sealed interface ScoringRule {

    /** Whether a rule gives points to this answer. */
    boolean isRight(String answer);

    /** 单选, 判断: the very same key. */
    record TheSame(String right) implements ScoringRule {

        @Override
        public boolean isRight(String answer) {
            return right.equals(answer);
        }
    }

    /** 多选: all right options and no other, or no points (多选、少选、错选均不得分). The order in which they were chosen means nothing. */
    record AllOrNothing(String right) implements ScoringRule {

        @Override
        public boolean isRight(String answer) {
            return options(right).equals(options(answer));
        }

        private static String options(String keys) {
            return keys.chars()
                    .sorted()
                    .distinct()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    /** 数据分析: a number that differs by at most the tolerance; what cannot be read as a number is wrong. */
    record WithinTolerance(BigDecimal right, BigDecimal tolerance) implements ScoringRule {

        @Override
        public boolean isRight(String answer) {
            return TypedNumber.read(answer)
                    .filter(number -> number.subtract(right).abs().compareTo(tolerance) <= 0)
                    .isPresent();
        }
    }

    /** 图文写作: people decide by a rubric, except that nothing written earns nothing. */
    record ByPeople(List<WorkView.RubricCriterion> rubric) implements ScoringRule {

        public ByPeople {
            rubric = List.copyOf(rubric);
        }

        @Override
        public boolean isRight(String answer) {
            return false;
        }
    }
}
