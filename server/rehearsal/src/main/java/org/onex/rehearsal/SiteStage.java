package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** Every pilot college applies for the plan's qualifications; one is returned and corrected, then the body approves all of them. */
final class SiteStage implements Stage {

    @Override
    public Step step() {
        return Step.SITE;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var pilots =
                scene.data().colleges().stream().filter(DemoData.College::pilot).toList();
        var counts = new LinkedHashMap<String, Long>();
        List.of("sites", "rooms", "machines").forEach(counted -> counts.put(counted, 0L));
        for (var qualification : qualifications(scene)) {
            refuseOthers(scene, qualification);
            var applied = new ArrayList<SiteApplication>();
            for (var college : pilots) {
                var application = new SiteApplication(scene, college, qualification, seats(scene, pilots.size()));
                application.submit();
                applied.add(application);
            }
            decide(scene, applied);
            applied.forEach(application -> count(application.current(), counts));
        }
        return counts;
    }

    /** The codes of what the chosen plan offers. */
    private static List<String> qualifications(Scene scene) {
        var plan = scene.center()
                .as(scene.data().officerOf(scene.notice()))
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        return Json.each(plan.path("offerings"))
                .map(offering -> Json.text(offering.path("qualification"), "code"))
                .distinct()
                .toList();
    }

    /** More than one room has, so that everywhere people can be spread over rooms. */
    private static int seats(Scene scene, int colleges) {
        if (colleges == 0) {
            throw new Unexpected("a rehearsal of sites needs a pilot college");
        }
        return Math.max(Math.ceilDiv(scene.candidates(), colleges), SiteApplication.ONE_ROOM + 1);
    }

    /** Colleges that are not on file for the pilot hold no sites. */
    private static void refuseOthers(Scene scene, String qualification) {
        scene.data().colleges().stream().filter(college -> !college.pilot()).forEach(college -> {
            var answer = new SiteApplication(scene, college, qualification, 1).begin();
            refused(scene, answer.isProblem(409, "site.not-pilot"), college.name(), answer);
        });
    }

    private static void decide(Scene scene, List<SiteApplication> applied) {
        var officer = scene.data().officerOf(scene.notice());
        var returned = false;
        for (var application : applied) {
            if (application.isPending()) {
                refuseStrangers(scene, application);
                if (!returned) {
                    application.decide(officer, "return", "机房位置请写到楼层（演练）").orFail();
                    application.submit();
                    returned = true;
                }
                application.decide(officer, "approval", null).orFail();
            }
        }
        checkListed(scene, officer, applied);
    }

    private static void refuseStrangers(Scene scene, SiteApplication application) {
        var college = application.officer();
        var byCollege = application.decide(college, "approval", null);
        refused(scene, byCollege.isProblem(403, "access.not-permitted"), college, byCollege);
        var stranger = scene.data().strangerTo(scene.notice());
        var byStranger = application.decide(stranger, "approval", null);
        refused(scene, byStranger.isProblem(404, "site.unknown"), stranger, byStranger);
    }

    /** Every approved site is listed to its body as approved, with the rooms that were applied for. */
    private static void checkListed(Scene scene, String officer, List<SiteApplication> applied) {
        var listed = new HashSet<String>();
        scene.all(officer, "/api/site/sites?state=APPROVED").forEach(site -> listed.add(Json.text(site, "id")));
        for (var application : applied) {
            var site = application.current();
            var holds = listed.contains(Json.text(site, "id"))
                    && Json.text(site, "state").equals("APPROVED")
                    && application.hasItsRooms(site);
            scene.findings()
                    .check(
                            Claim.SITES_AS_DECIDED,
                            holds,
                            () -> Json.text(site, "name") + " was approved and is " + Json.text(site, "state")
                                    + " with " + site.path("rooms").size() + " rooms");
        }
    }

    private static void count(JsonNode site, Map<String, Long> counts) {
        counts.merge("sites", 1L, Long::sum);
        for (var room : site.path("rooms").values()) {
            counts.merge("rooms", 1L, Long::sum);
            counts.merge("machines", room.path("machines").asLong(0), Long::sum);
        }
    }

    private static void refused(Scene scene, boolean holds, String who, Answer answer) {
        scene.findings().check(Claim.A_ROLE_MAY_NOT, holds, () -> who + " must be refused, " + answer);
    }
}
