package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** Each college sends its people with the mistakes that people make, corrects what comes back, and finds them all as they were sent. */
public final class CandidatesStage implements Stage {

    @Override
    public Step step() {
        return Step.CANDIDATES;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var colleges = Attendance.of(scene);
        var found = new ArrayList<Map<String, JsonNode>>();
        var refused = 0L;
        var mistakes = 0;
        for (var college : colleges) {
            var bringing = new Bringing(scene, college.desk(), college.people(), college.form(), mistakes);
            refused += bringing.play();
            mistakes += Math.ceilDiv(college.people().size(), 4);
            found.add(new SentCheck(scene, college.desk()).check(college.people()));
            checkNobodyElse(scene, college);
        }
        checkWanderer(scene, colleges, found);
        checkStrangers(scene, colleges, found);
        return counts(colleges, refused);
    }

    /** Neither the example of the template nor the people of a hidden sheet are candidates. */
    private static void checkNobodyElse(Scene scene, Attendance college) {
        var strangers = new ArrayList<>(List.of("999999200601010017"));
        RosterFile.leftBehind().forEach(person -> strangers.add(person.idNumber()));
        for (var number : strangers) {
            scene.check(
                    Claim.AS_SENT,
                    college.desk().find(number).isEmpty(),
                    () -> college.desk().login() + " has somebody who was only on a hidden sheet or an example: "
                            + IdNumbers.masked(number));
        }
    }

    /** Who is at two colleges is one person with two enrolments, and neither college writes over the other's. */
    private static void checkWanderer(Scene scene, List<Attendance> colleges, List<Map<String, JsonNode>> found) {
        if (colleges.size() < 2 || colleges.getFirst().people().isEmpty()) {
            return;
        }
        var person = colleges.getFirst().people().getFirst();
        var here = found.getFirst().get(person.idNumber());
        var there = found.get(1).get(person.idNumber());
        if (here == null || there == null) {
            return; // not found at all, which was noted before
        }
        var now = colleges.getFirst().desk().get(CollegeDesk.address(here));
        scene.check(
                Claim.ONLY_ITS_COLLEGE,
                Json.text(here, "candidate").equals(Json.text(there, "candidate"))
                        && !Json.text(here, "enrolment").equals(Json.text(there, "enrolment"))
                        && Json.text(now, "className").equals(person.className())
                        && !Json.text(there, "className").equals(person.className()),
                () -> person + " at two colleges: " + CollegeDesk.key(here) + " in " + Json.text(now, "className")
                        + ", " + CollegeDesk.key(there) + " in " + Json.text(there, "className"));
    }

    private static void checkStrangers(Scene scene, List<Attendance> colleges, List<Map<String, JsonNode>> found) {
        var strangers = new StrangerCheck(scene);
        for (var i = 0; i < colleges.size(); i++) {
            var own = colleges.get(i);
            if (own.people().isEmpty()) {
                continue;
            }
            // The last is at one college only.
            var person = own.people().getLast();
            var enrolment = found.get(i).get(person.idNumber());
            if (enrolment == null) {
                continue;
            }
            new DisclosureCheck(scene, own.desk()).check(person, enrolment);
            strangers.checkRoles(enrolment);
            if (colleges.size() > 1) {
                var stranger = colleges.get((i + 1) % colleges.size()).desk().login();
                strangers.checkCollege(stranger, person, enrolment);
                strangers.checkRoster(
                        stranger, own.desk().all(CollegeDesk.ROSTERS).getFirst());
            }
        }
    }

    private static SequencedMap<String, Long> counts(List<Attendance> colleges, long refused) {
        var counts = new LinkedHashMap<String, Long>();
        var enrolments = 0L;
        var states = new HashMap<String, Long>();
        for (var college : colleges) {
            var overview = college.desk().get("/api/candidate/overview");
            for (var state : overview.path("states").values()) {
                var count = state.path("count").asLong(0);
                enrolments += count;
                states.merge(Json.text(state, "state"), count, Long::sum);
            }
        }
        counts.put("enrolments", enrolments);
        counts.put("rows refused", refused);
        counts.put("without photo", states.getOrDefault("PHOTO_MISSING", 0L));
        return counts;
    }
}
