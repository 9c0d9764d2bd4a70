package org.onex.center.intake;

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

    private final CellSentences common = CellSentences.beside(BadRows.class);
    private final IntakeRows rows;
    private final Clock clock;

    BadRows(IntakeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param actor whose name stands in the file, so that a copy that got lost says whose it was
     */
    void write(IntakeKind kind, UUID intake, Actor actor, OutputStream target) throws IOException {
        var columns = new KindColumns(kind);
        var today = LocalDate.ofInstant(clock.instant(), Window.BEIJING);
        var mark = "由 " + actor.name() + "（" + actor.login() + "）于 " + today + " 导出，含个人信息，请妥善保管，用后删除。";
        try (var sheet = SheetWriter.rowsWithReasons(columns.marked(mark), target)) {
            var last = 0;
            while (true) {
                var some = rows.list(intake, IntakeRow.Verdict.BAD, last, PAGE);
                for (var row : some) {
                    sheet.row(columns.texts(row), reason(row, kind, columns));
                    last = row.number();
                }
                if (some.size() < PAGE) {
                    return;
                }
            }
        }
    }

    private String reason(IntakeRow row, IntakeKind kind, KindColumns columns) {
        return row.problems().stream()
                .filter(problem -> !problem.isWarning())
                .map(problem -> columns.heading(problem.field()) + "：" + sentence(problem, kind))
                .collect(Collectors.joining("；", "第 " + row.number() + " 行　", ""));
    }

    private String sentence(CellProblem problem, IntakeKind kind) {
        return kind.sentence(problem)
                .or(() -> common.of(problem))
                .orElseThrow(() -> new IllegalStateException("no sentence for " + problem.code()));
    }
}
