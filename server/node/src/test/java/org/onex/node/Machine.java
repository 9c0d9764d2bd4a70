package org.onex.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A machine in the exam room: keeps its cookies and talks to the node. */
final class Machine implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String AT = "2024-05-18T14:00:00.000+08:00";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    Machine(int port) {
        this.base = "http://localhost:" + port;
    }

    record Answer(int status, JsonNode body, byte[] bytes, Map<String, List<String>> headers) {

        String code() {
            return body.path("code").asString("");
        }

        long fact(String name) {
            return body.path("facts").path(name).asLong(-1);
        }

        String text(String name) {
            return body.path(name).asString("");
        }
    }

    /** A mock exam that has begun; the technician's answer. */
    JsonNode mockExam(int seats, int opensInMinutes, int minutes) {
        return mockExam(Map.of("seats", seats, "opensInMinutes", opensInMinutes, "minutes", minutes));
    }

    JsonNode mockExam(Map<String, Integer> wish) {
        try {
            var code = Files.readString(Path.of("target/node-test-data/node/technician-code"))
                    .strip();
            var answer =
                    send(request("POST", "/api/courier/mock-exams", wish).header("Authorization", "Bearer " + code));
            if (answer.status() != 201) {
                throw new IllegalStateException("no mock exam: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer signIn(JsonNode candidate) {
        return post(
                "/api/sitting/sign-ins",
                Map.of(
                        "ticket", candidate.path("ticket").asString(),
                        "idNumber", candidate.path("idNumber").asString()));
    }

    Answer signInAtBoard(JsonNode invigilator) {
        return post("/api/invigilation/session", pin(invigilator));
    }

    static Map<String, String> pin(JsonNode invigilator) {
        return Map.of(
                "number", invigilator.path("number").asString(),
                "pin", invigilator.path("pin").asString());
    }

    Answer start(String attempt, int epoch) {
        return post("/api/sitting/attempts/" + attempt + "/start", Map.of("epoch", epoch));
    }

    Answer beat(String attempt, int epoch, List<Map<String, Object>> entries) {
        return post(
                "/api/sitting/attempts/" + attempt + "/beat",
                Map.of("epoch", epoch, "entries", entries, "events", List.of(), "confirmed", List.of()));
    }

    static Map<String, Object> entry(long seq, String item, String value) {
        return Map.of("seq", seq, "item", item, "value", value, "at", AT);
    }

    /** Entries from…to about one item each, with their own number as answer. */
    static List<Map<String, Object>> entries(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(seq -> entry(seq, "S" + seq, "v" + seq))
                .toList();
    }

    Answer handIn(String attempt, int epoch, long lastSeq) {
        return post("/api/sitting/attempts/" + attempt + "/hand-in", Map.of("epoch", epoch, "lastSeq", lastSeq));
    }

    /** Goes on to the subject that follows. */
    Answer next(String attempt) {
        return post("/api/sitting/attempts/" + attempt + "/next", Map.of());
    }

    Answer view(String attempt) {
        return get("/api/sitting/attempts/" + attempt);
    }

    Answer get(String path) {
        return send(request("GET", path, null));
    }

    Answer post(String path, Object json) {
        return send(request("POST", path, json));
    }

    Answer delete(String path) {
        return send(request("DELETE", path, null));
    }

    HttpRequest.Builder request(String method, String path, @Nullable Object json) {
        var body = json == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json));
        return HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .header("Content-Type", "application/json");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var bytes = response.body();
            var isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            var json = isJson && bytes.length > 0 ? JSON.readTree(bytes) : MissingNode.getInstance();
            return new Answer(
                    response.statusCode(), json, bytes, response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
