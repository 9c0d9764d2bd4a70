package org.onex.center.fee;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.Money;
import org.springframework.stereotype.Component;

/** Turns bills and standards into what people read: names instead of codes, and how the notice wants to be paid. */
@Component
class BillViews {

    private final Payments payments;
    private final PlanDirectory plans;
    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;

    BillViews(
            Payments payments,
            PlanDirectory plans,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations) {
        this.payments = payments;
        this.plans = plans;
        this.qualifications = qualifications;
        this.organizations = organizations;
    }

    BillView of(Bill bill) {
        var received = payments.of(bill.id());
        var balance = new Balance(bill.total(), sum(received));
        var terms = plans.paymentTerms(bill.plan());
        return new BillView(
                bill.id(),
                bill.number(),
                new BillView.BilledPlan(bill.plan(), bill.planName()),
                new BillView.BilledCollege(bill.college(), bill.collegeName()),
                nameOfBody(bill.awardingBody()),
                bill.since(),
                bill.isFinal(),
                bill.finalAt(),
                bill.lines().stream()
                        .map(line -> BillView.BilledLevel.of(line, nameOf(line.qualification())))
                        .toList(),
                bill.people(),
                bill.total().toString(),
                balance.paid().toString(),
                balance.owed().toString(),
                balance.excess().toString(),
                balance.state(),
                bill.hasUnpriced(),
                balance.isCleared(),
                terms.map(PaymentTerms::due).orElse(null),
                terms.map(PaymentTerms::account).orElse(null),
                terms.map(PaymentTerms::remark).orElse(null),
                terms.map(PaymentTerms::remark)
                        .flatMap(pattern -> remark(pattern, bill))
                        .orElse(null),
                received.stream().map(BillView.PaymentView::of).toList());
    }

    /** The terms of a plan are read once, however many of its bills are on the page. */
    List<BillSummary> summaries(List<BillList.Row> rows) {
        var terms = new HashMap<String, Optional<PaymentTerms>>();
        return rows.stream()
                .map(row -> summary(row, terms.computeIfAbsent(row.plan(), plans::paymentTerms)))
                .toList();
    }

    StandardView of(Standard standard) {
        return new StandardView(
                standard.id(),
                nameOf(standard.qualification()),
                standard.level(),
                standard.province(),
                standard.effectiveFrom(),
                standard.kind(),
                standard.amount().toString(),
                standard.notice());
    }

    private static BillSummary summary(BillList.Row row, Optional<PaymentTerms> terms) {
        return new BillSummary(
                row.id(),
                row.number(),
                new BillView.BilledPlan(row.plan(), row.planName()),
                new BillView.BilledCollege(row.college(), row.collegeName()),
                row.isFinal(),
                row.people(),
                row.balance().total().toString(),
                row.balance().paid().toString(),
                row.balance().owed().toString(),
                row.balance().state(),
                row.unpriced(),
                terms.map(PaymentTerms::due).orElse(null));
    }

    private static Money sum(List<Payment> received) {
        return received.stream()
                .filter(Payment::counts)
                .map(payment -> payment.receipt().amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private Optional<String> remark(String pattern, Bill bill) {
        return plans.published(bill.plan())
                .flatMap(plan -> PaymentRemark.suggested(pattern, bill, plan.firstExamDate()));
    }

    private QualificationName nameOf(String qualification) {
        return qualifications
                .outline(qualification)
                .map(outline -> new QualificationName(outline.code(), outline.name()))
                .orElseThrow();
    }

    private String nameOfBody(String code) {
        return organizations
                .find(OrganizationKind.AWARDING_BODY, code)
                .map(Organization::name)
                .orElse(code);
    }
}
