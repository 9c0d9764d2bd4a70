package org.onex.rehearsal.dispatch;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * Where people see the servers of sites, give out codes for them and withdraw them.
 *
 * @param login whose it is
 */
record NodeDesk(Scene scene, String login) {

    static final String NODES = "/api/node/nodes";

    Answer askCode(Venue venue) {
        return scene.center().as(login).send("POST", "/api/node/sites/" + venue.site() + "/codes", Json.object());
    }

    EnrolmentCode code(Venue venue) {
        return EnrolmentCode.typed(Json.text(askCode(venue).orFail(), "code"));
    }

    List<JsonNode> nodes(Venue venue) {
        return scene.all(login, NODES + "?site=" + venue.site());
    }

    /**
     * What is known of a node.
     *
     * @throws Unexpected if it is not listed
     */
    JsonNode node(Venue venue, String id) {
        return nodes(venue).stream()
                .filter(node -> Json.text(node, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected(login + " does not see the node " + id + " of " + venue));
    }

    Answer withdraw(String node, String reason) {
        return scene.center()
                .as(login)
                .send("POST", NODES + "/" + node + "/withdrawal", Json.object().put("reason", reason));
    }
}
