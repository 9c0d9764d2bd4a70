package org.onex.rehearsal.returning;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.sitting.ScriptHash;
import tools.jackson.databind.JsonNode;

/** Compares what has come back with the books of those who sat: every script, every answer, who was absent, and what was written down. */
final class ReturnedCheck {

    private final Scene scene;
    private final ReturnLists lists;
    private final ExamBooks books;

    ReturnedCheck(Scene scene, ReturnLists lists) {
        this.scene = scene;
        this.lists = lists;
        this.books = scene.books();
    }

    void play(Map<String, Long> counts) {
        lists.sites().forEach(this::numbers);
        var sites = lists.sites();
        var plan = lists.plan();
        everything(
                is(plan, "bundles", sites.size())
                        && is(plan, "complete", sites.size())
                        && is(
                                plan,
                                "runs",
                                books.scripts().size() + books.unsat().size())
                        && is(plan, "scripts", books.scripts().size())
                        && is(plan, "incidents", books.incidents().size()),
                "%d scripts, %d runs that nobody sat and %d incidents are known, the plan says %s"
                        .formatted(
                                books.scripts().size(),
                                books.unsat().size(),
                                books.incidents().size(),
                                plan));
        scripts(counts);
        counts.put("absent", (long) books.unsat().size());
        books.unsat().forEach(this::nothing);
        doubts();
        incidents();
    }

    /** Of one site in one slot. */
    private void numbers(JsonNode returned) {
        var site = Json.text(returned.path("site"), "id");
        var slot = returned.path("slot").asInt(-1);
        var sat = books.scripts().stream()
                .filter(script ->
                        script.run().site().equals(site) && script.run().slot() == slot)
                .count();
        var unsat = books.unsat().stream()
                .filter(run -> run.site().equals(site) && run.slot() == slot)
                .count();
        everything(
                is(returned, "runs", sat + unsat)
                        && is(returned, "scripts", sat)
                        && is(returned, "absent", unsat)
                        && is(returned, "notStarted", 0)
                        && returned.path("problems").isEmpty()
                        && Json.each(returned.path("nodes"))
                                .filter(node -> !node.path("waiver").isObject())
                                .allMatch(node -> node.path("record").asInt(0) > 0
                                        && node.path("refused").asInt(-1) == 0
                                        && node.path("files").asInt(-1)
                                                == node.path("arrived").asInt(-2)),
                "%d scripts and %d runs that nobody sat are known, returned is %s".formatted(sat, unsat, returned));
    }

    private static boolean is(JsonNode row, String field, long expected) {
        return row.path(field).asLong(-1) == expected;
    }

    private void everything(boolean holds, String example) {
        scene.check(Claim.EVERYTHING_RETURNS, holds, () -> example);
    }

    /** Each as it counts. */
    void scripts(Map<String, Long> counts) {
        counts.put("scripts", (long) books.scripts().size());
        counts.put("answers", 0L);
        counts.put("late", books.scripts().stream().filter(SatScript::isLate).count());
        for (var script : books.scripts()) {
            var opened = lists.open(script.attempt());
            scene.check(
                    Claim.EVERYTHING_RETURNS,
                    opened.isFine(),
                    () -> "the script of " + script + " cannot be opened, " + opened);
            if (opened.isFine()) {
                compare(script, opened.body());
                counts.merge("answers", (long) script.counting().answers().size(), Long::sum);
            }
        }
    }

    void compare(SatScript script, JsonNode opened) {
        var counting = script.counting();
        scene.check(
                Claim.LATE_BY_RULE,
                opened.path("revision").asInt(-1)
                                == counting.receipt().path("revision").asInt(-2)
                        && Json.text(opened, "kind").equals(counting.kind())
                        && opened.path("counts").asBoolean(false),
                () -> "of " + script.revisions().size() + " revisions of " + script + " should count "
                        + counting.receipt() + ", counts " + opened.path("revision") + " " + opened.path("kind"));
        var answers = answers(opened);
        scene.check(
                Claim.ACKNOWLEDGED_COUNTS,
                answers.equals(counting.answers())
                        && opened.path("answered").asInt(-1)
                                == counting.answers().size(),
                () -> "of " + script + " " + differing(counting.answers(), answers));
        var own = new ScriptHash(
                script.attempt(),
                opened.path("epoch").asInt(-1),
                opened.path("lastSeq").asInt(-1),
                answers);
        scene.check(
                Claim.HASH_AS_RECEIVED,
                own.hex().equals(counting.hash()) && Json.text(opened, "hash").equals(counting.hash()),
                () -> "%s: the receipt says %s, returned is %s, its answers have %s"
                        .formatted(script, counting.hash(), Json.text(opened, "hash"), own.hex()));
        scene.check(
                Claim.EVERYTHING_RETURNS,
                Json.text(opened, "session").equals(script.run().session())
                        && Json.text(opened, "form").equals(script.run().form())
                        && Json.text(opened, "plan").equals(scene.plan().code()),
                () -> script + " is " + script.run() + " and was returned as "
                        + Json.pick(opened, "session", "form", "plan"));
        receipts(script, opened);
    }

    /** Every receipt that a candidate got is known at the centre, word for word. */
    private void receipts(SatScript script, JsonNode opened) {
        var known = Json.each(opened.path("receipts"))
                .map(receipt ->
                        receipt.path("revision") + " " + Json.text(receipt, "kind") + " " + Json.text(receipt, "hash"))
                .collect(Collectors.toSet());
        var got = script.revisions().stream()
                .map(revision -> revision.receipt().path("revision") + " " + revision.kind() + " " + revision.hash())
                .toList();
        scene.check(
                Claim.HASH_AS_RECEIVED,
                known.containsAll(got),
                () -> script + " has the receipts " + got + ", returned are " + known);
    }

    static Map<String, String> answers(JsonNode opened) {
        var answers = new HashMap<String, String>();
        opened.path("answers")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asString("")));
        return answers;
    }

    private static String differing(Map<String, String> acknowledged, Map<String, String> returned) {
        var items = new HashSet<>(acknowledged.keySet());
        items.addAll(returned.keySet());
        items.removeIf(item -> acknowledged.getOrDefault(item, "").equals(returned.getOrDefault(item, "")));
        return acknowledged.size() + " answers were acknowledged and " + returned.size() + " count, different are "
                + items;
    }

    private void nothing(ExamBooks.Unsat run) {
        var answer = lists.open(run.attempt());
        scene.check(
                Claim.ABSENT_WROTE_NOTHING,
                answer.isProblem(404, "script.unknown"),
                () -> "nobody sat " + run + ", its script is asked for, " + answer);
    }

    /** Late, empty, and seen by the invigilators where the node saw nobody; nothing else. */
    private void doubts() {
        same(
                Claim.LATE_BY_RULE,
                "LATE",
                ids(books.scripts().stream().filter(SatScript::isLate).toList()));
        same(
                Claim.ROOMS_AS_WRITTEN_DOWN,
                "SAYS_OTHERWISE",
                books.unsat().stream()
                        .filter(ExamBooks.Unsat::here)
                        .map(ExamBooks.Unsat::attempt)
                        .collect(Collectors.toSet()));
        same(
                Claim.EVERYTHING_RETURNS,
                "EMPTY",
                ids(books.scripts().stream()
                        .filter(script -> script.counting().answers().isEmpty())
                        .toList()));
        for (var kind : List.of("TWO_SCRIPTS", "REFUSED")) {
            same(Claim.EVERYTHING_RETURNS, kind, Set.of());
        }
    }

    private static Set<String> ids(Collection<SatScript> scripts) {
        return scripts.stream().map(SatScript::attempt).collect(Collectors.toSet());
    }

    private void same(Claim claim, String kind, Set<String> expected) {
        var listed = lists.doubts(kind).stream()
                .map(doubt -> Json.text(doubt, "script"))
                .collect(Collectors.toSet());
        scene.check(
                claim,
                listed.equals(expected),
                () -> "doubts of kind " + kind + " should be about " + expected + ", are about " + listed);
    }

    private void incidents() {
        var listed = lists.incidents().stream()
                .map(incident -> Json.text(incident, "script") + " "
                        + Json.text(incident.path("site"), "id") + " "
                        + Json.text(incident, "kind") + " "
                        + Json.text(incident, "facts") + "|"
                        + Json.text(incident, "statement") + "|"
                        + Json.text(incident, "second"))
                .sorted()
                .toList();
        var written = books.incidents().stream()
                .map(incident -> incident.attempt() + " " + incident.site() + " " + incident.kind() + " "
                        + incident.facts() + "|" + incident.statement() + "|" + incident.second())
                .sorted()
                .toList();
        scene.check(
                Claim.ROOMS_AS_WRITTEN_DOWN,
                listed.equals(written),
                () -> "invigilators wrote down " + written + ", returned are " + listed);
    }
}
