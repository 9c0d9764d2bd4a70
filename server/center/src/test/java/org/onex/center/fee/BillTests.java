package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.catalog.Level.ADVANCED;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.fee.BillFixtures.MONDAY;
import static org.onex.center.fee.BillFixtures.OFFICER;
import static org.onex.center.fee.BillFixtures.OTHER_BODY;
import static org.onex.center.fee.BillFixtures.OTHER_COLLEGE;
import static org.onex.center.fee.BillFixtures.PAYER;
import static org.onex.center.fee.BillFixtures.emptyBill;
import static org.onex.center.fee.BillFixtures.people;
import static org.onex.center.fee.BillFixtures.price;
import static org.onex.center.fee.BillFixtures.prices;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationCount;
import org.onex.contract.kernel.Money;

class BillTests {

    @Test
    void hasALinePerLevelFromTheLowestOn() {
        var bill = emptyBill().recomputed(List.of(people(INTERMEDIATE, 30), people(ELEMENTARY, 120)), prices());
        assertThat(bill.lines()).extracting(BillLine::level).containsExactly(ELEMENTARY, INTERMEDIATE);
        assertThat(bill.lines())
                .extracting(line -> line.amount().orElseThrow())
                .containsExactly(Money.parse("45600.00"), Money.parse("10800.00"));
        assertThat(bill.total()).isEqualTo(Money.parse("56400.00"));
        assertThat(bill.people()).isEqualTo(150);
    }

    @Test
    void isNumberedAfterItsPlanAndItsCollege() {
        assertThat(emptyBill().number()).isEqualTo("HK-2024-1-01-90001");
    }

    @Test
    void countsNobodyOfAnotherCollege() {
        var others = new RegistrationCount("90002", "WDYY", ELEMENTARY, 5);
        assertThat(emptyBill().recomputed(List.of(others), prices()).lines()).isEmpty();
    }

    @Test
    void ofWhichEverybodyWithdrewComesToNothing() {
        var bill = emptyBill().recomputed(List.of(people(ELEMENTARY, 3)), prices());
        assertThat(bill.recomputed(List.of(), prices()).total()).isEqualTo(Money.ZERO);
        assertThat(bill.recomputed(List.of(people(ELEMENTARY, 0)), prices()).lines())
                .isEmpty();
    }

    @Test
    void namesALevelThatNobodyHasPricedAndChargesTheOthers() {
        var bill = emptyBill()
                .recomputed(List.of(people(ELEMENTARY, 2), people(ADVANCED, 1)), List.of(price(ELEMENTARY, "380.00")));
        assertThat(bill.hasUnpriced()).isTrue();
        assertThat(bill.lines().getLast().amount()).isEmpty();
        assertThat(bill.total()).isEqualTo(Money.parse("760.00"));
        assertThat(bill.people()).isEqualTo(3);
    }

    @Nested
    class OnceFinal {

        private final Bill bill = emptyBill().finalised(List.of(people(ELEMENTARY, 2)), prices(), MONDAY);

        @Test
        void staysWhateverTheCountsAndPricesSay() {
            var later = List.of(people(ELEMENTARY, 9));
            assertThat(bill.recomputed(later, prices())).isSameAs(bill);
            assertThat(bill.finalised(later, List.of(), MONDAY.plus(Duration.ofDays(1))))
                    .isSameAs(bill);
            assertThat(bill.finalAt()).isEqualTo(MONDAY);
        }

        @Test
        void isNotFinalBefore() {
            assertThat(bill.isFinal()).isTrue();
            assertThat(emptyBill()
                            .recomputed(List.of(people(ELEMENTARY, 2)), prices())
                            .isFinal())
                    .isFalse();
        }
    }

    @Test
    void isBetweenItsCollegeAndItsBody() {
        assertThat(List.of(PAYER, OFFICER)).allMatch(emptyBill()::isVisibleTo);
        assertThat(List.of(OTHER_COLLEGE, OTHER_BODY)).noneMatch(emptyBill()::isVisibleTo);
        for (var stranger : List.of(PAYER, OTHER_COLLEGE, OTHER_BODY)) {
            assertThatExceptionOfType(FeeRefused.class)
                    .isThrownBy(() -> emptyBill().requirePaidTo(stranger));
        }
    }

    /** Any people at any prices: the total is the sum of what is priced, and whoever pays it, and nobody else, is cleared. */
    @Test
    void comesToTheSumOfItsLinesWhoeverIsOnIt() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var counts = new ArrayList<RegistrationCount>();
            var standards = new ArrayList<Standard>();
            var expected = BigDecimal.ZERO;
            for (var level : Level.values()) {
                int people = random.nextInt(4) == 0 ? 0 : random.nextInt(5000);
                counts.add(people(level, people));
                if (random.nextInt(4) > 0) {
                    long fen = random.nextLong(1_000_000);
                    standards.add(price(level, BigDecimal.valueOf(fen, 2).toPlainString()));
                    expected = expected.add(BigDecimal.valueOf(fen * people, 2));
                }
            }
            var total = emptyBill().recomputed(counts, standards).total();
            assertThat(total.yuan()).as("seed " + seed).isEqualByComparingTo(expected);
            assertThat(total).as("seed " + seed).isGreaterThanOrEqualTo(Money.ZERO);
            assertPaidExactly(total, new Money(BigDecimal.valueOf(random.nextLong(1_000_000_000), 2)), seed);
        }
    }

    private static void assertPaidExactly(Money total, Money paid, long seed) {
        var balance = new Balance(total, paid);
        assertThat(balance.isCleared()).as("seed " + seed).isEqualTo(paid.compareTo(total) >= 0);
        assertThat(total.plus(balance.excess())).as("seed " + seed).isEqualTo(paid.plus(balance.owed()));
        assertThat(balance.owed().compareTo(Money.ZERO) > 0).as("seed " + seed).isEqualTo(!balance.isCleared());
        assertThat(new Balance(total, total).isCleared()).as("seed " + seed).isTrue();
    }

    @Test
    void aLineHasSomebodyOnIt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new BillLine("WDYY", ELEMENTARY, 0, null));
    }
}
