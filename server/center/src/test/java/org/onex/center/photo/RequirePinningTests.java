package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirePinningTests {

    @ParameterizedTest
    @ValueSource(strings = {"Copy,MarkSweepCompact", "PS MarkSweep,PS Scavenge"})
    void aCollectorThatWaitsForTheDecoderIsRefusedWithWhatToDo(String names) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new RequirePinning(List.of(names.split(","))))
                .withMessageContaining("-XX:+UseG1GC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G1 Young Generation,G1 Concurrent GC,G1 Old Generation", "ZGC Minor Cycles,ZGC Major Pauses"})
    void oneThatDoesNotWaitIsTaken(String names) {
        assertThatCode(() -> new RequirePinning(List.of(names.split(",")))).doesNotThrowAnyException();
    }

    /** With -XX:+UseSerialGC this process stood still within its first second (JDK 25.0.3). */
    @Test
    void aProcessThatIsAlwaysShortOfMemoryDecodesThousandsOfBrokenPhotosToTheEnd() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseG1GC",
                        "-Xms16m",
                        "-Xmx64m",
                        "-Xmn1m",
                        "-XX:-UseTLAB",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokenPhotos.class.getName(),
                        "20000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
