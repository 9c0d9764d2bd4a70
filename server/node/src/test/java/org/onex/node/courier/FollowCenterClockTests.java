package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.node.NodeApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node in a rehearsal against a centre of a few lines: time moved there is time moved here. */
class FollowCenterClockTests {

    private static final OffsetDateTime DEADLINE = OffsetDateTime.parse("2024-04-30T00:00:00+08:00");

    @Test
    void goesWhereTheCentreWentAndDoesNotGoBack() throws IOException {
        try (var center = new FakeCenter()) {
            center.now = OffsetDateTime.parse("2024-04-22T09:00:00+08:00");
            try (var node = node("http://127.0.0.1:" + center.port())) {
                var clock = node.getBean(BusinessClock.class);
                assertThat(clock.instant()).isBefore(DEADLINE.toInstant());
                center.now = DEADLINE;
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertThat(clock.instant()).isAfterOrEqualTo(DEADLINE.toInstant()));
                node.getBean(FollowCenterClock.class)
                        .reached(DEADLINE.minusDays(3).toInstant());
                assertThat(clock.instant()).isAfterOrEqualTo(DEADLINE.toInstant());
            }
        }
    }

    @Test
    void worksWithoutACentre() throws IOException {
        try (var node = node("http://127.0.0.1:1")) {
            node.getBean(FollowCenterClock.class).follow();
            assertThat(node.getBean(BusinessClock.class).instant())
                    .isAfterOrEqualTo(
                            OffsetDateTime.parse("2024-04-22T09:00:00+08:00").toInstant());
        }
    }

    private static ConfigurableApplicationContext node(String center) {
        return new SpringApplicationBuilder(NodeApplication.class, OwnDatabase.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--onex.database=external",
                        "--onex.mode=rehearsal",
                        "--onex.data=target/clock-test-data",
                        "--onex.clock.start=2024-04-22T09:00:00+08:00",
                        "--onex.center=" + center);
    }

    private static final class FakeCenter implements AutoCloseable {

        private final HttpServer server;
        private volatile OffsetDateTime now = DEADLINE;

        FakeCenter() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/clock", exchange -> {
                var body = "{\"now\":\"%s\",\"movable\":true,\"mode\":\"rehearsal\"}"
                        .formatted(now)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Configuration
    static class OwnDatabase {

        @Bean(destroyMethod = "close")
        DataSource dataSource() {
            return TestPostgres.freshDatabase();
        }
    }
}
