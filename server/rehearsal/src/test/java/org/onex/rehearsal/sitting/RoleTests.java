package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void ofTenPeopleOneComesLateOneTooLateAndOneNotAtAll() {
        var counts = IntStream.range(20, 30)
                .mapToObj(Role::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of(Role.ON_TIME, 7L, Role.LATE, 1L, Role.TOO_LATE, 1L, Role.ABSENT, 1L));
    }

    @Test
    void whoComesTooLateDoesNotSit() {
        assertThat(Role.LATE.sits()).isTrue();
        assertThat(Role.TOO_LATE.sits()).isFalse();
        assertThat(Role.ABSENT.sits()).isFalse();
    }
}
