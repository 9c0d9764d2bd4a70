package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** Each college sends an archive of photos, some of them wrong, then right ones for those that were refused; in the end everybody has one. */
public final class PhotosStage implements Stage {

    static final String ARCHIVES = "/api/photo/imports";
    private static final String PHOTOS = "/api/photo/photos/";
    /** Of so many people one photo is fetched and compared. */
    private static final int COMPARED = 4;

    @Override
    public Step step() {
        return Step.PHOTOS;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("photos kept", "refused", "bytes sent").forEach(counted -> counts.put(counted, 0L));
        var colleges = Attendance.of(scene);
        var batches = PhotoBatch.ofAll(colleges, scene.plan().jpegOnly());
        for (var i = 0; i < colleges.size(); i++) {
            var college = colleges.get(i);
            if (!college.people().isEmpty()) {
                new Turn(scene, college.desk(), counts).play(batches.get(i));
                everybodyHasOne(scene, college);
            }
        }
        return counts;
    }

    private static void everybodyHasOne(Scene scene, Attendance college) {
        for (var enrolment : college.desk().all(CollegeDesk.ENROLMENTS + "?state=PHOTO_MISSING")) {
            scene.check(
                    Claim.PHOTOS_AS_SENT,
                    false,
                    () -> college.desk().login() + " sent a photo of " + Json.text(enrolment, "name")
                            + ", who has none");
        }
    }

    /** What one college does. */
    private record Turn(Scene scene, CollegeDesk desk, Map<String, Long> counts) {

        void play(PhotoBatch batch) {
            take(batch);
            var corrected = batch.corrected();
            if (!corrected.shots().isEmpty()) {
                take(corrected);
            }
            var kept = new ArrayList<>(batch.right());
            kept.addAll(corrected.shots());
            kept.stream().limit(1).forEach(shot -> compare(shot));
            for (var i = COMPARED; i < kept.size(); i += COMPARED) {
                compare(kept.get(i));
            }
        }

        private void take(PhotoBatch batch) {
            var zip = batch.zip();
            var content = zip.bytes();
            var view = desk.send(ARCHIVES, "考生照片.zip", content);
            counts.merge("bytes sent", (long) content.length, Long::sum);
            new RosterCheck(scene, desk)
                    .counts(
                            view,
                            Map.of(
                                    "kept", (long) batch.right().size(),
                                    "refused", (long) batch.wrong().size(),
                                    "skipped", (long) zip.leftBehind()));
            counts.merge("photos kept", view.path("counts").path("kept").asLong(0), Long::sum);
            var refused = new TreeMap<Integer, JsonNode>();
            for (var result : results(view, "REFUSED")) {
                refused.put(result.path("number").asInt(0), result);
            }
            counts.merge("refused", (long) refused.size(), Long::sum);
            results(view, "KEPT"); // to see what they show
            for (var i = 0; i < batch.shots().size(); i++) {
                saysWhy(batch.shots().get(i), refused.get(i + 1));
            }
        }

        private List<JsonNode> results(JsonNode view, String outcome) {
            return desk.all(ARCHIVES + "/" + Json.text(view, "id") + "/results?outcome=" + outcome);
        }

        private void saysWhy(PhotoBatch.Shot shot, @Nullable JsonNode result) {
            Set<String> found = result == null
                    ? Set.of()
                    : Json.each(result.path("problems"))
                            .map(problem -> Json.text(problem, "code"))
                            .collect(Collectors.toSet());
            var mistake = shot.mistake();
            Set<String> expected = mistake == null ? Set.of() : Set.of(mistake.code());
            scene.check(
                    Claim.BAD_PHOTOS_SAY_WHY,
                    found.equals(expected),
                    () -> desk.login() + ": a photo of " + shot.person() + " was sent with " + expected
                            + " and refused with " + found);
        }

        private void compare(PhotoBatch.Shot shot) {
            for (var enrolment : desk.find(shot.person().idNumber())) {
                var sent = shot.content().get();
                var kept = desk.browser().download(PHOTOS + CollegeDesk.key(enrolment));
                scene.check(
                        Claim.PHOTOS_AS_SENT,
                        Digest.sha256(kept).equals(Digest.sha256(sent)),
                        () -> desk.login() + ": the photo of " + shot.person() + " has " + kept.length
                                + " bytes and was sent with " + sent.length);
            }
        }
    }
}
