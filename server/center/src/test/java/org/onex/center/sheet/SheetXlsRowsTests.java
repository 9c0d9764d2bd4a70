package org.onex.center.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.junit.jupiter.api.Test;

/** Records that Excel writes and no library does. */
class SheetXlsRowsTests {

    @Test
    void numbersThatExcelPutsIntoOneRecordStandInTheirColumns() {
        var workbook = new XlsWorkbook();
        workbook.take(new ExtendedFormatRecord());
        var found = new ArrayList<RawRow>();
        var rows = new XlsRows(workbook, found::add);

        rows.take(sideBySide(41, 2, whole(2024), hundredths(38050)));
        rows.end();

        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(42);
            assertThat(row.cell(1).text()).isEmpty();
            assertThat(row.cell(2).text()).isEqualTo("2024");
            assertThat(row.cell(3).text()).isEqualTo("380.5");
        });
    }

    private static int whole(int number) {
        return number << 2 | 0b10;
    }

    private static int hundredths(int number) {
        return number << 2 | 0b11;
    }

    private static MulRKRecord sideBySide(int row, int column, int... numbers) {
        var length = 6 + numbers.length * 6;
        var bytes = ByteBuffer.allocate(4 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(MulRKRecord.sid)
                .putShort((short) length)
                .putShort((short) row)
                .putShort((short) column);
        for (var number : numbers) {
            bytes.putShort((short) 0).putInt(number);
        }
        bytes.putShort((short) (column + numbers.length - 1));
        var stream = new RecordInputStream(new ByteArrayInputStream(bytes.array()));
        stream.nextRecord();
        return new MulRKRecord(stream);
    }
}
