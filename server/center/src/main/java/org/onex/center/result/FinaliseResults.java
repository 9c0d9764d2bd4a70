package org.onex.center.result;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.RecurringWork;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Declares results final when their publicity is over (公示结束), but for those of whom a review waits; those when it is decided. */
@Component
class FinaliseResults implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(FinaliseResults.class);

    private static final Actor CLOCK =
            new Actor("publicity", "公示结束", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));

    private final Sheets sheets;
    private final Results results;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    FinaliseResults(
            Sheets sheets,
            Results results,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.sheets = sheets;
        this.results = results;
        this.transaction = transaction;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "result.finalise";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        return sheets.due(clock.instant()).stream().filter(this::isSettled).count() > 0;
    }

    /** One plan that cannot be settled must not keep the others from it. */
    private boolean isSettled(String plan) {
        try {
            transaction.executeWithoutResult(status -> settle(plan));
            return true;
        } catch (DomainError | DataAccessException | IllegalStateException e) {
            log.error("The publicity of {} is over, but its results could not be declared final", plan, e);
            return false;
        }
    }

    /** A review has put something right: the sheet counts it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recount(String plan) {
        sheets.change(sheets.hold(plan).recounted(results.counts(plan, null)));
    }

    /** Declares final what can be, in the caller's transaction and before it writes to the trail; nothing before the publicity is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(String plan) {
        var sheet = sheets.hold(plan);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!sheet.isOverAt(now) || sheet.finishedAt() != null) {
            return;
        }
        var settled = results.finalise(plan, now);
        var isAll = results.isAllFinal(plan);
        if (isAll) {
            sheets.change(sheet.finished(now));
        }
        if (settled > 0) {
            events.publishEvent(new ResultsFinal(plan));
        }
        if (settled > 0 || isAll) {
            trail.record(CLOCK, "result.finalise", plan, Map.of("results", settled, "all", isAll));
        }
    }
}
