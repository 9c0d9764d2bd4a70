package org.onex.center.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypeCasesTests {

    private final TypeCases cases = new TypeCases();

    @Test
    void fontsAreReadOnceForWhoeverPrintsAfterAnother() {
        TypeCase first = cases.lend(types -> types);
        assertThat(cases.<TypeCase>lend(types -> types)).isSameAs(first);
    }

    @Test
    void fontsInTheMiddleOfWhichSomethingBrokeAreNotUsedAgain() {
        var broken = new ArrayList<TypeCase>();
        assertThatIllegalStateException()
                .isThrownBy(() -> cases.lend(types -> {
                    broken.add(types);
                    throw new IllegalStateException("out of paper");
                }));
        assertThat(cases.<TypeCase>lend(types -> types)).isNotSameAs(broken.getFirst());
    }

    @Test
    void noMoreThanTwoPrintAtOnce() throws InterruptedException {
        var printing = new AtomicInteger();
        var most = new AtomicInteger();
        var twoAreThere = new CountDownLatch(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                people.submit(() -> cases.lend(types -> {
                    most.accumulateAndGet(printing.incrementAndGet(), Math::max);
                    twoAreThere.countDown();
                    await(twoAreThere);
                    return printing.decrementAndGet();
                }));
            }
        }
        assertThat(most).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
