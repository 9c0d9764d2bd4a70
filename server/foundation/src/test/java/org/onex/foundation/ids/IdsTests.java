package org.onex.foundation.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void areOfVersionSevenAndTellWhenTheyWereMade() {
        var before = Instant.now().toEpochMilli();
        var id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(before, Instant.now().toEpochMilli() + 100);
    }

    @Test
    void aLaterOneSortsAfterAnEarlierOne() {
        var ids =
                IntStream.range(0, 10_000).mapToObj(i -> Ids.next().toString()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyAtOnceAreAllDifferent() throws InterruptedException {
        var made = new ArrayList<List<UUID>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var own = new ArrayList<UUID>();
            made.add(own);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 20_000; n++) {
                    own.add(Ids.next());
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(made.stream().flatMap(List::stream).distinct().count()).isEqualTo(80_000);
    }
}
