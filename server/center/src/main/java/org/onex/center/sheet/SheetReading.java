package org.onex.center.sheet;

import java.util.List;

/**
 * What was read and what was left out (读取情况), for the preview to say.
 *
 * @param sheet         name of the sheet that was read; empty for a text file
 * @param sheetHidden   nobody sees that sheet on opening the file: no visible one has the headings
 * @param otherSheets   further sheets that have the headings, too, and were not read
 * @param headingRow    where the headings are, from 1
 * @param ignored       headings that the format does not know, from left to right
 * @param absent        headings of the format that the file lacks; all of them may be absent
 * @param hiddenColumns headings of the format whose columns people do not see; they were read
 * @param rows          how many rows were handed over
 */
public record SheetReading(
        String sheet,
        boolean sheetHidden,
        List<String> otherSheets,
        int headingRow,
        List<String> ignored,
        List<String> absent,
        List<String> hiddenColumns,
        int rows) {

    public SheetReading {
        otherSheets = List.copyOf(otherSheets);
        ignored = List.copyOf(ignored);
        absent = List.copyOf(absent);
        hiddenColumns = List.copyOf(hiddenColumns);
    }
}
