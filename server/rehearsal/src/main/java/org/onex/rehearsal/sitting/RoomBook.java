package org.onex.rehearsal.sitting;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of one room (考场记录): its invigilators write down who is there, who is not and what happened, and hand in for somebody. What
 * cannot be, or not yet, or not alone, is refused.
 */
final class RoomBook {

    private final Scene scene;
    private final Room room;
    private final List<Examinee> seated;
    private final Optional<Examinee> stranger;
    /** By the ticket. */
    private final Map<String, JsonNode> seats = new LinkedHashMap<>();

    private int incidents;

    /**
     * @param seated   who has a seat in it
     * @param stranger who sits somewhere else
     */
    RoomBook(Scene scene, Room room, List<Examinee> seated, Optional<Examinee> stranger) {
        this.scene = scene;
        this.room = room;
        this.seated = seated;
        this.stranger = stranger;
    }

    private void read() {
        room.invigilator().seats().forEach(seat -> seats.put(Json.text(seat, "ticket"), seat));
    }

    private JsonNode seat(Examinee examinee) {
        var seat = seats.get(examinee.place().guest().ticket());
        if (seat == null) {
            throw new Unexpected(examinee.place() + " is not on the board of the room");
        }
        return seat;
    }

    /** The run with which somebody begins. */
    private String attempt(Examinee examinee) {
        return Json.text(seat(examinee), "attempt");
    }

    /** After entry: everybody who has come is there. Nobody who is there is absent, and nobody else may be called so yet. */
    void callsTheRoll() {
        read();
        first(Examinee::isHere)
                .ifPresent(examinee ->
                        refused("calls absent who has signed in", mark(examinee, false), 409, "invigilation.is-here"));
        first(examinee -> !examinee.isHere()).ifPresent(examinee -> {
            var answer = mark(examinee, false);
            refused("calls absent who may still come", answer, 409, "invigilation.may-still-come");
            var until = Json.text(answer.body().path("facts"), "until");
            scene.check(
                    Claim.BAD_INVIGILATION_SAYS_WHY,
                    !until.isEmpty()
                            && OffsetDateTime.parse(until)
                                    .isAfter(examinee.place().spot().opens()),
                    () -> examinee.place() + " may still come until " + until);
        });
        stranger.ifPresent(other -> refused(
                "calls the roll of another room",
                room.invigilator().attendance(other.now().examined().ledger().attempt(), true, ""),
                404,
                "invigilation.not-in-session"));
        seated.stream().filter(Examinee::isHere).forEach(examinee -> isWritten(examinee, true));
        seated.stream()
                .filter(examinee -> examinee.role() == Role.ABSENT)
                .forEach(examinee -> isWritten(examinee, true)); // a mistake
    }

    void seesTheLate() {
        seated.stream().filter(examinee -> examinee.role() == Role.LATE).forEach(examinee -> isWritten(examinee, true));
    }

    /** When nobody may come any more; the newest word counts. */
    void missesTheAbsent() {
        seated.stream()
                .filter(examinee -> !examinee.role().sits())
                .filter(examinee -> !isTakenForSomebodyElse(examinee))
                .forEach(examinee -> {
                    isWritten(examinee, false);
                    scene.books().stayedAway(examinee.place().guest().ticket());
                });
    }

    static boolean isTakenForSomebodyElse(Examinee examinee) {
        return examinee.part() == Part.TAKEN_FOR_ANOTHER;
    }

    private Answer mark(Examinee examinee, boolean present) {
        return room.invigilator().attendance(attempt(examinee), present, present ? "" : "经核对未到");
    }

    private void isWritten(Examinee examinee, boolean present) {
        mark(examinee, present).orFail();
        read();
        written(
                Json.text(seat(examinee), "attendance").equals(present ? "PRESENT" : "ABSENT"),
                () -> examinee.place() + " was written down as " + (present ? "present" : "absent")
                        + " and is on the board as " + seat(examinee));
    }

    /** Who cheats is caught; where nobody does, somebody is suspected, and nothing comes of it. */
    void writesDownIncidents() {
        var suspected = first(one -> one.part() == Part.CHEATS)
                .or(() -> first(one -> one.role().sits()));
        suspected.ifPresent(this::writesDown);
        seated.stream()
                .filter(one -> one.part() == Part.CHEATS)
                .filter(one -> !suspected.equals(Optional.of(one)))
                .filter(one -> room.invigilator().hasColleague())
                .forEach(one -> report(
                        one,
                        one.now().examined().ledger().attempt(),
                        with(cheating(one), room.invigilator().colleague())));
    }

    private static ObjectNode cheating(Examinee examinee) {
        return examinee.part() == Part.CHEATS
                ? incident("CHEATING", "座位上有小抄一张，已收存 " + examinee.number(), "承认带入并使用")
                : incident("CHEATING", "疑似抄袭，座位上未发现小抄 " + examinee.number(), "不承认");
    }

    /** What takes two is refused to one. */
    private void writesDown(Examinee examinee) {
        var invigilator = room.invigilator();
        var attempt = examinee.now().examined().ledger().attempt();
        var cheating = cheating(examinee);
        refused("reports cheating alone", invigilator.incident(attempt, cheating), 422, "invigilation.second-person");
        refused(
                "reports cheating twice oneself",
                invigilator.incident(attempt, with(cheating, invigilator.me())),
                422,
                "invigilation.second-person");
        if (invigilator.hasColleague()) {
            var wrong = invigilator.colleague().put("pin", "000000x");
            var answer = invigilator.incident(attempt, with(cheating, wrong));
            scene.check(
                    Claim.BAD_INVIGILATION_SAYS_WHY,
                    !answer.isFine(),
                    () -> "cheating was reported with a wrong PIN, " + answer);
            report(examinee, attempt, with(cheating, invigilator.colleague()));
        }
        report(examinee, attempt, incident("EQUIPMENT", "鼠标失灵，已更换", ""));
        stranger.ifPresent(other -> refused(
                "reports somebody in another room",
                invigilator.incident(other.now().examined().ledger().attempt(), incident("OTHER", "不在本考场", "")),
                404,
                "invigilation.not-in-session"));
    }

    private static ObjectNode incident(String kind, String facts, String statement) {
        return Json.object()
                .put("kind", kind)
                .put("facts", facts)
                .put("statement", statement)
                .putNull("second");
    }

    private static ObjectNode with(ObjectNode act, ObjectNode second) {
        return act.deepCopy().set("second", second);
    }

    /** It is on the list exactly as it was told. */
    private void report(Examinee examinee, String attempt, ObjectNode incident) {
        var id = Json.text(room.invigilator().incident(attempt, incident).orFail(), "id");
        incidents++;
        var second = Json.text(incident.path("second"), "number");
        var told = new ExamBooks.Incident(
                id,
                attempt,
                examinee.place().spot().site(),
                Json.text(incident, "kind"),
                Json.text(incident, "facts"),
                Json.text(incident, "statement"),
                second);
        if (examinee.part() == Part.CHEATS) {
            scene.books().caught(attempt);
        }
        scene.books().add(told);
        var listed = room.invigilator().incidents().stream()
                .filter(one -> Json.text(one, "id").equals(id))
                .toList();
        written(
                listed.size() == 1
                        && Json.text(listed.getFirst(), "attempt").equals(attempt)
                        && Json.text(listed.getFirst(), "kind").equals(told.kind())
                        && Json.text(listed.getFirst(), "facts").equals(told.facts())
                        && Json.text(listed.getFirst(), "statement").equals(told.statement())
                        && Json.text(listed.getFirst(), "second").equals(second)
                        && Json.text(listed.getFirst(), "ticket")
                                .equals(examinee.place().guest().ticket()),
                () -> "reported was " + told + ", listed is " + listed);
    }

    /** For somebody who would stay until the end; never for who has not begun or has handed in, and never alone. */
    void handsIn() {
        if (!room.invigilator().hasColleague()) {
            return;
        }
        first(examinee -> !examinee.role().sits())
                .ifPresent(examinee -> refused(
                        "hands in for who never came",
                        room.invigilator()
                                .handIn(
                                        attempt(examinee),
                                        handIn(room.invigilator().colleague())),
                        409,
                        "sitting.not-started"));
        seated.stream()
                .filter(examinee -> examinee.part() == Part.HANDED_IN_FOR)
                .forEach(this::handsInFor);
    }

    private void handsInFor(Examinee examinee) {
        var invigilator = room.invigilator();
        var attempt = examinee.now().examined().ledger().attempt();
        refused(
                "hands in for somebody alone",
                invigilator.handIn(attempt, handIn(invigilator.me())),
                422,
                "invigilation.second-person");
        var wish = handIn(invigilator.colleague());
        examinee.isHandedInBy(() -> invigilator.handIn(attempt, wish).orFail());
        refused("hands in twice", invigilator.handIn(attempt, wish), 409, "sitting.handed-in");
    }

    private static ObjectNode handIn(ObjectNode second) {
        return Json.object().put("reason", "身体不适，本人要求交卷").set("second", second);
    }

    /** The numbers of the sheets that are signed, and who wrote what for the stages that follow. */
    void closes() {
        read();
        var sheets = Json.each(room.invigilator().rooms()).toList();
        seated.forEach(this::handsOver);
        var sat = seated.stream().mapToInt(one -> one.scripts().size()).sum();
        var present = seated.stream()
                .filter(one -> one.role().sits() || isTakenForSomebodyElse(one))
                .count();
        var absent = seated.stream()
                .filter(one -> !one.role().sits() && !isTakenForSomebodyElse(one))
                .mapToInt(this::runs)
                .sum();
        var unsat = seated.stream()
                .mapToInt(one -> runs(one) - (one.role().sits() ? 1 : 0))
                .sum();
        written(
                sum(sheets, "expected") == sat + unsat
                        && sum(sheets, "present") == present
                        && sum(sheets, "absent") == absent
                        && sum(sheets, "signedIn") == sat
                        && sum(sheets, "handedIn") == sat
                        && sum(sheets, "incidents") == incidents,
                () ->
                        "%d subjects were sat and %d were not, %d people were written down as present, of %d runs they are absent, %d incidents: %s"
                                .formatted(sat, unsat, present, absent, incidents, sheets));
    }

    /** That are still to come for somebody, the one at which they are among them. */
    private int runs(Examinee examinee) {
        return Json.text(seat(examinee), "nextAttempt").isEmpty() ? 1 : 2;
    }

    private static long sum(List<JsonNode> sheets, String field) {
        return sheets.stream().mapToLong(sheet -> sheet.path(field).asLong(-1)).sum();
    }

    private void handsOver(Examinee examinee) {
        examinee.scripts().forEach(scene.books()::add);
        var seat = seat(examinee);
        for (var field : List.of("attempt", "nextAttempt")) {
            var attempt = Json.text(seat, field);
            if (!attempt.isEmpty() && scene.books().script(attempt).isEmpty()) {
                var spot = examinee.place().spot();
                scene.books()
                        .add(new ExamBooks.Unsat(
                                attempt,
                                spot.site(),
                                spot.slot(),
                                field.equals("attempt") && isTakenForSomebodyElse(examinee)));
            }
        }
    }

    private Optional<Examinee> first(Predicate<Examinee> who) {
        return seated.stream().filter(who).findFirst();
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_INVIGILATION_SAYS_WHY,
                answer.isProblem(status, code),
                () -> "an invigilator " + what + ", expected " + code + ", " + answer);
    }

    private void written(boolean holds, Supplier<String> example) {
        scene.check(Claim.ROOMS_AS_WRITTEN_DOWN, holds, example);
    }
}
