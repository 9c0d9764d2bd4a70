package org.onex.rehearsal.dispatch;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** A virtual node fetches all there is for it, over a line that breaks, and reads it. */
final class DeliveryRound {

    private static final List<String> UNSEALED = List.of("onex-photo-v1", "onex-paper-v1");

    private final Scene scene;
    private final VirtualNode node;
    private final Venue venue;

    DeliveryRound(VirtualNode node, Venue venue) {
        this.scene = node.scene();
        this.node = node;
        this.venue = venue;
    }

    /** Before anything was packed. */
    void nothingYet() {
        var early = node.get(VirtualNode.DELIVERIES).orFail();
        found(early.path("items").isEmpty(), "nothing was packed for " + venue + ", and there is " + early);
    }

    /** A bundle for each slot in which somebody sits there, the earliest first. */
    List<Received> fetch() {
        var items = Json.each(node.deliveries()).toList();
        var received = new ArrayList<Received>();
        for (var delivery : items) {
            var letter = letter(delivery);
            received.add(Received.of(delivery, node.open(letter)));
        }
        found(
                received.stream()
                                .map(Received::slot)
                                .collect(Collectors.toSet())
                                .equals(venue.slots().keySet())
                        && received.size() == venue.slots().size(),
                "people sit at " + venue + " in the slots " + venue.slots().keySet() + ", delivered are "
                        + received.stream().map(Received::slot).toList());
        found(
                items.stream()
                        .map(item -> Json.text(item, "entryOpensAt"))
                        .map(OffsetDateTime::parse)
                        .sorted()
                        .toList()
                        .equals(items.stream()
                                .map(item -> OffsetDateTime.parse(Json.text(item, "entryOpensAt")))
                                .toList()),
                "deliveries are not in the order of their beginning: " + items);
        received.forEach(this::announcedAsItIs);
        return received;
    }

    private void announcedAsItIs(Received received) {
        var delivery = received.delivery();
        found(
                Json.text(delivery, "bundle").equals(received.id())
                        && delivery.path("version").asInt(0) == received.version(),
                "a delivery is announced as " + delivery + " and is " + received.id() + " version "
                        + received.version());
    }

    /** Half of it comes, then the rest. */
    private byte[] letter(JsonNode delivery) {
        var sha256 = Json.text(delivery, "sha256");
        var bytes = delivery.path("bytes").asInt(0);
        var half = node.brokenOff(sha256, bytes / 2);
        var rest = node.piece(sha256, half.length);
        var whole = Bytes.joined(half, rest.content());
        goesOn(
                rest.answer().status() == 206
                        && rest.range().equals("bytes %d-%d/%d".formatted(half.length, bytes - 1, bytes)),
                "from byte " + half.length + " of " + bytes + " on: " + rest.answer() + " " + rest.range());
        goesOn(
                HexFormat.of().formatHex(Bytes.sha256(whole)).equals(sha256),
                "the two halves of a letter are not the whole");
        var beyond = node.piece(sha256, bytes);
        goesOn(beyond.answer().status() == 416, "there is nothing from byte " + bytes + " on, " + beyond.answer());
        return node.blob(sha256);
    }

    /** Every file that a bundle names is there, and as long as it says; photos and papers are sealed. */
    void fetchFiles(Received received) {
        for (var session : received.sessions()) {
            for (var paper : session.path("papers").values()) {
                var content = received.file(node, Json.text(paper, "sha256"));
                found(
                        content.length == paper.path("bytes").asInt(-1),
                        "a sealed paper has " + content.length + " bytes, announced was " + paper);
                waits(received, content);
            }
        }
    }

    /** With what a node has before the key is given out, no paper opens. */
    private void waits(Received received, byte[] paper) {
        for (var key : List.of("photoKey", "idHashKey")) {
            var known = Base64.getDecoder().decode(Json.text(received.bundle(), key));
            for (var purpose : UNSEALED) {
                scene.check(
                        Claim.PAPERS_WAIT_FOR_THEIR_KEY,
                        known.length == Curve.KEY_BYTES
                                && SealedFile.open(paper, known, purpose).isEmpty(),
                        () -> "a paper opens with the " + key + " of its bundle");
            }
        }
    }

    /** Says what became of it; what is not its own or never was is refused. */
    void tell(Received received) {
        node.tell(received.delivery(), "REFUSED").orFail();
        node.tell(received.delivery(), "INSTALLED").orFail();
        node.tell(received.delivery(), "INSTALLED").orFail();
        unknownBundle(with(received.delivery(), item -> UUID.randomUUID().toString(), 0));
        unknownBundle(with(received.delivery(), UnaryOperator.identity(), 1));
    }

    private static JsonNode with(JsonNode delivery, UnaryOperator<String> bundle, int versions) {
        return Json.object()
                .put("bundle", bundle.apply(Json.text(delivery, "bundle")))
                .put("version", delivery.path("version").asInt(0) + versions);
    }

    private void unknownBundle(JsonNode delivery) {
        refused("says what became of what never was", node.tell(delivery, "INSTALLED"), "dispatch.bundle-unknown");
    }

    /** What another site gets is not for this one. */
    void looksAt(List<Received> others) {
        refused("fetches what is not there", node.piece("0".repeat(64), 0).answer(), "dispatch.blob-unknown");
        refused("fetches what cannot be", node.piece("letter", 0).answer(), "dispatch.blob-unknown");
        refused("asks for a key of nothing", node.askKey(UUID.randomUUID().toString()), "dispatch.session-unknown");
        for (var other : others) {
            var letter = Json.text(other.delivery(), "sha256");
            refused("fetches another site's letter", node.piece(letter, 0).answer(), "dispatch.blob-unknown");
            other.bundle().path("seatings").values().stream()
                    .map(seating -> Json.text(seating.path("photo"), "sha256"))
                    .filter(photo -> !photo.isEmpty())
                    .limit(2)
                    .forEach(photo -> refused(
                            "fetches another site's photo", node.piece(photo, 0).answer(), "dispatch.blob-unknown"));
            refused(
                    "tells of another site's bundle",
                    node.tell(other.delivery(), "INSTALLED"),
                    "dispatch.bundle-unknown");
        }
    }

    private void refused(String what, Answer answer, String code) {
        found(answer.isProblem(404, code), "the node of " + venue + " " + what + ", " + answer);
    }

    private void goesOn(boolean holds, String example) {
        scene.check(Claim.DELIVERY_GOES_ON, holds, () -> example);
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.ONLY_OWN_SITE, holds, () -> example);
    }
}
