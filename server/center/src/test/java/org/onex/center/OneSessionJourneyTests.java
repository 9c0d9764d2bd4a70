package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The door of a real installation: an account is signed in at one place. */
@CenterTest
@TestPropertySource(properties = "onex.access.one-session=true")
class OneSessionJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void whoSignsInAgainIsSignedOutWhereTheyWere() {
        try (var first = Staff.signedIn(port, "operator");
                var second = Staff.signedIn(port, "operator")) {
            assertThat(first.get("/api/access/session").code()).isEqualTo("access.not-signed-in");
            assertThat(second.get("/api/access/session").status()).isEqualTo(200);
            assertThat(second.get("/api/access/sessions").body()).hasSize(1);
        }
    }
}
