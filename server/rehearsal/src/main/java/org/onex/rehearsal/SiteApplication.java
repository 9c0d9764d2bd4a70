package org.onex.rehearsal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One college's application for a site, as its officer writes it; goes on where an earlier rehearsal stopped. */
final class SiteApplication {

    private static final String SITES = "/api/site/sites";
    /** A room with 60 machines, of which one in twenty is spare. */
    private static final int MACHINES = 60;

    private static final int SPARES = 3;
    /** How many candidates a room holds. */
    static final int ONE_ROOM = MACHINES - SPARES;

    private final Scene scene;
    private final DemoData.College college;
    private final String qualification;
    private final int seats;
    private final String name;

    /**
     * @param seats for how many candidates at once there must be machines, without the spare ones
     */
    SiteApplication(Scene scene, DemoData.College college, String qualification, int seats) {
        this(scene, college, qualification, seats, college.name() + "考核站点");
    }

    /** One that the college calls otherwise. */
    SiteApplication(Scene scene, DemoData.College college, String qualification, int seats, String name) {
        this.scene = scene;
        this.college = college;
        this.qualification = qualification;
        this.seats = seats;
        this.name = name;
    }

    String officer() {
        return scene.data().officerOf(college);
    }

    /** Begins an application that has no rooms yet. */
    Answer begin() {
        var wanted = Json.object().put("qualification", qualification);
        wanted.set("details", details(Json.MAPPER.createArrayNode()));
        return browser().send("POST", SITES, wanted);
    }

    /** Brings it to its awarding body, unless it is there already; without rooms it must not get there. */
    void submit() {
        if (living().isEmpty()) {
            begin().orFail();
            var empty = act("submission", null);
            scene.findings()
                    .check(
                            Claim.NO_SITE_WITHOUT_ROOMS,
                            empty.isProblem(409, "site.incomplete"),
                            () -> college.name() + " submitted a site without rooms, " + empty);
        }
        if (List.of("DRAFT", "RETURNED").contains(Json.text(current(), "state"))) {
            var revision = Json.object().put("version", version());
            revision.set("details", details(rooms()));
            browser().send("PUT", address(), revision).orFail();
            act("submission", null).orFail();
        }
    }

    boolean isPending() {
        return Json.text(current(), "state").equals("PENDING");
    }

    /** Somebody decides; whether they may is the product's to say. */
    Answer decide(String login, String act, @Nullable String opinion) {
        return scene.center().as(login).send("POST", address() + "/" + act, versioned(opinion));
    }

    /** The site as its own college sees it now. */
    JsonNode current() {
        return browser().get(address()).orFail();
    }

    boolean hasItsRooms(JsonNode site) {
        var names = Json.each(site.path("rooms"))
                .map(room -> Json.text(room, "name"))
                .toList();
        return names.equals(
                Json.each(rooms()).map(room -> Json.text(room, "name")).toList());
    }

    private Answer act(String act, @Nullable String opinion) {
        return browser().send("POST", address() + "/" + act, versioned(opinion));
    }

    private ObjectNode versioned(@Nullable String opinion) {
        var body = Json.object().put("version", version());
        return opinion == null ? body : body.put("opinion", opinion);
    }

    private int version() {
        return current().path("version").asInt(0);
    }

    private String address() {
        var site = living().orElseThrow(
                        () -> new Unexpected(college.name() + " began an application and does not see it"));
        return SITES + "/" + Json.text(site, "id");
    }

    private Optional<JsonNode> living() {
        return scene.all(officer(), SITES + "?qualification=" + Center.encoded(qualification)).stream()
                .filter(site -> !Json.text(site, "state").equals("SUSPENDED"))
                .findFirst();
    }

    private ObjectNode details(ArrayNode rooms) {
        var details = Json.object()
                .put("name", name)
                .put("address", college.province() + "省示范市学府路1号")
                .put("managerName", "演练负责人")
                .put("managerPhone", "120000" + college.code());
        details.set("rooms", rooms);
        return details;
    }

    private ArrayNode rooms() {
        var rooms = Json.MAPPER.createArrayNode();
        for (int i = 0; i < Math.ceilDiv(seats, ONE_ROOM); i++) {
            rooms.add(Json.object()
                    .put("name", (301 + i) + "室")
                    .put("building", "实训楼")
                    .put("machines", MACHINES)
                    .put("spareMachines", SPARES)
                    .put("cameras", true)
                    .put("network", true));
        }
        return rooms;
    }

    private Http browser() {
        return scene.center().as(officer());
    }
}
