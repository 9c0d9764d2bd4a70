package org.onex.center.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import org.onex.center.job.RecurringWork;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.result.ResultDirectory;
import org.onex.center.result.ResultsFinal;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
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
    private final FillIssues fill;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawUpIssues(
            ResultDirectory results,
            PlanDirectory plans,
            FinishedPlans finished,
            FillIssues fill,
            TransactionTemplate transaction,
            Clock clock) {
        this.results = results;
        this.plans = plans;
        this.finished = finished;
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
        noteMissed();
        var wasSomething = fill.findPhotos(now());
        for (var due : finished.due()) {
            wasSomething |= mayBegin(due.plan()) && isDrawn(due);
        }
        return wasSomething;
    }

    private void noteMissed() {
        var known = finished.all();
        results.finishedPlans().stream()
                .filter(plan -> !known.contains(plan))
                .forEach(plan -> finished.note(plan, now()));
    }

    private boolean mayBegin(String plan) {
        var from = plans.published(plan).orElseThrow().certificatesFrom();
        return from == null || !LocalDate.ofInstant(now(), Window.BEIJING).isBefore(from);
    }

    /** One plan whose issues cannot be drawn up must not keep the others from it, nor whoever moves the clock waiting. */
    private boolean isDrawn(FinishedPlans.Due due) {
        try {
            for (var college : results.collegesWithPasses(due.plan())) {
                fill.fill(due.plan(), college, now());
            }
            transaction.executeWithoutResult(status -> finished.settle(due));
            return true;
        } catch (DomainError | DataAccessException | NoSuchElementException | IllegalStateException e) {
            log.error("The issues of {} could not be drawn up", due.plan(), e);
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
