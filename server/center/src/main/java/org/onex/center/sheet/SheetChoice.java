package org.onex.center.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which sheet of a file is read and where its headings are; the file is refused if there is none. */
record SheetChoice(Book book, Book.Tab tab, Headings headings, List<String> otherSheets) {

    /** Titles and notes stand above the headings, sometimes a letter's worth of them. */
    private static final int LAST_HEADING_ROW = 20;

    /** Nobody hides the list behind more sheets than this, and looking at each costs a way through an .xls. */
    private static final int MOST_TABS = 50;

    private record Candidate(Book.Tab tab, Headings headings) {}

    static SheetChoice in(Book book, SheetFormat format) {
        var candidates = new ArrayList<Candidate>();
        for (var tab : book.tabs().stream().limit(MOST_TABS).toList()) {
            bestHeadings(book, tab, format).ifPresent(headings -> candidates.add(new Candidate(tab, headings)));
        }
        if (candidates.isEmpty()) {
            throw SheetRefused.of(SheetRefused.Code.EMPTY);
        }
        var fitting = candidates.stream()
                .filter(candidate -> candidate.headings.fits())
                .sorted(Comparator.comparing(candidate -> candidate.tab.hidden()))
                .toList();
        if (fitting.isEmpty()) {
            throw missing(candidates);
        }
        var chosen = fitting.getFirst();
        requireUnique(chosen);
        var others = fitting.stream().skip(1).map(other -> other.tab.name()).toList();
        return new SheetChoice(book, chosen.tab, chosen.headings, others);
    }

    /** The row among the first that has most of the headings, if there is any row with something in it. */
    static Optional<Headings> bestHeadings(Book book, Book.Tab tab, SheetFormat format) {
        var found = new ArrayList<Headings>();
        book.read(tab, row -> {
            // The first row counts wherever it is, so that a sheet without headings is told from an empty one.
            if (row.number() <= LAST_HEADING_ROW || found.isEmpty()) {
                found.add(Headings.in(row, format));
            }
            return row.number() < LAST_HEADING_ROW;
        });
        return found.stream().reduce((best, next) -> next.matches() > best.matches() ? next : best);
    }

    private static SheetRefused missing(List<Candidate> candidates) {
        var nearest = candidates.stream()
                .reduce((best, next) -> next.headings.matches() > best.headings.matches() ? next : best)
                .orElseThrow();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("missing", nearest.headings.missing());
        facts.put("found", nearest.headings.found());
        facts.put("sheet", nearest.tab.name());
        facts.put(
                "sheets",
                candidates.stream().map(candidate -> candidate.tab.name()).toList());
        return SheetRefused.of(SheetRefused.Code.HEADINGS_MISSING, facts);
    }

    private static void requireUnique(Candidate chosen) {
        var columns = chosen.headings.format().columns();
        for (var i = 0; i < columns.size(); i++) {
            var places = chosen.headings.places().get(i);
            if (places.size() > 1) {
                var facts = new LinkedHashMap<String, Object>();
                facts.put("heading", columns.get(i).heading());
                facts.put("columns", places.stream().map(CellName::letters).toList());
                facts.put("sheet", chosen.tab.name());
                throw SheetRefused.of(SheetRefused.Code.HEADING_TWICE, facts);
            }
        }
    }
}
