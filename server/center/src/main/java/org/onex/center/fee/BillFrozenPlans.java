package org.onex.center.fee;

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
 * Draws up the final bills of plans that froze when nobody heard it: before there were bills (V0017), or on a machine of an earlier
 * release while this one was being put in. A college without a bill counts as cleared, so they would never pay. Every other plan is billed
 * by the freeze itself. It looks again and again because of that other machine; a plan it has looked at needs no second look, for what is
 * frozen stays, and then this is one small question a minute.
 */
@Component
class BillFrozenPlans implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(BillFrozenPlans.class);

    private final RegistrationDirectory registrations;
    private final Bills bills;
    private final DrawUpBills drawUp;
    private final TransactionTemplate transaction;
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    BillFrozenPlans(
            RegistrationDirectory registrations, Bills bills, DrawUpBills drawUp, TransactionTemplate transaction) {
        this.registrations = registrations;
        this.bills = bills;
        this.drawUp = drawUp;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "fee.draw-up-bills";
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
        // Asked second: whoever froze a plan in between has billed it by now.
        var billed =
                bills.finalAmong(open.stream().map(RegistrationsFrozen::plan).toList());
        var wasSomething = false;
        for (var frozen : open) {
            if (billed.contains(frozen.plan())) {
                settled.add(frozen.plan());
            } else if (isBilled(frozen)) {
                settled.add(frozen.plan());
                wasSomething = true;
            }
        }
        return wasSomething;
    }

    /** One plan that cannot be billed must not keep the others from it, nor whoever moves the clock waiting. */
    private boolean isBilled(RegistrationsFrozen frozen) {
        try {
            transaction.executeWithoutResult(status -> drawUp.on(frozen));
            return true;
        } catch (DomainError | DataAccessException | NoSuchElementException | IllegalStateException e) {
            log.error("The final bills for {} could not be drawn up", frozen.plan(), e);
            return false;
        }
    }
}
