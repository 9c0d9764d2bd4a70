package org.onex.rehearsal.people;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Http;
import tools.jackson.databind.JsonNode;

/** What a college's officer does with candidates: sends files, waits until they were worked on, looks people up. */
public final class CollegeDesk {

    public static final String ENROLMENTS = "/api/candidate/enrolments";
    static final String ROSTERS = "/api/candidate/imports";
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_MS = 40;

    private final Center center;
    private final String login;
    private final MaskCheck masks;

    CollegeDesk(Center center, String login, MaskCheck masks) {
        this.center = center;
        this.login = login;
        this.masks = masks;
    }

    /** The desk of a college of the demonstration. */
    static CollegeDesk of(Center center, DemoData data, DemoData.College college, MaskCheck masks) {
        return new CollegeDesk(center, data.officerOf(college), masks);
    }

    public String login() {
        return login;
    }

    public Http browser() {
        return center.as(login);
    }

    /** The key of a file that arrived whole. */
    public String upload(String name, byte[] content) {
        var uploaded = browser()
                .upload("/api/file/files?name=" + Center.encoded(name), content)
                .orFail();
        if (!Json.text(uploaded, "sha256").equalsIgnoreCase(Digest.sha256(content))) {
            throw new Unexpected(name + " arrived with another SHA-256 than it left with");
        }
        return Json.text(uploaded, "id");
    }

    /** Sends a file and has it worked on to the end; a roster is then read and nobody is entered, photos are kept. */
    public JsonNode send(String imports, String name, byte[] content) {
        var begun = browser()
                .send("POST", imports, Json.object().put("file", upload(name, content)))
                .orFail();
        return finished(imports + "/" + Json.text(begun, "id"));
    }

    /** Has the rows of a roster entered that can be. */
    JsonNode enter(JsonNode roster) {
        return enter(ROSTERS, roster);
    }

    /** Has the rows of a file entered that can be. */
    public JsonNode enter(String imports, JsonNode view) {
        var path = imports + "/" + Json.text(view, "id");
        browser().send("POST", path + "/entering", Json.object()).orFail();
        return finished(path);
    }

    private JsonNode finished(String path) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var view = get(path);
            var job = view.path("job");
            if (ENDED.contains(Json.text(job, "state"))) {
                if (!Json.text(job, "state").equals("DONE")) {
                    throw new Unexpected(login + ": the work on " + path + " ended " + Json.text(job, "state") + " "
                            + Json.text(job, "code") + " " + job.path("facts"));
                }
                // What was read before the work ended may stand beside the job as it was afterwards.
                return get(path);
            }
            if (System.nanoTime() > give) {
                throw new Unexpected(login + ": the work on " + path + " does not end");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    /** Something that shows no more of anybody than is needed. */
    public JsonNode get(String path) {
        return looked(browser().get(path));
    }

    /** Every item of a list that shows no more of anybody than is needed. */
    public List<JsonNode> all(String path) {
        var items = center.all(browser(), path);
        items.forEach(item -> masks.check(login + " GET " + path, item));
        return items;
    }

    /** Those who bear an ID number at this college. */
    public List<JsonNode> find(String idNumber) {
        return Json.each(looked(
                        browser().ask("/api/candidate/searches", Json.object().put("idNumber", idNumber))))
                .toList();
    }

    private JsonNode looked(Answer answer) {
        masks.check(login + " " + answer.request(), answer.body());
        return answer.orFail();
    }

    public static String address(JsonNode enrolment) {
        return ENROLMENTS + "/" + key(enrolment);
    }

    /** Candidate and enrolment, as addresses name them. */
    public static String key(JsonNode enrolment) {
        return Json.text(enrolment, "candidate") + "/" + Json.text(enrolment, "enrolment");
    }
}
