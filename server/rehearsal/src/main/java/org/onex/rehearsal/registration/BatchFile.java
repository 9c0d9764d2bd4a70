package org.onex.rehearsal.registration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Template;

/** Writes rows as the file that a college sends. */
final class BatchFile {

    private static final Charset GBK = Charset.forName("GBK");
    private static final double RUINED = 999999200601010000d;

    private final Batch batch;
    private final Template template;

    /**
     * @param template what the college downloaded
     */
    BatchFile(Batch batch, Template template) {
        this.batch = batch;
        this.template = template;
    }

    byte[] bytes() {
        return batch.form() == Batch.Form.GBK_CSV ? csv() : workbook();
    }

    private byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Rehearsal", "1.0")) {
            var sheet = book.newWorksheet(template.title());
            if (batch.form() == Batch.Form.PLAIN) {
                line(sheet, 0, Field.headings());
            } else {
                sheet.value(0, 0, template.title());
                sheet.value(1, 0, template.notes());
                line(sheet, 2, template.headings());
                if (batch.form() == Batch.Form.EXAMPLE_LEFT) {
                    line(sheet, 3, template.example());
                }
            }
            rows(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void rows(Worksheet sheet) {
        for (var i = 0; i < batch.rows().size(); i++) {
            var row = batch.rows().get(i);
            var place = batch.number(i) - 1;
            line(sheet, place, row.cells());
            if (row.mistake() == RowMistake.RUINED) {
                sheet.value(place, Field.headings().indexOf(Field.ID_NUMBER.heading()), RUINED);
            }
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
        lines.add(String.join(",", Field.headings()));
        batch.rows().forEach(row -> lines.add(csv(row.texts())));
        return String.join("\r\n", lines).getBytes(GBK);
    }

    /** Numbers stand as formulas, as many systems export them so that no spreadsheet ruins them. */
    private static String csv(Map<Field, String> texts) {
        return texts.values().stream()
                .map(text -> IdNumbers.isOne(text) ? "=\"" + text + "\"" : text)
                .collect(Collectors.joining(","));
    }
}
