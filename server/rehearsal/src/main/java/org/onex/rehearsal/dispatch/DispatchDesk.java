package org.onex.rehearsal.dispatch;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.BackgroundWork;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * Where the body has bundles packed and everybody whom it concerns sees what became of them.
 *
 * @param login whose it is
 */
record DispatchDesk(Scene scene, String login) {

    static final String PLANS = "/api/dispatch/plans";

    Answer askToPack() {
        return scene.center().as(login).send("POST", PLANS + "/" + scene.plan().code() + "/packing", Json.object());
    }

    /** When it is done. */
    JsonNode pack() {
        return BackgroundWork.done(scene.center().as(login), askToPack().orFail());
    }

    List<JsonNode> plans() {
        return scene.all(login, PLANS);
    }

    List<JsonNode> bundles() {
        return scene.all(login, bundlesAddress());
    }

    Answer lookAtBundles() {
        return scene.center().as(login).get(bundlesAddress());
    }

    private String bundlesAddress() {
        return PLANS + "/" + scene.plan().code() + "/bundles";
    }

    /** Those of one site. */
    List<JsonNode> bundles(Venue venue) {
        return bundles().stream()
                .filter(bundle -> Json.text(bundle.path("site"), "id").equals(venue.site()))
                .toList();
    }
}
