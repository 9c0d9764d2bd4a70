package org.onex.center.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row for looking at.
 *
 * @param values  as its kind shows them, by field
 * @param subject the key of what it was entered as
 */
public record IntakeRowView(
        int number,
        IntakeRow.Verdict verdict,
        boolean entered,
        Map<String, String> values,
        List<CellProblem> problems,
        @Nullable String subject) {

    static IntakeRowView of(IntakeRow row, IntakeKind kind) {
        return new IntakeRowView(
                row.number(),
                row.verdict(),
                row.isEntered(),
                inOrder(kind.shown(row.values()), kind),
                row.problems(),
                row.subject());
    }

    private static Map<String, String> inOrder(Map<String, String> shown, IntakeKind kind) {
        var values = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            if (shown.containsKey(field)) {
                values.put(field, shown.get(field));
            }
        }
        return values;
    }
}
