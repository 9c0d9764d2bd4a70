package org.onex.rehearsal.printing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.MaskCheck;
import org.onex.rehearsal.scene.BackgroundWork;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where one account has printed matter made and fetches it. */
final class PrintDesk {

    static final String PRINTS = "/api/printing/prints";

    private final Scene scene;
    private final String login;

    PrintDesk(Scene scene, String login) {
        this.scene = scene;
        this.login = login;
    }

    String login() {
        return login;
    }

    Http browser() {
        return scene.center().as(login);
    }

    /**
     * Asks for a print.
     *
     * @param site null for one's own people, wherever they sit
     */
    Answer order(@Nullable String site, List<PrintKind> kinds) {
        var request = Json.object().put("plan", scene.plan().code()).put("site", site);
        var wanted = request.putArray("kinds");
        kinds.forEach(kind -> wanted.add(kind.name()));
        return browser().send("POST", PRINTS, request);
    }

    /** A print that has been made. */
    JsonNode print(@Nullable String site, List<PrintKind> kinds) {
        var ordered = order(site, kinds).orFail();
        BackgroundWork.done(browser(), ordered);
        var print = view(Json.text(ordered, "id"));
        if (!Json.text(print, "state").equals("READY")) {
            throw new Unexpected(login + " had something printed, and it is " + Json.text(print, "state"));
        }
        return print;
    }

    JsonNode view(String id) {
        var answer = look(id);
        new MaskCheck(scene.findings()).check(login + " " + answer.request(), answer.body());
        return answer.orFail();
    }

    Answer look(String id) {
        return browser().get(PRINTS + "/" + id);
    }

    Answer lookAtFile(String id, String name) {
        return browser().get(file(id, name));
    }

    Answer lookAtTicket(String ticket) {
        return browser().get("/api/printing/tickets/" + ticket);
    }

    byte[] ticket(String ticket) {
        return browser().download("/api/printing/tickets/" + ticket);
    }

    byte[] archive(String id) {
        return browser().download(PRINTS + "/" + id + "/archive");
    }

    /** The files of a print, fetched one by one. */
    Stream<PrintedFile> files(JsonNode print) {
        var id = Json.text(print, "id");
        return Json.each(print.path("files"))
                .map(file -> new PrintedFile(file, browser().download(file(id, Json.text(file, "name")))));
    }

    private static String file(String id, String name) {
        return PRINTS + "/" + id + "/files/" + Center.encoded(name).replace("+", "%20");
    }
}
