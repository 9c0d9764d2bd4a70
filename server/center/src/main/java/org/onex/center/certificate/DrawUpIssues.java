package org.onex.center.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.onex.center.job.RecurringWork;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.result.ResultDirectory;
import org.onex.center.result.ResultsFinal;
import org.onex.contract.kernel.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws up issues of plans with new final results, not before the day from which the plan's notice has certificates made. Results are noted in the
 * transaction that makes them final; a plan that nobody noted is found all the same.
 */
@Component
class DrawUpIssues implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DrawUpIssues.class);

    private final ResultDirectory results;
    private final PlanDirectory plans;
    private final FinishedPlans finished;
    private final Issues issues;
    private final FillIssues fill;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawUpIssues(
            ResultDirectory results,
            PlanDirectory plans,
            FinishedPlans finished,
            Issues issues,
            FillIssues fill,
            TransactionTemplate transaction,
            Clock clock) {
        this.results = results;
        this.plans = plans;
        this.finished = finished;
        this.issues = issues;
        this.fill = fill;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ResultsFinal event) {
        finished.note(event.plan(), now());
    }

    @Override
    public String kind() {
        return "certificate.draw-up-issues";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        var wasSomething = isDone("what nobody noted", this::noteMissed);
        for (var issue : issues.open()) {
            wasSomething |= isDone(issue.id(), () -> fill.lookAgain(issue, now()));
        }
        for (var due : finished.due()) {
            wasSomething |= isDone(due.plan(), () -> mayBegin(due.plan()) && isDrawn(due));
        }
        return wasSomething;
    }

    /** Noting is no work; what is noted is. */
    private boolean noteMissed() {
        var known = finished.all();
        results.finishedPlans().stream()
                .filter(plan -> !known.contains(plan))
                .forEach(plan -> finished.note(plan, now()));
        return false;
    }

    private boolean mayBegin(String plan) {
        var from = plans.published(plan).orElseThrow().certificatesFrom();
        return from == null || !LocalDate.ofInstant(now(), Window.BEIJING).isBefore(from);
    }

    private boolean isDrawn(FinishedPlans.Due due) {
        var plan = due.plan();
        var areAllDrawn = true;
        for (var college : results.collegesWithPasses(plan)) {
            areAllDrawn &= isDone(plan + " " + college, () -> {
                fill.fill(plan, college, now());
                return true;
            });
        }
        if (areAllDrawn) {
            transaction.executeWithoutResult(status -> finished.settle(due));
        }
        return areAllDrawn;
    }

    /** One row that nobody can read must keep neither other issues, colleges and plans from theirs, nor whoever moves the clock waiting. */
    private static boolean isDone(Object what, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            log.error("Issues of certificates could not be drawn up: {}", what, e);
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
