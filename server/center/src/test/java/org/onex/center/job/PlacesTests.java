package org.onex.center.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTests {

    private static final JobWork ENTERING = work("entering", 3);
    private static final JobWork CHECKING = work("checking", 3);
    private static final JobWork READING = work("reading", 1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Places places = new Places(nanos::get);

    @Test
    void aKindHasAsManyPlacesAsItsWorkSays() {
        assertThat(places.take(ENTERING, id(1))).isEmpty();
        assertThat(places.take(ENTERING, id(2))).isEmpty();
        assertThat(places.take(ENTERING, id(3))).isEmpty();
        assertThat(places.take(ENTERING, id(4))).isPresent();
        assertThat(places.take(READING, id(5))).isEmpty();
        assertThat(places.take(READING, id(6))).isPresent();
    }

    @Test
    void noKindTakesTheFirstPlaceOfAnotherAndAllTogetherStayWithinWhatThereIs() {
        var works = List.of(ENTERING, CHECKING, READING);
        var given = works.stream().map(this::takeAll).toList();
        assertThat(given).containsExactly(3, 1, 1);
        assertThat(Places.most(works)).isEqualTo(5);
    }

    @Test
    void whoHasWaitedLongestGoesFirst() {
        places.take(READING, id(1));
        for (int n = 2; n < 10; n++) {
            assertThat(places.take(READING, id(n))).isPresent();
        }
        places.leave(READING);
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(places.take(READING, id(10))).isPresent();
        assertThat(places.take(READING, id(3))).isPresent();
        assertThat(places.take(READING, id(2))).isEmpty();
    }

    @Test
    void nobodyWaitsForSomebodyWhoDoesNotComeBack() {
        places.take(READING, id(1));
        places.take(READING, id(2));
        places.leave(READING);
        assertThat(places.take(READING, id(3))).isPresent();
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(places.take(READING, id(3))).isEmpty();
    }

    @Test
    void aPlaceIsNotKeptForSomebodyWhoComesBackMuchLater() {
        places.take(READING, id(0));
        IntStream.range(1, 5).forEach(n -> places.take(READING, id(n)));
        // Only the fourth, who comes back after four seconds, is still to be expected.
        nanos.addAndGet(Duration.ofMillis(2_500).toNanos());
        IntStream.range(1, 4).forEach(n -> {
            places.leave(READING);
            assertThat(places.take(READING, id(n))).isEmpty();
        });
        places.leave(READING);
        assertThat(places.take(READING, id(5))).isEmpty();
    }

    @Test
    void whoIsFarBackAsksSeldom() {
        places.take(READING, id(0));
        var pauses = new ArrayList<Duration>();
        for (int n = 1; n < 50; n++) {
            pauses.add(places.take(READING, id(n)).orElseThrow());
        }
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauses).isSorted();
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(10));
    }

    private int takeAll(JobWork work) {
        return (int) IntStream.range(0, 10)
                .filter(n -> places.take(work, id(n)).isEmpty())
                .count();
    }

    private static UUID id(int n) {
        return new UUID(n, 0);
    }

    private static JobWork work(String kind, int places) {
        return new JobWork() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public int places() {
                return places;
            }

            @Override
            public Map<String, Object> run(JobRun run) {
                return Map.of();
            }
        };
    }
}
