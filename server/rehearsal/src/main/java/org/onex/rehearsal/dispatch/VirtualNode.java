package org.onex.rehearsal.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site's server that exists only here (虚拟考点服务器): it enrols, signs what it asks, believes only what the centre has signed, and opens
 * what was sealed for it. Everything that it could read is kept to be looked through.
 */
final class VirtualNode {

    static final String ENROLMENTS = "/api/node/enrolments";
    static final String DELIVERIES = "/api/dispatch/deliveries";
    private static final String BLOBS = "/api/dispatch/blobs/";
    private static final String VERSION = "0.1.0";

    private final Scene scene;
    private final String name;
    private final NodeLine line;
    private final KeyPair signing = Curve.ED25519.random();
    private final HpkeKey opening = HpkeKey.random();
    private final Learned learned = new Learned();
    private String id = "";
    private @Nullable CenterSeal seal;

    /**
     * @param name as it calls itself
     */
    VirtualNode(Scene scene, String name) {
        this.scene = scene;
        this.name = name;
        this.line = new NodeLine(scene.center().address(), scene.center().traffic());
    }

    String id() {
        return id;
    }

    Scene scene() {
        return scene;
    }

    NodeLine line() {
        return line;
    }

    /** All that it could read so far. */
    Learned learned() {
        return learned;
    }

    Signer signer() {
        return new Signer(id, signing.getPrivate());
    }

    /** Says that it knows a code, and if it is believed sees whether the centre knows it, too. */
    Answer enrol(EnrolmentCode code) {
        return enrol(code, code);
    }

    /**
     * The same by another code than the one that is named.
     *
     * @param known what the proofs are made with
     */
    Answer enrol(EnrolmentCode named, EnrolmentCode known) {
        var signingKey = Base64.getEncoder().encodeToString(Curve.bytes(signing.getPublic()));
        var sealingKey = Base64.getEncoder().encodeToString(opening.publicBytes());
        var request = Json.object()
                .put("code", named.name())
                .put("name", name)
                .put("version", VERSION)
                .put("signingKey", signingKey)
                .put("sealingKey", sealingKey)
                .put("proof", known.proof("onex-enrol-node", named.name(), signingKey, sealingKey));
        var ask = new NodeLine.Ask("POST", ENROLMENTS, request.toString());
        var answer = NodeLine.answer(ask, line.send(ask, Map.of()));
        if (answer.isFine()) {
            var body = answer.body();
            var proof = known.proof(
                    "onex-enrol-center",
                    named.name(),
                    signingKey,
                    sealingKey,
                    Json.text(body, "node"),
                    Json.text(body.path("site"), "id"),
                    Json.text(body, "centerKey"));
            scene.check(
                    Claim.NODES_ARE_KNOWN,
                    proof.equals(Json.text(body, "proof")),
                    () -> name + " was enrolled by a centre that does not prove that it knows the code");
            id = Json.text(body, "node");
            seal = new CenterSeal(Curve.ED25519.publicKey(Base64.getDecoder().decode(Json.text(body, "centerKey"))));
        }
        return answer;
    }

    private CenterSeal seal() {
        return Objects.requireNonNull(seal, "enrolled first");
    }

    Answer get(String target) {
        return ask(NodeLine.Ask.get(target));
    }

    Answer put(String target, ObjectNode body) {
        return ask(new NodeLine.Ask("PUT", target, body.toString()));
    }

    /** Sends bytes as they are. */
    Answer put(String target, byte[] content) {
        return ask(NodeLine.Ask.put(target, content));
    }

    private Answer ask(NodeLine.Ask ask) {
        return ask(ask, signer().fields(ask, Instant.now()));
    }

    /** Asks with these fields; the answer must be the centre's, whatever it says. */
    Answer ask(NodeLine.Ask ask, Map<String, String> fields) {
        var response = line.send(ask, fields);
        var asked = fields.getOrDefault(Signer.SIGNATURE, "onex=");
        var answer = NodeLine.answer(ask, response);
        scene.check(
                Claim.ANSWERS_ARE_SIGNED,
                seal().isOn(response, asked),
                () -> name + " cannot believe the centre: " + answer);
        learned.add(answer.request(), response.body());
        return answer;
    }

    /** How it is, by the clock that it is told. */
    Answer report(Instant now) {
        return put(
                "/api/node/readiness",
                Json.object()
                        .put("now", now.toString())
                        .put("version", VERSION)
                        .put("freeBytes", 50_000_000_000L)
                        .putNull("practised")
                        .put("exams", 0));
    }

    /** What it seals is signed by it. */
    ReturnFile seal(JsonNode content, String purpose, byte[] recipient) {
        return ReturnFile.of(content, purpose, signing.getPrivate(), recipient);
    }

    /** Whether the centre has signed it. */
    boolean isOfCentre(String signature, String text) {
        return Ed25519.fits(Base64.getDecoder().decode(signature), text.getBytes(StandardCharsets.UTF_8), seal().key());
    }

    /** What there is for it. */
    JsonNode deliveries() {
        return get(DELIVERIES).orFail().path("items");
    }

    Answer tell(JsonNode delivery, String state) {
        return put(
                DELIVERIES + "/" + Json.text(delivery, "bundle"),
                Json.object()
                        .put("version", delivery.path("version").asInt(-1))
                        .put("state", state)
                        .put("problem", state.equals("REFUSED") ? "courier.bundle-broken" : null));
    }

    /** A blob on a line that breaks after so many bytes. */
    byte[] brokenOff(String sha256, int bytes) {
        var ask = NodeLine.Ask.get(BLOBS + sha256);
        return line.sendAndHangUp(ask, signer().fields(ask, Instant.now()), bytes);
    }

    /** What is answered for a blob from some byte on. */
    Piece piece(String sha256, long from) {
        var ask = NodeLine.Ask.get(BLOBS + sha256);
        var fields = new HashMap<>(signer().fields(ask, Instant.now()));
        if (from > 0) {
            fields.put("Range", "bytes=" + from + "-");
        }
        var response = line.send(ask, fields);
        return new Piece(NodeLine.answer(ask, response), response);
    }

    /**
     * A blob that is what it is called.
     *
     * @throws Unexpected if it is not there or another one
     */
    byte[] blob(String sha256) {
        var piece = piece(sha256, 0);
        if (piece.answer().status() != 200) {
            throw Unexpected.answer(piece.answer());
        }
        var content = piece.content();
        if (!HexFormat.of().formatHex(Bytes.sha256(content)).equals(sha256)) {
            throw new Unexpected("the blob " + sha256 + " is another one");
        }
        learned.add(piece.answer().request(), content);
        return content;
    }

    /** What stands in a letter. */
    JsonNode open(byte[] letter) {
        var content = Letter.open(letter, opening, seal().key());
        learned.add("a bundle", content);
        return Letter.read(content);
    }

    Answer askKey(String session) {
        return get("/api/dispatch/keys/" + session);
    }

    /** The key of a session's papers that was given out. */
    byte[] key(JsonNode given) {
        var session = Json.text(given, "session");
        try {
            return opening.open(Base64.getDecoder().decode(Json.text(given, "key")), "onex-paper-key-v1 " + session);
        } catch (IllegalArgumentException e) {
            throw new Unexpected("the key of session " + session + " does not open: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
