package org.onex.rehearsal.dispatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Traffic;

/** The part of a centre to which nodes speak, as far as enrolling and signing go; it has nothing to deliver. */
final class FakeExchange implements AutoCloseable {

    static final String NODE = "01970000-0000-7000-8000-000000000001";
    private static final Pattern INPUT = Pattern.compile(
            "onex=(\\(\"@method\" \"@path\" \"@query\" \"content-digest\"\\);created=(\\d+);keyid=\"([^\"]+)\";alg=\"ed25519\")");

    /** How it keeps to the protocol. */
    enum Manner {
        WELL,
        KNOWS_NO_CODE,
        SIGNS_NOTHING,
        SIGNS_WITH_ANOTHER_KEY,
        REPEATS_ITS_LAST_ANSWER,
        SIGNS_LONG_AGO,
        SIGNS_ANOTHER_BODY,
        ANSWERS_EVERYBODY
    }

    private final HttpServer server;
    private final EnrolmentCode code;
    private final KeyPair key = Curve.ED25519.random();
    private Manner manner = Manner.WELL;
    private @Nullable PublicKey node;
    private Map<String, String> last = Map.of();

    FakeExchange(EnrolmentCode code) {
        this.code = code;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    void behave(Manner wanted) {
        manner = wanted;
    }

    /** A scene whose nodes speak to this one. */
    Scene scene(FakeCenter center) {
        var scene = center.scene("003", 1);
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Scene(
                scene.data(),
                scene.notice(),
                scene.plan(),
                scene.candidates(),
                new Center(address, new Traffic()),
                scene.findings(),
                scene.api(),
                null,
                scene.nodes(),
                scene.books());
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        if (path.equals(VirtualNode.ENROLMENTS)) {
            enrol(exchange, new String(body, StandardCharsets.UTF_8));
            return;
        }
        var refusal = manner == Manner.ANSWERS_EVERYBODY ? "" : refusal(exchange, body);
        if (refusal.equals("node.not-signed") || refusal.equals("access.not-signed-in")) {
            send(exchange, 401, problem(refusal), Map.of());
        } else {
            var answer = refusal.isEmpty() ? "{\"items\": []}" : problem(refusal);
            var status = refusal.isEmpty() ? 200 : 401;
            send(exchange, status, answer, fields(exchange, status, answer));
        }
    }

    private static String problem(String code) {
        return "{\"code\": \"%s\", \"facts\": {\"now\": \"%s\"}}".formatted(code, Instant.now());
    }

    /** Empty if there is none. */
    private String refusal(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        if (!headers.containsKey(Signer.INPUT)) {
            return "access.not-signed-in";
        }
        var input = INPUT.matcher(Objects.requireNonNullElse(headers.getFirst(Signer.INPUT), ""));
        var signature = Objects.requireNonNullElse(headers.getFirst(Signer.SIGNATURE), "");
        if (!input.matches() || !input.group(3).equals(NODE) || node == null || !signature.startsWith("onex=:")) {
            return "node.not-signed";
        }
        var base = SignatureBase.ofRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
        var bytes = Base64.getDecoder().decode(signature.substring("onex=:".length(), signature.length() - 1));
        if (!SignatureBase.digest(body).equals(headers.getFirst(Signer.DIGEST))
                || !Ed25519.fits(bytes, base.text(input.group(1)).getBytes(StandardCharsets.UTF_8), node)) {
            return "node.not-signed";
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(input.group(2))), Instant.now());
        return off.abs().compareTo(Duration.ofMinutes(5)) > 0 ? "node.clock-off" : "";
    }

    private Map<String, String> fields(HttpExchange exchange, int status, String answer) {
        var asked = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(Signer.SIGNATURE), "onex=");
        var body = (manner == Manner.SIGNS_ANOTHER_BODY ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
        var base = SignatureBase.ofAnswer(status, body, asked.substring("onex=".length()));
        var signer = new Signer(
                "center",
                manner == Manner.SIGNS_WITH_ANOTHER_KEY ? Curve.ED25519.random().getPrivate() : key.getPrivate());
        var created = manner == Manner.SIGNS_LONG_AGO ? Instant.now().minusSeconds(3600) : Instant.now();
        var fields = switch (manner) {
            case SIGNS_NOTHING -> Map.<String, String>of();
            case REPEATS_ITS_LAST_ANSWER -> last;
            default -> signer.fields(base, SignatureBase.digest(body), created);
        };
        last = fields;
        return fields;
    }

    private void enrol(HttpExchange exchange, String body) throws IOException {
        var request = FakeCenter.json(body);
        var signingKey = Json.text(request, "signingKey");
        var sealingKey = Json.text(request, "sealingKey");
        var proof = code.proof("onex-enrol-node", code.name(), signingKey, sealingKey);
        if (!proof.equals(Json.text(request, "proof"))) {
            send(exchange, 401, problem("node.code-wrong"), Map.of());
            return;
        }
        node = Curve.ED25519.publicKey(Base64.getDecoder().decode(signingKey));
        var centerKey = Base64.getEncoder().encodeToString(Curve.bytes(key.getPublic()));
        var known = manner == Manner.KNOWS_NO_CODE ? code.guessed() : code;
        var answer = Json.object().put("node", NODE).put("centerKey", centerKey);
        answer.putObject("site").put("id", "site").put("name", "示范考点");
        answer.put(
                "proof",
                known.proof("onex-enrol-center", code.name(), signingKey, sealingKey, NODE, "site", centerKey));
        send(exchange, 200, answer.toString(), Map.of());
    }

    private static void send(HttpExchange exchange, int status, String body, Map<String, String> fields)
            throws IOException {
        new HashMap<>(fields).forEach(exchange.getResponseHeaders()::set);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
