package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The invigilator of the room (监考员) at one machine, with a colleague nearby for what takes two. */
final class Invigilator {

    private static final String SESSION = "/api/invigilation/session";
    private static final String ATTEMPTS = "/api/invigilation/attempts/";
    private static final int PAGE = 50;

    private final Wire wire;
    private final List<MockExam.Staff> staff;
    private final Pace pace;
    private final Random random;
    private final ReentrantLock machine = new ReentrantLock();
    private String cookie = "";

    Invigilator(Wire wire, List<MockExam.Staff> staff, Pace pace, Random random) {
        this.wire = wire;
        this.staff = staff;
        this.pace = pace;
        this.random = random;
    }

    boolean hasColleague() {
        return staff.size() > 1;
    }

    /** Lets the next sign-in come from another device; tries until it is done. */
    void unlock(String ticket) {
        var attempt = attemptOf(ticket);
        insist(() -> ask("POST", ATTEMPTS + attempt + "/unlock", Json.object().put("reason", "机器故障")))
                .orFail();
    }

    /** Tells the candidate something. */
    Answer message(String attempt, String text) {
        return once("POST", ATTEMPTS + attempt + "/message", Json.object().put("text", text));
    }

    /** Gives more time; exactly once, however often it must be sent. */
    Answer extend(String attempt, int minutes) {
        var wish = Json.object().put("minutes", minutes).put("reason", "停电");
        wish.set("second", colleague());
        return once("POST", ATTEMPTS + attempt + "/extension", wish);
    }

    /** Writes down who is there and who is not. */
    Answer attendance(String attempt, boolean present, String note) {
        var seen = Json.object().put("present", present).put("note", note);
        return once("PUT", ATTEMPTS + attempt + "/attendance", seen);
    }

    /** Writes down what happened. */
    Answer incident(String attempt, ObjectNode incident) {
        return once("POST", ATTEMPTS + attempt + "/incidents", incident);
    }

    /** Hands in for a candidate. */
    Answer handIn(String attempt, ObjectNode wish) {
        return once("POST", ATTEMPTS + attempt + "/hand-in", wish);
    }

    /** Whoever stands at the machine. */
    ObjectNode me() {
        return credentials(staff.getFirst());
    }

    /** The other one, who types number and PIN where two are needed. */
    ObjectNode colleague() {
        return credentials(staff.get(1));
    }

    private static ObjectNode credentials(MockExam.Staff person) {
        return Json.object().put("number", person.number()).put("pin", person.pin());
    }

    /** What was written down about everybody in the invigilator's rooms. */
    List<JsonNode> incidents() {
        return all("/api/invigilation/incidents");
    }

    /** How many are expected, there and absent in each of the invigilator's rooms. */
    JsonNode rooms() {
        return insist(() -> ask("GET", "/api/invigilation/rooms", null)).orFail();
    }

    /** Every seat as the board shows it. */
    List<JsonNode> seats() {
        return all("/api/invigilation/seats");
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var after = "";
        do {
            var query = path + "?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after);
            var page = insist(() -> ask("GET", query, null)).orFail();
            Json.each(page.path("items")).forEach(items::add);
            after = Json.text(page, "next");
        } while (!after.isEmpty());
        return items;
    }

    private String attemptOf(String ticket) {
        return seats().stream()
                .filter(seat -> Json.text(seat, "ticket").equals(ticket))
                .map(seat -> Json.text(seat, "attempt"))
                .findFirst()
                .orElseThrow(
                        () -> new Unexpected("nobody with the ticket " + ticket + " is on the invigilator's board"));
    }

    private Answer once(String method, String path, ObjectNode body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return insist(() -> ask(method, path, body, key));
    }

    private Answer insist(Insistence.Request request) {
        machine.lock();
        try {
            return new Insistence(pace, random, new Tally()).on(request);
        } finally {
            machine.unlock();
        }
    }

    private Answer ask(String method, String path, @Nullable ObjectNode body) throws IOException {
        return ask(method, path, body, Map.of());
    }

    /** Signs in first if the node does not know us (any more). */
    private Answer ask(String method, String path, @Nullable ObjectNode body, Map<String, String> key)
            throws IOException {
        var answer = send(method, path, body, key);
        if (answer.status() != 401) {
            return answer;
        }
        signIn();
        return send(method, path, body, key);
    }

    private Answer send(String method, String path, @Nullable ObjectNode body, Map<String, String> key)
            throws IOException {
        var headers = new HashMap<>(key);
        if (!cookie.isEmpty()) {
            headers.put("Cookie", cookie);
        }
        return wire.send(new Wire.Ask(method, path, body, headers), pace.answer())
                .answer();
    }

    private void signIn() throws IOException {
        var reply = wire.send(Wire.Ask.post(SESSION, me(), ""), pace.answer());
        if (reply.answer().status() >= 500) {
            throw new IOException("not signed in: " + reply.answer());
        }
        if (reply.answer().isFine()) {
            cookie = "ONEX_NODE_STAFF=" + reply.cookies().getOrDefault("ONEX_NODE_STAFF", "");
        }
    }
}
