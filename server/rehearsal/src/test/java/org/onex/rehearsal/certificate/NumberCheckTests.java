package org.onex.rehearsal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import tools.jackson.databind.JsonNode;

class NumberCheckTests {

    private final FakeCenter center = new FakeCenter();

    @AfterEach
    void close() {
        center.close();
    }

    private long broken(String... numbers) {
        new NumberCheck(center.scene("003", 1))
                .check(Stream.of(numbers).map(NumberCheckTests::certificate).toList());
        return center.found(Claim.CERTIFICATE_NUMBERS).broken();
    }

    private static JsonNode certificate(String number) {
        return Json.object().put("number", number).put("level", "ELEMENTARY").put("issuedOn", "2024-06-21");
    }

    @Test
    void numbersThatCountOnHold() {
        assertThat(broken("990000004202410000001", "990000004202410000002")).isZero();
    }

    @Test
    void aGapIsFound() {
        assertThat(broken("990000004202410000001", "990000004202410000003")).isPositive();
    }

    @Test
    void aNumberTwiceIsFound() {
        assertThat(broken("990000004202410000001", "990000004202410000001")).isPositive();
    }

    @Test
    void theNumberOfAnotherBodyYearOrLevelIsFound() {
        assertThat(broken("990000003202410000001", "990000004202310000002", "990000004202420000003"))
                .isGreaterThanOrEqualTo(3);
    }
}
