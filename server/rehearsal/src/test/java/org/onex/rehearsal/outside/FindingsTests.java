package org.onex.rehearsal.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTests {

    private enum Whole {
        ALL
    }

    private enum Part {
        ONE,
        TWO
    }

    @Test
    void whatWasFoundAboutThePartsCountsForTheWhole() {
        var parts = new Findings<>(Part.class);
        parts.check(Part.ONE, true, () -> "");
        parts.check(Part.ONE, true, () -> "");
        for (var i = 0; i < 7; i++) {
            parts.check(Part.TWO, false, () -> "wrong");
        }
        var whole = new Findings<>(Whole.class);
        whole.check(Whole.ALL, true, () -> "");
        whole.add(Whole.ALL, parts);
        var found = whole.of(Whole.ALL);
        assertThat(found.checked()).isEqualTo(10);
        assertThat(found.broken()).isEqualTo(7);
        assertThat(found.examples()).hasSize(5).allMatch("TWO: wrong"::equals);
    }
}
