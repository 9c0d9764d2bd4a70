package org.onex.center.candidate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.sheet.SheetWriter;
import org.springframework.stereotype.Component;

/** Gives back the rows that cannot be entered, each with the reason, as a file that can be corrected and sent again. */
@Component
class BadRows {

    private static final int PAGE = 1_000;

    private final RosterRows rows;
    private final CellSentences sentences;

    BadRows(RosterRows rows, CellSentences sentences) {
        this.rows = rows;
        this.sentences = sentences;
    }

    void write(UUID rosterImport, OutputStream target) throws IOException {
        try (var sheet = SheetWriter.rowsWithReasons(CandidateSheet.FORMAT, target)) {
            var last = 0;
            while (true) {
                var some = rows.list(rosterImport, RosterRow.Verdict.BAD, last, PAGE);
                for (var row : some) {
                    sheet.row(CandidateSheet.texts(row.form()), reason(row));
                    last = row.number();
                }
                if (some.size() < PAGE) {
                    return;
                }
            }
        }
    }

    private String reason(RosterRow row) {
        return row.problems().stream()
                .filter(problem -> !problem.isWarning())
                .map(problem -> problem.field().heading() + "：" + sentences.of(problem))
                .collect(Collectors.joining("；", "第 " + row.number() + " 行　", ""));
    }
}
