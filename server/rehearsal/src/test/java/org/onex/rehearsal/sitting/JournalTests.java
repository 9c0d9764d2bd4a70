package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalTests {

    private final Journal journal = new Journal(0);

    private void writes(int count, String value) {
        for (var i = 0; i < count; i++) {
            journal.write("W01", value, "2024-05-18T14:03:22.120+08:00");
        }
    }

    @Test
    void anEntryIsForgottenOnlyWhenItIsDurable() {
        writes(3, "字");
        journal.forgetUpTo(2);

        assertThat(journal.batch()).extracting(Entry::seq).containsExactly(3);
        assertThat(journal.lastSeq()).isEqualTo(3);
    }

    @Test
    void oneRequestBringsAtMostTwoHundredEntries() {
        writes(250, "A");

        assertThat(journal.batch()).hasSize(200);
    }

    @Test
    void oneRequestStaysBelow256Kilobytes() {
        writes(10, "长".repeat(20_000));

        assertThat(journal.batch()).hasSize(3);
    }
}
