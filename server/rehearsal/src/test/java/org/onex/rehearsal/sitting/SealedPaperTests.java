package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;

class SealedPaperTests {

    private static final byte[] KEY = new byte[32];

    private static String paper(String field) {
        return "{\"sections\": [{\"items\": [{\"id\": \"S01\", \"options\": [{\"key\": \"A\", \"text\": \"甲\"}], "
                + field + ": \"A\"}]}]}";
    }

    @Test
    void opensWithItsKeyOnly() {
        var sealed = FakeNode.sealed(paper("\"stem\""));
        var wrong = new byte[32];
        wrong[0] = 1;

        assertThat(SealedPaper.items(SealedPaper.open(sealed, KEY))).hasSize(1);
        assertThatExceptionOfType(Unexpected.class).isThrownBy(() -> SealedPaper.open(sealed, wrong));
    }

    @Test
    void lettersOfOptionsAreNoHint() {
        assertThat(SealedPaper.hints(Json.MAPPER.readTree(paper("\"stem\"")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "key", "correctOption", "Score", "solution"})
    void whateverTellsAnAnswerIsFound(String field) {
        assertThat(SealedPaper.hints(Json.MAPPER.readTree(paper("\"" + field + "\""))))
                .containsExactly("paper.sections.items." + field);
    }
}
