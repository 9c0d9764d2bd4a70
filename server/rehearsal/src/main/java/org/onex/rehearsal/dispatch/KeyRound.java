package org.onex.rehearsal.dispatch;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.sitting.SealedPaper;
import tools.jackson.databind.JsonNode;

/** Keys of papers are given out from their moment on and not before; with them everything opens that a node has. */
final class KeyRound {

    private final Scene scene;
    private final VirtualNode node;
    private final List<Received> received;

    /**
     * @param received all that the node has
     */
    KeyRound(VirtualNode node, List<Received> received) {
        this.scene = node.scene();
        this.node = node;
        this.received = received;
    }

    static OffsetDateTime keyFrom(JsonNode session) {
        return OffsetDateTime.parse(Json.text(session, "keyFrom"));
    }

    /** Every key whose moment has not come is refused, and no other. */
    void ask() {
        received.stream().flatMap(one -> one.sessions().stream()).forEach(this::ask);
    }

    private void ask(JsonNode session) {
        var keyFrom = keyFrom(session);
        var before = scene.center().clock().now();
        var answer = node.askKey(Json.text(session, "id"));
        var after = scene.center().clock().now();
        if (after.isBefore(keyFrom)) {
            scene.check(
                    Claim.PAPERS_WAIT_FOR_THEIR_KEY,
                    answer.isProblem(409, "dispatch.not-released-yet")
                            && OffsetDateTime.parse(Json.text(answer.body().path("facts"), "releasesAt"))
                                    .isEqual(keyFrom),
                    () -> node + " asks at " + before + " for a key that is given out from " + keyFrom + " on, "
                            + answer + " " + answer.body().path("facts"));
        } else if (!before.isBefore(keyFrom)) {
            scene.check(
                    Claim.PAPERS_WAIT_FOR_THEIR_KEY,
                    answer.isFine() && Json.text(answer.body(), "session").equals(Json.text(session, "id")),
                    () -> node + " asks at " + before + " for a key that is given out from " + keyFrom + " on, "
                            + answer);
        }
    }

    /**
     * Opens every paper whose key is given out by now.
     *
     * @return the hashes of the sealed ones
     */
    Set<String> open(Secrets secrets, Subjects subjects, Venue venue) {
        var opened = new HashSet<String>();
        var now = scene.center().clock().now();
        for (var one : received) {
            for (var session : one.sessions()) {
                if (!now.isBefore(keyFrom(session))) {
                    opened.addAll(open(one, session, secrets, sitting(session, subjects, venue)));
                }
            }
        }
        return opened;
    }

    private static Subjects.Sitting sitting(JsonNode session, Subjects subjects, Venue venue) {
        return venue.slots().values().stream()
                .flatMap(List::stream)
                .flatMap(place -> subjects.of(place.guest()).stream())
                .filter(sitting -> sitting.level().equals(Json.text(session, "level"))
                        && sitting.subject().equals(Json.text(session, "subject")))
                .findFirst()
                .orElseThrow(() -> new Unexpected("nobody at " + venue + " sits " + session));
    }

    private Set<String> open(Received one, JsonNode session, Secrets secrets, Subjects.Sitting sitting) {
        var id = Json.text(session, "id");
        var key = node.key(node.askKey(id).orFail());
        scene.check(
                Claim.PAPERS_WAIT_FOR_THEIR_KEY,
                Arrays.equals(key, node.key(node.askKey(id).orFail())),
                () -> "the key of " + sitting + " is another one the second time");
        var hashes = new HashSet<String>();
        var contents = new HashSet<String>();
        for (var paper : session.path("papers").values()) {
            var sha256 = Json.text(paper, "sha256");
            var name = sitting + " form " + Json.text(paper, "form");
            var content = SealedPaper.open(one.file(node, sha256), key);
            node.learned().add(name, Json.MAPPER.writeValueAsBytes(content));
            for (var bank : secrets.bank(sitting)) {
                new PaperCheck(scene.findings()).check(name, content, bank);
            }
            contents.add(content.toString());
            hashes.add(sha256);
        }
        scene.check(
                Claim.NEIGHBOURS_DIFFER,
                contents.size() == hashes.size() && hashes.size() > 1,
                () -> sitting + " has " + hashes.size() + " forms of which " + contents.size() + " differ");
        return hashes;
    }

    /** Whatever it has seen, it has learned neither an answer nor an ID number. */
    void learnedNothing(Secrets secrets) {
        var answer = node.learned().anyOf(secrets.answers());
        scene.check(Claim.NO_ANSWER_KEY_OUTSIDE, answer.isEmpty(), () -> node + " learned: " + answer.orElse(""));
        var numbers = node.learned().numbers();
        scene.check(
                Claim.NODES_LEARN_NO_SECRET,
                numbers.isEmpty(),
                () -> node + " can read ID numbers, " + numbers.orElse(""));
    }
}
