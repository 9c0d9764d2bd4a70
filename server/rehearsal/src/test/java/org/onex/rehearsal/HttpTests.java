package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage.Step;
import org.onex.rehearsal.scene.Traffic;

class HttpTests {

    private final List<String> seen = new ArrayList<>();
    private final Traffic traffic = new Traffic();
    private final HttpServer server;
    private final Http http;

    HttpTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http = new Http(address(), traffic);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void start() {
        server.createContext("/api/clock", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "XSRF-ONEX-CENTER=token-1; Path=/");
            answer(exchange, 200, "{\"now\": \"2024-04-22T09:00:00+08:00\", \"movable\": true, \"mode\": \"demo\"}");
        });
        server.createContext("/api/access/session", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "ONEX_CENTER=session-1; Path=/; HttpOnly; SameSite=Lax");
            answer(exchange, 200, "{}");
        });
        server.createContext("/api/sign-out", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "ONEX_CENTER=; Path=/; Max-Age=0");
            answer(exchange, 204, "");
        });
        server.createContext(
                "/api/refused",
                exchange -> answer(exchange, 409, "{\"code\": \"clock.backwards\", \"facts\": {\"to\": 1}}"));
        server.createContext("/page", exchange -> answer(exchange, 200, "<html></html>"));
        server.createContext("/api/list", exchange -> {
            var first = !String.valueOf(exchange.getRequestURI().getRawQuery()).contains("after");
            answer(exchange, 200, first ? "{\"items\": [1, 2], \"next\": \"a=\"}" : "{\"items\": [3], \"next\": null}");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        var headers = exchange.getRequestHeaders();
        seen.add("%s %s cookie=%s csrf=%s type=%s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Cookie"),
                        headers.getFirst("X-XSRF-TOKEN"),
                        headers.getFirst("Content-Type")));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aChangeCarriesTheTokenThatALookBrought() {
        http.send("POST", "/api/access/session", Json.object());
        http.sendYaml("/api/access/session", "code: X");

        assertThat(seen)
                .containsExactly(
                        "GET /api/clock cookie=null csrf=null type=null",
                        "POST /api/access/session cookie=XSRF-ONEX-CENTER=token-1 csrf=token-1 type=application/json",
                        "POST /api/access/session cookie=ONEX_CENTER=session-1; XSRF-ONEX-CENTER=token-1 csrf=token-1"
                                + " type=application/yaml");
    }

    @Test
    void aCookieThatIsTakenBackIsNotSentAgain() {
        http.send("POST", "/api/access/session", Json.object());
        http.get("/api/sign-out");
        http.get("/page");

        assertThat(seen).last().asString().contains("cookie=XSRF-ONEX-CENTER=token-1 ");
    }

    @Test
    void aProblemIsReadWithItsCode() {
        var answer = http.get("/api/refused");

        assertThat(answer.isProblem(409, "clock.backwards")).isTrue();
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(answer::orFail)
                .withMessage("GET /api/refused answered 409 clock.backwards {\"to\":1}");
    }

    @Test
    void aPageIsNoJson() {
        var answer = http.get("/page");

        assertThat(answer.isFine()).isTrue();
        assertThat(answer.body().isMissingNode()).isTrue();
    }

    @Test
    void everyRequestIsMeasuredAndEveryAcceptedChangeCounted() {
        http.send("PUT", "/api/clock", Json.object());
        http.send("PUT", "/api/refused", Json.object());
        http.send("POST", "/api/access/session", Json.object());

        assertThat(traffic.take().count()).isEqualTo(4);
        assertThat(traffic.acceptedChanges()).isEqualTo(1);
    }

    @Test
    void aListIsReadToItsEnd() {
        var center = new Center(address(), traffic);

        assertThat(center.all(http, "/api/list?phase=OPEN"))
                .extracting(Object::toString)
                .containsExactly("1", "2", "3");
        assertThat(seen)
                .extracting(line -> line.substring(0, line.indexOf(" cookie")))
                .containsExactly("GET /api/list?phase=OPEN&limit=20", "GET /api/list?phase=OPEN&limit=20&after=a%3D");
    }

    @Test
    void nobodyThereIsSaidPlainly() {
        server.stop(0);

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> http.get("/api/clock"))
                .withMessageStartingWith("no answer from " + address());
    }

    @Test
    void aRunAgainstSomethingElseFailsWithOne() {
        var report = new Report(Json.object(), new Findings<>(Claim.class));
        server.stop(0);
        var demo = DemoData.read(Path.of("../../demo"));
        var notice = demo.notice("003");
        var scene = new Scene(
                demo,
                notice,
                notice.plan(1),
                300,
                new Center(address(), traffic),
                new Findings<>(Claim.class),
                Path.of("x"),
                null,
                FakeCenter.noNodes(),
                new ExamBooks());

        Rehearsal.ofToday(System.out).play(scene, Step.PLAN, report);

        assertThat(report.exitCode()).isEqualTo(1);
    }
}
