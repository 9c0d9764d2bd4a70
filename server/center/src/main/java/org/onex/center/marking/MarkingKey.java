package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The answer key of one form, ready to score with (标准答案). Whatever stands in it that this code does not know makes it unreadable. */
record MarkingKey(Map<String, KeyItem> items) {

    private static final int FORMAT = 1;
    private static final Map<QuestionKind, String> KNOWN_POLICIES =
            Map.of(QuestionKind.MULTIPLE, "ALL_OR_NOTHING", QuestionKind.DATA_ANALYSIS, "WITHIN_TOLERANCE");

    MarkingKey {
        items = Map.copyOf(items);
    }

    /** What one item is worth, and for what. */
    record KeyItem(QuestionKind kind, int points, ScoringRule rule) {}

    private record Sealed(
            int format, UUID paper, String form, Map<QuestionKind, String> policy, Map<String, Entry> items) {}

    private record Entry(
            QuestionKind type,
            int points,
            @Nullable String answer,
            @Nullable String tolerance,
            @Nullable List<WorkView.RubricCriterion> rubric) {}

    /**
     * @param sealed what {@code PaperDirectory.answerKey} gives for this paper and form
     * @throws RuntimeException if it is not such a key
     */
    static MarkingKey read(byte[] sealed, UUID paper, String form, JsonMapper json) {
        var key = json.readValue(sealed, Sealed.class);
        require(key.format() == FORMAT, "format");
        require(paper.equals(key.paper()) && form.equals(key.form()), "paper");
        var items = new LinkedHashMap<String, KeyItem>();
        key.items().forEach((id, entry) -> {
            var known = KNOWN_POLICIES.get(entry.type());
            require(known == null || known.equals(key.policy().get(entry.type())), "policy");
            require(entry.points() > 0, id);
            items.put(id, new KeyItem(entry.type(), entry.points(), rule(id, entry)));
        });
        require(!items.isEmpty(), "items");
        return new MarkingKey(items);
    }

    private static ScoringRule rule(String id, Entry entry) {
        return switch (entry.type()) {
            case SINGLE, JUDGE -> new ScoringRule.TheSame(present(entry.answer(), id));
            case MULTIPLE -> new ScoringRule.AllOrNothing(present(entry.answer(), id));
            case DATA_ANALYSIS ->
                new ScoringRule.WithinTolerance(
                        new BigDecimal(present(entry.answer(), id)), new BigDecimal(present(entry.tolerance(), id)));
            case WRITING -> {
                var rubric = entry.rubric() == null ? List.<WorkView.RubricCriterion>of() : entry.rubric();
                var sum = rubric.stream()
                        .mapToInt(WorkView.RubricCriterion::points)
                        .sum();
                require(sum == entry.points(), id);
                yield new ScoringRule.ByPeople(rubric);
            }
        };
    }

    private static String present(@Nullable String text, String id) {
        require(text != null && !text.isBlank(), id);
        return String.valueOf(text);
    }

    private static void require(boolean right, String where) {
        if (!right) {
            throw new IllegalStateException("the answer key says something unknown at " + where);
        }
    }

    int full() {
        return items.values().stream().mapToInt(KeyItem::points).sum();
    }

    /** @throws IllegalStateException if people would have to mark something that this paper does not ask */
    void requireAskedBy(AskedPaper paper) {
        items.keySet().stream().filter(id -> rubric(id).isPresent()).forEach(paper::item);
    }

    /** By what a text is marked, if this item is one. */
    Optional<List<WorkView.RubricCriterion>> rubric(String item) {
        var found = items.get(item);
        return found != null && found.rule() instanceof ScoringRule.ByPeople people
                ? Optional.of(people.rubric())
                : Optional.empty();
    }
}
