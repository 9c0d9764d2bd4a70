package org.onex.rehearsal.people;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/**
 * The identity service answers while the clock moves; colleges settle its doubts with papers, or correct a name and ask again. In the end
 * everybody is 信息准确 and no name can be changed any more.
 */
public final class RealNameStage implements Stage {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    static final String NOBODYS_FILE = "01900000-0000-7000-8000-000000000000";

    @Override
    public Step step() {
        return Step.REAL_NAME;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var doubts = new ArrayList<Doubts>();
        for (var college : Attendance.of(scene)) {
            if (!college.people().isEmpty()) {
                doubts.add(new Doubts(scene, college));
            }
        }
        doubts.forEach(Doubts::mistypeAName);
        var begun = scene.center().clock().now();
        untilAnswered(scene, doubts);
        doubts.forEach(Doubts::checkAnswers);
        doubts.forEach(Doubts::correctTheName);
        untilAnswered(scene, doubts);
        var took = Duration.between(begun, scene.center().clock().now());
        refuseStrangers(scene, doubts);
        var confirmed = doubts.stream().mapToLong(Doubts::settle).sum();
        doubts.forEach(Doubts::checkSettled);
        var counts = new LinkedHashMap<String, Long>();
        counts.put(
                "accurate",
                doubts.stream().mapToLong(college -> college.count("ACCURATE")).sum());
        counts.put("confirmed with papers", confirmed);
        counts.put("minutes until all were answered", took.toMinutes());
        return counts;
    }

    /** Nobody waits longer than a day, even after outages. */
    private static void untilAnswered(Scene scene, List<Doubts> doubts) {
        var begun = scene.center().clock().now();
        while (doubts.stream().anyMatch(college -> college.count("PENDING") > 0)) {
            OffsetDateTime now = scene.center().clock().now();
            if (Duration.between(begun, now).compareTo(LONGEST) > 0) {
                var waiting = doubts.stream()
                        .mapToLong(college -> college.count("PENDING"))
                        .sum();
                scene.check(Claim.STATE_AS_KNOWN, false, () -> waiting + " people are still 信息待认证 after a day");
                throw new Unexpected("the identity service does not answer for " + waiting + " people");
            }
            scene.center().advanceTo(now.plus(STEP));
        }
    }

    /** A doubt is nobody's but its college's. */
    private static void refuseStrangers(Scene scene, List<Doubts> doubts) {
        for (var i = 0; i < doubts.size(); i++) {
            var open = doubts.get(i).open();
            if (open.isEmpty()) {
                continue;
            }
            JsonNode enrolment = open.getFirst();
            var path = Doubts.identity(enrolment) + "/confirmation";
            var stranger = doubts.get((i + 1) % doubts.size()).desk();
            if (doubts.size() > 1) {
                var request = Doubts.confirmation(stranger.upload("户口本.png", Doubts.papers()), "演练：冒充院校确认");
                var answer = stranger.browser().send("POST", path, request);
                scene.check(
                        Claim.ONLY_ITS_COLLEGE,
                        answer.isProblem(404, "identity.unknown"),
                        () -> stranger.login() + " settles another college's doubt, " + answer);
                var borrowed = doubts.get(i).desk().browser().send("POST", path, request);
                scene.check(
                        Claim.ONLY_ITS_COLLEGE,
                        borrowed.isProblem(422, "identity.evidence-missing"),
                        () -> "evidence that another college uploaded was used, " + borrowed);
            }
            var body = scene.data().officerOf(scene.notice());
            var answer = scene.center().as(body).send("POST", path, Doubts.confirmation(NOBODYS_FILE, "演练：冒充院校确认"));
            scene.check(
                    Claim.A_ROLE_MAY_NOT,
                    answer.isProblem(403, "access.not-permitted"),
                    () -> body + " must be refused, " + answer);
        }
    }
}
