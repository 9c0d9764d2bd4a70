package org.onex.rehearsal.returning;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onex.rehearsal.dispatch.ReturnFile;
import org.onex.rehearsal.dispatch.ReturningNode;
import org.onex.rehearsal.dispatch.Venue;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second server of a site forges: what does not prove itself is refused with its reason and counts for nothing; what does prove itself and
 * says something else waits for a person.
 */
final class ForgedReturns {

    private static final String CHANGED = "改过的答案";

    private final Scene scene;
    private final ReturnLists lists;
    private final List<Venue> venues;

    ForgedReturns(Scene scene, ReturnLists lists, List<Venue> venues) {
        this.scene = scene;
        this.lists = lists;
        this.venues = venues;
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
        var forger = new Forger(node, files, victim.get());
        notItsOwn(forger);
        forge(forger);
        pieces(forger);
        new TwoScripts(scene, lists, forger).play();
        node.isWithdrawn();
        var refused = node.look(files.id());
        scene.check(
                Claim.ONLY_NODES_ARE_ANSWERED,
                refused.isProblem(403, "node.withdrawn"),
                () -> "a server that was withdrawn asks what it has returned, " + refused);
        return forger.forged();
    }

    /** Bundles and attempts of other sites, and what never was. */
    private void notItsOwn(Forger forger) {
        var right = forger.seal(forger.files().script(forger.attempt(), Map.of("S001", "A")));
        var unknown = forger.node().look(UUID.randomUUID().toString());
        refused("asks for what is no bundle", unknown, 404, "script.bundle-unknown");
        var never = forger.list(forger.attempt(), right)
                .put("version", forger.files().version() + 1);
        refused("returns a version that never was", forger.announce(never), 404, "script.bundle-unknown");
        scene.books().scripts().stream()
                .filter(script ->
                        !script.run().site().equals(forger.victim().run().site()))
                .findFirst()
                .ifPresent(other -> {
                    var answer = forger.announce(forger.list(other.attempt(), right));
                    refused("returns another site's script", answer, 422, "script.attempt-unknown");
                    scene.check(
                            Claim.BAD_RETURNS_SAY_WHY,
                            Json.text(answer.body().path("facts"), "attempt").equals(other.attempt()),
                            () -> "another site's attempt is refused with "
                                    + answer.body().path("facts"));
                });
    }

    /** Each wrong in one thing. */
    private void forge(Forger forger) {
        var answers = forger.victim().counting().answers();
        var changed = forger.files().script(forger.attempt(), answers);
        ((ObjectNode) changed.path("journal").path(0)).put("value", CHANGED);
        counts(forger, "changes an answer", forger.seal(changed), "HASH");

        var right = forger.files().script(forger.attempt(), answers);
        counts(forger, "signs with another key", forger.sealByStranger(right), "UNREADABLE");
        counts(forger, "turns a bit", forger.seal(right).damaged(), "UNREADABLE");
        counts(
                forger,
                "seals for another purpose",
                forger.sealFor(right, forger.files().recordPurpose()),
                "UNREADABLE");

        var gap = right.deepCopy();
        gap.withArray("journal").remove(0);
        counts(forger, "leaves an entry out", forger.seal(gap), "INCOMPLETE");
        var beyond = right.deepCopy();
        ((ObjectNode) beyond.path("devices").path(0)).put("durableSeq", answers.size() - 1);
        counts(forger, "has entries beyond what was acknowledged", forger.seal(beyond), "INCOMPLETE");

        var elsewhere = right.deepCopy().put("form", Json.text(right, "form").equals("A") ? "B" : "A");
        counts(forger, "says that it was another form", forger.seal(elsewhere), "MISPLACED");
        scene.books()
                .neighbour(forger.victim())
                .map(SatScript::attempt)
                .ifPresent(other -> counts(
                        forger,
                        "sends a neighbour's script in its place",
                        forger.seal(forger.files().script(other, answers)),
                        "MISPLACED"));
    }

    /** Announces it and sends it whole; it is refused, not asked for again, and the script is what it was. */
    private void counts(Forger forger, String what, ReturnFile file, String reason) {
        var list = forger.list(forger.attempt(), file);
        forger.announce(list).orFail();
        var sent = forger.sendWhole(file).orFail();
        forgery(
                Json.text(sent, "refused").equals(reason)
                        && !sent.path("receipt").isObject(),
                what + ", expected " + reason + ", " + sent);
        var again = forger.announce(list).orFail();
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

    private void forgery(boolean holds, String example) {
        scene.check(Claim.FORGERIES_COUNT_FOR_NOTHING, holds, () -> "a second server " + example);
    }

    /** In another order, twice, with other bytes, and of files that nobody announced. */
    private void pieces(Forger forger) {
        var file = forger.seal(forger.files().script(forger.attempt(), longAnswers()));
        var half = file.bytes() / 2;
        refused("sends a file that is on no list", forger.send(file, 0, half), 404, "script.file-unknown");
        var list = forger.list(forger.attempt(), file);
        forger.announce(list).orFail();
        var gap = forger.send(file, half, file.bytes());
        refused("sends the second half first", gap, 409, "script.piece-gap");
        goesOn(gap.body().path("facts").path("have").asInt(-1) == 0, "of nothing it has " + gap.body());
        refused("sends crumbs", forger.send(file, 0, 100), 422, "script.invalid");
        forger.send(file, 0, half).orFail();
        var twice = forger.send(file, 0, half).orFail();
        goesOn(twice.path("have").asInt(-1) == half, "the first half twice is " + twice);
        var wanted = forger.announce(list).orFail().path("wanted");
        goesOn(
                Json.each(wanted)
                        .anyMatch(one -> Json.text(one, "sha256").equals(file.sha256())
                                && one.path("from").asInt(-1) == half),
                "half of it is there, wanted is " + wanted);
        var damaged = forger.node().send(forger.bundle(), file.sha256(), half, new byte[file.bytes() - half]);
        refused("sends other bytes than it announced", damaged, 409, "script.file-damaged");
        var anew = forger.announce(list).orFail().path("wanted");
        goesOn(
                Json.each(anew)
                        .anyMatch(one -> Json.text(one, "sha256").equals(file.sha256())
                                && one.path("from").asInt(-1) == 0),
                "a damaged file begins anew, wanted is " + anew);
        records(forger);
    }

    /** So many, and of such chance, that half of them is a piece. */
    private static Map<String, String> longAnswers() {
        var chance = new Random(1);
        return IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.toMap(
                        n -> "W0" + n,
                        n -> chance.ints(15_000, '0', 'z')
                                .filter(Character::isLetterOrDigit)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString()));
    }

    /** A record without everybody in it. */
    private void records(Forger forger) {
        var incomplete = forger.record("");
        incomplete.withArray("attempts").remove(0);
        var record = forger.sealFor(incomplete, forger.files().recordPurpose());
        forger.announce(forger.list(record)).orFail();
        var sent = forger.sendWhole(record).orFail();
        forgery(Json.text(sent, "refused").equals("INCOMPLETE"), "leaves somebody out of its record, " + sent);
    }

    private void goesOn(boolean holds, String example) {
        scene.check(Claim.DELIVERY_GOES_ON, holds, () -> "a file that is returned: " + example);
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_RETURNS_SAY_WHY,
                answer.isProblem(status, code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }
}
