package org.onex.center.result;

import java.time.Clock;
import java.util.Optional;
import org.onex.center.dispatch.BundleHeld;
import org.onex.center.dispatch.BundlePacked;
import org.onex.center.dispatch.BundleRecalled;
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
class OutdateSheets {

    private final Sheets sheets;
    private final PlanDirectory plans;
    private final Clock clock;

    OutdateSheets(Sheets sheets, PlanDirectory plans, Clock clock) {
        this.sheets = sheets;
        this.plans = plans;
        this.clock = clock;
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

    /** Other runs may stand than before. */
    @EventListener
    void on(BundlePacked packed) {
        outdateDrawn(packed.plan());
    }

    @EventListener
    void on(BundleRecalled recalled) {
        outdateDrawn(recalled.plan());
    }

    /** Whom a server of the site calls absent may have sat at this one. */
    @EventListener
    void on(BundleHeld held) {
        outdateDrawn(held.plan());
    }

    /** Bundles are packed and fetched long before an exam; nobody draws anything up before it is over. */
    private void outdateDrawn(String plan) {
        var isOver = plans.published(plan)
                .filter(outline -> !clock.instant().isBefore(outline.examEndsAt()))
                .isPresent();
        if (isOver) {
            outdate(plan);
        }
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
