package org.onex.rehearsal.sitting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.sitting.FakeNode.Fault;
import org.onex.rehearsal.sitting.FakeNode.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One attempt at the fake node. */
final class FakeAttempt {

    private static final int POLLS_UNTIL_DEADLINE = 3;

    private final FakeNode node;
    private final String ticket;
    private final int minutes;
    private final List<String> ids = new ArrayList<>(List.of(UUID.randomUUID().toString()));
    private final Map<String, Integer> epochs = new HashMap<>();
    private final Map<Integer, List<Entry>> journals = new TreeMap<>();
    private final Map<Integer, Integer> owned = new TreeMap<>();
    private final List<JsonNode> receipts = new ArrayList<>();
    private final Map<String, String> messages = new TreeMap<>();
    private String device = "";
    private int epoch;
    private boolean unlocked = true;
    private String state = "EXPECTED";
    private long deadline;
    private int polls;

    FakeAttempt(FakeNode node, String ticket, int minutes) {
        this.node = node;
        this.ticket = ticket;
        this.minutes = minutes;
    }

    String id() {
        return ids.getLast();
    }

    String state() {
        return state;
    }

    boolean isKnownAs(String id) {
        return ids.contains(id);
    }

    void unlock() {
        unlocked = true;
    }

    void message(String text) {
        messages.put("m" + messages.size() + ticket, text);
    }

    void extend(int more) {
        deadline += more * 60_000L;
    }

    void restart() {
        if (node.has(Fault.GIVES_TIME_BACK_AT_A_RESTART)) {
            deadline += 30_000;
        }
        if (epoch > 0 && !journal().isEmpty()) {
            if (node.has(Fault.LOSES_THE_LAST_ENTRY_AT_A_RESTART)) {
                journal().removeLast();
            }
            if (node.has(Fault.LOSES_AN_ENTRY_AND_SAYS_IT_HAS_IT)) {
                var last = journal().removeLast();
                journal().add(new Entry(last.seq(), "S99", "", last.at()));
            }
        }
    }

    Reply signIn(String secret) {
        if (secret.equals(device)) {
            return seated();
        }
        if (!unlocked && !node.has(Fault.NEEDS_NO_UNLOCK)) {
            return Reply.refused(409, "sitting.device-active");
        }
        unlocked = false;
        if (epoch > 0) {
            owned.put(epoch, journal().size());
            if (node.has(Fault.GIVES_A_SECOND_ATTEMPT)) {
                ids.add(UUID.randomUUID().toString());
            }
        }
        epoch++;
        journals.put(epoch, new ArrayList<>());
        if (state.equals("EXPECTED")) {
            state = "ENTERED";
        }
        device = secret;
        epochs.put("ONEX_NODE=token-" + device, epoch);
        return seated();
    }

    private Reply seated() {
        return new Reply(
                200,
                view(),
                "ONEX_NODE=token-" + device + "; HttpOnly; SameSite=Strict; Path=/api/sitting/attempts/" + id());
    }

    Reply serve(String cookie, String what, JsonNode body) {
        var device = epochs.get(cookie);
        if (device == null) {
            return Reply.refused(404, "sitting.attempt-unknown");
        }
        if (what.equals("beat")) {
            return beat(device, body);
        }
        if (device < epoch) {
            return Reply.refused(409, "sitting.taken-over");
        }
        return switch (what) {
            case "start" -> start();
            case "hand-in" -> handIn(body.path("lastSeq").asInt());
            default -> Reply.ok(view());
        };
    }

    private Reply start() {
        if (state.equals("ENTERED")) {
            state = "RUNNING";
            deadline = now() + minutes * 60_000L;
        }
        return Reply.ok(Json.object()
                .put("key", FakeNode.key())
                .put("remainingMs", remaining())
                .put("handInInMs", 0));
    }

    private Reply beat(int device, JsonNode body) {
        var journal = journals.get(device);
        var before = journal.size();
        for (var told : body.path("entries").values()) {
            var entry = new Entry(
                    told.path("seq").asInt(), Json.text(told, "item"), Json.text(told, "value"), Json.text(told, "at"));
            var refusal = take(device, journal, entry);
            if (refusal != null) {
                return refusal;
            }
        }
        if (device == epoch && journal.size() > before && state.equals("HANDED_IN") && !kind().equals("CANDIDATE")) {
            late();
        }
        if (minutes == 1 && device == epoch && ++polls > POLLS_UNTIL_DEADLINE) {
            node.deadlinePasses();
        }
        body.path("confirmed").values().forEach(id -> messages.remove(id.asString("")));
        return Reply.ok(told(device, journal, body.path("entries").isEmpty()));
    }

    private Reply take(int device, List<Entry> journal, Entry entry) {
        if (entry.seq() <= journal.size()) {
            var same = journal.get(entry.seq() - 1).equals(entry);
            if (!same && node.has(Fault.ACCEPTS_A_CONFLICT)) {
                journal.set(entry.seq() - 1, entry);
                return null;
            }
            return same ? null : Reply.refused(409, "sitting.entry-differs");
        }
        if (device == epoch
                && state.equals("HANDED_IN")
                && kind().equals("CANDIDATE")
                && !node.has(Fault.TAKES_ENTRIES_AFTER_HAND_IN)) {
            return Reply.refused(409, "sitting.handed-in");
        }
        if (entry.seq() > journal.size() + 1 && !node.has(Fault.ACCEPTS_A_GAP)) {
            return Reply.refused(409, "sitting.entries-missing");
        }
        journal.add(entry);
        return null;
    }

    private ObjectNode told(int device, List<Entry> journal, boolean bringsNothing) {
        var taken = device < epoch && !node.has(Fault.TELLS_OLD_DEVICES_NOTHING);
        var durable = journal.size();
        if (node.has(Fault.RUNS_DURABLE_SEQ_BACK) && bringsNothing && durable > 0) {
            durable--;
        }
        if (node.has(Fault.ACKNOWLEDGES_WHAT_WAS_NOT_SENT)) {
            durable += 1_000;
        }
        var reply = Json.object()
                .put("durableSeq", durable)
                .put("remainingMs", remaining())
                .put("handInInMs", 0)
                .put("state", taken ? "TAKEN_OVER" : state);
        instructions(reply);
        return withReceipt(reply);
    }

    private void instructions(ObjectNode reply) {
        var instructions = reply.putArray("instructions");
        if (!node.has(Fault.FORGETS_MESSAGES)) {
            messages.forEach((id, text) -> instructions
                    .addObject()
                    .put("id", id)
                    .put("kind", "MESSAGE")
                    .put("text", text));
        }
    }

    private ObjectNode withReceipt(ObjectNode reply) {
        return reply.set("receipt", receipts.isEmpty() ? null : receipts.getLast());
    }

    private ObjectNode view() {
        var view = Json.object()
                .put("attempt", id())
                .put("epoch", epoch)
                .put("state", state)
                .put("durableSeq", journal().size());
        view.set("paper", node.paper());
        var hidden = state.equals("HANDED_IN") && !node.has(Fault.SHOWS_WHAT_WAS_HANDED_IN);
        view.set("answers", Json.tree(hidden ? Map.of() : answers()));
        view.put("remainingMs", state.equals("RUNNING") ? remaining() : null);
        instructions(view);
        return withReceipt(view);
    }

    private Reply handIn(int lastSeq) {
        if (state.equals("HANDED_IN")) {
            return Reply.ok(node.has(Fault.CHANGES_THE_RECEIPT) ? receipt(1, "CANDIDATE") : receipts.getLast());
        }
        if (lastSeq > journal().size()) {
            return Reply.refused(409, "sitting.entries-missing");
        }
        state = "HANDED_IN";
        receipts.add(receipt(1, "CANDIDATE"));
        return Reply.ok(receipts.getLast());
    }

    void handInAtDeadline() {
        if (minutes == 1 && !state.equals("HANDED_IN")) {
            state = "HANDED_IN";
            receipts.add(receipt(1, "DEADLINE"));
        }
    }

    private void late() {
        var overwrites = node.has(Fault.OVERWRITES_THE_FIRST_REVISION);
        if (overwrites) {
            receipts.clear();
        }
        receipts.add(receipt(receipts.size() + 1, overwrites ? "DEADLINE" : "LATE_SYNC"));
    }

    private String kind() {
        return Json.text(receipts.getLast(), "kind");
    }

    private JsonNode receipt(int revision, String kind) {
        var lastSeq = journal().size();
        var hash = new ScriptHash(id(), epoch, lastSeq, answers());
        var wrong = node.has(Fault.HASHES_WRONGLY) ? "0" : "";
        return Json.object()
                .put("revision", revision)
                .put("kind", kind)
                .put("handedInAt", String.valueOf(System.nanoTime()))
                .put("epoch", epoch)
                .put("lastSeq", lastSeq)
                .put("answered", answers().size())
                .put("hash", wrong + hash.hex())
                .put("shortCode", hash.shortCode());
    }

    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        journals.forEach((number, journal) -> journal.stream()
                .limit(
                        node.has(Fault.LETS_OLD_EPOCHS_WIN)
                                ? journal.size()
                                : owned.getOrDefault(number, journal.size()))
                .forEach(entry -> answers.put(entry.item(), entry.value())));
        if (node.has(Fault.INVENTS_AN_ANSWER)) {
            answers.put("S77", "X");
        }
        answers.values().removeIf(String::isEmpty);
        return answers;
    }

    private List<Entry> journal() {
        return journals.get(epoch);
    }

    private long remaining() {
        return Math.max(0, deadline - now());
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
