package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed API description is the API; {@code -Donex.rewrite=true} writes it anew. The web's types are generated from it. */
@CenterTest
class OpenApiTests {

    private static final Path COMMITTED = Path.of("openapi.json");

    @LocalServerPort
    private int port;

    @Test
    void theCommittedDescriptionIsTheApi() throws IOException {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String description;
        try (var operator = Staff.signedIn(port, "operator")) {
            var answer = operator.get("/v3/api-docs");
            assertThat(answer.status()).isEqualTo(200);
            ((ObjectNode) answer.body()).remove("servers");
            description = json.writeValueAsString(json.treeToValue(answer.body(), Object.class)) + "\n";
        }
        if (Boolean.getBoolean("onex.rewrite")) {
            Files.writeString(COMMITTED, description);
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(description);
    }
}
