package org.onex.rehearsal.staffing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.MaskCheck;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invigilators and the rooms of one site, as they lie before one account. */
final class StaffDesk {

    static final String INVIGILATORS = "/api/staffing/invigilators";

    private final Scene scene;
    private final String login;
    private final String site;

    StaffDesk(Scene scene, String login, String site) {
        this.scene = scene;
        this.login = login;
        this.site = site;
    }

    StaffDesk by(String other) {
        return new StaffDesk(scene, other, site);
    }

    String login() {
        return login;
    }

    private Http browser() {
        return scene.center().as(login);
    }

    /** A college says of which body, a body of which college. */
    Answer enter(Colleague colleague, String party, String code) {
        var request = colleague.particulars().put("key", colleague.key()).put(party, code);
        return browser().send("POST", INVIGILATORS, request);
    }

    /** The same without counting it as a change, because it must not be one. */
    Answer enterAgain(Colleague colleague, String party, String code) {
        var request = colleague.particulars().put("key", colleague.key()).put(party, code);
        return browser().ask(INVIGILATORS, request);
    }

    Answer revise(JsonNode invigilator, Colleague colleague) {
        var request = colleague.particulars().put("version", version(invigilator));
        return browser().send("PUT", address(invigilator), request);
    }

    Answer approve(JsonNode invigilator) {
        return browser().send("POST", address(invigilator) + "/approval", versioned(invigilator));
    }

    /** The same after a lost answer, which must not be another change. */
    Answer approveAgain(JsonNode invigilator) {
        return browser().ask(address(invigilator) + "/approval", versioned(invigilator));
    }

    Answer giveBack(JsonNode invigilator, String opinion) {
        return browser()
                .send(
                        "POST",
                        address(invigilator) + "/return",
                        versioned(invigilator).put("opinion", opinion));
    }

    Answer retire(JsonNode invigilator, String reason) {
        return browser()
                .send(
                        "POST",
                        address(invigilator) + "/retirement",
                        versioned(invigilator).put("reason", reason));
    }

    Answer look(JsonNode invigilator) {
        return browser().get(address(invigilator));
    }

    private static String address(JsonNode invigilator) {
        return INVIGILATORS + "/" + Json.text(invigilator, "id");
    }

    static int version(JsonNode view) {
        return view.path("version").asInt(-1);
    }

    private static ObjectNode versioned(JsonNode view) {
        return Json.object().put("version", version(view));
    }

    /** Everybody who is named, of whom no list shows more than is needed. */
    List<JsonNode> all(String query) {
        var masks = new MaskCheck(scene.findings());
        var listed = scene.all(login, INVIGILATORS + query);
        listed.forEach(one -> masks.check(login + " lists invigilators", one));
        return listed;
    }

    Answer rooms() {
        return browser().get(rooms(""));
    }

    private String rooms(String rest) {
        return "/api/staffing/plans/" + scene.plan().code() + "/sites/" + site + rest;
    }

    /** Who is in which room, without anything that only concerns them. */
    JsonNode view() {
        var answer = rooms();
        new MaskCheck(scene.findings()).check(login + " " + answer.request(), answer.body());
        return answer.orFail();
    }

    Answer draw(int version, @Nullable Integer seed) {
        return browser()
                .send(
                        "POST",
                        rooms("/draw"),
                        Json.object().put("version", version).put("seed", seed));
    }

    Answer assign(int version, String opening, Collection<String> invigilators) {
        var request = Json.object().put("version", version);
        var ids = request.putArray("invigilators");
        invigilators.forEach(ids::add);
        return browser().send("PUT", rooms("/rooms/" + opening), request);
    }

    Answer issuePins(int version) {
        return browser().send("POST", rooms("/pins"), Json.object().put("version", version));
    }
}
