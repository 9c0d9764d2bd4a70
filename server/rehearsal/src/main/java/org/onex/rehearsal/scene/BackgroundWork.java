package org.onex.rehearsal.scene;

import java.time.Duration;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/** Background work (后台任务) that somebody began and waits for. */
public final class BackgroundWork {

    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_MS = 40;

    private BackgroundWork() {}

    /**
     * The work when it has ended well.
     *
     * @param begun the answer that names it
     * @throws Unexpected if it fails or does not end
     */
    public static JsonNode done(Http browser, JsonNode begun) {
        var path = "/api/job/jobs/" + Json.text(begun, "job");
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var job = browser.get(path).orFail();
            var state = Json.text(job, "state");
            if (state.equals("DONE")) {
                return job;
            }
            if (ENDED.contains(state)) {
                throw new Unexpected(Json.text(job, "kind") + " ended " + state + " " + Json.text(job, "code") + " "
                        + job.path("facts"));
            }
            if (System.nanoTime() > give) {
                throw new Unexpected(Json.text(job, "kind") + " does not end");
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
}
