package org.onex.rehearsal;

import java.util.List;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Checks that every plan of the files is there for everybody, once, however one counts. */
final class CountCheck {

    private final Scene scene;

    CountCheck(Scene scene) {
        this.scene = scene;
    }

    /**
     * @param published the notices in the order of their files
     */
    void check(List<JsonNode> published) {
        var listed = scene.all(scene.data().collegeOfficer(), "/api/plan/plans").stream()
                .collect(Collectors.groupingBy(plan -> Json.text(plan, "code"), Collectors.counting()));
        for (var i = 0; i < published.size(); i++) {
            var file = scene.data().notices().get(i);
            var size = published.get(i).path("plans").size();
            found(
                    size == file.plans().size(),
                    file.file() + " has " + file.plans().size() + " plans, the product " + size);
            for (var plan : file.plans()) {
                var times = listed.getOrDefault(plan.code(), 0L);
                found(times == 1, plan.code() + " is listed " + times + " times");
            }
        }
        var total = scene.center()
                .as(scene.data().collegeOfficer())
                .get("/api/plan/plans?limit=1")
                .orFail()
                .path("total");
        var lines = listed.values().stream().mapToLong(Long::longValue).sum();
        found(
                total.path("capped").asBoolean(false) || total.path("count").asLong(-1) == lines,
                "the list of plans says " + total + " and has " + lines + " lines");
    }

    private void found(boolean holds, String example) {
        scene.findings().check(Claim.NOTHING_LOST, holds, () -> example);
    }
}
