package org.onex.center.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** How a written spreadsheet looks (版式): title, notes and headings above, and what a cell may hold below. */
final class SheetLook {

    private static final int TITLE = 0;
    private static final int NOTES = 1;
    private static final int HEADINGS = 2;
    private static final int FIRST_ROW = 3;
    private static final int LAST_ROW = FIRST_ROW + 100_000;

    private static final String BODY = "宋体";
    private static final String STRONG = "黑体";
    private static final String BLUE = "1F3864";
    private static final String PALE_BLUE = "DCE6F2";
    private static final String PALE_RED = "FBE5E1";
    private static final String PALE_YELLOW = "FFF9E5";
    private static final String RED = "C00000";
    private static final String GREY = "808080";
    private static final String LINE = "9DB2CF";

    private static final double TALLEST = 400;
    private static final int REASON_WIDTH = 48;

    /** More no cell of a spreadsheet can hold. */
    private static final int LONGEST = 32_767;

    private final SheetFormat format;
    private final @Nullable String reasonHeading;
    private final Workbook book;
    private final Worksheet sheet;
    private final int columns;

    SheetLook(SheetFormat format, OutputStream target, @Nullable String reasonHeading) {
        this.format = format;
        this.reasonHeading = reasonHeading;
        this.book = new Workbook(target, "OneX", "1.0");
        this.sheet = book.newWorksheet(format.title());
        this.columns = format.columns().size() + (reasonHeading == null ? 0 : 1);
    }

    /** Writes what stands above the rows; answers where they begin. */
    int head() {
        title();
        notes();
        for (var i = 0; i < format.columns().size(); i++) {
            heading(i, format.columns().get(i));
        }
        if (reasonHeading != null) {
            headingCell(columns - 1, reasonHeading, false, PALE_RED);
            sheet.width(columns - 1, REASON_WIDTH);
        }
        sheet.rowHeight(HEADINGS, 26);
        choices();
        sheet.freezePane(0, FIRST_ROW);
        page();
        return FIRST_ROW;
    }

    /** Centred across the columns and not merged: fastexcel writes several merged ranges in an order that changes from run to run. */
    private void title() {
        sheet.inlineString(TITLE, 0, format.title());
        sheet.rowHeight(TITLE, 36);
        sheet.range(TITLE, 0, TITLE, columns - 1)
                .style()
                .fontName(STRONG)
                .fontSize(18)
                .bold()
                .fontColor(BLUE)
                .horizontalAlignment("centerContinuous")
                .verticalAlignment("center")
                .set();
    }

    private void notes() {
        var lines = new ArrayList<String>();
        format.notes()
                .forEach(note -> lines.add(lines.isEmpty() ? "填写说明：\n1. " + note : (lines.size() + 1) + ". " + note));
        if (lines.isEmpty()) {
            return;
        }
        sheet.inlineString(NOTES, 0, String.join("\n", lines));
        sheet.rowHeight(NOTES, Math.min(TALLEST, 16.0 * linesOf(lines) + 10));
        var style = sheet.range(NOTES, 0, NOTES, columns - 1)
                .style()
                .fontName(BODY)
                .fontSize(11)
                .fillColor(PALE_YELLOW)
                .borderStyle(BorderStyle.THIN)
                .borderColor(LINE)
                .horizontalAlignment("left")
                .indent(1)
                .verticalAlignment("center")
                .wrapText(true);
        (columns > 1 ? style.merge() : style).set();
    }

    /** The rows' height has to be stated: a spreadsheet does not fit it to text in merged cells. */
    private int linesOf(List<String> notes) {
        var across = 0;
        for (var column : format.columns()) {
            across += widthOf(column);
        }
        across += reasonHeading == null ? 0 : REASON_WIDTH;
        var lines = 1;
        for (var note : notes) {
            lines += 1 + Glyphs.widthOf(note) / Math.max(1, across - 4);
        }
        return lines;
    }

    private void heading(int index, SheetColumn column) {
        headingCell(index, column.heading(), column.required(), PALE_BLUE);
        sheet.width(index, widthOf(column));
        if (!column.note().isEmpty()) {
            sheet.comment(HEADINGS, index, column.note());
        }
        var cells = sheet.style(index).fontName(BODY).fontSize(11).verticalAlignment("center");
        (column.text() ? cells.format("@") : cells).set();
    }

    private static int widthOf(SheetColumn column) {
        return Math.max(column.width(), Glyphs.widthOf(column.heading()) + 4);
    }

    private void headingCell(int index, String heading, boolean required, String colour) {
        if (required) {
            sheet.inlineString(
                    HEADINGS,
                    index,
                    RichText.builder()
                            .run(heading)
                            .bold()
                            .fontSize(11)
                            .fontName(STRONG)
                            .end()
                            .run(" *")
                            .bold()
                            .fontSize(11)
                            .fontColor(RED)
                            .fontName(STRONG)
                            .end()
                            .build());
        } else {
            sheet.inlineString(HEADINGS, index, heading);
        }
        sheet.style(HEADINGS, index)
                .fontName(STRONG)
                .fontSize(11)
                .bold()
                .fillColor(colour)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .borderColor(LINE)
                .set();
    }

    /** The lists stand on a hidden sheet, because in the cell's own rule they may have 255 characters at most. */
    private void choices() {
        Worksheet lists = null;
        var next = 0;
        for (var i = 0; i < format.columns().size(); i++) {
            var offered = format.columns().get(i).choices();
            if (offered.isEmpty()) {
                continue;
            }
            if (lists == null) {
                lists = book.newWorksheet("选项");
                lists.setVisibilityState(VisibilityState.HIDDEN);
            }
            for (var row = 0; row < offered.size(); row++) {
                lists.inlineString(row, next, offered.get(row));
            }
            sheet.range(FIRST_ROW, i, LAST_ROW, i)
                    .validateWithList(lists.range(0, next, offered.size() - 1, next))
                    .allowBlank(true)
                    .showErrorMessage(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .errorTitle("请从列表中选择")
                    .error("这一列只能填写下拉列表中的值。");
            next++;
        }
    }

    private void page() {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEADINGS);
        sheet.footer("第 &P 页 共 &N 页", Position.CENTER);
    }

    /** Reads as what it is: an example that nobody takes for a person. */
    void example(int row, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            cell(row, i, texts.get(i));
            bordered(row, i, GREY);
        }
        sheet.rowHeight(row, 20);
    }

    void row(int row, List<String> texts, @Nullable String reason) {
        for (var i = 0; i < texts.size(); i++) {
            cell(row, i, texts.get(i));
            bordered(row, i, "000000");
        }
        if (reasonHeading != null) {
            cell(row, columns - 1, reason == null ? "" : reason);
            sheet.style(row, columns - 1)
                    .fontName(BODY)
                    .fontSize(11)
                    .fontColor(RED)
                    .verticalAlignment("center")
                    .wrapText(true)
                    .borderStyle(BorderStyle.THIN)
                    .borderColor(LINE)
                    .set();
        }
    }

    private void cell(int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(
                    row, column, Glyphs.escaped(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        }
    }

    /** A cell of its own style does not take over its column's. */
    private void bordered(int row, int column, String colour) {
        var style = sheet.style(row, column)
                .fontName(BODY)
                .fontSize(11)
                .fontColor(colour)
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .borderColor(LINE);
        (format.columns().get(column).text() ? style.format("@") : style).set();
    }

    void flush() throws IOException {
        sheet.flush();
    }

    void finish() throws IOException {
        book.close();
    }
}
