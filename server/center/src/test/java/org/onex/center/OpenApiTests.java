package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.Committed;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The committed API description is the API. The web's types are generated from it. */
@CenterTest
class OpenApiTests {

    @LocalServerPort
    private int port;

    @Test
    void theCommittedDescriptionIsTheApi() throws IOException {
        try (var operator = Staff.signedIn(port, "operator")) {
            var answer = operator.get("/v3/api-docs");
            assertThat(answer.status()).isEqualTo(200);
            Committed.assertIsTheApi(Path.of("openapi.json"), answer.body());
        }
    }
}
