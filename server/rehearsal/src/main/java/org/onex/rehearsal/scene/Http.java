package org.onex.rehearsal.scene;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One person's browser, with several windows perhaps: keeps cookies, sends the CSRF token back, and measures every request. */
public final class Http {

    private static final String CSRF_COOKIE = "XSRF-ONEX-CENTER";
    private static final String CSRF_HEADER = "X-XSRF-TOKEN";
    private static final String SESSION_PATH = "/api/access/session";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Traffic traffic;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    public Http(URI base, Traffic traffic) {
        this.base = base;
        this.traffic = traffic;
    }

    public Answer get(String path) {
        return exchange("GET", path, "", new byte[0]);
    }

    /** Sends JSON. */
    public Answer send(String method, String path, JsonNode body) {
        return change(method, path, "application/json", Json.MAPPER.writeValueAsBytes(body));
    }

    /** Sends a file of the notice format. */
    public Answer sendYaml(String path, String content) {
        return change("POST", path, "application/yaml", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks by what has no place in an address; nothing is changed by it. */
    public Answer ask(String path, JsonNode question) {
        return withToken("POST", path, "application/json", Json.MAPPER.writeValueAsBytes(question));
    }

    /**
     * Fetches a file for which one asks by what has no place in an address.
     *
     * @throws Unexpected if there is none
     */
    public byte[] download(String path, JsonNode question) {
        get("/api/clock"); // any answer brings the token
        var response = measured("POST", path, "application/json", Json.MAPPER.writeValueAsBytes(question));
        return file("POST " + path, response);
    }

    /** Sends a file as it is. */
    public Answer upload(String path, byte[] content) {
        return change("POST", path, "application/octet-stream", content);
    }

    /**
     * Fetches a file.
     *
     * @throws Unexpected if there is none
     */
    public byte[] download(String path) {
        return file("GET " + path, measured("GET", path, "", new byte[0]));
    }

    private static byte[] file(String request, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw Unexpected.answer(new Answer(request, response.statusCode(), tree(response.body())));
        }
        return response.body();
    }

    private Answer change(String method, String path, String type, byte[] content) {
        var answer = withToken(method, path, type, content);
        if (answer.isFine() && !path.equals(SESSION_PATH)) {
            traffic.changeAccepted();
        }
        return answer;
    }

    private Answer withToken(String method, String path, String type, byte[] content) {
        if (!cookies.containsKey(CSRF_COOKIE)) {
            get("/api/clock"); // any answer brings the token
        }
        return exchange(method, path, type, content);
    }

    private Answer exchange(String method, String path, String type, byte[] content) {
        var response = measured(method, path, type, content);
        return new Answer(method + " " + path, response.statusCode(), tree(response.body()));
    }

    private HttpResponse<byte[]> measured(String method, String path, String type, byte[] content) {
        var begun = System.nanoTime();
        var response = response(request(method, path, type, content));
        traffic.add(Duration.ofNanos(System.nanoTime() - begun));
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private HttpRequest request(String method, String path, String type, byte[] content) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(method, content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var token = cookies.get(CSRF_COOKIE);
        if (token != null) {
            request.header(CSRF_HEADER, token);
        }
        return request.build();
    }

    private HttpResponse<byte[]> response(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedIOException e) {
            throw new Unexpected(request.method() + " " + request.uri() + " was not answered in time", e);
        } catch (IOException e) {
            throw new Unexpected("no answer from " + base + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private void keep(String header) {
        for (var cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    /** Missing when there is no body or it is not JSON (a page, say). */
    private static JsonNode tree(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
