package org.onex.rehearsal.marking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.SoundText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two markers (阅卷员) at their desks: each text is with one of them, who gives points that can be given, until none is left. */
final class MarkerDesks {

    private static final int SEED = 9;
    private static final int MOST = 100_000;

    private final Scene scene;
    private final MarkLists lists;
    private final AnswerKey key;
    private final Anonymity anonymity;
    private final List<String> markers;
    private final Random random = new Random(SEED);
    /** By script and item. */
    private final Map<String, Integer> given = new HashMap<>();
    /** Who gave it. */
    private final Map<String, String> takers = new HashMap<>();

    MarkerDesks(Scene scene, MarkLists lists, AnswerKey key) {
        this.scene = scene;
        this.lists = lists;
        this.key = key;
        this.anonymity = new Anonymity(scene);
        this.markers = scene.data().markersOf(scene.notice());
        if (markers.size() < 2) {
            throw new Unexpected("a text is marked by one of two markers; there are " + markers);
        }
    }

    static String name(String script, String item) {
        return script + " " + item;
    }

    /** What was given for each text, by script and item. */
    Map<String, Integer> play() {
        var first = markers.get(0);
        var second = markers.get(1);
        anonymity.check(first, Json.tree(scene.all(first, MarkLists.PLANS)));
        var one = next(first);
        if (one.isPresent()) {
            oneAtATime(first, second, one.get());
            cannotBe(first, one.get());
            changesItsMind(first, one.get());
        }
        for (var i = 0; i < MOST; i++) {
            var marker = markers.get(i % 2);
            var work = next(marker);
            if (work.isEmpty() && next(markers.get((i + 1) % 2)).isEmpty()) {
                return given;
            }
            work.ifPresent(taken -> mark(marker, taken));
        }
        throw new Unexpected("there is no end of texts");
    }

    private Optional<JsonNode> next(String marker) {
        var answer = scene.center().as(marker).send("POST", lists.address() + "/works/next", Json.object());
        if (answer.status() == 204) {
            return Optional.empty();
        }
        var work = answer.orFail();
        anonymity.check(marker, work);
        asked(marker, work);
        return Optional.of(work);
    }

    private static String script(JsonNode work) {
        return Json.text(work.path("work"), "script");
    }

    private static String item(JsonNode work) {
        return Json.text(work.path("work"), "item");
    }

    private static String address(JsonNode work) {
        return MarkLists.SCRIPTS + script(work) + "/works/" + item(work);
    }

    /** The text is the acknowledged one, and what to look for is what the bank says. */
    private void asked(String marker, JsonNode work) {
        var script = scene.books().script(script(work)).orElse(null);
        var item = script == null ? Optional.<JsonNode>empty() : asked(script, item(work));
        if (script == null || item.isEmpty()) {
            points(false, marker + " got what nobody was asked, " + work.path("work"));
            return;
        }
        var acknowledged = script.counting().answers().getOrDefault(item(work), "");
        scene.check(
                Claim.ACKNOWLEDGED_COUNTS,
                Json.text(work, "text").equals(acknowledged) && !acknowledged.isEmpty(),
                () -> marker + " reads of " + script + " " + item(work) + " another text than was acknowledged");
        var rubric = key.rubric(script, item.get());
        points(
                Json.text(work, "stem").equals(Json.text(item.get(), "stem"))
                        && work.path("full").asInt(-1)
                                == item.get().path("points").asInt(-2)
                        && criteria(work.path("rubric").values().stream().toList())
                                .equals(criteria(rubric)),
                marker + " is told to look for " + work.path("rubric") + ", the bank says " + rubric);
    }

    private static Optional<JsonNode> asked(SatScript script, String id) {
        return script.items().stream()
                .filter(item -> Json.text(item, "id").equals(id))
                .findFirst();
    }

    private static List<String> criteria(List<JsonNode> rubric) {
        return rubric.stream()
                .map(one -> Json.text(one, "id") + " " + Json.text(one, "criterion") + " " + points(one))
                .toList();
    }

    /** In the bank everything is text. */
    private static int points(JsonNode criterion) {
        return Integer.parseInt(criterion.path("points").asString(""));
    }

    /** Who asks again gets the same; nobody else gets it, nor may give points for it. */
    private void oneAtATime(String first, String second, JsonNode work) {
        var again = next(first).map(MarkerDesks::place);
        one(again.equals(Optional.of(place(work))), first + " holds " + place(work) + " and asks again, " + again);
        var other = next(second).map(MarkerDesks::place);
        one(
                !other.equals(Optional.of(place(work))),
                first + " holds " + place(work) + " and " + second + " gets it, too");
        var answer = send(second, work, rightPoints(work));
        one(
                answer.isProblem(409, "marking.not-yours"),
                second + " gives points for what " + first + " holds, " + answer);
    }

    private static String place(JsonNode work) {
        return name(script(work), item(work));
    }

    private void one(boolean holds, String example) {
        scene.check(Claim.ONE_MARKER_AT_A_TIME, holds, () -> example);
    }

    /** Too many, too few, none, of another rubric, not whole; and for a version that is not there. */
    private void cannotBe(String marker, JsonNode work) {
        var criterion = work.path("rubric").path(0);
        var id = Json.text(criterion, "id");
        var most = points(criterion);
        for (var wrong : List.of(
                rightPoints(work).put(id, most + 1),
                rightPoints(work).put(id, -1),
                rightPoints(work).put(id, 0.5),
                without(rightPoints(work), id))) {
            var answer = send(marker, work, wrong);
            why(answer.isProblem(422, "marking.points-invalid"), marker + " gives " + wrong + ", " + answer);
            var facts = answer.body().path("facts");
            why(
                    Json.text(facts, "criterion").equals(id)
                            && facts.path("from").asInt(-1) == 0
                            && facts.path("to").asInt(-1) == most,
                    marker + " gives " + wrong + " and is told " + facts);
        }
        var unknown = send(marker, work, rightPoints(work).put("zz", 0));
        why(unknown.isProblem(422, "marking.invalid"), marker + " gives for what is not asked, " + unknown);
        var stale = scene.center()
                .as(marker)
                .send("PUT", address(work), judgement(work, rightPoints(work)).put("version", version(work) + 5));
        why(stale.isProblem(409, "marking.stale"), marker + " gives points for another version, " + stale);
    }

    private static ObjectNode without(ObjectNode points, String criterion) {
        points.remove(criterion);
        return points;
    }

    private void why(boolean holds, String example) {
        scene.check(Claim.BAD_POINTS_SAY_WHY, holds, () -> example);
    }

    /** What was given can be changed by who gave it. */
    private void changesItsMind(String marker, JsonNode work) {
        var none = Json.object();
        work.path("rubric").values().forEach(criterion -> none.put(Json.text(criterion, "id"), 0));
        send(marker, scene.center().as(marker).get(address(work)).orFail(), none)
                .orFail();
        var again = scene.center().as(marker).get(address(work)).orFail();
        anonymity.check(marker, again);
        points(
                again.path("points").equals(none) && version(again) > version(work),
                marker + " gave nothing at all and reads " + again.path("points"));
        mark(marker, again);
    }

    /** Who gave something for each text. */
    Map<String, String> takers() {
        return Map.copyOf(takers);
    }

    private static int version(JsonNode work) {
        return work.path("work").path("version").asInt(-1);
    }

    private void mark(String marker, JsonNode work) {
        var points = rightPoints(work);
        var answer = send(marker, work, points);
        anonymity.check(marker, answer.orFail());
        var sum = points.values().stream().mapToInt(one -> one.asInt(0)).sum();
        given.put(place(work), sum);
        takers.put(place(work), marker);
        points(
                answer.body().path("points").asInt(-1) == sum
                        && Json.text(answer.body(), "state").equals("MARKED"),
                marker + " gave " + points + ", kept is " + answer.body());
    }

    /** What can be given; a good text gets most of it. */
    private ObjectNode rightPoints(JsonNode work) {
        var isSound = SoundText.is(Json.text(work, "text"));
        var points = Json.object();
        work.path("rubric")
                .values()
                .forEach(criterion -> points.put(Json.text(criterion, "id"), given(points(criterion), isSound)));
        return points;
    }

    private int given(int most, boolean isSound) {
        var least = isSound ? most - most / 3 : 0;
        return least + random.nextInt(most - least + 1);
    }

    private Answer send(String marker, JsonNode work, ObjectNode points) {
        return scene.center().as(marker).send("PUT", address(work), judgement(work, points));
    }

    private static ObjectNode judgement(JsonNode work, ObjectNode points) {
        var judgement = Json.object().put("version", version(work)).put("remark", "");
        judgement.set("points", points);
        return judgement;
    }

    private void points(boolean holds, String example) {
        scene.check(Claim.POINTS_RECOMPUTED, holds, () -> example);
    }
}
