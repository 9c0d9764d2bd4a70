package org.onex.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanonicalScriptTests {

    private static final UUID ATTEMPT = UUID.fromString("01900000-0000-7000-8000-000000000001");

    static Stream<JsonNode> vectors() throws IOException {
        var file = Path.of("../../docs/script-hash-vectors.json").toFile();
        var vectors = JsonMapper.builder().build().readTree(file);
        assertThat(vectors.size()).isGreaterThanOrEqualTo(5);
        return vectors.valueStream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void makesTheBytesAndTheHashOfTheDocumentedVectors(JsonNode vector) {
        Map<String, String> answers = new HashMap<>();
        vector.path("answers")
                .properties()
                .forEach(one -> answers.put(one.getKey(), one.getValue().asString()));
        var script = new CanonicalScript(
                UUID.fromString(vector.path("attempt").asString()),
                vector.path("epoch").asInt(),
                vector.path("lastSeq").asLong(),
                answers);

        assertThat(new String(script.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(vector.path("canonical").asString());
        assertThat(script.hash()).isEqualTo(vector.path("hash").asString());
        assertThat(script.shortCode()).isEqualTo(vector.path("shortCode").asString());
        assertThat(CanonicalScript.shortCodeOf(script.hash())).isEqualTo(script.shortCode());
    }

    @Test
    void aClearedAnswerIsNone() {
        var cleared = new CanonicalScript(ATTEMPT, 1, 2, Map.of("S01", ""));
        assertThat(cleared.answered()).isZero();
        assertThat(cleared.hash()).isEqualTo(new CanonicalScript(ATTEMPT, 1, 2, Map.of()).hash());
    }

    @Test
    void everyPartChangesTheHash() {
        var script = new CanonicalScript(ATTEMPT, 1, 2, Map.of("S01", "A"));
        assertThat(Stream.of(
                                script,
                                new CanonicalScript(new UUID(1, 2), 1, 2, Map.of("S01", "A")),
                                new CanonicalScript(ATTEMPT, 2, 2, Map.of("S01", "A")),
                                new CanonicalScript(ATTEMPT, 1, 3, Map.of("S01", "A")),
                                new CanonicalScript(ATTEMPT, 1, 2, Map.of("S02", "A")),
                                new CanonicalScript(ATTEMPT, 1, 2, Map.of("S01", "B")))
                        .map(CanonicalScript::hash)
                        .distinct())
                .hasSize(6);
    }
}
