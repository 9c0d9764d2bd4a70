package org.onex.center.marking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one revision of a script (客观题评分), item by item.
 *
 * @param items by their ids
 */
record Scoring(List<ItemScore> items) {

    /**
     * @param points null where a person decides
     */
    record ItemScore(
            String item, QuestionKind kind, @Nullable Integer points, int full) {

        boolean isForPeople() {
            return points == null;
        }

        private int known() {
            return points == null ? 0 : points;
        }
    }

    Scoring {
        items = List.copyOf(items);
    }

    /** What was not answered earns nothing; what was answered but not asked, neither. */
    static Scoring of(MarkingKey key, Map<String, String> answers) {
        return new Scoring(key.items().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> score(entry.getKey(), entry.getValue(), answers.getOrDefault(entry.getKey(), "")))
                .toList());
    }

    private static ItemScore score(String id, MarkingKey.KeyItem item, String answer) {
        var isForPeople = item.rule() instanceof ScoringRule.ByPeople && !answer.isBlank();
        var points = item.rule().isRight(answer) ? item.points() : 0;
        return new ItemScore(id, item.kind(), isForPeople ? null : points, item.points());
    }

    int objective() {
        return items.stream().mapToInt(ItemScore::known).sum();
    }

    int full() {
        return items.stream().mapToInt(ItemScore::full).sum();
    }

    /** What people mark. */
    List<ItemScore> forPeople() {
        return items.stream().filter(ItemScore::isForPeople).toList();
    }
}
