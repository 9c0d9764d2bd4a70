package org.onex.rehearsal.dispatch;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A second server of a site that exists only here and returns what it likes: it knows the bundles of its site and keeps to the wire. */
public final class ReturningNode {

    private static final String RETURNS = "/api/script/returns/";
    private static final String REASON = "演练：第二台虚拟服务器停用";

    private final Scene scene;
    private final Venue venue;
    private final VirtualNode node;

    private ReturningNode(Scene scene, Venue venue) {
        this.scene = scene;
        this.venue = venue;
        this.node = new VirtualNode(scene, "演练第二台服务器");
    }

    /** Enrols one by a code of the site's college. */
    public static ReturningNode at(Scene scene, Venue venue) {
        var second = new ReturningNode(scene, venue);
        second.node.enrol(new NodeDesk(scene, venue.college()).code(venue)).orFail();
        scene.center().traffic().changeAccepted();
        return second;
    }

    public String id() {
        return node.id();
    }

    /** The bundles of its site that are still delivered, as they stand in their letters, by slot. */
    public Map<Integer, JsonNode> bundles() {
        var bundles = new HashMap<Integer, JsonNode>();
        for (var delivery : node.deliveries().values()) {
            var received = Received.of(delivery, node.open(node.blob(Json.text(delivery, "sha256"))));
            bundles.put(received.slot(), received.bundle());
        }
        return bundles;
    }

    /** Where it is with a bundle. */
    public Answer look(String bundle) {
        return node.get(RETURNS + bundle);
    }

    /**
     * The key of the awarding body for what is returned.
     *
     * @throws Unexpected if there is none
     */
    public String key(String bundle) {
        return Json.text(look(bundle).orFail(), "key");
    }

    public Answer announce(String bundle, ObjectNode list) {
        return node.put(RETURNS + bundle, list);
    }

    /** A part of a file. */
    public Answer send(String bundle, ReturnFile file, int from, int to) {
        return send(bundle, file.sha256(), from, file.piece(from, to));
    }

    /** Bytes as part of a file of that name. */
    public Answer send(String bundle, String sha256, int from, byte[] content) {
        return node.put(RETURNS + bundle + "/files/" + sha256 + "/" + from, content);
    }

    /** As it seals. */
    public ReturnFile seal(JsonNode content, String purpose, String key) {
        return node.seal(content, purpose, Base64.getDecoder().decode(key));
    }

    /** As somebody seals who is no node of the site. */
    public ReturnFile sealByStranger(JsonNode content, String purpose, String key) {
        return ReturnFile.of(
                content,
                purpose,
                Curve.ED25519.random().getPrivate(),
                Base64.getDecoder().decode(key));
    }

    /** Whether a receipt is signed by the centre for just what it says. */
    public boolean isSigned(JsonNode receipt) {
        var text = "onex-return-receipt-v1\n%s %d %s %s\n"
                .formatted(
                        Json.text(receipt, "attempt"),
                        receipt.path("revision").asInt(-1),
                        Json.text(receipt, "hash"),
                        Json.text(receipt, "receivedAt"));
        return node.isOfCentre(Json.text(receipt, "signature"), text);
    }

    /** It is no server of the site any more. */
    public void isWithdrawn() {
        new NodeDesk(scene, venue.college()).withdraw(node.id(), REASON).orFail();
    }

    @Override
    public String toString() {
        return "the second server of " + venue;
    }
}
