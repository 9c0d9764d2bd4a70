package org.onex.rehearsal.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The file of rows that came back (错误数据), corrected cell by cell: everything else stays as it was, the reasons included. */
final class CorrectedRows {

    private final Template back;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    CorrectedRows(Template back) {
        this.back = back;
    }

    /** Writes what is right over what is wrong in a row. */
    void add(List<String> row, Person person) {
        var corrected = new ArrayList<>(row);
        var right = person.values();
        for (var i = 0; i < back.headings().size(); i++) {
            var heading = back.headings().get(i);
            var index = i;
            Column.all().stream()
                    .filter(column -> column.headingWithMark().equals(heading))
                    .forEach(column -> corrected.set(index, right.getOrDefault(column, "")));
        }
        rows.add(corrected);
        people.add(person);
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Rehearsal", "1.0")) {
            var sheet = book.newWorksheet(back.title());
            sheet.value(0, 0, back.title());
            sheet.value(1, 0, back.notes());
            line(sheet, 2, back.headings());
            for (var i = 0; i < rows.size(); i++) {
                line(sheet, i + 3, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(Worksheet sheet, int row, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                sheet.value(row, i, texts.get(i));
            }
        }
    }
}
