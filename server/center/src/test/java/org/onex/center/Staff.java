package org.onex.center;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody at a browser: keeps cookies and sends the CSRF token as our pages do. */
public final class Staff implements AutoCloseable {

    static final String PASSWORD = "onex-demo-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    Staff(int port) {
        this.base = "http://localhost:" + port;
    }

    public static Staff signedIn(int port, String login) {
        var staff = new Staff(port);
        var answer = staff.signIn(login, PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException(login + " cannot sign in: " + answer);
        }
        return staff;
    }

    /** Somebody without an account who has opened a page. */
    public static Staff atThePortal(int port) {
        var anybody = new Staff(port);
        anybody.get("/api/clock");
        return anybody;
    }

    /** What came back: the status and the body as JSON (missing when there was none). */
    public record Answer(int status, JsonNode body, Map<String, List<String>> headers) {

        public String code() {
            return body.path("code").asString("");
        }
    }

    Answer signIn(String login, String password) {
        get("/api/clock");
        return post("/api/access/session", Map.of("login", login, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** What is downloaded from there. */
    public byte[] bytes(String path) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, Object json) {
        return send("POST", path, JSON.writeValueAsBytes(json), "application/json");
    }

    public Answer put(String path, Object json) {
        return send("PUT", path, JSON.writeValueAsBytes(json), "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer postYaml(String path, String yaml) {
        return send("POST", path, yaml.getBytes(StandardCharsets.UTF_8), "application/yaml");
    }

    /** Sends a file and returns its id. */
    String upload(String name, byte[] content) {
        var path = "/api/file/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        var answer = send("POST", path, content, "application/octet-stream");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body().path("id").asString();
    }

    /** Asks until the work behind an import has ended, as a page does. */
    JsonNode whenEnded(Answer begun, String path) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (begun.status() == 202 && System.nanoTime() < limit) {
            var view = get(path + begun.body().path("id").asString()).body();
            if (view.path("job").path("ended").isString()) {
                return view;
            }
        }
        throw new AssertionError("did not end: " + begun);
    }

    /** The same for a job. */
    public JsonNode whenJobEnded(String job) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < limit) {
            var view = get("/api/job/jobs/" + job).body();
            if (view.path("ended").isString()) {
                return view;
            }
        }
        throw new AssertionError("did not end: " + job);
    }

    /** Like a page of another site: the cookie goes along, the token does not. */
    Answer postWithoutToken(String path, Object json) {
        return send(request("POST", path, JSON.writeValueAsBytes(json), "application/json"));
    }

    Answer send(String method, String path, byte @Nullable [] body, @Nullable String type) {
        var request = request(method, path, body, type);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-ONEX-CENTER"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return send(request);
    }

    private HttpRequest.Builder request(String method, String path, byte @Nullable [] body, @Nullable String type) {
        var publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, publisher);
        return type == null ? request : request.header("Content-Type", type);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            var json = text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : MissingNode.getInstance();
            return new Answer(response.statusCode(), json, response.headers().map());
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
