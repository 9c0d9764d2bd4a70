package org.onex.center.result;

import java.time.Instant;
import java.time.LocalDate;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;

/** The days of publicity (成绩公示) that a notice prints, and when they really are. */
record Publicity(PlanOutline.Days printed) {

    /**
     * As printed if the results were approved before they begin. Otherwise it moves and keeps its length: from the approval on, and then as
     * many whole days as are printed.
     */
    Window window(Instant approvedAt) {
        var opens = Window.startOf(printed.from());
        return approvedAt.isAfter(opens)
                ? new Window(approvedAt, Window.endOf(dayOf(approvedAt).plusDays(printed.count())))
                : new Window(opens, Window.endOf(printed.to()));
    }

    /** Whether the printed days have begun. */
    boolean isDue(Instant now) {
        return !now.isBefore(Window.startOf(printed.from()));
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Window.BEIJING);
    }
}
