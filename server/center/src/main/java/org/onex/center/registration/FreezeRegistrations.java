package org.onex.center.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Declares registrations final when their deadline is over. Nobody gets in between: whoever registers holds the plan's gate and looks at
 * the clock then, and this waits until nobody holds it.
 */
@Component
class FreezeRegistrations implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(FreezeRegistrations.class);

    private static final Actor DEADLINE =
            new Actor("deadline", "报考截止", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));
    private static final int BATCH = 50;

    private final Gates gates;
    private final Registrations registrations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    FreezeRegistrations(
            Gates gates,
            Registrations registrations,
            TransactionTemplate transaction,
            Clock clock,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.gates = gates;
        this.registrations = registrations;
        this.transaction = transaction;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    @Override
    public String kind() {
        return "registration.freeze";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        var due = gates.due(clock.instant(), BATCH);
        var frozen = due.stream().filter(this::isFrozen).count();
        return frozen > 0;
    }

    /** One plan that cannot be frozen must not keep all later ones open. */
    private boolean isFrozen(String plan) {
        try {
            transaction.executeWithoutResult(status -> freeze(plan));
            return true;
        } catch (DomainError | DataAccessException | NoSuchElementException | IllegalStateException e) {
            log.error("Registration for {} is over, but could not be declared final", plan, e);
            return false;
        }
    }

    private void freeze(String plan) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var gate = gates.holdAlone(plan);
        if (gate.frozenAt() != null) {
            return;
        }
        gates.freeze(gate.frozen(now));
        var people = registrations.counts(plan).stream()
                .mapToInt(RegistrationCount::people)
                .sum();
        // Whoever bills locks bills, as whoever records a payment does before the trail is locked to the end.
        events.publishEvent(new RegistrationsFrozen(plan, now));
        trail.record(DEADLINE, "registration.freeze", plan, Map.of("registrations", people));
        log.info("Registration for {} is over with {} registrations", plan, people);
    }
}
