package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One way through the rows below the headings, from the file's columns to the format's. */
final class SheetPass {

    private final SheetChoice choice;
    private final Limits limits;
    private final Headings headings;
    private final List<SheetColumn> columns;
    private final List<String> example;
    private final Book.Frame frame;
    private final Map<Integer, Merges> merges = new HashMap<>();
    private int rows;

    SheetPass(SheetChoice choice, Limits limits) {
        this.choice = choice;
        this.limits = limits;
        this.headings = choice.headings();
        this.columns = headings.format().columns();
        this.example = headings.format().hasExample() ? headings.format().example() : List.of();
        this.frame = choice.book().frame(choice.tab());
        for (var i = 0; i < columns.size(); i++) {
            merges.put(i, Merges.over(headings.place(i), frame.merged()));
        }
    }

    SheetReading read(Consumer<SheetRow> taker) {
        choice.book().read(choice.tab(), row -> {
            if (row.number() > headings.row()) {
                take(row, taker);
            }
            return true;
        });
        if (rows == 0) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("sheet", choice.tab().name());
            facts.put("row", headings.row());
            throw SheetRefused.of(SheetRefused.Code.NO_ROWS, facts);
        }
        return reading();
    }

    private void take(RawRow raw, Consumer<SheetRow> taker) {
        var texts = new ArrayList<String>(columns.size());
        var problems = new ArrayList<SheetProblem>();
        var blank = true;
        for (var i = 0; i < columns.size(); i++) {
            var cell = raw.cell(headings.place(i));
            blank &= cell.isBlank();
            var merged = merges.getOrDefault(i, Merges.NONE).at(raw.number(), cell);
            texts.add(merged.cell().text());
            addProblem(problems, raw.number(), i, merged);
        }
        // What only merged cells hand down is no row: somebody gave each person two lines.
        if (!blank && !texts.equals(example)) {
            limits.requireRows(++rows);
            taker.accept(new SheetRow(raw.number(), raw.hidden(), columns, texts, problems));
        }
    }

    private void addProblem(List<SheetProblem> problems, int row, int index, Merges.Found found) {
        var range = found.swallowedBy();
        var code = range == null ? found.cell().problem() : SheetProblem.Code.MERGED;
        if (code != null) {
            var facts = factsOf(code, found.cell(), range);
            problems.add(new SheetProblem(
                    row,
                    CellName.letters(headings.place(index)),
                    columns.get(index).heading(),
                    code,
                    facts));
        }
    }

    private static Map<String, Object> factsOf(SheetProblem.Code code, RawCell cell, @Nullable MergedCells range) {
        return switch (code) {
            case RUINED_NUMBER, ERROR_VALUE -> Map.of("value", cell.text());
            case TOO_LONG -> Map.of("limit", RawCell.LONGEST);
            case MERGED -> Map.of("range", String.valueOf(range));
            case FORMULA_WITHOUT_VALUE -> Map.of();
        };
    }

    private SheetReading reading() {
        var absent = headings.absent().stream().map(SheetColumn::heading).toList();
        var hidden = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            if (frame.hiddenColumns().contains(headings.place(i))) {
                hidden.add(columns.get(i).heading());
            }
        }
        return new SheetReading(
                choice.tab().name(),
                choice.tab().hidden(),
                choice.otherSheets(),
                headings.row(),
                headings.ignored(),
                absent,
                hidden,
                rows);
    }
}
