package org.onex.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceUserTests {

    private static final int PROCESSES = 6;

    /** The centre and the node of a new machine start at one moment. */
    @Test
    void processesThatStartAtOneMomentMakeOneUserWithOneNumber() throws Exception {
        assumeThat(new UnixSystem().getUid()).as("only root makes users").isZero();
        var name = "onex-test-" + ProcessHandle.current().pid();
        try (var starts = Executors.newFixedThreadPool(PROCESSES)) {
            Callable<String> start = () -> {
                ServiceUser.make(name);
                return number(name);
            };
            var numbers = starts
                    .invokeAll(
                            IntStream.range(0, PROCESSES).mapToObj(n -> start).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(numbers).hasSize(PROCESSES).containsOnly(number(name));
        } finally {
            Commands.run(List.of("userdel", name));
        }
    }

    private static String number(String name) throws IOException {
        return Commands.run(List.of("id", "-u", name)).strip();
    }
}
