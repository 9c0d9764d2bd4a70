package org.onex.center.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.center.sheet.SheetFormat;
import org.onex.center.sheet.SheetProblem;
import org.onex.center.sheet.SheetRow;

/** The columns of one kind: which field stands under which heading. */
final class KindColumns {

    private final IntakeKind kind;
    private final SheetFormat format;
    private final List<String> fields;

    KindColumns(IntakeKind kind) {
        this.kind = kind;
        this.format = kind.format();
        this.fields = kind.fields();
        if (fields.size() != format.columns().size()) {
            throw new IllegalArgumentException(
                    fields.size() + " fields, " + format.columns().size() + " columns: " + format.title());
        }
    }

    /** What a row says. */
    Map<String, String> values(SheetRow row) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            if (!row.texts().get(i).isEmpty()) {
                values.put(fields.get(i), row.texts().get(i));
            }
        }
        return values;
    }

    /** What is wrong with a row's cells as such. */
    List<CellProblem> problems(SheetRow row) {
        var problems = new ArrayList<CellProblem>();
        for (var problem : row.problems()) {
            problems.add(problem(problem));
        }
        if (row.hidden()) {
            problems.add(CellProblem.warning(kind.rowField(), CellProblem.HIDDEN_ROW));
        }
        return problems;
    }

    private CellProblem problem(SheetProblem problem) {
        var field = fields.get(headings().indexOf(problem.heading()));
        // What the cell shows may be a number of somebody; only the limit is a fact for everybody.
        return switch (problem.code()) {
            case RUINED_NUMBER -> CellProblem.of(field, CellProblem.RUINED_NUMBER);
            case ERROR_VALUE -> CellProblem.of(field, CellProblem.ERROR_VALUE);
            case FORMULA_WITHOUT_VALUE -> CellProblem.of(field, CellProblem.FORMULA_WITHOUT_VALUE);
            case MERGED -> CellProblem.of(field, CellProblem.MERGED);
            case TOO_LONG -> CellProblem.of(field, CellProblem.TOO_LONG, problem.facts());
        };
    }

    /** A row as the format has it, for giving it back. */
    List<String> texts(IntakeRow row) {
        return fields.stream()
                .map(field -> row.values().getOrDefault(field, ""))
                .toList();
    }

    /** Of a problem at a field without a column the row as a whole is to blame. */
    String heading(String field) {
        return headings().get(fields.indexOf(fields.contains(field) ? field : kind.rowField()));
    }

    /** The format with a further note, about who took the data out of the product. */
    SheetFormat marked(String mark) {
        var notes = new ArrayList<>(format.notes());
        notes.add(mark);
        return new SheetFormat(format.title(), notes, format.columns());
    }

    private List<String> headings() {
        return format.columns().stream().map(column -> column.heading()).toList();
    }
}
