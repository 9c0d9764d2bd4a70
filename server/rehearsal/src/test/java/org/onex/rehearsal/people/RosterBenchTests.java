package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Misuse;

class RosterBenchTests {

    @Test
    void howManyAreSentIsSaidOnTheCommandLine() {
        assertThat(RosterBench.Plan.of()).isEqualTo(new RosterBench.Plan(10_000, 3));
        assertThat(RosterBench.Plan.of("--rows", "500", "--rounds", "1")).isEqualTo(new RosterBench.Plan(500, 1));
        assertThatExceptionOfType(Misuse.class).isThrownBy(() -> RosterBench.Plan.of("--rows", "many"));
    }
}
