package org.onex.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInLimitsTests {

    private final SignInLimits limits = new SignInLimits();

    @Test
    void aHundredGuessesAtOnceAreAHundredGuesses() throws InterruptedException {
        var through = new AtomicInteger();
        var guessers = IntStream.range(0, 100)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        limits.beforeTrying("hongke", "10.0.0.1");
                        through.incrementAndGet();
                    } catch (AccessRefused refused) {
                        assertThat(refused.code()).isEqualTo("access.too-many-attempts");
                    }
                }))
                .toList();
        for (var guesser : guessers) {
            guesser.join();
        }
        assertThat(through).hasValue(SignInLimits.WRONG_PER_ACCOUNT);
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (int i = 0; i < 50; i++) {
            limits.beforeTrying("hongke", "10.0.0.1");
            limits.afterRightPassword("hongke");
        }
        assertThatCode(() -> limits.beforeTrying("hongke", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void spellingALoginDifferentlyDoesNotHelp() {
        for (int i = 0; i < SignInLimits.WRONG_PER_ACCOUNT; i++) {
            limits.beforeTrying(i % 2 == 0 ? "hongke" : "HongKe", "10.0.0.1");
        }
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> limits.beforeTrying("HONGKE", "10.0.0.1"));
    }

    @Test
    void aCollegeBehindOneAddressIsNotLockedOutByOneForgetfulPerson() {
        for (int i = 0; i < SignInLimits.WRONG_PER_ACCOUNT; i++) {
            limits.beforeTrying("forgetful", "10.0.0.1");
        }
        assertThatCode(() -> limits.beforeTrying("colleague", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void anAddressThatTriesEveryAccountIsStopped() {
        for (int i = 0; i < SignInLimits.TRIES_PER_ADDRESS; i++) {
            limits.beforeTrying("account" + i, "10.0.0.9");
        }
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> limits.beforeTrying("one-more", "10.0.0.9"));
        assertThatCode(() -> limits.beforeTrying("one-more", "10.0.0.10")).doesNotThrowAnyException();
    }

    @Test
    void aHouseThatTriesEveryAccountFromAnAddressOfItsOwnEachIsStopped() {
        for (int i = 0; i < SignInLimits.TRIES_PER_ADDRESS; i++) {
            limits.beforeTrying("account" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> limits.beforeTrying("one-more", "2001:db8:1:2:ffff::1"));
        assertThatCode(() -> limits.beforeTrying("one-more", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }
}
