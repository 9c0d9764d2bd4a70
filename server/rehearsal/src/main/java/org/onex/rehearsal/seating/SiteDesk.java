package org.onex.rehearsal.seating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.MaskCheck;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The seating of one site for one plan, as it lies before one account. */
public final class SiteDesk {

    static final String SITES = "/api/seating/sites";
    static final String SEATS = "/api/seating/seats";
    static final String JOB = "/api/seating/arrangements";

    private final Scene scene;
    private final String login;
    private final String plan;
    private final String site;

    public SiteDesk(Scene scene, String login, String plan, String site) {
        this.scene = scene;
        this.login = login;
        this.plan = plan;
        this.site = site;
    }

    /** The same site before somebody else. */
    SiteDesk by(String other) {
        return new SiteDesk(scene, other, plan, site);
    }

    String login() {
        return login;
    }

    String site() {
        return site;
    }

    private Http browser() {
        return scene.center().as(login);
    }

    private String address() {
        return "/api/seating/plans/" + plan + "/sites/" + site;
    }

    Answer look() {
        return browser().get(address());
    }

    /** The page, which shows no more of anybody than is needed. */
    public JsonNode view() {
        var answer = look();
        new MaskCheck(scene.findings()).check(login + " " + answer.request(), answer.body());
        return answer.orFail();
    }

    Answer room(String opening) {
        return browser().get(address() + "/openings/" + opening);
    }

    Answer open(int version, List<RoomWish> wishes) {
        var request = Json.object().put("version", version);
        var openings = request.putArray("openings");
        wishes.forEach(wish -> openings.add(wish.json()));
        return browser().send("PUT", address() + "/openings", request);
    }

    public Answer arrange(int version, @Nullable Integer seed) {
        var request = Json.object().put("version", version).put("seed", seed);
        return browser().send("POST", address() + "/arrangement", request);
    }

    public Answer withdraw(int version, String reason) {
        var request = Json.object().put("version", version).put("reason", reason);
        return browser().send("POST", address() + "/arrangement/withdrawal", request);
    }

    public Answer swap(int version, String reason, Place.Spot first, Place.Spot second) {
        var request = Json.object().put("version", version).put("reason", reason);
        request.set("first", seat(first));
        request.set("second", seat(second));
        return browser().send("POST", address() + "/swaps", request);
    }

    private static ObjectNode seat(Place.Spot spot) {
        return Json.object().put("opening", spot.opening()).put("seat", spot.seat());
    }

    int version() {
        return version(view());
    }

    public static int version(JsonNode view) {
        return view.path("version").asInt(-1);
    }

    /** Everybody who sits at the site for the plan. */
    public List<Place> places() {
        return places(scene, login, "?plan=" + plan + "&site=" + site);
    }

    /** Everybody whose place somebody may see in that part of the list. */
    static List<Place> places(Scene scene, String login, String query) {
        var masks = new MaskCheck(scene.findings());
        var seats = scene.all(login, SEATS + query);
        seats.forEach(seat -> masks.check(login + " lists seats", seat));
        return seats.stream().map(Place::of).toList();
    }
}
