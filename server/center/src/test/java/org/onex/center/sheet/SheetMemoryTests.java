package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onex.center.sheet.SheetFiles.NAME;
import static org.onex.center.sheet.SheetFiles.csv;
import static org.onex.center.sheet.SheetFiles.read;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no file, however it is made, takes more memory than a spreadsheet needs. */
class SheetMemoryTests {

    static Stream<String> bombs() {
        return SheetBombs.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatWouldFillTheMemoryIsTooLarge(String bomb) {
        var file = SheetBombs.all().get(bomb).get();

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefused.class, no -> {
            assertThat(no.code()).isEqualTo("sheet.too-large");
            assertThat(no.facts()).isEmpty();
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
}
