package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.context.ConfigurableApplicationContext;

/** A node stops in the middle of what it fetches, and again before it has said what became of it; started again it needs nobody. */
class RestartJourneyTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T06:30:00Z");

    @TempDir
    private Path data;

    @Test
    void aNodeThatStoppedGoesOnWhereItWas() throws IOException {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var database = TestPostgres.freshDatabase()) {
            center.giveOut("4F7QK2M9XD0A1BCZYXWV");
            var exam = new DeliveredExam(OPENS);
            try (var node = RehearsalNode.start(database, data)) {
                enrol(node, center);
                center.breakOff.put(exam.paperHash(), 15_000);
                // After that the line stays down: what came is all there is when the node stops.
                center.silentAfter = exam.paperHash();
                center.pack(exam.bundle(center.site, 1), exam.files());
                await().atMost(Duration.ofSeconds(30)).until(() -> center.isSilent);
            }
            center.silentAfter = "";
            center.isSilent = false;
            center.losesReports = true;
            try (var node = RehearsalNode.start(database, data)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> center.isReportLost);
                assertThat(center.asked).contains("GET /api/dispatch/blobs/" + exam.paperHash() + " bytes=15000-");
                assertThat(node.isRunning()).isTrue();
            }
            assertThat(center.reports).isEmpty();
            center.losesReports = false;
            center.keys.put(exam.session, exam.paperKey);
            var fetched = center.times("GET /api/dispatch/blobs/");
            try (var node = RehearsalNode.start(database, data);
                    var technician = technician(node)) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(center.reports).containsExactly(exam.id + " 1 INSTALLED "));
                assertThat(center.times("GET /api/dispatch/blobs/")).isEqualTo(fetched);
                assertThat(technician.enrolment().path("site").path("id").asString())
                        .isEqualTo(center.site.toString());
            }
        }
    }

    private void enrol(ConfigurableApplicationContext node, PlayedCenter center) {
        try (var technician = technician(node)) {
            var wish = Map.of("code", "4F7QK2M9XD0A1BCZYXWV", "center", center.address());
            assertThat(technician.enrol(wish).status()).isEqualTo(200);
        }
    }

    private Technician technician(ConfigurableApplicationContext node) {
        return new Technician(node.getEnvironment().getRequiredProperty("local.server.port", Integer.class), data);
    }
}
