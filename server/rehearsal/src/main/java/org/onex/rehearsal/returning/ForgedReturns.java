package org.onex.rehearsal.returning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.onex.rehearsal.dispatch.ReturnFile;
import org.onex.rehearsal.dispatch.ReturningNode;
import org.onex.rehearsal.dispatch.Venue;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second server of a site forges: what does not prove itself is refused with its reason and counts for nothing; what does prove itself and
 * says something else waits for a person.
 */
final class ForgedReturns {

    private static final String CHANGED = "改过的答案";
    private static final String REASON = "以实际考试使用的服务器为准";
    private static final int PIECE = 196_608;

    private final Scene scene;
    private final ReturnLists lists;
    private final List<Venue> venues;
    private int number;
    private long forged;

    ForgedReturns(Scene scene, ReturnLists lists, List<Venue> venues) {
        this.scene = scene;
        this.lists = lists;
        this.venues = venues;
    }

    /** The machine, what it knows, and whose script it forges. */
    private record Forger(ReturningNode node, ForgedScript files, String key, SatScript victim) {

        String attempt() {
            return victim.attempt();
        }

        ReturnFile seal(JsonNode content) {
            return node.seal(content, ForgedScript.purpose(attempt()), key);
        }
    }

    /** How many files were forged. */
    long play() {
        var venue = venues.getFirst();
        var node = ReturningNode.at(scene, venue);
        var bundles = node.bundles();
        var victim = scene.books().scripts().stream()
                .filter(script -> script.run().site().equals(venue.site()))
                .filter(script -> bundles.containsKey(script.run().slot()))
                .filter(script -> script.counting().answers().size() > 1 && !script.isLate())
                .findFirst();
        if (victim.isEmpty()) {
            node.isWithdrawn();
            return 0;
        }
        var files = new ForgedScript(
                Objects.requireNonNull(bundles.get(victim.get().run().slot())));
        var forger = new Forger(node, files, node.key(files.id()), victim.get());
        notItsOwn(forger);
        forge(forger);
        pieces(forger);
        two(forger);
        node.isWithdrawn();
        var refused = node.look(files.id());
        scene.check(
                Claim.ONLY_NODES_ARE_ANSWERED,
                refused.isProblem(403, "node.withdrawn"),
                () -> "a server that was withdrawn asks what it has returned, " + refused);
        return forged;
    }

    /** Bundles and attempts of other sites, and what never was. */
    private void notItsOwn(Forger forger) {
        var right = forger.seal(forger.files().script(forger.attempt(), Map.of("S001", "A")));
        var unknown = forger.node().look(UUID.randomUUID().toString());
        refused("asks for what is no bundle", unknown, 404, "script.bundle-unknown");
        var never = list(forger, forger.attempt(), right)
                .put("version", forger.files().version() + 1);
        refused(
                "returns a version that never was",
                forger.node().announce(forger.files().id(), never),
                404,
                "script.bundle-unknown");
        scene.books().scripts().stream()
                .filter(script ->
                        !script.run().site().equals(forger.victim().run().site()))
                .findFirst()
                .ifPresent(other -> {
                    var answer = forger.node().announce(forger.files().id(), list(forger, other.attempt(), right));
                    refused("returns another site's script", answer, 422, "script.attempt-unknown");
                    scene.check(
                            Claim.BAD_RETURNS_SAY_WHY,
                            Json.text(answer.body().path("facts"), "attempt").equals(other.attempt()),
                            () -> "another site's attempt is refused with "
                                    + answer.body().path("facts"));
                });
    }

    private ObjectNode list(Forger forger, String attempt, ReturnFile script) {
        number++;
        var record = forger.node()
                .seal(forger.files().record(number, attempt), forger.files().recordPurpose(), forger.key());
        return list(forger, attempt, script, record);
    }

    private ObjectNode list(Forger forger, String attempt, ReturnFile script, ReturnFile record) {
        var list = Json.object().put("version", forger.files().version());
        list.putObject("record")
                .put("number", number)
                .put("sha256", record.sha256())
                .put("bytes", record.bytes());
        list.putArray("scripts")
                .addObject()
                .put("attempt", attempt)
                .put("revision", 1)
                .put("sha256", script.sha256())
                .put("bytes", script.bytes());
        return list;
    }

    /** Each wrong in one thing. */
    private void forge(Forger forger) {
        var answers = forger.victim().counting().answers();
        var changed = forger.files().script(forger.attempt(), answers);
        ((ObjectNode) changed.path("journal").path(0)).put("value", CHANGED);
        counts(forger, "changes an answer", forger.seal(changed), "HASH");

        var right = forger.files().script(forger.attempt(), answers);
        var purpose = ForgedScript.purpose(forger.attempt());
        counts(
                forger,
                "signs with another key",
                forger.node().sealByStranger(right, purpose, forger.key()),
                "UNREADABLE");
        counts(forger, "turns a bit", forger.seal(right).damaged(), "UNREADABLE");
        counts(
                forger,
                "seals for another purpose",
                forger.node().seal(right, forger.files().recordPurpose(), forger.key()),
                "UNREADABLE");

        var gap = right.deepCopy();
        gap.withArray("journal").remove(0);
        counts(forger, "leaves an entry out", forger.seal(gap), "INCOMPLETE");
        var beyond = right.deepCopy();
        ((ObjectNode) beyond.path("devices").path(0)).put("durableSeq", answers.size() - 1);
        counts(forger, "has entries beyond what was acknowledged", forger.seal(beyond), "INCOMPLETE");

        var elsewhere = right.deepCopy().put("form", Json.text(right, "form").equals("A") ? "B" : "A");
        counts(forger, "says that it was another form", forger.seal(elsewhere), "MISPLACED");
        neighbour(forger)
                .ifPresent(other -> counts(
                        forger,
                        "sends a neighbour's script in its place",
                        forger.seal(forger.files().script(other, answers)),
                        "MISPLACED"));
    }

    private Optional<String> neighbour(Forger forger) {
        var run = forger.victim().run();
        return scene.books().scripts().stream()
                .filter(script ->
                        script.run().site().equals(run.site()) && script.run().slot() == run.slot())
                .map(SatScript::attempt)
                .filter(attempt -> !attempt.equals(forger.attempt()))
                .findFirst();
    }

    /** Announces it and sends it whole; it is refused, not asked for again, and the script is what it was. */
    private void counts(Forger forger, String what, ReturnFile file, String reason) {
        forged++;
        var list = list(forger, forger.attempt(), file);
        forger.node().announce(forger.files().id(), list).orFail();
        var sent = whole(forger, file).orFail();
        forgery(
                Json.text(sent, "refused").equals(reason)
                        && !sent.path("receipt").isObject(),
                what + ", expected " + reason + ", " + sent);
        var again = forger.node().announce(forger.files().id(), list).orFail();
        forgery(
                Json.each(again.path("refused"))
                                .anyMatch(one -> Json.text(one, "sha256").equals(file.sha256())
                                        && Json.text(one, "reason").equals(reason))
                        && Json.each(again.path("wanted"))
                                .noneMatch(one -> Json.text(one, "sha256").equals(file.sha256()))
                        && again.path("receipts").isEmpty(),
                what + " and asks again, " + again);
        var opened = lists.open(forger.attempt());
        forgery(
                opened.isFine()
                        && Json.text(opened.body(), "hash")
                                .equals(forger.victim().counting().hash()),
                what + ", and what counts is " + opened + " " + opened.body().path("hash"));
    }

    private Answer whole(Forger forger, ReturnFile file) {
        var from = 0;
        while (file.bytes() - from > PIECE) {
            forger.node().send(forger.files().id(), file, from, from + PIECE).orFail();
            from += PIECE;
        }
        return forger.node().send(forger.files().id(), file, from, file.bytes());
    }

    private void forgery(boolean holds, String example) {
        scene.check(Claim.FORGERIES_COUNT_FOR_NOTHING, holds, () -> "a second server " + example);
    }

    /** In another order, twice, with other bytes, and of files that nobody announced. */
    private void pieces(Forger forger) {
        var bundle = forger.files().id();
        var file = forger.seal(forger.files().script(forger.attempt(), Map.of("S001", "A")));
        var half = file.bytes() / 2;
        refused(
                "sends a file that is on no list",
                forger.node().send(bundle, file, 0, half),
                404,
                "script.file-unknown");
        var list = list(forger, forger.attempt(), file);
        forger.node().announce(bundle, list).orFail();
        var gap = forger.node().send(bundle, file, half, file.bytes());
        refused("sends the second half first", gap, 409, "script.piece-gap");
        goesOn(gap.body().path("facts").path("have").asInt(-1) == 0, "of nothing it has " + gap.body());
        forger.node().send(bundle, file, 0, half).orFail();
        var twice = forger.node().send(bundle, file, 0, half).orFail();
        goesOn(twice.path("have").asInt(-1) == half, "the first half twice is " + twice);
        var wanted = forger.node().announce(bundle, list).orFail().path("wanted");
        goesOn(
                Json.each(wanted)
                        .anyMatch(one -> Json.text(one, "sha256").equals(file.sha256())
                                && one.path("from").asInt(-1) == half),
                "half of it is there, wanted is " + wanted);
        var damaged = forger.node().send(bundle, file.sha256(), half, new byte[file.bytes() - half]);
        refused("sends other bytes than it announced", damaged, 409, "script.file-damaged");
        var anew = forger.node().announce(bundle, list).orFail().path("wanted");
        goesOn(
                Json.each(anew)
                        .anyMatch(one -> Json.text(one, "sha256").equals(file.sha256())
                                && one.path("from").asInt(-1) == 0),
                "a damaged file begins anew, wanted is " + anew);
        records(forger);
    }

    /** A record without everybody in it. */
    private void records(Forger forger) {
        var bundle = forger.files().id();
        number++;
        var incomplete = forger.files().record(number, "");
        incomplete.withArray("attempts").remove(0);
        var record = forger.node().seal(incomplete, forger.files().recordPurpose(), forger.key());
        var list = Json.object().put("version", forger.files().version());
        list.putObject("record")
                .put("number", number)
                .put("sha256", record.sha256())
                .put("bytes", record.bytes());
        list.putArray("scripts");
        forger.node().announce(bundle, list).orFail();
        forged++;
        var sent = whole(forger, record).orFail();
        forgery(Json.text(sent, "refused").equals("INCOMPLETE"), "leaves somebody out of its record, " + sent);
    }

    private void goesOn(boolean holds, String example) {
        scene.check(Claim.DELIVERY_GOES_ON, holds, () -> "a file that is returned: " + example);
    }

    /** It proves itself, and says something else than the server at which the script was written. */
    private void two(Forger forger) {
        var bundle = forger.files().id();
        var own = new TreeMap<>(forger.victim().counting().answers());
        own.pollFirstEntry();
        var script = forger.seal(forger.files().script(forger.attempt(), own));
        number++;
        var record = forger.node()
                .seal(
                        forger.files().record(number, forger.attempt()),
                        forger.files().recordPurpose(),
                        forger.key());
        forger.node()
                .announce(bundle, list(forger, forger.attempt(), script, record))
                .orFail();
        forged++;
        var receipt = whole(forger, script).orFail().path("receipt");
        scene.check(
                Claim.ANSWERS_ARE_SIGNED,
                receipt.isObject()
                        && Json.text(receipt, "attempt").equals(forger.attempt())
                        && forger.node().isSigned(receipt),
                () -> "the centre's receipt for a script is " + receipt);
        var kept = whole(forger, record).orFail();
        forgery(kept.path("refused").isNull(), "sends a record that fits its script, " + kept);
        undecided(forger, own);
        decide(forger);
    }

    private void undecided(Forger forger, Map<String, String> own) {
        var opened = lists.open(forger.attempt());
        waits(
                opened.isProblem(409, "script.undecided"),
                "two servers have returned " + forger.victim() + ", opened is " + opened);
        var other = lists.open(forger.attempt(), forger.node().id());
        waits(
                other.isFine()
                        && ReturnedCheck.answers(other.body()).equals(own)
                        && !other.body().path("counts").asBoolean(true),
                "what the second server has sent is " + other);
        var doubts = lists.doubts("TWO_SCRIPTS");
        waits(
                doubts.size() == 1
                        && Json.text(doubts.getFirst(), "script").equals(forger.attempt())
                        && doubts.getFirst().path("open").asBoolean(false),
                "two servers have returned " + forger.victim() + ", doubts are " + doubts);
    }

    /** For the server at which it was written. */
    private void decide(Forger forger) {
        var revision = forger.victim().counting().receipt().path("revision").asInt(-1);
        var real = real(forger);
        refused(
                "decides without a reason",
                lists.decide(forger.attempt(), real, revision, " "),
                422,
                "script.reason-missing");
        refused(
                "decides for a revision that never came",
                lists.decide(forger.attempt(), real, revision + 7, REASON),
                422,
                "script.revision-unknown");
        lists.decide(forger.attempt(), real, revision, REASON).orFail();
        neighbour(forger)
                .flatMap(scene.books()::script)
                .filter(script -> !script.isLate())
                .ifPresent(script -> refused(
                        "decides where there is nothing to decide",
                        lists.decide(script.attempt(), real, 1, REASON),
                        409,
                        "script.nothing-to-decide"));
        var opened = lists.open(forger.attempt());
        waits(
                opened.isFine()
                        && Json.text(opened.body(), "hash")
                                .equals(forger.victim().counting().hash()),
                "a person has decided for the first server, opened is " + opened);
        var doubts = lists.doubts("TWO_SCRIPTS");
        waits(
                doubts.size() == 1
                        && !doubts.getFirst().path("open").asBoolean(true)
                        && Json.text(doubts.getFirst().path("decision"), "node").equals(real),
                "what was decided is listed as " + doubts);
    }

    private String real(Forger forger) {
        var nodes = new ArrayList<String>();
        for (var site : lists.sites()) {
            if (Json.text(site.path("site"), "id").equals(forger.victim().run().site())
                    && site.path("slot").asInt(-1) == forger.victim().run().slot()) {
                Json.each(site.path("nodes"))
                        .filter(node -> node.path("record").asInt(0) > 0)
                        .map(node -> Json.text(node, "id"))
                        .filter(id -> !id.equals(forger.node().id()))
                        .forEach(nodes::add);
            }
        }
        waits(nodes.size() == 1, "beside the second server there are " + nodes);
        return nodes.isEmpty() ? "" : nodes.getFirst();
    }

    private void waits(boolean holds, String example) {
        scene.check(Claim.TWO_WORDS_NEED_A_PERSON, holds, () -> example);
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_RETURNS_SAY_WHY,
                answer.isProblem(status, code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }
}
