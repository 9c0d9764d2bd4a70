package org.onex.center.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.contract.kernel.IdNumber;

/** Over real HTTP, with a service that does what it is told. */
class HttpIdentityServiceTests {

    private static final IdNumber NUMBER = IdNumber.completed("99999920060315001");

    private HttpServer server;
    private HttpIdentityService service;
    private int status = 200;
    private String answer = "{}";
    private String asked = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/real-names");
        service = new HttpIdentityService(url, "secret");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void handsOverQuestionsForATicket() {
        answer = "{\"ticket\": \"T-7\"}";
        assertThat(service.ask(List.of(new IdentityService.Question("r1", "张三", NUMBER))))
                .isEqualTo("T-7");
        assertThat(asked)
                .startsWith("POST /real-names/batches Bearer secret ")
                .contains("\"reference\":\"r1\"", "\"name\":\"张三\"", "\"idNumber\":\"" + NUMBER.value() + "\"");
    }

    @Test
    void bringsAnswersWhenThereAreSome() {
        status = 202;
        assertThat(service.answers("T-7")).isEmpty();
        status = 200;
        answer = "{\"answers\": [{\"reference\": \"r1\", \"verdict\": \"MISMATCH\"}]}";
        assertThat(service.answers("T-7"))
                .contains(List.of(new IdentityService.Answer("r1", IdentityService.Verdict.MISMATCH)));
        assertThat(asked).startsWith("GET /real-names/batches/T-7 ");
    }

    @Test
    void aForgottenTicketHasNoAnswers() {
        status = 404;
        assertThat(service.answers("T-7")).isEqualTo(Optional.of(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "401, {}", "200, {}", "200, nonsense", "200, {\"ticket\": \"\"}"})
    void whateverMakesNoSenseCountsAsAwayAndRepeatsNothing(int answered, String body) {
        status = answered;
        answer = body;
        assertThatExceptionOfType(IdentityService.Away.class)
                .isThrownBy(() -> service.ask(List.of(new IdentityService.Question("r1", "张三", NUMBER))))
                .satisfies(away -> assertThat(away.getMessage()).doesNotContain(NUMBER.value(), "张三"));
        assertThatExceptionOfType(IdentityService.Away.class).isThrownBy(() -> service.answers("T-7"));
    }

    @Test
    void aServerThatIsNotThereIsAway() {
        server.stop(0);
        assertThatExceptionOfType(IdentityService.Away.class)
                .isThrownBy(() -> service.ask(List.of(new IdentityService.Question("r1", "张三", NUMBER))));
    }

    @Test
    void isNeverSpokenToReadablyOverANetwork() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HttpIdentityService(URI.create("http://identity.example/real-names"), ""))
                .withMessageContaining("https");
    }
}
