package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onex.center.sheet.SheetFiles.NAME;
import static org.onex.center.sheet.SheetFiles.csv;
import static org.onex.center.sheet.SheetFiles.read;
import static org.onex.center.sheet.SheetFiles.row;
import static org.onex.center.sheet.SheetFiles.xls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no file, however it is made, takes more memory than a spreadsheet needs. */
class SheetMemoryTests {

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeBombs() throws IOException {
        for (var bomb : SheetBombs.all().entrySet()) {
            Files.write(folder.resolve(bomb.getKey()), bomb.getValue().get());
        }
    }

    static Stream<String> bombs() {
        return SheetBombs.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatWouldFillTheMemoryIsTooLarge(String bomb) throws IOException {
        assertRefused(Files.readAllBytes(folder.resolve(bomb)), "sheet.too-large", Map.of());
    }

    private static void assertRefused(byte[] file, String code, Map<String, Object> facts) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefused.class, no -> {
            assertThat(no.code()).isEqualTo(code);
            assertThat(no.facts()).isEqualTo(facts);
        });
    }

    @Test
    void aSharedTextIsCutToWhatACellMayHoldAndSaysSo() {
        var parts = SheetFiles.parts("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                + "<row><c t=\"s\"><v>2</v></c></row><row><c t=\"s\"><v>3</v></c></row></sheetData></worksheet>");
        var longest = "𠮷".repeat(RawCell.LONGEST);
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>姓名</t></si><si><t>身份证号</t></si><si><t>" + longest + "  </t></si>"
                        + ("<si><r><t>" + " ".repeat(5000) + longest + "</t></r><r><t>  " + "𠮷".repeat(100_000))
                        + "</t></r></si></sst>");

        var rows = read(SheetFiles.zip(parts)).rows();

        assertThat(rows).extracting(row -> row.text(NAME)).containsExactly(longest, longest);
        assertThat(rows.getFirst().problems()).isEmpty();
        assertThat(rows.getLast().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(SheetProblem.Code.TOO_LONG));
    }

    @Test
    void aLineOfManyColumnsIsReadAsFarAsAnybodyLooks() {
        var wide = ",".repeat(RawRow.MOST_COLUMNS * 4);
        var line = "李四,340102200001010013" + wide + "x";

        var read = read(csv(UTF_8, "姓名,身份证号" + wide, line, line));

        assertThat(read.texts(NAME)).containsExactly("李四", "李四");
    }

    @Test
    void manyShortRecordsAreNoLongOne() {
        var lines = new String[60_000];
        Arrays.fill(lines, "李四,340102200001010013,,,");
        lines[0] = "姓名,身份证号";

        assertThat(read(csv(UTF_8, lines)).reading().rows()).isEqualTo(lines.length - 1);
    }

    @Test
    void textsOfAnXlsAreReadWhereverTheirRecordsBreak() {
        var names = IntStream.range(0, 4000)
                .mapToObj(i -> "王𠮷".repeat(i % 40 + 1) + (i % 3 == 0 ? "Wang" : "") + i)
                .toList();
        var file = xls(sheet -> {
            row(sheet, 1, "姓名", "身份证号");
            for (var i = 0; i < names.size(); i++) {
                row(sheet, i + 2, "", "no" + i);
                var text = new HSSFRichTextString(names.get(i));
                text.applyFont(0, 1, (short) 1);
                sheet.getRow(i + 1).getCell(0).setCellValue(text);
            }
        });

        assertThat(read(file).texts(NAME)).isEqualTo(names);
    }

    @Test
    void aTextThatIsOnlyClaimedIsNeverMadeRoomFor() {
        assertRefused(SheetBombs.xls(Integer.MAX_VALUE, 3), "sheet.empty", Map.of());
    }

    @Test
    void anXlsThatClaimsToBeLargeIsNotBelieved() {
        var file = SheetBombs.xls(1, 3);
        file[46] = 0x05;

        assertRefused(file, "sheet.unreadable", Map.of());
    }

    @Test
    void eachKindOfFileHasItsLimit() {
        var megabyte = 1 << 20;
        var container = new byte[30 * megabyte + 1];
        System.arraycopy(SheetBombs.xls(1, 3), 0, container, 0, 512);
        var zip = new byte[50 * megabyte + 1];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);

        assertRefused("a".repeat(20 * megabyte + 1).getBytes(UTF_8), "sheet.too-large", Map.of("limit", 20));
        assertRefused(container, "sheet.too-large", Map.of("limit", 30));
        assertRefused(zip, "sheet.too-large", Map.of("limit", 50));
    }

    @Test
    void aProcessOfLittleMemorySurvivesThemAll() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SheetBombs.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
    }
}
