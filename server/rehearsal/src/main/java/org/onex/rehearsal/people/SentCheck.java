package org.onex.rehearsal.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Looks each person up at their college: there once, and as they were sent. */
final class SentCheck {

    private final Scene scene;
    private final CollegeDesk desk;

    SentCheck(Scene scene, CollegeDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /** The enrolments by ID number. */
    Map<String, JsonNode> check(List<Person> people) {
        var found = new HashMap<String, JsonNode>();
        for (var person : people) {
            var there = desk.find(person.idNumber());
            scene.check(
                    Claim.NOBODY_TWICE,
                    there.size() == 1,
                    () -> desk.login() + " has " + person + " " + there.size() + " times");
            there.forEach(enrolment -> {
                found.put(person.idNumber(), enrolment);
                asSent(person, enrolment);
            });
        }
        listed(found);
        return found;
    }

    private void asSent(Person person, JsonNode enrolment) {
        var values = person.values();
        var expected = Json.object()
                .put("name", person.name())
                .put("idNumber", IdNumbers.masked(person.idNumber()))
                .put("male", person.isMale())
                .put("kind", person.isPublic() ? "PUBLIC" : "COLLEGE")
                .put("nation", person.nation())
                .put("major", values.get(Column.MAJOR))
                .put("className", person.className())
                .put("studentNumber", person.studentNumber())
                .put("education", values.get(Column.EDUCATION))
                .put("consent", true);
        for (var field : expected.properties()) {
            scene.check(
                    Claim.AS_SENT,
                    field.getValue().equals(enrolment.path(field.getKey())),
                    () -> desk.login() + " " + person + ": " + field.getKey() + " was sent as " + field.getValue()
                            + " and is " + enrolment.path(field.getKey()));
        }
        var year = person.isPublic() ? "" : Integer.toString(person.entryYear());
        scene.check(
                Claim.AS_SENT,
                enrolment.path("entryYear").asString("").equals(year),
                () -> desk.login() + " " + person + ": entryYear is " + enrolment.path("entryYear"));
        scene.check(
                Claim.STATE_AS_KNOWN,
                !Set.of("INCOMPLETE", "").contains(Json.text(enrolment, "state"))
                        && enrolment.path("missing").isEmpty(),
                () -> desk.login() + " " + person + " is " + Json.text(enrolment, "state") + " and lacks "
                        + enrolment.path("missing"));
    }

    /** The list has them all, each once. */
    private void listed(Map<String, JsonNode> found) {
        var times = new HashMap<String, Integer>();
        desk.all(CollegeDesk.ENROLMENTS).forEach(row -> times.merge(Json.text(row, "enrolment"), 1, Integer::sum));
        found.values().forEach(enrolment -> {
            var count = times.getOrDefault(Json.text(enrolment, "enrolment"), 0);
            scene.check(
                    Claim.NOBODY_TWICE,
                    count == 1,
                    () -> desk.login() + " lists " + Json.text(enrolment, "name") + " " + count + " times");
        });
    }
}
