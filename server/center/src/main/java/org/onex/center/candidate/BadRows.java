package org.onex.center.candidate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetWriter;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Gives back the rows that cannot be entered, each with the reason, as a file that can be corrected and sent again. */
@Component
class BadRows {

    private static final int PAGE = 1_000;

    private final RosterRows rows;
    private final CellSentences sentences;
    private final Clock clock;

    BadRows(RosterRows rows, CellSentences sentences, Clock clock) {
        this.rows = rows;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * @param actor whose name stands in the file, so that a copy that got lost says whose it was
     */
    void write(UUID rosterImport, Actor actor, OutputStream target) throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), Window.BEIJING);
        var mark = "由 " + actor.name() + "（" + actor.login() + "）于 " + today + " 导出，含个人信息，请妥善保管，用后删除。";
        try (var sheet = SheetWriter.rowsWithReasons(CandidateSheet.marked(mark), target)) {
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
