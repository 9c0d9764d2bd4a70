package org.onex.rehearsal.registration;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.CollegeDesk;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.people.Template;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a college's officer does with registrations: sends workbooks, registers people by hand, changes, withdraws, counts. */
final class RegistrationDesk {

    static final String REGISTRATIONS = "/api/registration/registrations";
    static final String IMPORTS = "/api/registration/imports";
    static final String TEMPLATE = "/api/registration/import-template";

    private final Scene scene;
    private final CollegeDesk desk;

    RegistrationDesk(Scene scene, CollegeDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    String login() {
        return desk.login();
    }

    CollegeDesk people() {
        return desk;
    }

    /** Sends a file and has it read; nobody is registered by that. */
    JsonNode send(Batch batch) {
        var template = Template.read(desk.browser().download(TEMPLATE));
        return desk.send(IMPORTS, batch.form().fileName(), new BatchFile(batch, template).bytes());
    }

    JsonNode enter(JsonNode view) {
        return desk.enter(IMPORTS, view);
    }

    List<JsonNode> rows(JsonNode view, String verdict) {
        return desk.all(IMPORTS + "/" + Json.text(view, "id") + "/rows?verdict=" + verdict);
    }

    Template badRows(JsonNode view) {
        return Template.read(desk.browser().download(IMPORTS + "/" + Json.text(view, "id") + "/bad-rows"));
    }

    /** The college's registrations for the chosen plan. */
    List<JsonNode> all() {
        return desk.all(REGISTRATIONS + "?plan=" + scene.plan().code());
    }

    /** How many there are for the chosen plan, as the college sees it. */
    JsonNode totals() {
        return desk.get("/api/registration/totals?plan=" + scene.plan().code());
    }

    /** What somebody is registered for; null if they are not. */
    @Nullable JsonNode find(Person person, Offer offer) {
        var wanted = Entered.of(person, offer);
        var query = "?plan=" + offer.plan().code() + "&q=" + Center.encoded(person.name());
        return desk.all(REGISTRATIONS + query).stream()
                .filter(registration -> Entered.of(registration).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The same, of somebody who must be registered. */
    JsonNode found(Person person, Offer offer) {
        var registration = find(person, offer);
        if (registration == null) {
            throw new Unexpected(login() + " registered " + person + " and does not find it");
        }
        return registration;
    }

    /** What registering people of the roster by hand is answered with. */
    Answer register(Collection<Person> persons, Offer offer) {
        var request = Json.object()
                .put("plan", offer.plan().code())
                .put("qualification", offer.qualification().code())
                .put("level", offer.level());
        var people = request.putArray("people");
        for (var person : persons) {
            desk.find(person.idNumber())
                    .forEach(enrolment -> people.add(Json.pick(enrolment, "candidate", "enrolment")));
        }
        // Whether it changes anything, its answer says: a request that registers nobody is none.
        var answer = desk.browser().ask(REGISTRATIONS, request);
        if (!answer.body().path("registered").isEmpty()) {
            scene.center().traffic().changeAccepted();
        }
        return answer;
    }

    /** Why one person could not be registered by hand; empty if they were. */
    static List<String> reasons(Answer answer) {
        return Json.each(answer.orFail().path("refused"))
                .flatMap(refused -> Json.each(refused.path("reasons")))
                .map(reason -> Json.text(reason, "code"))
                .toList();
    }

    Answer change(JsonNode registration, Offer offer) {
        var request = version(registration)
                .put("qualification", offer.qualification().code())
                .put("level", offer.level());
        return desk.browser().send("PUT", address(registration), request);
    }

    Answer withdraw(JsonNode registration) {
        return desk.browser().send("POST", address(registration) + "/withdrawal", version(registration));
    }

    private static ObjectNode version(JsonNode registration) {
        return Json.object().put("version", registration.path("version").asInt(0));
    }

    static String address(JsonNode registration) {
        return REGISTRATIONS + "/" + Json.text(registration, "candidate") + "/" + Json.text(registration, "id");
    }
}
