package org.onex.center.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a format may be, and how cells are called. */
class SheetFormatTests {

    @Test
    void cannotHaveTwoColumnsOfOneHeading() {
        var columns =
                List.of(SheetColumn.required("姓名"), SheetColumn.optional("学生姓名").alsoHeaded("姓 名*"));

        assertThatThrownBy(() -> new SheetFormat("名单", List.of(), columns)).hasMessageContaining("姓名");
    }

    @Test
    void needsARequiredColumnToBeRecognisedBy() {
        assertThatThrownBy(() -> new SheetFormat("名单", List.of(), List.of(SheetColumn.optional("姓名"))))
                .hasMessageContaining("名单");
    }

    @Test
    void aColumnNeedsAHeadingThatIsMoreThanItsMark() {
        assertThatThrownBy(() -> SheetColumn.required(" * ")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"A1,0,1", "Z9,25,9", "AA10,26,10", "XFD1048576,16383,1048576", "ba3,52,3"})
    void cellNamesAreLettersForColumnsAndNumbersForRows(String name, int column, int row) {
        assertThat(CellName.column(name)).isEqualTo(column);
        assertThat(CellName.row(name)).isEqualTo(row);
        assertThat(CellName.of(row, column)).isEqualToIgnoringCase(name);
    }

    @Test
    void mergedCellsAreWrittenAsTheyAreRead() {
        assertThat(MergedCells.parse("D5:F9")).hasToString("D5:F9").isEqualTo(new MergedCells(5, 3, 9, 5));
        assertThat(MergedCells.parse("B2")).isEqualTo(new MergedCells(2, 1, 2, 1));
    }
}
