package org.onex.center.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as people send them, and a format to read them with. All people in them are fictional. */
final class SheetFiles {

    static final SheetColumn NAME =
            SheetColumn.required("姓名").alsoHeaded("学生姓名").forExample("张三");
    static final SheetColumn ID = SheetColumn.required("身份证号")
            .alsoHeaded("身份证号码", "证件号码")
            .asText()
            .explained("18 位，最后一位可以是 X")
            .forExample("110101200001010015")
            .wide(24);
    static final SheetColumn PHONE = SheetColumn.optional("手机号").asText();
    static final SheetColumn KIND = SheetColumn.optional("学生类型").oneOf(List.of("院校考生", "社会考生"));
    static final SheetColumn BORN = SheetColumn.optional("出生日期");

    static final SheetFormat FORMAT =
            new SheetFormat("考生信息导入", List.of("带 * 的列必填。", "一行一人，不要合并单元格。"), List.of(NAME, ID, PHONE, KIND, BORN));

    static final String[] HEADINGS = {"姓名", "身份证号", "手机号", "学生类型", "出生日期"};
    static final String[] SOMEBODY = {"王㛃", "340102200001010013", "12000000001", "院校考生", "2000-01-01"};

    private SheetFiles() {}

    record Read(SheetReading reading, List<SheetRow> rows) {

        SheetRow only() {
            if (rows.size() != 1) {
                throw new AssertionError(rows.size() + " rows");
            }
            return rows.getFirst();
        }

        List<String> texts(SheetColumn column) {
            return rows.stream().map(row -> row.text(column)).toList();
        }
    }

    static Read read(byte[] file) {
        return read(SheetReader.of(FORMAT), file);
    }

    static Read read(SheetReader reader, byte[] file) {
        var rows = new ArrayList<SheetRow>();
        return new Read(reader.read(file, rows::add), rows);
    }

    /** A workbook of one sheet, written by fastexcel. */
    static byte[] xlsx(Consumer<Worksheet> content) {
        return workbook(book -> content.accept(book.newWorksheet("考生")));
    }

    static byte[] workbook(Consumer<Workbook> content) {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", null)) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static void row(Worksheet sheet, int number, String... texts) {
        for (var i = 0; i < texts.length; i++) {
            sheet.value(number - 1, i, texts[i]);
        }
    }

    static byte[] xls(Consumer<HSSFSheet> content) {
        try (var book = new HSSFWorkbook()) {
            content.accept(book.createSheet("考生"));
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(HSSFWorkbook book) throws IOException {
        var file = new ByteArrayOutputStream();
        book.write(file);
        return file.toByteArray();
    }

    static void row(HSSFSheet sheet, int number, String... texts) {
        var row = sheet.createRow(number - 1);
        for (var i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    static byte[] csv(Charset charset, String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(charset);
    }

    /** An .xlsx whose sheet is written out by hand, for what no library writes: the rows below the headings, and what follows them. */
    static byte[] xlsxOf(String rows, String behind) {
        return zip(parts("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>手机号</t></is></c></row>
                %s</sheetData>%s</worksheet>""".formatted(rows, behind)));
    }

    static Map<String, String> parts(String sheet) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                Target="/xl/workbook.xml"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                <sheet name="考生" sheetId="1" r:id="r1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
                Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" \
                Target="sharedStrings.xml"/></Relationships>""");
        parts.put("xl/sharedStrings.xml", """
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>""");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
