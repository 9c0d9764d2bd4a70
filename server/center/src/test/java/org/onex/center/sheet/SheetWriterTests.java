package org.onex.center.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onex.center.sheet.SheetFiles.FORMAT;
import static org.onex.center.sheet.SheetFiles.ID;
import static org.onex.center.sheet.SheetFiles.NAME;
import static org.onex.center.sheet.SheetFiles.SOMEBODY;
import static org.onex.center.sheet.SheetFiles.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is written, looked at with another reader than our own, and read back with our own. */
class SheetWriterTests {

    private interface Writing {
        void to(OutputStream target) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        var file = new ByteArrayOutputStream();
        writing.to(file);
        return file.toByteArray();
    }

    private static byte[] template() throws IOException {
        return written(file -> SheetWriter.template(FORMAT, file));
    }

    private static byte[] rows(List<List<String>> texts) throws IOException {
        return written(file -> {
            try (var writer = SheetWriter.rows(FORMAT, file)) {
                for (var row : texts) {
                    writer.row(row);
                }
            }
        });
    }

    private static List<Row> asOthersReadIt(byte[] file) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            return book.getFirstSheet().read();
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }

    @Nested
    class ATemplate {

        @Test
        void hasTitleNotesHeadingsAndExampleInTheFirstFourRows() throws IOException {
            var rows = asOthersReadIt(template());

            assertThat(rows).hasSize(4);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("考生信息导入");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("填写说明：\n1. 带 * 的列必填。\n2. 一行一人，不要合并单元格。");
            assertThat(rows.get(2).stream().map(cell -> cell.getText()))
                    .containsExactly("姓名 *", "身份证号 *", "手机号", "学生类型", "出生日期");
            assertThat(rows.get(3).getCellText(1)).isEqualTo("110101200001010015");
        }

        @Test
        void sentBackUntouchedHasNoRows() throws IOException {
            var file = template();

            assertThatThrownBy(() -> read(file)).hasMessageContaining("sheet.no-rows");
        }

        @Test
        void formatsColumnsAsTextDownToTheLastRow() throws IOException {
            var file = template();
            var sheet = part(file, "xl/worksheets/sheet1.xml");
            var styles = part(file, "xl/styles.xml");

            var format = styleOfColumn(sheet, 2);
            assertThat(format).isEqualTo(styleOfColumn(sheet, 3)).isNotEqualTo(styleOfColumn(sheet, 1));
            assertThat(styles).contains("formatCode=\"@\"");
        }

        private String styleOfColumn(String sheet, int number) {
            var column = java.util.regex.Pattern.compile("<col min=\"" + number + "\"[^>]* style=\"(\\d+)\"")
                    .matcher(sheet);
            assertThat(column.find()).isTrue();
            return column.group(1);
        }

        @Test
        void offersChoicesFromASheetThatNobodySees() throws IOException {
            var file = template();

            try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                var lists = book.findSheet("选项").orElseThrow();
                assertThat(lists.getVisibility()).isEqualTo(SheetVisibility.HIDDEN);
                assertThat(lists.read()).extracting(row -> row.getCellText(0)).containsExactly("院校考生", "社会考生");
            }
            assertThat(part(file, "xl/worksheets/sheet1.xml"))
                    .contains("sqref=\"D4:D100004\" type=\"list\"")
                    .contains("!$A$1:$A$2</formula1>");
        }

        @Test
        void explainsItsColumnsAndKeepsTheHeadingsInSight() throws IOException {
            var file = template();

            assertThat(part(file, "xl/comments1.xml")).contains("ref=\"B3\"");
            assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("ySplit=\"3\" topLeftCell=\"A4\"");
        }

        @Test
        void withoutNotesAndExampleKeepsItsHeadingsInRow3() throws IOException {
            var bare = new SheetFormat("名单", List.of(), List.of(SheetColumn.required("姓名")));

            var rows = asOthersReadIt(written(file -> SheetWriter.template(bare, file)));

            assertThat(rows.getLast().getRowNum()).isEqualTo(3);
        }
    }

    @Nested
    class WrittenRows {

        @Test
        void comeBackAsTheyWere() throws IOException {
            var seed = System.nanoTime();
            var random = new Random(seed);
            var texts = new ArrayList<List<String>>();
            for (var i = 0; i < 500; i++) {
                texts.add(List.of(name(random), id(random), odd(random), odd(random), odd(random)));
            }

            var read = read(rows(texts));

            assertThat(read.rows())
                    .extracting(SheetRow::texts)
                    .as("seed %s", seed)
                    .isEqualTo(texts);
            assertThat(read.rows().getFirst().number()).isEqualTo(4);
        }

        private String name(Random random) {
            return List.of("王㛃", "𠮷野", "䶮", "买买提·阿不都", "O'Neil <b>&amp;").get(random.nextInt(5));
        }

        private String id(Random random) {
            return "34010220000101" + random.nextInt(1000, 10_000);
        }

        private String odd(Random random) {
            return List.of("", "=1+1", "+86", "-1", "@SUM(A1)", "_x0041_", "第一行\n第二行", "００１", "3 %", "\"引号\"", "'0012")
                    .get(random.nextInt(11));
        }

        @Test
        void areTextsAndNeverFormulasOrNumbers() throws IOException {
            var hostile = List.of("=HYPERLINK(\"http://x\")", "340102200001010013", "+1", "-1+1", "@A1");

            var row = asOthersReadIt(rows(List.of(hostile))).getLast();

            assertThat(row.stream().map(cell -> cell.getType())).containsOnly(CellType.STRING);
            assertThat(row.stream().map(cell -> cell.getText())).isEqualTo(hostile);
        }

        @Test
        void areTheSameBytesWheneverTheyAreWritten() throws IOException {
            var somebody = List.of(List.of(SOMEBODY));

            assertThat(rows(somebody)).isEqualTo(rows(somebody));
            assertThat(template()).isEqualTo(template());
            assertThat(part(template(), "docProps/core.xml")).doesNotContain("created");
        }

        @Test
        void leaveTheTargetOpen() throws IOException {
            var closed = new boolean[1];
            var target = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed[0] = true;
                }
            };

            SheetWriter.template(FORMAT, target);

            assertThat(closed[0]).isFalse();
        }

        @Test
        void haveAsManyTextsAsTheFormatHasColumns() throws IOException {
            try (var writer = SheetWriter.rows(FORMAT, new ByteArrayOutputStream())) {
                assertThatThrownBy(() -> writer.row(List.of("一"))).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> writer.row(List.of(SOMEBODY), "没有这一列"))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void badRowsComeBackWithTheirReasonsAndAreReadWithoutThem() throws IOException {
        var bad = written(file -> {
            try (var writer = SheetWriter.rowsWithReasons(FORMAT, file)) {
                writer.row(List.of(SOMEBODY), "身份证号校验码不正确");
                writer.row(List.of("李四", "340102200001010021", "", "", ""));
            }
        });

        var shown = asOthersReadIt(bad);
        assertThat(shown.get(2).getCellText(5)).isEqualTo("错误原因");
        assertThat(shown.get(3).getCellText(5)).isEqualTo("身份证号校验码不正确");

        var read = read(bad);
        assertThat(read.reading().ignored()).containsExactly("错误原因");
        assertThat(read.texts(NAME)).containsExactly("王㛃", "李四");
        assertThat(read.texts(ID)).containsExactly("340102200001010013", "340102200001010021");
    }

    @Test
    void aHundredThousandRowsAreWrittenAndReadOneByOne() throws IOException {
        var file = written(target -> {
            try (var writer = SheetWriter.rows(FORMAT, target)) {
                for (var i = 0; i < 100_000; i++) {
                    writer.row(List.of("考生" + i, "34010220000101" + i, "120" + i, "院校考生", "2000-01-01"));
                }
            }
        });
        var last = new SheetRow[1];

        var reading = SheetReader.of(FORMAT).read(file, row -> last[0] = row);

        assertThat(reading.rows()).isEqualTo(100_000);
        assertThat(last[0].number()).isEqualTo(100_003);
        assertThat(last[0].text(NAME)).isEqualTo("考生99999");
    }
}
