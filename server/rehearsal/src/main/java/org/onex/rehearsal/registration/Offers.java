package org.onex.rehearsal.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** What the published plans offer, as a college reads it before it registers anybody. */
final class Offers {

    private final Scene scene;
    private final List<JsonNode> plans;
    private final Map<String, List<Offer>> read = new HashMap<>();

    Offers(Scene scene) {
        this.scene = scene;
        this.plans = scene.all(scene.data().collegeOfficer(), "/api/plan/plans");
    }

    /** Everything that the chosen plan offers of the qualification that it offers first. */
    List<Offer> chosen() {
        var all = of(scene.plan().code());
        return all.stream()
                .filter(offer -> offer.qualification().equals(all.getFirst().qualification()))
                .toList();
    }

    List<Offer> of(String plan) {
        return read.computeIfAbsent(
                plan,
                code -> Offer.of(scene.center()
                        .as(scene.data().collegeOfficer())
                        .get("/api/plan/plans/" + code)
                        .orFail()));
    }

    /** What somebody is registered for. */
    Offer of(JsonNode registration) {
        var plan = Json.text(registration.path("plan"), "code");
        return of(plan).stream()
                .filter(offer -> offer.level().equals(Json.text(registration, "level")))
                .filter(offer ->
                        offer.qualification().code().equals(Json.text(registration.path("qualification"), "code")))
                .findFirst()
                .orElseThrow(() -> new Unexpected("somebody is registered for what " + plan + " does not offer"));
    }

    /** Whether the name alone says which plan is meant. */
    boolean isUnambiguous(String name) {
        return plans.stream()
                        .filter(plan -> Json.text(plan, "name").equals(name))
                        .count()
                == 1;
    }

    /** A name that several plans bear, none of which offers the qualification. */
    Optional<String> namesakes(Offer offer) {
        var seen = new HashSet<String>();
        return plans.stream()
                .filter(plan -> !offers(plan, offer))
                .map(plan -> Json.text(plan, "name"))
                .filter(name -> !seen.add(name))
                .filter(name ->
                        plans.stream().noneMatch(plan -> Json.text(plan, "name").equals(name) && offers(plan, offer)))
                .findFirst();
    }

    /** The same thing in a plan whose registration is over. */
    Optional<Offer> over(Offer offer) {
        return inPhases(Set.of("CLOSED", "RUNNING", "MARKING", "PUBLICITY", "FINISHED"), offer)
                .filter(offer::isOfSameThing)
                .findFirst();
    }

    /** Two levels of one other open plan that nobody can sit both; empty if there are none. */
    List<Offer> excluding(Offer offer) {
        var open = inPhases(Set.of("OPEN"), offer)
                .filter(one -> !one.plan().equals(offer.plan()))
                .toList();
        for (var one : open) {
            for (var other : open) {
                if (one.plan().equals(other.plan()) && !one.equals(other) && one.excludes(other)) {
                    return List.of(one, other);
                }
            }
        }
        return List.of();
    }

    /** A qualification that the chosen plan does not offer. */
    Optional<String> foreign() {
        var offered = of(scene.plan().code()).stream()
                .map(offer -> offer.qualification().code())
                .collect(Collectors.toSet());
        return scene.data().qualifications().stream()
                .filter(qualification -> !offered.contains(qualification.code()))
                .map(qualification -> Json.text(qualification.particulars(), "name"))
                .findFirst();
    }

    private Stream<Offer> inPhases(Set<String> phases, Offer offer) {
        return plans.stream()
                .filter(plan -> phases.contains(Json.text(plan, "phase")) && offers(plan, offer))
                .flatMap(plan -> of(Json.text(plan, "code")).stream())
                .filter(one -> one.qualification().equals(offer.qualification()));
    }

    private static boolean offers(JsonNode plan, Offer offer) {
        return Json.each(plan.path("qualifications"))
                .anyMatch(one ->
                        Json.text(one, "code").equals(offer.qualification().code()));
    }
}
