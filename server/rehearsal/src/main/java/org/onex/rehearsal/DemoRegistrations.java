package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * What a newcomer finds of registration in the demonstration: the first college has an approved site and has registered most of its people
 * for the plan that is open, some for each level; the others wait to be registered.
 */
final class DemoRegistrations {

    private static final String REGISTRATIONS = "/api/registration/registrations";
    /** Of so many one is left for the newcomer. */
    private static final int LEFT = 4;

    private final Scene scene;
    private final Consumer<String> progress;

    /**
     * @param scene with the plan for which people are registered
     */
    DemoRegistrations(Scene scene, Consumer<String> progress) {
        this.scene = scene;
        this.progress = progress;
    }

    /** A college that has registered somebody is left alone. */
    void load() {
        var college = scene.data().colleges().getFirst();
        var login = scene.data().officerOf(college);
        var plan = scene.center()
                .as(login)
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        var registered = scene.all(login, REGISTRATIONS);
        if (registered.isEmpty() && Json.text(plan, "phase").equals("OPEN")) {
            var offerings = Json.each(plan.path("offerings")).toList();
            openSite(offerings.getFirst());
            register(login, offerings);
        }
        progress.accept("registrations: " + scene.all(login, REGISTRATIONS).size());
    }

    /** With which a node is enrolled at the college's site. */
    String enrolmentCode() {
        var login = scene.data().officerOf(scene.data().colleges().getFirst());
        var site = scene.all(login, "/api/site/sites").stream()
                .filter(one -> Json.text(one, "state").equals("APPROVED"))
                .findFirst()
                .orElseThrow(() -> new Unexpected(login + " has no approved site"));
        return Json.text(
                scene.center()
                        .as(login)
                        .send("POST", "/api/node/sites/" + Json.text(site, "id") + "/codes", Json.object())
                        .orFail(),
                "code");
    }

    private void openSite(JsonNode offering) {
        var college = scene.data().colleges().getFirst();
        var qualification = offering.path("qualification");
        var name = college.name() + Json.text(qualification, "name").replace("职业技能等级", "") + "考核站点";
        var application =
                new SiteApplication(scene, college, Json.text(qualification, "code"), scene.candidates(), name);
        application.submit();
        if (application.isPending()) {
            application
                    .decide(scene.data().officerOf(scene.notice()), "approval", null)
                    .orFail();
        }
    }

    /** One level after the other, everybody at one of them. */
    private void register(String login, List<JsonNode> offerings) {
        var people = scene.all(login, "/api/candidate/enrolments?state=ACCURATE");
        for (var turn = 0; turn < offerings.size(); turn++) {
            var some = new ArrayList<JsonNode>();
            for (var i = 0; i < people.size(); i++) {
                if (i % LEFT != LEFT - 1 && i % offerings.size() == turn) {
                    some.add(Json.pick(people.get(i), "candidate", "enrolment"));
                }
            }
            if (!some.isEmpty()) {
                register(login, offerings.get(turn), some);
            }
        }
    }

    private void register(String login, JsonNode offering, List<JsonNode> people) {
        var request = Json.object()
                .put("plan", scene.plan().code())
                .put("qualification", Json.text(offering.path("qualification"), "code"))
                .put("level", Json.text(offering, "level"));
        request.putArray("people").addAll(people);
        scene.center().as(login).send("POST", REGISTRATIONS, request).orFail();
    }
}
