package org.onex.rehearsal.returning;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.sitting.ScriptHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that a second server makes up (伪造的答卷): right in form, so that each can be made wrong in one thing.
 *
 * @param bundle as it stands in its letter
 */
record ForgedScript(JsonNode bundle) {

    private static final String SCRIPT = "onex-return-script-v1 ";
    private static final String RECORD = "onex-return-record-v1 ";

    static String purpose(String attempt) {
        return SCRIPT + attempt;
    }

    String recordPurpose() {
        return RECORD + id();
    }

    String id() {
        return Json.text(bundle, "id");
    }

    int version() {
        return bundle.path("version").asInt(-1);
    }

    private JsonNode run(String attempt) {
        return runs().filter(run -> Json.text(run, "attempt").equals(attempt))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the attempt " + attempt + " is in no bundle of its site"));
    }

    private Stream<JsonNode> runs() {
        return Json.each(bundle.path("seatings")).flatMap(seating -> Json.each(seating.path("runs")));
    }

    private JsonNode session(JsonNode run) {
        return Json.each(bundle.path("sessions"))
                .filter(session -> Json.text(session, "id").equals(Json.text(run, "session")))
                .findFirst()
                .orElseThrow();
    }

    /** A script of that attempt with these answers, each written once, handed in at the end. */
    ObjectNode script(String attempt, Map<String, String> answers) {
        var run = run(attempt);
        var hours = session(run).path("hours");
        var opens = OffsetDateTime.parse(Json.text(hours, "opensAt"));
        var closes = OffsetDateTime.parse(Json.text(hours, "closesAt"));
        var script = Json.object()
                .put("format", 1)
                .put("bundle", id())
                .put("version", version())
                .put("attempt", attempt)
                .put("session", Json.text(run, "session"))
                .put("form", Json.text(run, "form"))
                .put("startedAt", opens.toInstant().toString())
                .put("deadline", closes.toInstant().toString())
                .put("extraMinutes", 0);
        script.putArray("devices")
                .addObject()
                .put("epoch", 1)
                .put("durableSeq", answers.size())
                .put("since", opens.toInstant().toString());
        journal(script.putArray("journal"), answers, opens);
        script.putArray("events");
        script.putArray("receipts").add(receipt(attempt, answers, closes));
        return script;
    }

    private static void journal(ArrayNode journal, Map<String, String> answers, OffsetDateTime opens) {
        new TreeMap<>(answers).forEach((item, value) -> {
            var seq = journal.size() + 1;
            var at = opens.plusSeconds(seq).toInstant().toString();
            journal.addObject()
                    .put("epoch", 1)
                    .put("seq", seq)
                    .put("item", item)
                    .put("value", value)
                    .put("at", at)
                    .put("receivedAt", at)
                    .put("standing", "COUNTS");
        });
    }

    private static ObjectNode receipt(String attempt, Map<String, String> answers, OffsetDateTime closes) {
        return Json.object()
                .put("revision", 1)
                .put("kind", "CANDIDATE")
                .put("handedInAt", closes.toInstant().toString())
                .put("epoch", 1)
                .put("lastSeq", answers.size())
                .put("answered", answers.size())
                .put("hash", new ScriptHash(attempt, 1, answers.size(), answers).hex());
    }

    /** A record in which one attempt was handed in and nobody else came. */
    ObjectNode record(int number, String handedIn) {
        var record = Json.object()
                .put("format", 1)
                .put("bundle", id())
                .put("version", version())
                .put("number", number)
                .put(
                        "madeAt",
                        OffsetDateTime.parse("2024-05-18T20:00:00+08:00")
                                .toInstant()
                                .toString());
        var attempts = record.putArray("attempts");
        runs().forEach(run -> {
            var isIn = Json.text(run, "attempt").equals(handedIn);
            var attempt = attempts.addObject()
                    .put("attempt", Json.text(run, "attempt"))
                    .put("session", Json.text(run, "session"))
                    .put("outcome", isIn ? "HANDED_IN" : "ABSENT");
            if (isIn) {
                attempt.put("revision", 1);
            } else {
                attempt.putNull("revision");
            }
            attempt.putNull("attendance");
        });
        record.putArray("incidents");
        record.putArray("acts");
        return record;
    }
}
