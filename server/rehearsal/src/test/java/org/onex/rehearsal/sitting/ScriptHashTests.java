package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

class ScriptHashTests {

    static Stream<JsonNode> vectors() throws IOException {
        return Json.each(Json.MAPPER.readTree(Files.readString(Path.of("../../docs/script-hash-vectors.json"))));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theDocumentedVectorComesOut(JsonNode vector) {
        var answers = new TreeMap<String, String>();
        vector.path("answers")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asString()));
        var hash = new ScriptHash(
                Json.text(vector, "attempt"),
                vector.path("epoch").asInt(),
                vector.path("lastSeq").asInt(),
                answers);

        assertThat(hash.canonical()).isEqualTo(Json.text(vector, "canonical"));
        assertThat(hash.hex()).isEqualTo(Json.text(vector, "hash"));
        assertThat(hash.shortCode()).isEqualTo(Json.text(vector, "shortCode"));
    }
}
