package org.onex.rehearsal.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * A centre that answers as a test says, by method and path. What the test says last counts first. Of its own it signs everybody in,
 * keeps a clock that stands still until the operator moves it, and refuses everything else.
 */
public final class FakeCenter implements AutoCloseable {

    public static final DemoData DEMO = DemoData.read(Path.of("../../demo"));
    public static final Reply NOT_PERMITTED = Reply.problem(403, "access.not-permitted");
    public static final Reply NOT_SIGNED_IN = Reply.problem(401, "access.not-signed-in");

    /**
     * @param login empty for somebody who is not signed in
     */
    public record Request(String login, String method, String path, String query, String body) {

        @Override
        public String toString() {
            return (login.isEmpty() ? "nobody" : login) + " " + method + " " + path;
        }
    }

    /**
     * @param json or a file, a character of Latin-1 for each byte
     */
    public record Reply(int status, String json, boolean isFile) {

        public Reply(int status, String json) {
            this(status, json, false);
        }

        public static Reply file(byte[] content) {
            return new Reply(200, new String(content, StandardCharsets.ISO_8859_1), true);
        }

        public static Reply ok(String json) {
            return new Reply(200, json);
        }

        public static Reply problem(int status, String code) {
            return new Reply(status, "{\"code\": \"" + code + "\"}");
        }

        /** A whole list on one page. */
        public static Reply list(Stream<String> items) {
            return ok("{\"items\": [" + items.collect(Collectors.joining(",")) + "], \"next\": null}");
        }

        public static Reply listOfCodes(List<String> codes) {
            return list(codes.stream().map("{\"code\": \"%s\"}"::formatted));
        }
    }

    private record Rule(String login, String method, String path, Function<Request, Reply> reply) {

        boolean isFor(Request request) {
            return (login.equals("*") || login.equals(request.login()))
                    && method.equals(request.method())
                    && path.equals(request.path());
        }
    }

    private final HttpServer server;
    private final Deque<Rule> rules = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final Center center;
    private volatile OffsetDateTime now = OffsetDateTime.parse("2024-04-22T09:00:00+08:00");

    public FakeCenter() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
        center = new Center(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Traffic());
        answers("GET", "/api/clock", request -> clock("rehearsal", true));
        answersTo("operator", "POST", "/api/clock/advance", request -> {
            now = OffsetDateTime.parse(Json.text(Json.MAPPER.readTree(request.body()), "to"));
            return clock("rehearsal", true);
        });
    }

    /** Answers everybody so. */
    public void answers(String method, String path, Function<Request, Reply> reply) {
        answersTo("*", method, path, reply);
    }

    /** Answers everybody always the same. */
    public void answers(String method, String path, Reply reply) {
        answers(method, path, request -> reply);
    }

    /** Answers this account so. */
    public void answersTo(String login, String method, String path, Function<Request, Reply> reply) {
        rules.addFirst(new Rule(login, method, path, reply));
    }

    public void answersTo(String login, String method, String path, Reply reply) {
        answersTo(login, method, path, request -> reply);
    }

    public Reply clock(String mode, boolean movable) {
        return Reply.ok("{\"now\": \"%s\", \"movable\": %s, \"mode\": \"%s\"}".formatted(now, movable, mode));
    }

    public OffsetDateTime now() {
        return now;
    }

    public void setClock(String time) {
        now = OffsetDateTime.parse(time);
    }

    public Center center() {
        return center;
    }

    public Findings<Claim> findings() {
        return findings;
    }

    /** What was found about one claim. */
    public Findings.Finding<Claim> found(Claim claim) {
        return findings.all().get(claim.ordinal());
    }

    /** Everything that was asked, without what every browser does by itself. */
    public synchronized List<Request> requests() {
        return requests.stream()
                .filter(request -> !request.path().equals("/api/access/session"))
                .filter(request -> !request.path().equals("/api/clock"))
                .toList();
    }

    /** The scene of a rehearsal of this plan with all of the demonstration. */
    public Scene scene(String notice, int plan) {
        return scene(notice, plan, Path.of("../center/openapi.json"));
    }

    public Scene scene(String notice, int plan, Path api) {
        var file = DEMO.notice(notice);
        return new Scene(DEMO, file, file.plan(plan), 300, center, findings, api, null, noNodes(), new ExamBooks());
    }

    /** A test starts no real node. */
    public static SiteNodes noNodes() {
        return new SiteNodes(() -> {
            throw new IllegalStateException("a test wants to start a node");
        });
    }

    public static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        var request = new Request(
                login(exchange),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        var headers = exchange.getResponseHeaders();
        headers.add("Set-Cookie", "XSRF-ONEX-CENTER=token; Path=/");
        var reply = rules.stream()
                .filter(rule -> rule.isFor(request))
                .findFirst()
                .map(rule -> rule.reply().apply(request))
                .orElseGet(() -> ofItsOwn(request));
        if (request.path().equals("/api/access/session") && reply.status() == 200) {
            headers.add("Set-Cookie", "ONEX_CENTER=" + Json.text(json(request.body()), "login") + "; Path=/");
        }
        var bytes = reply.json().getBytes(reply.isFile() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Reply ofItsOwn(Request request) {
        if (request.method().equals("POST") && request.path().equals("/api/access/session")) {
            return Reply.ok("{}");
        }
        return request.login().isEmpty() ? NOT_SIGNED_IN : NOT_PERMITTED;
    }

    private static String login(HttpExchange exchange) {
        return Stream.of(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "")
                        .split("; "))
                .filter(cookie -> cookie.startsWith("ONEX_CENTER="))
                .map(cookie -> cookie.substring("ONEX_CENTER=".length()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
