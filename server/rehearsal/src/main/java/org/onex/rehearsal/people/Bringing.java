package org.onex.rehearsal.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** One college brings its people in: a flawed roster, the corrected rows, what could be filled in later, and the same file once more. */
final class Bringing {

    private static final Pattern ROW = Pattern.compile("^第 (\\d+) 行");
    /** Fewer are all sent in the roster; of more the last is entered in a form. */
    private static final int FEW = 4;

    private final Scene scene;
    private final CollegeDesk desk;
    private final List<Person> people;
    private final Roster flawed;
    private final RosterCheck check;
    private final Template template;
    private long refused;

    /**
     * @param turn shifts the mistakes, so that colleges make different ones
     */
    Bringing(Scene scene, CollegeDesk desk, List<Person> people, RosterForm form, int turn) {
        this.scene = scene;
        this.desk = desk;
        this.people = people;
        var inRoster = people.size() > FEW ? people.subList(0, people.size() - 1) : people;
        this.flawed = Roster.flawed(form, inRoster, turn);
        this.check = new RosterCheck(scene, desk);
        this.template = Template.read(desk.browser().download(TemplateCheck.PATH));
    }

    /** How many rows came back. */
    long play() {
        new TemplateCheck(scene).check(template);
        if (people.size() > FEW) {
            byForm(people.getLast());
        }
        flawedRoster();
        again();
        return refused;
    }

    private void flawedRoster() {
        var known = known();
        var view = send(flawed);
        var rightOnes = flawed.right().stream()
                .map(row -> row.person().idNumber())
                .filter(number -> !known.contains(number))
                .count();
        check.preview(flawed, view, rightOnes);
        for (var verdict : List.of("ADDED", "CHANGED", "UNCHANGED")) {
            check.rows(view, verdict); // to see what they show
        }
        desk.enter(view);
        if (!flawed.wrong().isEmpty()) {
            correct(view);
        }
    }

    /** Opens the file of bad rows, finds in each whose row it was, writes what is right, and sends it back with its reasons still in it. */
    private void correct(JsonNode view) {
        var path = CollegeDesk.ROSTERS + "/" + Json.text(view, "id") + "/bad-rows";
        var back = Template.read(desk.browser().download(path));
        var wrong = flawed.wrong();
        scene.check(
                Claim.NOTHING_LOST,
                back.rows().size() == wrong.size(),
                () -> desk.login() + ": " + wrong.size() + " rows are bad and "
                        + back.rows().size() + " came back");
        refused += back.rows().size();
        var known = known();
        var corrected = new CorrectedRows(back);
        for (var row : back.rows()) {
            var reason = row.getLast();
            var number = ROW.matcher(reason);
            var sent = number.find() ? flawed.at(Integer.parseInt(number.group(1))) : null;
            var says = sent != null
                    && sent.mistake() != null
                    && reason.contains(sent.mistake().column().heading() + "：");
            scene.check(
                    Claim.BAD_ROWS_SAY_WHY,
                    says,
                    () -> desk.login() + ": a row came back with the reason: " + IdNumbers.withoutNumbers(reason));
            if (sent != null && sent.mistake() != Mistake.TWICE) {
                corrected.add(row, sent.person());
            }
        }
        if (corrected.people().isEmpty()) {
            return;
        }
        var sentBack = desk.send(CollegeDesk.ROSTERS, "错误数据_已改.xlsx", corrected.workbook());
        var added = corrected.people().stream()
                .filter(person -> !known.contains(person.idNumber()))
                .count();
        check.counts(sentBack, Map.of("added", added, "bad", 0L));
        desk.enter(sentBack);
    }

    /** The whole roster as it should be, twice: it fills in what was missing, then says nothing new. */
    private void again() {
        var roster = flawed.corrected();
        var complete = send(roster);
        check.counts(complete, Map.of("added", 0L, "bad", 0L, "changed+unchanged", (long)
                roster.rows().size()));
        desk.enter(complete);
        var same = send(roster);
        check.counts(same, Map.of("added", 0L, "changed", 0L, "bad", 0L, "unchanged", (long)
                roster.rows().size()));
        desk.enter(same);
    }

    private void byForm(Person person) {
        var form = Json.object();
        var values = form.putObject("values");
        person.values().forEach((column, text) -> values.put(column.name(), text));
        var wrong = form.deepCopy();
        wrong.withObject("values").put("ID_NUMBER", Mistake.WRONG_CHECK.written(person));
        var refusal = desk.browser().send("POST", CollegeDesk.ENROLMENTS, wrong);
        var codes = Json.each(refusal.body().path("facts").path("problems"))
                .map(problem -> Json.text(problem, "field") + " " + Json.text(problem, "code"))
                .toList();
        scene.check(
                Claim.BAD_ROWS_SAY_WHY,
                refusal.isProblem(422, "candidate.invalid") && codes.equals(List.of("ID_NUMBER ID_CHECK")),
                () -> desk.login() + ": a form with a wrong check character, " + refusal + " " + codes);
        if (desk.find(person.idNumber()).isEmpty()) {
            desk.browser().send("POST", CollegeDesk.ENROLMENTS, form).orFail();
        }
        var twice = desk.browser().send("POST", CollegeDesk.ENROLMENTS, form);
        scene.check(
                Claim.NOBODY_TWICE,
                twice.isProblem(409, "candidate.already-enrolled"),
                () -> desk.login() + " entered somebody in the form again, " + twice);
    }

    private JsonNode send(Roster roster) {
        return desk.send(CollegeDesk.ROSTERS, roster.form().fileName(), new RosterFile(roster, template).bytes());
    }

    private Set<String> known() {
        var known = new HashSet<String>();
        for (var person : people) {
            if (!desk.find(person.idNumber()).isEmpty()) {
                known.add(person.idNumber());
            }
        }
        return known;
    }
}
