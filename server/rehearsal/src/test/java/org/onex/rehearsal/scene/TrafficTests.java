package org.onex.rehearsal.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Latencies;

class TrafficTests {

    private static Latencies oneToMilliseconds(int count) {
        return new Latencies(IntStream.rangeClosed(1, count)
                .map(i -> count + 1 - i)
                .mapToObj(Duration::ofMillis)
                .toList());
    }

    @ParameterizedTest(name = "p{1} of 1 to {0} ms is {2} ms")
    @CsvSource({
        "100, 50, 50",
        "100, 95, 95",
        "100, 99, 99",
        "100, 100, 100",
        "1, 50, 1",
        "1, 99, 1",
        "3, 50, 2",
        "3, 95, 3"
    })
    void aPercentileIsATimeThatWasMeasured(int count, int percent, double milliseconds) {
        assertThat(oneToMilliseconds(count).percentile(percent)).isEqualTo(milliseconds);
    }

    @Test
    void withoutRequestsThereIsNoPercentile() {
        assertThat(new Latencies(List.of()).percentile(50)).isNull();
    }

    @Test
    void aRequestBelongsToOneStageOnly() {
        var traffic = new Traffic();
        traffic.add(Duration.ofMillis(1));

        assertThat(traffic.take().count()).isEqualTo(1);
        assertThat(traffic.take().count()).isZero();
    }
}
