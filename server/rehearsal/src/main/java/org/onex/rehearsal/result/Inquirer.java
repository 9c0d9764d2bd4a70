package org.onex.rehearsal.result;

import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Bearers;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.node.ObjectNode;

/** A candidate without an account (考生), who proves by ID number, name and ticket who they are. */
public final class Inquirer {

    private static final String RESULTS = "/api/result/inquiries";

    private final Scene scene;
    private final Bearers bearers;

    public Inquirer(Scene scene) {
        this.scene = scene;
        this.bearers = Bearers.of(scene);
    }

    /** What stands on their card and their ticket. */
    public ObjectNode proof(Place place) {
        var guest = place.guest();
        return Json.object()
                .put("idNumber", bearers.number(guest.name(), guest.maskedNumber()))
                .put("name", guest.name())
                .put("ticket", guest.ticket());
    }

    Answer results(ObjectNode proof) {
        return scene.center().nobody().ask(RESULTS, proof);
    }

    Answer results(Place place) {
        return results(proof(place));
    }
}
