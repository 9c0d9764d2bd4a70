package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a college sends of its people: every fourth row is wrong in a known way, and some lack what can be filled in later.
 *
 * @param rows in the order of the file
 */
record Roster(RosterForm form, List<RosterRow> rows) {

    private static final int EVERY = 4;
    private static final int WRONG = 2;
    private static final int INCOMPLETE = 5;
    private static final Pattern RARE = Pattern.compile("[㛃𠮷䶮]");

    /**
     * @param turn shifts the mistakes, so that colleges make different ones
     */
    static Roster flawed(RosterForm form, List<Person> people, int turn) {
        var rows = new ArrayList<RosterRow>();
        for (var i = 0; i < people.size(); i++) {
            var person = people.get(i);
            var mistake = mistake(form, person, i, turn);
            if (mistake == Mistake.TWICE) {
                rows.add(RosterRow.right(person));
            }
            rows.add(new RosterRow(person, mistake, i % 8 != INCOMPLETE));
        }
        return new Roster(form, List.copyOf(rows));
    }

    private static @Nullable Mistake mistake(RosterForm form, Person person, int index, int turn) {
        if (form == RosterForm.GBK_CSV && RARE.matcher(person.name()).find()) {
            return Mistake.LOST_CHARACTER;
        }
        if (index % EVERY != WRONG) {
            return null;
        }
        var mistake = Mistake.of(index / EVERY + turn);
        var fits = form.isWorkbook() || !mistake.needsCells();
        return fits && !(mistake == Mistake.MERGED && person.isPublic()) ? mistake : Mistake.RUINED;
    }

    /** The same people as they should be, each once; whoever lost characters on the way sends a workbook now. */
    Roster corrected() {
        var isLossy = rows.stream().anyMatch(row -> row.mistake() == Mistake.LOST_CHARACTER);
        return new Roster(
                isLossy ? RosterForm.TEMPLATE : form,
                rows.stream()
                        .filter(row -> row.mistake() != Mistake.TWICE)
                        .map(row -> RosterRow.right(row.person()))
                        .toList());
    }

    /** The number of a row as the spreadsheet counts. */
    int number(int index) {
        return form.headingRow() + form.examples() + index + 1;
    }

    /** The row with that number; null if the roster has none there. */
    @Nullable RosterRow at(int number) {
        var index = number - number(0);
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    List<RosterRow> right() {
        return rows.stream().filter(RosterRow::isRight).toList();
    }

    List<RosterRow> wrong() {
        return rows.stream().filter(row -> !row.isRight()).toList();
    }
}
