package org.onex.center.result;

import java.util.Optional;
import org.onex.center.marking.MarksChanged;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.script.ScriptsCounted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a sheet stale in the transaction that changes what it was drawn from. Whoever begins to draw it up, or approves it, waits until no
 * such transaction is under way; those themselves wait for each other only when it is not stale yet.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowMarks {

    private final Sheets sheets;
    private final PlanDirectory plans;

    FollowMarks(Sheets sheets, PlanDirectory plans) {
        this.sheets = sheets;
        this.plans = plans;
    }

    @EventListener
    void on(MarksChanged changed) {
        outdate(changed.plan());
    }

    /** After the module marking has noted them: marks are changed before sheets, in whichever transaction. */
    @EventListener
    @Order(1)
    void on(ScriptsCounted counted) {
        outdate(counted.plan());
    }

    @EventListener
    void on(ScriptDirectory.OutcomesChanged changed) {
        outdate(changed.plan());
    }

    private void outdate(String plan) {
        var sheet = sheets.lean(plan).or(() -> added(plan));
        if (sheet.filter(found -> found.version() > 0 && !found.stale() && !found.isApproved())
                .isPresent()) {
            sheets.outdate(plan);
        }
    }

    /** Without a row there would be nothing to wait for. */
    private Optional<Sheet> added(String plan) {
        return plans.published(plan).flatMap(outline -> {
            sheets.add(Sheet.empty(plan, outline.awardingBody()));
            return sheets.lean(plan);
        });
    }
}
