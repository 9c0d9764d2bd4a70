package org.onex.rehearsal.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one college sees of the real-name check, and what it does where there is a doubt (需人工确认). */
final class Doubts {

    private static final String TYPED = "误";

    private final Scene scene;
    private final Attendance college;

    Doubts(Scene scene, Attendance college) {
        this.scene = scene;
        this.college = college;
    }

    CollegeDesk desk() {
        return college.desk();
    }

    static String identity(JsonNode enrolment) {
        return "/api/identity/enrolments/" + CollegeDesk.key(enrolment);
    }

    static ObjectNode confirmation(String evidence, String remark) {
        return Json.object().put("evidence", evidence).put("remark", remark);
    }

    /** A picture of papers; nobody's. */
    static byte[] papers() {
        return new Portrait("papers").png();
    }

    /** How many of the college's people are in a state. */
    long count(String state) {
        return Json.each(desk().get("/api/candidate/overview").path("states"))
                .filter(counted -> Json.text(counted, "state").equals(state))
                .mapToLong(counted -> counted.path("count").asLong(0))
                .sum();
    }

    /** Those about whom there is a doubt. */
    List<JsonNode> open() {
        return desk().all(CollegeDesk.ENROLMENTS + "?state=DOUBTFUL");
    }

    /** Whom the officer misnames: the first whose number is another's, so that there is a doubt to be looked into. */
    private Optional<Person> misnamed() {
        return college.people().stream()
                .filter(person -> person.realName() == Person.RealName.MISMATCH)
                .findFirst();
    }

    /** Writes a wrong name while the answer is awaited. */
    void mistypeAName() {
        misnamed().ifPresent(person -> {
            for (var enrolment : desk().find(person.idNumber())) {
                if (Json.text(enrolment, "state").equals("PENDING")) {
                    rename(person, enrolment, person.name() + TYPED).orFail();
                }
            }
        });
    }

    /** Looks into the doubt, finds the wrong name and writes the right one, which has to be asked again. */
    void correctTheName() {
        misnamed().ifPresent(person -> {
            for (var enrolment : desk().find(person.idNumber())) {
                if (Json.text(enrolment, "name").endsWith(TYPED)) {
                    var revised = rename(person, enrolment, person.name()).orFail();
                    isIn(revised, "PENDING", person);
                }
            }
        });
    }

    private Answer rename(Person person, JsonNode enrolment, String name) {
        var revision = Json.object().put("version", enrolment.path("version").asInt(0));
        var values = revision.putObject("values");
        person.values().forEach((column, text) -> values.put(column.name(), text));
        // Who sees them masked leaves them out, and they stay.
        values.remove(List.of("ID_NUMBER", "PHONE"));
        values.put("NAME", name);
        return desk().browser().send("PUT", CollegeDesk.address(enrolment), revision);
    }

    /** What the service said, by the rule that its description gives. */
    void checkAnswers() {
        for (var person : college.people()) {
            for (var enrolment : desk().find(person.idNumber())) {
                var state = Json.text(enrolment, "state");
                var results = results(enrolment);
                var wasSettled = results.contains("CONFIRMED");
                var expected = person.realName() == Person.RealName.MATCH || wasSettled ? "ACCURATE" : "DOUBTFUL";
                scene.check(
                        Claim.STATE_AS_KNOWN,
                        state.equals(expected)
                                && results.contains(person.realName().name()),
                        () -> desk().login() + " " + person + ": the service finds " + person.realName() + ", it is "
                                + state + " with the findings " + results);
            }
        }
    }

    private List<String> results(JsonNode enrolment) {
        return Json.each(desk().get(identity(enrolment) + "/findings"))
                .map(finding -> Json.text(finding, "result"))
                .toList();
    }

    /** Settles every doubt; answers how many. */
    long settle() {
        var settled = 0L;
        for (var enrolment : open()) {
            if (settled == 0) {
                refuseWithoutPapers(enrolment);
            }
            var evidence = desk().upload("身份证.png", papers());
            desk().browser()
                    .send("POST", identity(enrolment) + "/confirmation", confirmation(evidence, "演练：已核对身份证原件"))
                    .orFail();
            settled++;
        }
        return settled;
    }

    private void refuseWithoutPapers(JsonNode enrolment) {
        var picture = desk().upload("身份证.png", papers());
        refused(enrolment, confirmation(picture, "好"), 422, "identity.remark-missing");
        var text = desk().upload("身份证.png", "见附件".getBytes(StandardCharsets.UTF_8));
        refused(enrolment, confirmation(text, "演练：已核对身份证原件"), 422, "identity.evidence-unsuitable");
        refused(enrolment, confirmation(RealNameStage.NOBODYS_FILE, "演练：已核对身份证原件"), 422, "identity.evidence-missing");
    }

    private void refused(JsonNode enrolment, ObjectNode request, int status, String code) {
        var answer = desk().browser().send("POST", identity(enrolment) + "/confirmation", request);
        scene.check(
                Claim.STATE_AS_KNOWN,
                answer.isProblem(status, code),
                () -> desk().login() + " settled a doubt with too little: " + code + " was expected, " + answer);
    }

    /** In the end there is no doubt left, and a name stays as it is. */
    void checkSettled() {
        for (var person : college.people()) {
            for (var enrolment : desk().find(person.idNumber())) {
                isIn(enrolment, "ACCURATE", person);
                scene.check(
                        Claim.AS_SENT,
                        Json.text(enrolment, "name").equals(person.name()),
                        () -> desk().login() + " " + person + " is called " + Json.text(enrolment, "name"));
                scene.check(
                        Claim.NAMES_ARE_LOCKED,
                        enrolment.path("nameLocked").asBoolean(false),
                        () -> desk().login() + " " + person + ": the page does not say that the name is locked");
            }
        }
        var person = college.people().getFirst();
        desk().find(person.idNumber()).forEach(enrolment -> checkLocked(person, enrolment));
    }

    private void checkLocked(Person person, JsonNode enrolment) {
        var renamed = rename(person, enrolment, Objects.requireNonNull(Mistake.RENAMED.written(person)));
        scene.check(
                Claim.NAMES_ARE_LOCKED,
                renamed.isProblem(409, "candidate.name-locked"),
                () -> desk().login() + " renames " + person + ", " + renamed);
        refused(enrolment, confirmation(desk().upload("身份证.png", papers()), "演练：再次确认"), 409, "identity.not-doubtful");
        var roster = new Roster(RosterForm.MISNAMED, List.of(new RosterRow(person, Mistake.RENAMED, true)));
        var template = Template.read(desk().browser().download(TemplateCheck.PATH));
        var view = desk().send(CollegeDesk.ROSTERS, "改名.xlsx", new RosterFile(roster, template).bytes());
        var check = new RosterCheck(scene, desk());
        check.preview(roster, view, 0);
        check.counts(view, Map.of("bad", 1L));
    }

    private void isIn(JsonNode enrolment, String state, Person person) {
        scene.check(
                Claim.STATE_AS_KNOWN,
                Set.of(state).contains(Json.text(enrolment, "state")),
                () -> desk().login() + " " + person + " must be " + state + " and is " + Json.text(enrolment, "state"));
    }
}
