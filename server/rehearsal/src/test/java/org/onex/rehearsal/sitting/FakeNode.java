package org.onex.rehearsal.sitting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A node in memory that keeps the answer protocol, or breaks it in exactly the ways it is told to. */
final class FakeNode implements TestedNode, AutoCloseable {

    /** What a bad node does. */
    enum Fault {
        LOSES_THE_LAST_ENTRY_AT_A_RESTART,
        LOSES_AN_ENTRY_AND_SAYS_IT_HAS_IT,
        RUNS_DURABLE_SEQ_BACK,
        ACKNOWLEDGES_WHAT_WAS_NOT_SENT,
        INVENTS_AN_ANSWER,
        LETS_OLD_EPOCHS_WIN,
        TELLS_OLD_DEVICES_NOTHING,
        ACCEPTS_A_CONFLICT,
        ACCEPTS_A_GAP,
        NEEDS_NO_UNLOCK,
        GIVES_A_SECOND_ATTEMPT,
        CHANGES_THE_RECEIPT,
        HASHES_WRONGLY,
        SHOWS_WHAT_WAS_HANDED_IN,
        TAKES_ENTRIES_AFTER_HAND_IN,
        GIVES_TIME_BACK_AT_A_RESTART,
        FORGETS_MESSAGES,
        PUTS_ANSWERS_INTO_THE_PAPER,
        ANNOUNCES_ANOTHER_PAPER,
        OVERWRITES_THE_FIRST_REVISION,
        IS_BUSY_WITH_500
    }

    private static final byte[] KEY = new byte[32];
    private static final String PAPER = """
            {"format": 1, "title": "模拟卷", "sections": [{"title": "一", "note": "", "items": [
              {"id": "S01", "type": "SINGLE", "points": 5, "stem": "题", "options": [{"key": "A", "text": "甲"}, {"key": "B", "text": "乙"}]},
              {"id": "M01", "type": "MULTIPLE", "points": 5, "stem": "题", "options": [{"key": "A", "text": "甲"}, {"key": "B", "text": "乙"}]},
              {"id": "J01", "type": "JUDGE", "points": 5, "stem": "题", "options": []},
              {"id": "W01", "type": "TEXT", "points": 20, "stem": "题", "options": [], "maxLength": 500 %s}]}]}
            """;

    record Reply(int status, JsonNode body, String cookie) {

        static Reply ok(JsonNode body) {
            return new Reply(200, body, "");
        }

        static Reply refused(int status, String code) {
            return new Reply(status, Json.object().put("code", code), "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Map<String, FakeAttempt> byTicket = new LinkedHashMap<>();
    private List<Path> logs = List.of();
    private boolean down;
    private int exams;
    private int requests;

    FakeNode(Fault... faults) {
        this.faults.addAll(List.of(faults));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    void writesInto(Path... files) {
        logs = List.of(files);
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public String technicianCode() {
        return "code";
    }

    @Override
    public synchronized void strike(Blow blow) {
        down = true;
    }

    @Override
    public synchronized void startAgain() {
        down = false;
        byTicket.values().forEach(FakeAttempt::restart);
    }

    @Override
    public List<Path> logs() {
        return logs;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/sitting/papers/")) {
            send(exchange, 200, sealed());
            return;
        }
        Reply reply;
        synchronized (this) {
            if (down) {
                exchange.close();
                return;
            }
            reply = answer(exchange, path, body.length == 0 ? Json.object() : Json.MAPPER.readTree(body));
        }
        if (!reply.cookie().isEmpty()) {
            exchange.getResponseHeaders().add("Set-Cookie", reply.cookie());
        }
        send(exchange, reply.status(), reply.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Reply answer(HttpExchange exchange, String path, JsonNode body) {
        if (has(Fault.IS_BUSY_WITH_500) && ++requests % 3 == 0) {
            return Reply.refused(500, "internal");
        }
        var parts = path.split("/");
        return switch (parts[2] + "/" + parts[3 == parts.length ? 2 : 3]) {
            case "clock/clock" -> Reply.ok(Json.object().put("now", "2024-05-18T14:00:00+08:00"));
            case "courier/mock-exams" -> exam(exchange, body);
            case "invigilation/session" -> new Reply(200, Json.object(), "ONEX_NODE_STAFF=1; Path=/api/invigilation");
            case "invigilation/seats" -> staff(exchange, this::seats);
            case "invigilation/attempts" -> staff(exchange, () -> invigilate(attempt(parts[4]), parts[5], body));
            case "sitting/sign-ins" -> signIn(body);
            default -> {
                var attempt = attempt(parts[4]);
                yield attempt.serve(cookie(exchange), parts.length > 5 ? parts[5] : "", body);
            }
        };
    }

    private static Reply staff(HttpExchange exchange, Supplier<Reply> work) {
        return cookie(exchange).startsWith("ONEX_NODE_STAFF=")
                ? work.get()
                : Reply.refused(401, "invigilation.not-signed-in");
    }

    private static String cookie(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
    }

    private Reply exam(HttpExchange exchange, JsonNode order) {
        if (!"Bearer code".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.refused(401, "courier.not-technician");
        }
        var exam = ++exams;
        var body = Json.object();
        body.putObject("session").put("id", "session-" + exam);
        var candidates = body.putArray("candidates");
        IntStream.rangeClosed(1, order.path("seats").asInt()).forEach(seat -> {
            var ticket = "24051800%04d%04d".formatted(exam, seat);
            byTicket.put(
                    ticket, new FakeAttempt(this, ticket, order.path("minutes").asInt()));
            candidates
                    .addObject()
                    .put("seat", seat)
                    .put("name", "模拟考生%03d".formatted(seat))
                    .put("ticket", ticket)
                    .put("idNumber", "99999920000101%04d".formatted(seat));
        });
        var invigilators = body.putArray("invigilators");
        List.of("901", "902")
                .forEach(
                        number -> invigilators.addObject().put("number", number).put("pin", "1234"));
        return new Reply(201, body, "");
    }

    private Reply seats() {
        var page = Json.object().putNull("next");
        var items = page.putArray("items");
        byTicket.forEach((ticket, attempt) -> items.addObject()
                .put("ticket", ticket)
                .put("attempt", attempt.id())
                .put("state", attempt.state()));
        return Reply.ok(page);
    }

    private static Reply invigilate(FakeAttempt attempt, String act, JsonNode body) {
        switch (act) {
            case "unlock" -> attempt.unlock();
            case "message" -> attempt.message(Json.text(body, "text"));
            default -> attempt.extend(body.path("minutes").asInt());
        }
        return new Reply(204, Json.object(), "");
    }

    private Reply signIn(JsonNode body) {
        return byTicket.get(Json.text(body, "ticket")).signIn(Json.text(body, "device"));
    }

    private FakeAttempt attempt(String id) {
        return byTicket.values().stream()
                .filter(attempt -> attempt.isKnownAs(id))
                .findFirst()
                .orElseThrow();
    }

    /** Of the mock exams that last one minute. */
    void deadlinePasses() {
        byTicket.values().forEach(FakeAttempt::handInAtDeadline);
    }

    ObjectNode paper() {
        var hash = HexFormat.of().formatHex(ScriptHash.sha256(sealed()));
        return Json.object()
                .put("sha256", hash)
                .put("bytes", sealed().length + (has(Fault.ANNOUNCES_ANOTHER_PAPER) ? 1 : 0));
    }

    static String key() {
        return Base64.getEncoder().encodeToString(KEY);
    }

    private byte[] sealed() {
        return sealed(PAPER.formatted(has(Fault.PUTS_ANSWERS_INTO_THE_PAPER) ? ", \"answer\": \"A\"" : ""));
    }

    static byte[] sealed(String paper) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(paper.getBytes(StandardCharsets.UTF_8));
            }
            var nonce = new byte[12];
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD("onex-paper-v1".getBytes(StandardCharsets.US_ASCII));
            var sealed = new ByteArrayOutputStream();
            sealed.writeBytes(nonce);
            sealed.writeBytes(cipher.doFinal(packed.toByteArray()));
            return sealed.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
