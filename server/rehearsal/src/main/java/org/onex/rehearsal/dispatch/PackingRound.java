package org.onex.rehearsal.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** The body has bundles packed: one for each site and slot, again only where something changed, and nobody else may. */
final class PackingRound {

    private final Scene scene;
    private final List<Venue> venues;
    private final DispatchDesk body;

    PackingRound(Scene scene, List<Venue> venues) {
        this.scene = scene;
        this.venues = venues;
        this.body = new DispatchDesk(scene, scene.data().officerOf(scene.notice()));
    }

    DispatchDesk body() {
        return body;
    }

    void notTheirs() {
        for (var login : List.of(scene.data().collegeOfficer(), Center.OPERATOR)) {
            var answer = new DispatchDesk(scene, login).askToPack();
            scene.check(
                    Claim.A_ROLE_MAY_NOT,
                    answer.isProblem(403, "access.not-permitted"),
                    () -> login + " has bundles packed, " + answer);
        }
        var stranger = new DispatchDesk(scene, scene.data().strangerTo(scene.notice()));
        var theirs = stranger.askToPack();
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                theirs.isProblem(404, "dispatch.plan-unknown"),
                () -> stranger.login() + " has bundles of another body's plan packed, " + theirs);
        var looked = stranger.lookAtBundles();
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                !looked.isFine() || looked.body().path("items").isEmpty(),
                () -> stranger.login() + " sees bundles of another body's plan");
    }

    /** A body without papers packs nothing, and is told which are missing. */
    void blocked() {
        allAre("UNPACKED");
        body.pack();
        allAre("BLOCKED");
        everywhere()
                .forEach(bundle -> scene.check(
                        Claim.BAD_DISPATCH_SAYS_WHY,
                        Json.each(bundle.path("problems"))
                                .anyMatch(problem -> Json.text(problem, "code").endsWith("NO_PAPER")),
                        () -> "there are no papers, and the bundle says " + bundle.path("problems")));
    }

    /** The bundles when they are packed. */
    List<JsonNode> pack() {
        body.pack();
        return allAre("PACKED");
    }

    /** Nothing changed, so every bundle stays as it was. */
    void again(List<JsonNode> packed) {
        var versions = versions(packed);
        var after = versions(pack());
        found(after.equals(versions), "nothing changed, and the versions went from " + versions + " to " + after);
    }

    /** One site has changed: only its bundles are packed anew, and stay the same bundles. */
    void changed(Venue venue, List<JsonNode> packed) {
        var states = everywhere().stream()
                .collect(Collectors.groupingBy(
                        bundle -> Json.text(bundle.path("site"), "id").equals(venue.site()),
                        Collectors.mapping(bundle -> Json.text(bundle, "state"), Collectors.toSet())));
        found(
                states.getOrDefault(true, Set.of()).equals(Set.of("STALE"))
                        && states.getOrDefault(false, Set.of("PACKED")).equals(Set.of("PACKED")),
                venue + " got other PINs, its bundles are " + states.get(true) + ", all others " + states.get(false));
        var before = versions(packed);
        var after = versions(pack());
        var own = body.bundles(venue).stream()
                .map(bundle -> Json.text(bundle, "id"))
                .collect(Collectors.toSet());
        before.forEach((id, version) -> found(
                after.getOrDefault(id, -1) == version + (own.contains(id) ? 1 : 0),
                "the bundle " + id + " was version " + version + " and is " + after.get(id)));
        found(after.keySet().equals(before.keySet()), "packed anew, the bundles are other ones");
    }

    private static Map<String, Integer> versions(List<JsonNode> bundles) {
        return bundles.stream()
                .collect(Collectors.toMap(
                        bundle -> Json.text(bundle, "id"),
                        bundle -> bundle.path("version").asInt(-1)));
    }

    private List<JsonNode> allAre(String state) {
        var bundles = everywhere();
        var places = bundles.stream().map(PackingRound::place).collect(Collectors.toCollection(TreeSet::new));
        var expected = venues.stream()
                .flatMap(venue -> venue.slots().keySet().stream().map(slot -> venue.site() + " " + slot))
                .collect(Collectors.toCollection(TreeSet::new));
        found(
                places.equals(expected) && bundles.size() == expected.size(),
                "people sit in " + expected.size() + " sites and slots, bundles are listed for " + bundles.size());
        bundles.forEach(bundle -> found(
                Json.text(bundle, "state").equals(state),
                "the bundle of " + bundle.path("site") + " must be " + state + " and is " + Json.text(bundle, "state")
                        + " " + bundle.path("problems")));
        return bundles;
    }

    private static String place(JsonNode bundle) {
        return Json.text(bundle.path("site"), "id") + " "
                + bundle.path("slot").path("number").asInt(-1);
    }

    /** As many people as sit there; each college sees its own sites' and no other. */
    void listed() {
        for (var venue : venues) {
            var seen = new DispatchDesk(scene, venue.college()).bundles();
            scene.check(
                    Claim.ONLY_WHOM_IT_CONCERNS,
                    !seen.isEmpty() && seen.stream().allMatch(bundle -> isOf(bundle, venue.college())),
                    () -> venue.college() + " sees bundles of "
                            + seen.stream().map(one -> one.path("site")).toList());
            for (var bundle : body.bundles(venue)) {
                var slot = bundle.path("slot").path("number").asInt(-1);
                found(
                        bundle.path("people").asInt(-1)
                                == venue.slots().getOrDefault(slot, List.of()).size(),
                        venue + " slot " + slot + " has " + bundle.path("people") + " people in the list of bundles");
            }
        }
        var listed = body.plans().stream()
                .filter(plan ->
                        Json.text(plan.path("plan"), "code").equals(scene.plan().code()))
                .toList();
        found(
                listed.size() == 1
                        && listed.getFirst().path("sites").asInt(-1) == venues.size()
                        && listed.getFirst().path("packed").asInt(-1)
                                == everywhere().size(),
                "there are " + venues.size() + " sites with " + everywhere().size() + " bundles, listed is " + listed);
    }

    private boolean isOf(JsonNode bundle, String college) {
        return venues.stream()
                .anyMatch(venue ->
                        venue.college().equals(college) && venue.site().equals(Json.text(bundle.path("site"), "id")));
    }

    private List<JsonNode> everywhere() {
        return body.bundles();
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.BUNDLES_GO_BY_VERSION, holds, () -> example);
    }
}
