package org.onex.rehearsal.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a roster as the file that a college sends. */
final class RosterFile {

    private static final Charset GBK = Charset.forName("GBK");
    private static final double RUINED = 999999200601010000d;

    private final Roster roster;
    private final Template template;

    /**
     * @param template what the college downloaded
     */
    RosterFile(Roster roster, Template template) {
        this.roster = roster;
        this.template = template;
    }

    byte[] bytes() {
        return switch (roster.form()) {
            case TEMPLATE -> book(this::filledIn);
            case GBK_CSV -> csv();
            case REORDERED -> book(this::reordered);
            case HIDDEN_SHEET -> book(this::withHiddenSheet);
            case AS_PEOPLE_WRITE -> book(this::asPeopleWrite);
            case MISNAMED -> book(book -> plain(book.newWorksheet("Sheet1")));
        };
    }

    /** Fills a workbook. */
    private interface Author {
        void write(Workbook book) throws IOException;
    }

    private static byte[] book(Author author) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Rehearsal", "1.0")) {
            author.write(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void filledIn(Workbook book) {
        var sheet = book.newWorksheet(template.title());
        sheet.value(0, 0, template.title());
        sheet.value(1, 0, template.notes());
        line(sheet, 2, template.headings());
        line(sheet, 3, template.example());
        rows(sheet, 4, Column.all());
    }

    private void reordered(Workbook book) {
        var columns = new ArrayList<>(Column.all());
        Collections.reverse(columns);
        var sheet = book.newWorksheet("sheet1");
        line(sheet, 0, columns.stream().map(Column::alias).toList());
        sheet.value(0, columns.size(), "辅导员");
        rows(sheet, 1, columns);
        for (var i = 0; i < roster.rows().size(); i++) {
            sheet.value(i + 1, columns.size(), "演练老师");
        }
    }

    private void withHiddenSheet(Workbook book) {
        var left = book.newWorksheet("已毕业");
        left.setVisibilityState(VisibilityState.HIDDEN);
        line(left, 0, Column.all().stream().map(Column::heading).toList());
        var gone = leftBehind();
        for (var i = 0; i < gone.size(); i++) {
            line(left, i + 1, List.copyOf(gone.get(i).values().values()));
        }
        plain(book.newWorksheet("在校生"));
    }

    /** Who stands on a hidden sheet. */
    static List<Person> leftBehind() {
        return Crowd.of(3, 1, 2015, 7).at(0);
    }

    private void plain(Worksheet sheet) {
        line(sheet, 0, Column.all().stream().map(Column::heading).toList());
        rows(sheet, 1, Column.all());
    }

    /** A line above the headings, marks in brackets, and values as hands write them. */
    private void asPeopleWrite(Workbook book) {
        var sheet = book.newWorksheet("考生");
        sheet.value(0, 0, "请各班核对后返回");
        line(
                sheet,
                1,
                Column.all().stream()
                        .map(column -> " " + column.heading() + "（必填）")
                        .toList());
        rows(sheet, 2, Column.all());
    }

    private void rows(Worksheet sheet, int first, List<Column> columns) {
        for (var i = 0; i < roster.rows().size(); i++) {
            var row = roster.rows().get(i);
            var texts = roster.form() == RosterForm.AS_PEOPLE_WRITE ? Handwriting.of(row) : row.texts();
            line(sheet, first + i, columns.stream().map(texts::get).toList());
            if (row.mistake() != null) {
                spoil(sheet, first + i, columns.indexOf(row.mistake().column()), row.mistake());
            }
        }
    }

    /** What is wrong with a cell and not with its text. */
    private static void spoil(Worksheet sheet, int row, int column, Mistake mistake) {
        switch (mistake) {
            case RUINED -> sheet.value(row, column, RUINED);
            case UNCOMPUTED -> sheet.formula(row, column, "CONCATENATE(\"999999\",\"20060101\",\"0017\")");
            case MERGED -> sheet.range(row - 1, column, row, column).merge();
            default -> {}
        }
    }

    private static void line(Worksheet sheet, int row, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                sheet.value(row, i, texts.get(i));
            }
        }
    }

    private byte[] csv() {
        var lines = new ArrayList<String>();
        lines.add(Column.all().stream().map(Column::heading).collect(Collectors.joining(",")));
        for (var row : roster.rows()) {
            lines.add(csv(row.texts()));
        }
        return String.join("\r\n", lines).getBytes(GBK);
    }

    /** Numbers stand as formulas, as many systems export them so that no spreadsheet ruins them. */
    private static String csv(Map<Column, String> texts) {
        return Column.all().stream()
                .map(column -> {
                    var text = texts.getOrDefault(column, "");
                    return column == Column.ID_NUMBER && IdNumbers.isOne(text) ? "=\"" + text + "\"" : text;
                })
                .collect(Collectors.joining(","));
    }
}
