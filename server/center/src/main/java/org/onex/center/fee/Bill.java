package org.onex.center.fee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.registration.RegistrationCount;
import org.onex.contract.kernel.Money;

/**
 * What a college owes for a plan (账单): follows who is registered until registration freezes, and never changes after that.
 *
 * @param number       unique; whoever writes it beside a transfer is found
 * @param plan         its code
 * @param notice       code of the notice that announces the plan
 * @param college      code of the responsible college
 * @param awardingBody code of the body that is paid
 * @param since        when it was drawn up
 * @param finalAt      when registration froze; null while it is open
 */
record Bill(
        UUID id,
        String number,
        String plan,
        String planName,
        String notice,
        String college,
        String collegeName,
        String province,
        String awardingBody,
        Instant since,
        @Nullable Instant finalAt,
        List<BillLine> lines) {

    Bill {
        lines = lines.stream()
                .sorted(Comparator.comparing(BillLine::qualification).thenComparing(BillLine::level))
                .toList();
    }

    /** Draws it up with nobody on it; a college has one for a plan, which is what its number says. */
    static Bill opened(UUID id, Subject subject, CollegeOutline college, Instant now) {
        return new Bill(
                id,
                subject.plan() + "-" + college.code(),
                subject.plan(),
                subject.planName(),
                subject.terms().notice(),
                college.code(),
                college.name(),
                college.province(),
                subject.terms().awardingBody(),
                now,
                null,
                List.of());
    }

    /** What is billed: a plan under the terms of its notice. */
    record Subject(String plan, String planName, PaymentTerms terms) {}

    boolean isFinal() {
        return finalAt != null;
    }

    /** With the college's people as they are registered now; what is final stays. */
    Bill recomputed(List<RegistrationCount> counts, List<Standard> standards) {
        return isFinal() ? this : with(lines(counts, standards), null);
    }

    /** With the people who are registered for good; what is final stays. */
    Bill finalised(List<RegistrationCount> counts, List<Standard> standards, Instant now) {
        return isFinal() ? this : with(lines(counts, standards), now);
    }

    /** Of the levels that have a price. */
    Money total() {
        return lines.stream().map(BillLine::amount).flatMap(Optional::stream).reduce(Money.ZERO, Money::plus);
    }

    int people() {
        return lines.stream().mapToInt(BillLine::people).sum();
    }

    /** Whether a level on it has no price yet. */
    boolean hasUnpriced() {
        return lines.stream().anyMatch(line -> !line.isPriced());
    }

    /** A bill is between the college and the body; nobody else sees it. */
    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(OrganizationKind.COLLEGE, college) || isPaidTo(actor);
    }

    void requirePaidTo(Actor actor) {
        if (!isPaidTo(actor)) {
            throw FeeRefused.of(FeeRefused.Code.NOT_YOURS);
        }
    }

    private boolean isPaidTo(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody);
    }

    private List<BillLine> lines(List<RegistrationCount> counts, List<Standard> standards) {
        var result = new ArrayList<BillLine>();
        for (var count : counts) {
            if (count.college().equals(college) && count.people() > 0) {
                var price = standards.stream()
                        .filter(standard -> standard.isFor(count.qualification(), count.level()))
                        .findFirst()
                        .orElse(null);
                result.add(new BillLine(count.qualification(), count.level(), count.people(), price));
            }
        }
        return result;
    }

    Bill with(List<BillLine> others, @Nullable Instant finalMoment) {
        return new Bill(
                id,
                number,
                plan,
                planName,
                notice,
                college,
                collegeName,
                province,
                awardingBody,
                since,
                finalMoment,
                others);
    }
}
