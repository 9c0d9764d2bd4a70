package org.onex.center.seating;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onex.center.job.RecurringWork;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.contract.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the arrangements of plans who comes that froze when nobody heard it: before there was seating (V0020), or on a machine of an earlier
 * release while this one was being put in. Every other plan is completed by the freeze itself; a plan that was looked at needs no second
 * look.
 */
@Component
class CompleteFrozenPlans implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(CompleteFrozenPlans.class);

    private final RegistrationDirectory registrations;
    private final Arrangements arrangements;
    private final FollowRegistrations follow;
    private final TransactionTemplate transaction;
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    CompleteFrozenPlans(
            RegistrationDirectory registrations,
            Arrangements arrangements,
            FollowRegistrations follow,
            TransactionTemplate transaction) {
        this.registrations = registrations;
        this.arrangements = arrangements;
        this.follow = follow;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "seating.complete-frozen-plans";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        var open = registrations.frozenPlans().stream()
                .filter(frozen -> !settled.contains(frozen.plan()))
                .toList();
        // Asked second: whoever froze a plan in between has completed it by now.
        var complete = arrangements.frozenAmong(
                open.stream().map(RegistrationsFrozen::plan).toList());
        var wasSomething = false;
        for (var frozen : open) {
            if (complete.contains(frozen.plan())) {
                settled.add(frozen.plan());
            } else if (isCompleted(frozen)) {
                settled.add(frozen.plan());
                wasSomething = true;
            }
        }
        return wasSomething;
    }

    /** One plan that cannot be completed must not keep the others from it, nor whoever moves the clock waiting. */
    private boolean isCompleted(RegistrationsFrozen frozen) {
        try {
            transaction.executeWithoutResult(status -> follow.on(frozen));
            return true;
        } catch (DomainError | DataAccessException | NoSuchElementException | IllegalStateException e) {
            log.error("The sites of {} could not be told who comes", frozen.plan(), e);
            return false;
        }
    }
}
