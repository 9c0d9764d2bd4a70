package org.onex.rehearsal.printing;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Lets those try who have no business with a site's papers: another college, another body, and whoever may not print at all. */
final class PrintStrangers {

    private final Scene scene;
    private final DemoData.College college;

    PrintStrangers(Scene scene, DemoData.College college) {
        this.scene = scene;
        this.college = college;
    }

    /**
     * @param print of the site
     * @param place of one of its people
     */
    void check(JsonNode print, Place place) {
        stranger(new PrintDesk(scene, scene.data().strangerTo(scene.notice())), print, place, true);
        for (var other : scene.data().colleges()) {
            if (!other.equals(college)) {
                var isHome = place.guest().college().equals(other.code());
                stranger(new PrintDesk(scene, scene.data().officerOf(other)), print, place, !isHome);
            }
        }
        var operator = new PrintDesk(scene, Center.OPERATOR);
        mayNot(operator.look(Json.text(print, "id")));
        mayNot(operator.lookAtTicket(place.guest().ticket()));
        mayNot(operator.order(place.spot().site(), List.of(PrintKind.TICKET)));
    }

    private void stranger(PrintDesk stranger, JsonNode print, Place place, boolean alsoTicket) {
        var id = Json.text(print, "id");
        var name = Json.text(print.path("files").path(0), "name");
        unseen(stranger, stranger.look(id).isProblem(404, "printing.unknown"), "a print");
        unseen(stranger, stranger.lookAtFile(id, name).isProblem(404, "printing.unknown"), "a file");
        var archive = stranger.browser().get(PrintDesk.PRINTS + "/" + id + "/archive");
        unseen(stranger, archive.isProblem(404, "printing.unknown"), "an archive");
        if (alsoTicket) {
            var ticket = stranger.lookAtTicket(place.guest().ticket());
            unseen(stranger, ticket.isProblem(404, "printing.ticket-unknown"), "a ticket");
        }
        var ordered = stranger.order(place.spot().site(), List.of(PrintKind.TICKET));
        unseen(
                stranger,
                !ordered.isFine()
                        && List.of("printing.site-unknown", "printing.plan-unknown")
                                .contains(ordered.code()),
                "a print of its own");
        var listed = scene.all(
                stranger.login(), PrintDesk.PRINTS + "?plan=" + scene.plan().code());
        unseen(stranger, listed.stream().noneMatch(one -> Json.text(one, "id").equals(id)), "the list");
    }

    private void unseen(PrintDesk stranger, boolean holds, String what) {
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS, holds, () -> stranger.login() + " gets " + what + " of " + college.name());
    }

    private void mayNot(Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> Center.OPERATOR + " must be refused, " + answer);
    }
}
