package org.onex.rehearsal.people;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.onex.rehearsal.outside.Unexpected;

/** A workbook of the product as somebody sees it who opens it: a title, notes, headings, and rows below. */
public record Template(String title, String notes, List<String> headings, List<List<String>> rows) {

    public static Template read(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var lines = book.getFirstSheet().read();
            if (lines.size() < 3) {
                throw new Unexpected("a workbook of the product has only " + lines.size() + " rows");
            }
            var headings = texts(lines.get(2), lines.get(2).getCellCount());
            return new Template(
                    String.join("", texts(lines.get(0), 1)),
                    String.join("", texts(lines.get(1), 1)),
                    headings,
                    lines.subList(3, lines.size()).stream()
                            .map(row -> texts(row, headings.size()))
                            .toList());
        } catch (IOException e) {
            throw new Unexpected("a workbook of the product cannot be opened: " + e, e);
        }
    }

    /** What a template shows below its headings. */
    public List<String> example() {
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    private static List<String> texts(Row row, int width) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < width; i++) {
            var cell = i < row.getCellCount() ? row.getCell(i) : null;
            texts.add(cell == null ? "" : Objects.requireNonNullElse(cell.getText(), ""));
        }
        return texts;
    }
}
