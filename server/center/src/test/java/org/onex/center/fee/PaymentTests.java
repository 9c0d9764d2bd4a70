package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.fee.BillFixtures.COLLEAGUE;
import static org.onex.center.fee.BillFixtures.MONDAY;
import static org.onex.center.fee.BillFixtures.TODAY;
import static org.onex.center.fee.BillFixtures.emptyBill;
import static org.onex.center.fee.BillFixtures.payment;
import static org.onex.center.fee.BillFixtures.people;
import static org.onex.center.fee.BillFixtures.prices;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Money;

class PaymentTests {

    @Test
    void isMoreThanNothing() {
        refused("fee.invalid", () -> payment("0", TODAY));
        refused("fee.invalid", () -> payment("100000000", TODAY));
        assertThat(payment("0.01", TODAY).receipt().amount()).isEqualTo(Money.parse("0.01"));
    }

    @Test
    void cannotHaveArrivedTomorrow() {
        refused("fee.received-in-future", () -> payment("380", TODAY.plusDays(1)));
        assertThat(payment("380", TODAY).counts()).isTrue();
        assertThat(payment("380", TODAY.minusYears(1)).counts()).isTrue();
    }

    @Test
    void saysWhoSentItAndNothingLongerThanABankDoes() {
        refused("fee.invalid", () -> new Payment.Receipt(Money.parse("1"), TODAY, " ", "", ""));
        refused("fee.invalid", () -> new Payment.Receipt(Money.parse("1"), TODAY, "长".repeat(101), "", ""));
        refused("fee.invalid", () -> new Payment.Receipt(Money.parse("1"), TODAY, "甲", "1".repeat(65), ""));
        refused("fee.invalid", () -> new Payment.Receipt(Money.parse("1"), TODAY, "甲", "", "长".repeat(201)));
        refused("fee.invalid", () -> new Payment.Receipt(Money.parse("1"), TODAY, "甲\0", "", ""));
        assertThat(new Payment.Receipt(Money.parse("1"), TODAY, " 甲 ", " 1 ", " 备注 "))
                .isEqualTo(new Payment.Receipt(Money.parse("1"), TODAY, "甲", "1", "备注"));
    }

    @Test
    void isTakenBackOnceAndNotWithoutAReason() {
        var payment = payment("380", TODAY);
        refused("fee.reason-missing", () -> payment.revoked(" \n", COLLEAGUE, MONDAY));
        refused("fee.invalid", () -> payment.revoked("长".repeat(501), COLLEAGUE, MONDAY));
        var revocation = payment.revoked(" 记错院校 ", COLLEAGUE, MONDAY);
        assertThat(revocation).isEqualTo(new Payment.Revocation(MONDAY, "李老师", "记错院校"));
        var revoked = new Payment(
                payment.id(),
                payment.bill(),
                payment.request(),
                payment.receipt(),
                payment.recordedAt(),
                payment.recordedBy(),
                revocation);
        assertThat(revoked.counts()).isFalse();
        refused("fee.already-revoked", () -> revoked.revoked("再来一次", COLLEAGUE, MONDAY));
    }

    @Test
    void isRemarkedAsTheNoticeWantsIt() {
        assertThat(remark("学校+考试时间+人数")).isEqualTo("示范一职业技术学院+2024年5月18日+12人");
        assertThat(remark("单位名称和1+X考核费用")).isEqualTo("示范一职业技术学院+1+X考核费用");
        assertThat(remark("1+X考核费用")).isEmpty();
    }

    private static String remark(String pattern) {
        var bill = emptyBill().recomputed(List.of(people(Level.ELEMENTARY, 12)), prices());
        return PaymentRemark.suggested(pattern, bill, LocalDate.of(2024, 5, 18)).orElse("");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(FeeRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
