package org.onex.center.fee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Money;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bills and payments: read by the college that pays and the body that is paid, recorded by the body. */
@RestController
@RequestMapping("/api/fee")
class FeeController {

    private final BillList list;
    private final Bills bills;
    private final Standards standards;
    private final RecordPayments payments;
    private final BillViews views;

    FeeController(BillList list, Bills bills, Standards standards, RecordPayments payments, BillViews views) {
        this.list = list;
        this.bills = bills;
        this.standards = standards;
        this.payments = payments;
        this.views = views;
    }

    /**
     * What arrived; a reference or remark that is not known is empty.
     *
     * @param key    made by the page, another one for each payment: the same again records nothing more
     * @param amount in yuan, "1234.00"
     */
    record PaymentRequest(UUID key, String amount, LocalDate received, String payer, String reference, String remark) {

        Payment.Receipt receipt() {
            return new Payment.Receipt(money(), received, payer, reference, remark);
        }

        private Money money() {
            try {
                return Money.parse(amount.strip());
            } catch (IllegalArgumentException e) {
                throw FeeRefused.of(FeeRefused.Code.INVALID, "field", "amount");
            }
        }
    }

    record RevocationRequest(String reason) {}

    @GetMapping("/bills")
    @PreAuthorize("hasAuthority('fee.read')")
    Page<BillSummary> list(@ParameterObject BillList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor), BillList.Row::key);
        return new Page<>(views.summaries(found.items()), found.next(), found.total());
    }

    @GetMapping("/bills/{id}")
    @PreAuthorize("hasAuthority('fee.read')")
    BillView get(@PathVariable UUID id, Actor actor) {
        return bills.find(id)
                .filter(bill -> bill.isVisibleTo(actor))
                .map(views::of)
                .orElseThrow(() -> FeeRefused.of(FeeRefused.Code.UNKNOWN));
    }

    @PostMapping("/bills/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('fee.record')")
    BillView record(@PathVariable UUID id, @RequestBody PaymentRequest request, Actor actor) {
        return views.of(payments.record(id, request.key(), request.receipt(), actor));
    }

    @PostMapping("/payments/{id}/revocation")
    @PreAuthorize("hasAuthority('fee.record')")
    BillView revoke(@PathVariable UUID id, @RequestBody RevocationRequest request, Actor actor) {
        return views.of(payments.revoke(id, request.reason(), actor));
    }

    /** The standards of one's own body, the newest first. */
    @GetMapping("/standards")
    @PreAuthorize("hasAuthority('fee.record')")
    List<StandardView> standards(Actor actor) {
        return standards.of(actor.organization().code()).stream().map(views::of).toList();
    }
}
