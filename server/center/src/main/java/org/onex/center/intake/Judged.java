package org.onex.center.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Has a kind look at those rows of several that are not refused already. */
final class Judged {

    private Judged() {}

    /**
     * @param act what the kind does with rows; it answers with each of them
     * @return all rows in their order, as they have become
     */
    static List<IntakeRow> all(List<IntakeRow> rows, UnaryOperator<List<IntakeRow>> act) {
        var good = rows.stream().filter(row -> !row.isBad()).toList();
        var answered = good.isEmpty() ? Map.<Integer, IntakeRow>of() : byNumber(act.apply(good));
        return rows.stream().map(row -> row.isBad() ? row : of(row, answered)).toList();
    }

    private static Map<Integer, IntakeRow> byNumber(List<IntakeRow> rows) {
        return rows.stream().collect(Collectors.toMap(IntakeRow::number, row -> row));
    }

    private static IntakeRow of(IntakeRow row, Map<Integer, IntakeRow> answered) {
        return Optional.ofNullable(answered.get(row.number()))
                .orElseThrow(() -> new IllegalStateException("nothing was said of row " + row.number()));
    }
}
