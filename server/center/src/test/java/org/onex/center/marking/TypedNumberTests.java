package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {

    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "3.16|3.16",
                " 3.16 |3.16",
                "　3.16\t|3.16",
                "３．１６|3.16",
                "１２.５％|12.5",
                "12.5%|12.5",
                "12.5 %|12.5",
                "12.5﹪|12.5",
                "12.5个百分点|12.5",
                "1,234.50元|1234.50",
                "１，２３４．５０ 元|1234.50",
                "1 234.50|1234.50",
                "12,345,678|12345678",
                "￥83.00|83",
                "¥ 83|83",
                "-¥83|-83",
                "83元/人|83",
                "966人|966",
                "966人次|966",
                "4.37倍|4.37",
                "-3|-3",
                "−3|-3",
                "－３|-3",
                "–3|-3",
                "- 3|-3",
                "+3|3",
                "1.2e3|1200",
                "1.2E+3|1200",
                "3.16e-2|0.0316",
                ".5|0.5",
                "5.|5",
                "5。|5",
                "3。16|3.16",
                "3.16。|3.16",
                "3.16元。|3.16",
                "007|7",
                "-0|0",
                "\uFEFF3.16|3.16"
            })
    void isReadAsItWasMeant(String typed, String meant) {
        assertThat(TypedNumber.read(typed))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "。",
                ".",
                "-",
                "%",
                "元",
                "三点一六",
                "约3.16",
                "=3.16",
                "3.16或3.17",
                "3.16 3.17",
                "3,16",
                "1,2345",
                "12,34",
                "1,234 567",
                "1.234,50",
                "1234,567",
                "3..16",
                "3.1.6",
                "--3",
                "3-",
                "(144)",
                "3.9万",
                "3.9万元",
                "3.9千",
                "2亿",
                "1.2k",
                "1.2w",
                "12‰",
                "1/3",
                "3²",
                "½",
                "①",
                "0x1F",
                "1e",
                "e3",
                "1e999",
                "1e-999999999",
                "NaN",
                "Infinity",
                "٣"
            })
    void isNotReadWhereItMustBeGuessed(String typed) {
        assertThat(TypedNumber.read(typed)).isEmpty();
    }

    @Test
    void mayBePastedWithTheEndOfItsLine() {
        assertThat(TypedNumber.read("\r\n3.16\n"))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("3.16"));
        assertThat(TypedNumber.read("3.16\n3.17")).isEmpty();
    }

    @Test
    void isNotLookedAtWhereItIsLongerThanAnyNumber() {
        assertThat(TypedNumber.read("1".repeat(60))).isPresent();
        assertThat(TypedNumber.read("1".repeat(61))).isEmpty();
        assertThat(TypedNumber.read("1,".repeat(10_000))).isEmpty();
    }

    /** However a number is dressed up, it is the same number. */
    @Test
    void isTheSameInEveryDress() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var number = BigDecimal.valueOf(random.nextLong(-100_000_000, 100_000_000), random.nextInt(5));
            var typed = Dress.up(number, random);
            assertThat(TypedNumber.read(typed))
                    .as("seed %d: %s typed as [%s]", seed, number.toPlainString(), typed)
                    .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
        }
    }
}
