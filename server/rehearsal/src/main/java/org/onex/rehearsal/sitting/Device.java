package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A candidate's machine (考试机) with the exam screen: keeps its journal until the node has it, sends what is not durable yet, and resumes with
 * its cookie. Whatever the node tells it is told to the examiner's books too.
 */
final class Device {

    private static final String ATTEMPTS = "/api/sitting/attempts/";
    private static final String COOKIE = "ONEX_NODE";

    private final Room room;
    private final Examined examined;
    private final Duration clockError;
    private final List<String> toConfirm = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();
    /** Made before the first try, so that a sign-in whose answer was lost can be repeated. */
    private final String secret = UUID.randomUUID().toString();

    private Journal journal = new Journal(0);
    private String cookie = "";
    private int epoch;

    /**
     * @param clockError how wrong the machine's clock is
     */
    Device(Room room, Examined examined, Duration clockError) {
        this.room = room;
        this.examined = examined;
        this.clockError = clockError;
    }

    Journal journal() {
        return journal;
    }

    int epoch() {
        return epoch;
    }

    Answer signIn(MockExam.Seat seat) throws IOException {
        var credentials = Json.object()
                .put("ticket", seat.ticket())
                .put("idNumber", seat.idNumber())
                .put("device", secret);
        return seated(Wire.Ask.post("/api/sitting/sign-ins", credentials, ""));
    }

    /** Goes on with the subject that follows the one which was sat at the same machine. */
    Answer follow(Device former) throws IOException {
        return seated(former.ask("next", Json.object()));
    }

    private Answer seated(Wire.Ask ask) throws IOException {
        var sent = now();
        var reply = room.wire().send(ask, room.pace().answer());
        if (reply.answer().isFine()) {
            var view = reply.answer().body();
            cookie = COOKIE + "=" + reply.cookies().getOrDefault(COOKIE, "");
            epoch = view.path("epoch").asInt(0);
            journal = new Journal(view.path("durableSeq").asInt(0));
            examined.ledger().signedIn(view);
            examined.told(view, sent, now());
        }
        return reply.answer();
    }

    /** The photo of whoever sits here, as the node keeps it. */
    HttpResponse<byte[]> photo() throws IOException {
        return room.wire()
                .exchange(
                        Wire.Ask.get(ATTEMPTS + examined.ledger().attempt() + "/photo", cookie),
                        room.pace().answer());
    }

    /** Reads the attempt again, as after the browser was closed. */
    Answer resume() throws IOException {
        var durableBefore = examined.ledger().durable(epoch);
        var sent = now();
        var answer = room.wire()
                .send(
                        Wire.Ask.get(ATTEMPTS + examined.ledger().attempt(), cookie),
                        room.pace().answer())
                .answer();
        if (answer.isFine()) {
            examined.read(answer.body(), durableBefore);
            examined.told(answer.body(), sent, now());
            remember(answer.body());
        }
        return answer;
    }

    Answer start() throws IOException {
        var sent = now();
        var answer =
                room.wire().send(ask("start", body()), room.pace().answer()).answer();
        examined.told(answer.body(), sent, now());
        return answer;
    }

    void write(String item, String value) {
        var at = room.clock()
                .instant()
                .plus(clockError)
                .truncatedTo(ChronoUnit.MILLIS)
                .atOffset(ZoneOffset.ofHours(8));
        examined.ledger().writes(epoch, journal.write(item, value, at.toString()));
        room.tally().add("entries written");
    }

    void notices(String kind) {
        events.add(Json.object()
                .put("kind", kind)
                .put("at", room.clock().instant().plus(clockError).toString()));
    }

    /** Sends what is next in the journal. */
    Answer beat() throws IOException {
        return beat(journal.batch(), room.pace().answer());
    }

    /** Sends these entries, whatever the journal says. */
    Answer beat(List<Entry> entries, Duration patience) throws IOException {
        var ledger = examined.ledger();
        var owned = ledger.owner() == epoch;
        var durableBefore = ledger.durable(epoch);
        var confirmed = List.copyOf(toConfirm);
        var ask = beatAsk(entries);
        var sent = now();
        var answer = room.wire().send(ask, patience).answer();
        if (answer.isFine()) {
            var news = ledger.answered(epoch, owned, answer.body(), durableBefore);
            examined.told(answer.body(), owned ? sent : Long.MIN_VALUE, now());
            room.tally().add(Tally.BEATS);
            room.tally().add("entries acknowledged", news);
            synchronized (this) {
                toConfirm.removeAll(confirmed);
                remember(answer.body());
            }
        }
        return answer;
    }

    /** Sends the journal and hangs up. */
    void beatAndHangUp(int percent) throws IOException {
        room.wire().sendAndHangUp(beatAsk(journal.batch()), percent);
    }

    private Wire.Ask beatAsk(List<Entry> entries) {
        examined.ledger().sends(epoch, entries);
        var body = body();
        body.set("entries", Json.tree(entries.stream().map(Entry::json).toList()));
        synchronized (this) {
            body.set("events", Json.tree(List.copyOf(events)));
            body.set("confirmed", Json.tree(List.copyOf(toConfirm)));
            events.clear();
        }
        return ask("beat", body);
    }

    /** A beat with an entry that the examiner's books do not hold, for the node to refuse. */
    Answer smuggle(Entry entry) throws IOException {
        var body = body();
        body.putArray("entries").add(entry.json());
        body.putArray("events");
        body.putArray("confirmed");
        return room.wire().send(ask("beat", body), room.pace().answer()).answer();
    }

    Answer handIn(int lastSeq) throws IOException {
        var answer = room.wire()
                .send(
                        ask("hand-in", body().put("lastSeq", lastSeq)),
                        room.pace().answer())
                .answer();
        if (answer.isFine()) {
            examined.receipts().saw(answer.body());
        }
        return answer;
    }

    private void remember(JsonNode told) {
        journal.forgetUpTo(told.path("durableSeq").asInt(0));
        Json.each(told.path("instructions"))
                .map(instruction -> Json.text(instruction, "id"))
                .filter(id -> !toConfirm.contains(id))
                .forEach(toConfirm::add);
    }

    private ObjectNode body() {
        return Json.object().put("epoch", epoch);
    }

    private Wire.Ask ask(String what, JsonNode body) {
        return Wire.Ask.post(ATTEMPTS + examined.ledger().attempt() + "/" + what, body, cookie);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
