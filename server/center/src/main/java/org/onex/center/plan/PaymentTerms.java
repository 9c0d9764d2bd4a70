package org.onex.center.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.Money;

/**
 * What a plan costs and how that is paid (缴费方式), as its notice prints it.
 *
 * @param notice code of the notice that says so
 * @param prices also of levels that the plan does not offer: notices print them for all their plans at once
 * @param due    the last day on which money may arrive, where the notice says so
 * @param remark what the payer writes beside the transfer: "学校+考试时间+人数"
 */
public record PaymentTerms(
        String notice,
        String awardingBody,
        List<Price> prices,
        @Nullable LocalDate due,
        @Nullable BankAccount account,
        @Nullable String remark) {

    public PaymentTerms {
        prices = List.copyOf(prices);
    }

    /**
     * The price of a level for one person once.
     *
     * @param provisional whether it is charged until a province fixes its own (多退少补)
     */
    public record Price(QualificationName qualification, Level level, Money amount, boolean provisional) {}

    /** Where fees are paid to (收款账户); what a notice does not print is null. */
    public record BankAccount(
            String name,
            @Nullable String taxNumber,
            @Nullable String address,
            @Nullable String phone,
            String bank,
            String number,
            @Nullable String routing) {}
}
