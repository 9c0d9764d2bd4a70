package org.onex.rehearsal.returning;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** Two servers of a site say that they have somebody's script (两份答卷), and both prove it: neither counts until a person decides. */
final class TwoScripts {

    private static final String REASON = "以实际考试使用的服务器为准";

    private final Scene scene;
    private final ReturnLists lists;
    private final Forger forger;

    TwoScripts(Scene scene, ReturnLists lists, Forger forger) {
        this.scene = scene;
        this.lists = lists;
        this.forger = forger;
    }

    /** It proves itself, and says something else than the server at which the script was written. */
    void play() {
        var own = new TreeMap<>(forger.victim().counting().answers());
        own.pollFirstEntry();
        var script = forger.seal(forger.files().script(forger.attempt(), own));
        var record =
                forger.sealFor(forger.record(forger.attempt()), forger.files().recordPurpose());
        forger.announce(forger.list(forger.attempt(), script, record)).orFail();
        var receipt = forger.sendWhole(script).orFail().path("receipt");
        scene.check(
                Claim.ANSWERS_ARE_SIGNED,
                receipt.isObject()
                        && Json.text(receipt, "attempt").equals(forger.attempt())
                        && forger.node().isSigned(receipt),
                () -> "the centre's receipt for a script is " + receipt);
        var kept = forger.sendWhole(record).orFail();
        waits(kept.path("refused").isNull(), "a record that fits its script was sent, " + kept);
        undecided(own);
        decide();
    }

    private void undecided(Map<String, String> own) {
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
    private void decide() {
        var revision = forger.victim().counting().receipt().path("revision").asInt(-1);
        var real = real();
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
        scene.books()
                .neighbour(forger.victim())
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

    private String real() {
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
