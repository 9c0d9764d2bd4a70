package org.onex.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.MessageSignature;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import tools.jackson.databind.JsonNode;

/**
 * The centre as a node sees it ({@code docs/dispatch-protocol.md}), played over HTTP with the signatures of the real one, and with every
 * misfortune that a line has: it breaks off, changes bytes, is away, or is somebody else.
 */
final class PlayedCenter implements AutoCloseable {

    static final String PURPOSE = "onex-bundle-v2";
    private static final String RETURNS = "/api/script/returns/";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    final UUID site;
    final SigningKey key = SigningKey.random();
    final Map<String, String> codes = new ConcurrentHashMap<>();
    final Map<UUID, DataKey> keys = new ConcurrentHashMap<>();
    final List<JsonNode> readiness = new CopyOnWriteArrayList<>();
    final List<String> reports = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<JsonNode> enrolments = new CopyOnWriteArrayList<>();
    /** After how many bytes the next answer with these bytes ends. */
    final Map<String, Integer> breakOff = new ConcurrentHashMap<>();
    /** Whose next answer arrives with a bit changed. */
    final List<String> damage = new CopyOnWriteArrayList<>();

    final PlayedReturns returns = new PlayedReturns(key);
    /** How many requests about the return still come through before nobody answers them any more; negative for all. */
    private final AtomicInteger returnsLeft = new AtomicInteger(-1);

    private volatile boolean losesOnlyTheAnswer;
    private final AtomicReference<@Nullable String> brokenAt = new AtomicReference<>();

    volatile Duration clockAhead = Duration.ZERO;
    volatile SigningKey signsWith = key;
    volatile SigningKey enrolsWith = key;
    volatile String provesWith = "";
    volatile boolean isWithdrawn;
    volatile boolean forgetsItsAnswer;
    /** After the bytes with this name were asked for nobody answers any more. */
    volatile String silentAfter = "";

    /** What happens between finding out what there is for a node and telling it. */
    volatile Runnable beforeDelivering = () -> {};

    volatile boolean isSilent;
    volatile boolean losesReports;
    volatile boolean isReportLost;

    private final Map<UUID, Map<String, Object>> deliveries = new ConcurrentHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, UUID> nodes = new ConcurrentHashMap<>();
    private volatile @Nullable VerifyingKey nodeKey;
    private volatile @Nullable SealingKey sealingKey;
    private final int port;
    private @Nullable HttpServer server;

    PlayedCenter(UUID site) throws IOException {
        this.site = site;
        this.port = open(0);
    }

    private int open(int wanted) throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        opened.start();
        server = opened;
        return opened.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void goAway() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    void comeBack() throws IOException {
        open(port);
    }

    /** As many requests about the return still come through; nobody answers the next one, nor any after it. */
    void breakReturnAfter(int requests) {
        breakReturnAfter(requests, false);
    }

    /** @param isDone whether what the next one asks for is done all the same, and only its answer is lost */
    void breakReturnAfter(int requests, boolean isDone) {
        losesOnlyTheAnswer = isDone;
        brokenAt.set(null);
        returnsLeft.set(requests);
    }

    boolean isReturnBroken() {
        return brokenAt.get() != null;
    }

    /** The first request about the return that got no answer, as method and path; empty if all got one. */
    String brokenAt() {
        return Objects.requireNonNullElse(brokenAt.get(), "");
    }

    /** From now on requests about the return are answered again. */
    void mendReturn() {
        returnsLeft.set(-1);
        brokenAt.set(null);
    }

    /** A code good for this site. */
    void giveOut(String code) {
        codes.put(code.substring(0, 5), code);
    }

    /** No misfortune from now on. */
    void mend() {
        signsWith = key;
        clockAhead = Duration.ZERO;
        isWithdrawn = false;
        returns.signsReceiptsWith = key;
        returns.mend();
        mendReturn();
    }

    SealingKey nodesSealingKey() {
        var known = sealingKey;
        if (known == null) {
            throw new IllegalStateException("no node is enrolled");
        }
        return known;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        asked.add(method + " " + path + " " + range(exchange));
        if (isSilent) {
            return;
        }
        if (path.equals("/api/node/enrolments")) {
            enrol(exchange, Machine.JSON.readTree(body));
        } else if (path.equals("/api/clock")) {
            send(exchange, 404, new byte[0]);
        } else if (!isSigned(exchange, body)) {
            signed(exchange, 401, Map.of("code", "node.not-signed"));
        } else if (!isTimely(exchange)) {
            signed(exchange, 401, Map.of("code", "node.clock-off", "facts", Map.of("now", now().toString())));
        } else if (isWithdrawn) {
            signed(exchange, 403, Map.of("code", "node.withdrawn"));
        } else if (path.startsWith("/api/dispatch/blobs/")) {
            blob(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else {
            asNode(exchange, method, path, body);
        }
    }

    private void asNode(HttpExchange exchange, String method, String path, byte[] body) throws IOException {
        if (path.equals("/api/node/readiness")) {
            readiness.add(Machine.JSON.readTree(body));
            signed(exchange, 200, Map.of("now", "2024-05-18T13:30:00+08:00", "skewMs", 12));
        } else if (path.equals("/api/dispatch/deliveries")) {
            var items = List.copyOf(deliveries.values());
            if (!items.isEmpty()) {
                beforeDelivering.run();
            }
            signed(exchange, 200, Map.of("items", items));
        } else if (path.startsWith(RETURNS)) {
            returned(exchange, method, path.substring(RETURNS.length()), body);
        } else if (method.equals("PUT") && losesReports) {
            isReportLost = true;
        } else if (method.equals("PUT")) {
            var said = Machine.JSON.readTree(body);
            reports.add(path.substring(path.lastIndexOf('/') + 1) + " "
                    + said.path("version").asInt() + " " + said.path("state").asString() + " "
                    + said.path("problem").asString(""));
            signed(exchange, 204, null);
        } else {
            key(exchange, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        }
    }

    private void returned(HttpExchange exchange, String method, String path, byte[] body) throws IOException {
        var known = Objects.requireNonNull(nodeKey);
        if (returnsLeft.getAndUpdate(left -> left < 0 ? left : Math.max(0, left - 1)) != 0) {
            var answer = returns.answer(method, path, body, known);
            signed(exchange, answer.status(), answer.body());
            return;
        }
        if (losesOnlyTheAnswer && !isReturnBroken()) {
            returns.answer(method, path, body, known);
        }
        // Said only once it is done.
        brokenAt.compareAndSet(null, method + " " + path);
    }

    private void key(HttpExchange exchange, UUID session) throws IOException {
        var released = keys.get(session);
        if (released == null) {
            var facts = Map.of("releasesAt", "2024-05-18T13:50:00+08:00");
            signed(exchange, 409, Map.of("code", "dispatch.not-released-yet", "facts", facts));
        } else {
            var sealed = nodesSealingKey().seal(released.bytes(), "onex-paper-key-v1 " + session);
            var text = Base64.getEncoder().encodeToString(sealed);
            signed(exchange, 200, Map.of("session", session, "key", text));
        }
    }

    private void enrol(HttpExchange exchange, JsonNode asked) throws IOException {
        enrolments.add(asked);
        var code = codes.get(asked.path("code").asString());
        var lines = "%s\n%s\n%s\n"
                .formatted(
                        asked.path("code").asString(),
                        asked.path("signingKey").asString(),
                        asked.path("sealingKey").asString());
        if (code == null
                || !mac(code, "onex-enrol-node\n" + lines)
                        .equals(asked.path("proof").asString())) {
            problem(exchange, 401, "node.code-wrong");
            return;
        }
        var node = nodes.computeIfAbsent(lines, any -> UUID.randomUUID());
        if (nodes.keySet().stream().anyMatch(other -> other.startsWith(code.substring(0, 5)) && !other.equals(lines))) {
            problem(exchange, 409, "node.code-used");
            return;
        }
        nodeKey = VerifyingKey.ofBase64(asked.path("signingKey").asString());
        sealingKey = SealingKey.ofBase64(asked.path("sealingKey").asString());
        if (forgetsItsAnswer) {
            forgetsItsAnswer = false;
            return;
        }
        var own = enrolsWith.verifyingKey().base64();
        var proof = mac(
                provesWith.isEmpty() ? code : provesWith,
                "onex-enrol-center\n" + lines + node + "\n" + site + "\n" + own + "\n");
        var named = Map.of("id", site, "name", "虚构学院考点");
        var body = Map.of("node", node, "site", named, "centerKey", own, "proof", proof);
        send(exchange, 200, Machine.JSON.writeValueAsBytes(body));
    }

    static String mac(String code, String text) {
        return HashKey.of(code.getBytes(StandardCharsets.US_ASCII)).hash(text);
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var query = exchange.getRequestURI().getRawQuery();
        var request = new MessageSignature.Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), query == null ? "" : query);
        var known = nodeKey;
        return known != null
                && MessageSignature.isRequest(
                        request, body, name -> exchange.getRequestHeaders().getFirst(name), known);
    }

    private boolean isTimely(HttpExchange exchange) {
        var input = MessageSignature.input(exchange.getRequestHeaders().getFirst(MessageSignature.INPUT));
        return input.isPresent()
                && Duration.between(input.get().created(), now()).abs().compareTo(TOLERANCE) <= 0;
    }

    private Instant now() {
        return Clock.systemUTC().instant().plus(clockAhead);
    }

    private void signed(HttpExchange exchange, int status, @Nullable Object content) throws IOException {
        var body = content == null ? new byte[0] : Machine.JSON.writeValueAsBytes(content);
        var asked = exchange.getRequestHeaders().getFirst(MessageSignature.SIGNATURE);
        MessageSignature.response(
                        new MessageSignature.Answered(status, asked == null ? "" : asked),
                        body,
                        "center",
                        signsWith,
                        now())
                .forEach(exchange.getResponseHeaders()::set);
        send(exchange, status, body);
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, Machine.JSON.writeValueAsBytes(Map.of("code", code)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String range(HttpExchange exchange) {
        var range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? "" : range;
    }

    private void blob(HttpExchange exchange, String sha256) throws IOException {
        var blob = blobs.get(sha256);
        if (blob == null) {
            problem(exchange, 404, "dispatch.blob-unknown");
            return;
        }
        var range = range(exchange);
        int from = range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from >= blob.length) {
            problem(exchange, 416, "request.invalid");
            return;
        }
        var rest = Arrays.copyOfRange(blob, from, blob.length);
        if (damage.remove(sha256)) {
            rest[rest.length / 2] ^= 1;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, blob.length - 1, blob.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
        var end = breakOff.remove(sha256);
        // Closing with bytes missing is how a line breaks.
        exchange.getResponseBody().write(rest, 0, end == null ? rest.length : end);
        isSilent = isSilent || sha256.equals(silentAfter);
    }

    /** Packs a bundle for the enrolled node; the hash of its letter. */
    String pack(SiteBundle bundle, Map<String, byte[]> files) {
        return pack(bundle, files, key);
    }

    String pack(SiteBundle bundle, Map<String, byte[]> files, SigningKey signer) {
        var letter = nodesSealingKey().seal(signedLetter(Machine.JSON.writeValueAsBytes(bundle), signer), PURPOSE);
        return deliver(bundle, files, letter);
    }

    String deliver(SiteBundle bundle, Map<String, byte[]> files, byte[] letter) {
        var sha256 = Digests.sha256(letter);
        blobs.putAll(files);
        blobs.put(sha256, letter);
        var item = new LinkedHashMap<String, Object>();
        item.put("bundle", bundle.id());
        item.put("version", bundle.version());
        item.put("sha256", sha256);
        item.put("bytes", letter.length);
        item.put(
                "entryOpensAt",
                bundle.sessions().getFirst().hours().entryOpensAt().toString());
        item.put("closesAt", bundle.sessions().getLast().hours().closesAt().toString());
        deliveries.put(bundle.id(), item);
        return sha256;
    }

    static byte[] signedLetter(byte[] json, SigningKey signer) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var rest = packed.toByteArray();
        var message = new ByteArrayOutputStream();
        message.writeBytes((PURPOSE + "\n").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(rest);
        var letter = new ByteArrayOutputStream();
        letter.writeBytes(signer.sign(message.toByteArray()));
        letter.writeBytes(rest);
        return letter.toByteArray();
    }

    long times(String request) {
        return asked.stream().filter(one -> one.startsWith(request)).count();
    }

    @Override
    public void close() {
        goAway();
    }
}
