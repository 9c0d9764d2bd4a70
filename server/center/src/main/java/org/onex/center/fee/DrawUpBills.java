package org.onex.center.fee;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.RegistrationCount;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each college's bill in step with its registrations and makes it final when they freeze (按院校报名数统一缴纳), in the transaction of
 * either. People are counted once the bill is locked, so that of two registrations at once the later one counts both.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DrawUpBills {

    private final Bills bills;
    private final Standards standards;
    private final TakePrices prices;
    private final RegistrationDirectory registrations;
    private final PlanDirectory plans;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    DrawUpBills(
            Bills bills,
            Standards standards,
            TakePrices prices,
            RegistrationDirectory registrations,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            Clock clock) {
        this.bills = bills;
        this.standards = standards;
        this.prices = prices;
        this.registrations = registrations;
        this.plans = plans;
        this.organizations = organizations;
        this.clock = clock;
    }

    @EventListener
    void on(RegistrationsChanged changed) {
        var bill = locked(changed.plan(), changed.college());
        if (!bill.isFinal()) {
            bills.change(bill.recomputed(registrations.counts(bill.plan(), bill.college()), holdingFor(bill)));
        }
    }

    /** Nobody registers any more, so one count is true for all colleges. */
    @EventListener
    void on(RegistrationsFrozen frozen) {
        var counts = registrations.counts(frozen.plan());
        var colleges = new TreeSet<>(bills.collegesOf(frozen.plan()));
        counts.stream().map(RegistrationCount::college).forEach(colleges::add);
        var finalAt = frozen.frozenAt().truncatedTo(ChronoUnit.MICROS);
        for (var college : colleges) {
            var bill = locked(frozen.plan(), college);
            if (!bill.isFinal()) {
                bills.change(bill.finalised(counts, holdingFor(bill), finalAt));
            }
        }
    }

    private List<Standard> holdingFor(Bill bill) {
        return standards.holdingFor(bill, LocalDate.ofInstant(clock.instant(), Window.BEIJING));
    }

    private Bill locked(String plan, String college) {
        return bills.findForChange(plan, college).orElseGet(() -> {
            bills.add(opened(plan, college));
            return bills.findForChange(plan, college).orElseThrow();
        });
    }

    private Bill opened(String plan, String college) {
        var terms = plans.paymentTerms(plan).orElseThrow();
        prices.take(terms);
        var name = plans.names(List.of(plan)).getOrDefault(plan, plan);
        return Bill.opened(
                Ids.next(),
                new Bill.Subject(plan, name, terms),
                organizations.college(college).orElseThrow(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
