package org.onex.rehearsal.returning;

import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * Servers that had an exam and were withdrawn before they returned anything, like the virtual ones of the dispatch: their sites wait for them
 * until the body gives them up with a reason, because people may have sat there.
 */
final class GivenUp {

    private static final String REASON = "演练：该服务器没有用于考试";

    private final Scene scene;
    private final ReturnLists lists;

    GivenUp(Scene scene, ReturnLists lists) {
        this.scene = scene;
        this.lists = lists;
    }

    /** Gives up all that are waited for by now. */
    void settle() {
        for (var site : lists.sites()) {
            Json.each(site.path("nodes"))
                    .filter(node -> node.path("withdrawn").asBoolean()
                            && node.path("awaited").asBoolean())
                    .forEach(node -> giveUp(site, node));
        }
    }

    private void giveUp(JsonNode site, JsonNode node) {
        scene.check(
                Claim.NO_SERVER_IS_FORGOTTEN,
                !Json.text(site, "state").equals("COMPLETE"),
                () -> "a site is complete without " + Json.text(node, "name") + ", " + site);
        var unfounded = lists.giveUp(site, node, " ");
        scene.check(
                Claim.BAD_RETURNS_SAY_WHY,
                unfounded.isProblem(422, "script.reason-missing"),
                () -> "a server is given up without a reason, " + unfounded);
        lists.giveUp(site, node, REASON).orFail();
        var again = lists.giveUp(site, node, REASON);
        scene.check(
                Claim.BAD_RETURNS_SAY_WHY,
                again.isProblem(409, "script.nothing-awaited"),
                () -> "a server is given up twice, " + again);
    }
}
