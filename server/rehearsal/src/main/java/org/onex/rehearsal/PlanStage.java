package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.registration.DeadlineCheck;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** Each body's officer loads its notices and publishes them; the chosen plan is open then. */
final class PlanStage implements Stage {

    @Override
    public Step step() {
        return Step.PLAN;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var notices = new LoadNotices(scene.center(), scene.data());
        var published = new ArrayList<JsonNode>();
        var drafts = new DraftCheck(scene);
        var deadlines = new DeadlineCheck(scene);
        var roles = new RoleCheck(scene);
        for (var file : scene.data().notices()) {
            var notice = notices.loaded(file);
            if (LoadNotices.isDraft(notice)) {
                drafts.check(file, notice);
            }
            roles.check(file, notice);
            published.add(notices.published(file, notice));
        }
        roles.checkNobody();
        new CountCheck(scene).check(published);
        var rules = new RuleCheck(scene.findings(), StatutoryDays.announced());
        for (var notice : published) {
            Json.each(notice.path("plans")).forEach(rules::check);
            Json.each(notice.path("plans")).forEach(deadlines::checkMoment);
        }
        deadlines.requireAhead();
        return counts(published);
    }

    private static Map<String, Long> counts(Iterable<JsonNode> notices) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("notices", "plans", "offerings", "warnings").forEach(counted -> counts.put(counted, 0L));
        for (var notice : notices) {
            counts.merge("notices", 1L, Long::sum);
            counts.merge("warnings", (long) notice.path("warnings").size(), Long::sum);
            for (var plan : notice.path("plans").values()) {
                counts.merge("plans", 1L, Long::sum);
                counts.merge("offerings", (long) plan.path("offerings").size(), Long::sum);
                counts.merge("warnings", warnings(plan), Long::sum);
            }
        }
        return counts;
    }

    private static long warnings(JsonNode plan) {
        var ofStages = Json.each(plan.path("stages"))
                .mapToLong(stage -> stage.path("warnings").size())
                .sum();
        return plan.path("warnings").size()
                + plan.path("deadline").path("warnings").size()
                + plan.path("paymentDue").path("warnings").size()
                + ofStages;
    }
}
