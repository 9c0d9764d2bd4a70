package org.onex.center;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.exchange.MessageSignature;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.exchange.VerifyingKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A site's exam server as the centre sees it: its own keys, every request signed, every answer held against the centre's key. */
public final class ExamServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUNDLE = "onex-bundle-v2";
    private static final int SIGNATURE_BYTES = 64;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final SigningKey signing;
    private final OpeningKey opening = OpeningKey.random();
    private String keyId = "";
    private Duration ahead = Duration.ZERO;

    public ExamServer(int port) {
        this(port, SigningKey.random());
    }

    public ExamServer(int port, SigningKey signing) {
        this.base = "http://localhost:" + port;
        this.signing = signing;
    }

    /** What came back, and what it was asked with. */
    public record Answer(int status, byte[] body, Map<String, String> headers, String asked) {

        public JsonNode json() {
            return body.length > 0 && (body[0] == '{' || body[0] == '[')
                    ? JSON.readTree(body)
                    : MissingNode.getInstance();
        }

        public String code() {
            return json().path("code").asString("");
        }

        /** Whether this is the centre's answer to this very request. */
        public boolean isSignedBy(VerifyingKey center) {
            return MessageSignature.isResponse(
                    new MessageSignature.Answered(status, asked),
                    body,
                    name -> headers.get(name.toLowerCase()),
                    center);
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What a machine sends to enrol with a code as it was shown; {@code code} and {@code proof} among it. */
    public Map<String, String> application(String shown, String name) {
        var code = shown.replace("-", "");
        var keys = signing.verifyingKey().base64() + "\n" + opening.sealingKey().base64() + "\n";
        return new HashMap<>(Map.of(
                "code",
                code.substring(0, 5),
                "name",
                name,
                "version",
                "0.1.0",
                "signingKey",
                signing.verifyingKey().base64(),
                "sealingKey",
                opening.sealingKey().base64(),
                "proof",
                mac(code, "onex-enrol-node\n" + code.substring(0, 5) + "\n" + keys)));
    }

    public Answer apply(Map<String, String> application) {
        return sendAsIs("POST", "/api/node/enrolments", json(application), Map.of());
    }

    /**
     * Enrols with a code as it was shown, and from now on signs as the node that it has become.
     *
     * @throws IllegalStateException if it is refused, or whoever answered does not know the code
     */
    public UUID enrol(String shown, String name) {
        var answer = apply(application(shown, name));
        if (answer.status() != 200 || !isProven(answer, shown)) {
            throw new IllegalStateException(answer.toString());
        }
        keyId = answer.json().path("node").asString();
        return UUID.fromString(keyId);
    }

    /** Whether an enrolment was answered by somebody who knows the code. */
    public boolean isProven(Answer answer, String shown) {
        var code = shown.replace("-", "");
        var said = answer.json();
        var lines = List.of(
                "onex-enrol-center",
                code.substring(0, 5),
                signing.verifyingKey().base64(),
                opening.sealingKey().base64(),
                said.path("node").asString(),
                said.path("site").path("id").asString(),
                said.path("centerKey").asString(),
                "");
        return mac(code, String.join("\n", lines)).equals(said.path("proof").asString());
    }

    private static String mac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it says that it is this one. */
    public ExamServer as(UUID node) {
        keyId = node.toString();
        return this;
    }

    /** Its machine's clock goes wrong by so much. */
    public void setClockAhead(Duration wrong) {
        ahead = wrong;
    }

    public SigningKey signingKey() {
        return signing;
    }

    public OpeningKey openingKey() {
        return opening;
    }

    /**
     * Opens a letter to it.
     *
     * @return the bundle that was sealed in it, as JSON
     * @throws IllegalArgumentException if it is for somebody else
     * @throws IllegalStateException if the centre has not signed it
     */
    public byte[] opened(byte[] letter, VerifyingKey center) {
        var signed = opening.open(letter, BUNDLE);
        var zipped = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        var head = (BUNDLE + "\n").getBytes(StandardCharsets.US_ASCII);
        var covered = Arrays.copyOf(head, head.length + zipped.length);
        System.arraycopy(zipped, 0, covered, head.length, zipped.length);
        if (!center.verifies(covered, Arrays.copyOf(signed, SIGNATURE_BYTES))) {
            throw new IllegalStateException("the centre has not signed this");
        }
        return unzipped(zipped);
    }

    public static byte[] unzipped(byte[] zipped) {
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return unzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0], UnaryOperator.identity());
    }

    public Answer put(String path, Object json) {
        return send("PUT", path, json(json), UnaryOperator.identity());
    }

    /**
     * @param path     with its query
     * @param tampered what becomes of the signature's fields and further ones before they are sent
     */
    public Answer send(String method, String path, byte[] body, UnaryOperator<Map<String, String>> tampered) {
        var query = path.indexOf('?');
        var asked = new MessageSignature.Asked(
                method, query < 0 ? path : path.substring(0, query), query < 0 ? "" : path.substring(query + 1));
        var now = Instant.now().plus(ahead);
        var fields = tampered.apply(new HashMap<>(MessageSignature.request(asked, body, keyId, signing, now)));
        return sendAsIs(method, path, body, fields);
    }

    /** Whatever somebody has put together. */
    public Answer sendAsIs(String method, String path, byte @Nullable [] body, Map<String, String> fields) {
        var publisher = body == null || body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, publisher)
                .header("Content-Type", "application/json");
        fields.forEach(request::setHeader);
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    headers,
                    fields.getOrDefault(MessageSignature.SIGNATURE, ""));
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
