package org.onex.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.vault.Digests;
import tools.jackson.databind.JsonNode;

/**
 * The centre's side of {@code docs/return-protocol.md}, played: takes files in pieces, opens them, folds every journal and hashes what comes of
 * it with code of its own, and gives a receipt only for what fits.
 */
final class PlayedReturns {

    private static final int LONGEST_PIECE = 196_608;
    private static final long LONGEST_FILE = 16L << 20;
    private static final String RECEIVED_AT = "2024-05-18T17:00:00.123+08:00";

    final OpeningKey key = OpeningKey.random();
    /** Each script that proved itself, as often as it did: "attempt revision". */
    final List<String> taken = new CopyOnWriteArrayList<>();
    /** Each record that was taken, the newest last. */
    final List<JsonNode> records = new CopyOnWriteArrayList<>();
    /** The newest script of each attempt. */
    final Map<String, JsonNode> scripts = new ConcurrentHashMap<>();
    /** All that was opened, as it was written. */
    final List<String> texts = new CopyOnWriteArrayList<>();
    /** What was wrong with what came. */
    final List<String> faults = new CopyOnWriteArrayList<>();

    volatile SigningKey signsReceiptsWith;
    /** Receipts tell of another script. */
    volatile boolean isMistaken;
    /** The reason for which everything is refused that comes whole; empty for none. */
    volatile String refuses = "";
    /** The next piece gets lost on the way, and the centre says that there is a gap. */
    volatile boolean losesNext;
    /** The next whole file is found to be damaged. */
    volatile boolean damagesNext;
    /** A file that nobody has, and that is wanted; empty for none. */
    volatile String alsoWants = "";
    /** What happens in the world before the next question where we are is answered; and before the next piece is. */
    final AtomicReference<Runnable> atTheNextQuestion = new AtomicReference<>(() -> {});

    final AtomicReference<Runnable> atTheNextPiece = new AtomicReference<>(() -> {});

    /** By node and bundle. */
    private final Map<String, JsonNode> lists = new HashMap<>();

    /** By node and hash. */
    private final Set<String> arrived = new HashSet<>();

    private final Map<String, ByteArrayOutputStream> pieces = new HashMap<>();
    private final Map<String, Proven> proven = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    /** By node and bundle. */
    private final Map<String, Integer> newest = new HashMap<>();

    PlayedReturns(SigningKey center) {
        this.signsReceiptsWith = center;
    }

    record Answer(int status, Object body) {}

    /** The newest revision of an attempt that proved itself. */
    private record Proven(String bundle, String attempt, int revision, String hash) {}

    /** How often this script proved itself. */
    long timesTaken(String attempt, int revision) {
        return taken.stream()
                .filter(one -> one.equals(attempt + " " + revision))
                .count();
    }

    /** The newest record of an exam. */
    JsonNode recordOf(DeliveredExam exam) {
        return recordsOf(exam).getLast();
    }

    List<JsonNode> recordsOf(DeliveredExam exam) {
        return records.stream()
                .filter(record -> record.path("bundle").asString().equals(exam.id.toString()))
                .toList();
    }

    /** What a record says of an attempt. */
    static JsonNode attempt(JsonNode record, String attempt) {
        for (var one : record.path("attempts")) {
            if (one.path("attempt").asString().equals(attempt)) {
                return one;
            }
        }
        throw new AssertionError("no attempt " + attempt + " in " + record);
    }

    /** Nothing is wrong with us any more, and nothing was wrong with what came. */
    void mend() {
        isMistaken = false;
        refuses = "";
        alsoWants = "";
        faults.clear();
    }

    private static Answer problem(int status, String code, Map<String, ?> facts) {
        return new Answer(status, Map.of("code", code, "facts", facts));
    }

    /**
     * @param path what follows /api/script/returns/
     * @param node by which it is signed
     */
    synchronized Answer answer(String method, String path, byte[] body, VerifyingKey node) {
        var steps = path.split("/");
        var from = new From(steps[0], node);
        if (method.equals("GET")) {
            atTheNextQuestion.getAndSet(() -> {}).run();
            return new Answer(
                    200,
                    Map.of(
                            "key",
                            key.sealingKey().base64(),
                            "record",
                            newest.getOrDefault(from.key(), 0),
                            "receipts",
                            receiptsOf(from)));
        }
        if (steps.length == 1) {
            return announced(from, Machine.JSON.readTree(body));
        }
        atTheNextPiece.getAndSet(() -> {}).run();
        return piece(from, new Piece(steps[2], Long.parseLong(steps[3])), body);
    }

    /** Of which bundle which node speaks. */
    private record From(String bundle, VerifyingKey node) {

        String key() {
            return key(bundle);
        }

        /** Of something of this node. */
        String key(String what) {
            return node.base64() + " " + what;
        }
    }

    private List<Map<String, Object>> receiptsOf(From from) {
        return proven.entrySet().stream()
                .filter(one -> one.getKey().startsWith(from.key("")))
                .filter(one -> one.getValue().bundle().equals(from.bundle()))
                .map(one -> receipt(one.getValue()))
                .toList();
    }

    private Answer announced(From from, JsonNode list) {
        if (files(list).values().stream().anyMatch(file -> file.path("bytes").asLong() > LONGEST_FILE)) {
            faults.add("a file that is too long");
            return problem(422, "script.invalid", Map.of("field", "scripts"));
        }
        lists.merge(from.key(), list, (known, said) -> number(said) < number(known) ? known : said);
        return standing(from, lists.get(from.key()));
    }

    private static int number(JsonNode list) {
        return list.path("record").path("number").asInt();
    }

    private Answer standing(From from, JsonNode list) {
        var wanted = new ArrayList<Map<String, Object>>();
        var unable = new ArrayList<Map<String, Object>>();
        for (var file : files(list).values()) {
            var sha256 = file.path("sha256").asString();
            if (refused.containsKey(sha256)) {
                unable.add(Map.of("sha256", sha256, "reason", refused.get(sha256)));
            } else if (!isTaken(from, file)) {
                wanted.add(Map.of("sha256", sha256, "from", have(sha256)));
            }
        }
        if (!alsoWants.isEmpty()) {
            wanted.add(Map.of("sha256", alsoWants, "from", 0));
        }
        return new Answer(
                200,
                Map.of(
                        "record",
                        newest.getOrDefault(from.key(), 0),
                        "receipts",
                        receiptsOf(from),
                        "wanted",
                        wanted,
                        "refused",
                        unable));
    }

    /** The record last. */
    private static Map<String, JsonNode> files(JsonNode list) {
        var files = new LinkedHashMap<String, JsonNode>();
        list.path("scripts").forEach(script -> files.put(script.path("sha256").asString(), script));
        files.put(list.path("record").path("sha256").asString(), list.path("record"));
        return files;
    }

    private boolean isTaken(From from, JsonNode file) {
        return arrived.contains(from.key(file.path("sha256").asString()));
    }

    private int have(String sha256) {
        var came = pieces.get(sha256);
        return came == null ? 0 : came.size();
    }

    private record Piece(String sha256, long from) {}

    private Answer piece(From from, Piece piece, byte[] body) {
        var file = files(lists.getOrDefault(from.key(), Machine.JSON.createObjectNode()))
                .get(piece.sha256());
        if (file == null) {
            return problem(404, "script.file-unknown", Map.of());
        }
        if (body.length > LONGEST_PIECE || body.length == 0) {
            faults.add("a piece of " + body.length + " bytes");
        }
        var have = have(piece.sha256());
        if (piece.from() > have || losesNext) {
            losesNext = false;
            return problem(409, "script.piece-gap", Map.of("have", have));
        }
        var came = pieces.computeIfAbsent(piece.sha256(), any -> new ByteArrayOutputStream());
        var known = (int) (have - piece.from());
        if (known < body.length) {
            came.write(body, known, body.length - known);
        }
        if (came.size() < file.path("bytes").asLong()) {
            return new Answer(200, said(came.size(), null, null));
        }
        if (damagesNext || !Digests.sha256(came.toByteArray()).equals(piece.sha256())) {
            damagesNext = false;
            pieces.remove(piece.sha256());
            return problem(409, "script.file-damaged", Map.of());
        }
        pieces.remove(piece.sha256());
        return whole(from, file, came.toByteArray());
    }

    private static Map<String, Object> said(int have, Object receipt, Object reason) {
        var said = new LinkedHashMap<String, Object>();
        said.put("have", have);
        said.put("receipt", receipt);
        said.put("refused", reason);
        return said;
    }

    private Answer whole(From from, JsonNode file, byte[] sealed) {
        var attempt = file.path("attempt").asString("");
        var sha256 = file.path("sha256").asString();
        var fault = isTaken(from, file) ? "" : refuses;
        if (fault.isEmpty() && !isTaken(from, file)) {
            fault = take(from, file, sealed);
        }
        if (!fault.isEmpty()) {
            faults.add(fault);
            refused.put(sha256, fault);
            return new Answer(200, said(sealed.length, null, fault));
        }
        arrived.add(from.key(sha256));
        return new Answer(
                200, said(sealed.length, attempt.isEmpty() ? null : receipt(proven.get(from.key(attempt))), null));
    }

    /** Empty if it is in order. */
    private String take(From from, JsonNode file, byte[] sealed) {
        var attempt = file.path("attempt").asString("");
        var purpose = attempt.isEmpty() ? "onex-return-record-v1 " + from.bundle() : "onex-return-script-v1 " + attempt;
        var content = opened(sealed, purpose, from.node());
        texts.add(content.toString());
        if (content.path("format").asInt() != 1) {
            return "UNREADABLE";
        }
        if (!content.path("bundle").asString().equals(from.bundle())
                || content.path("version").asInt()
                        != lists.get(from.key()).path("version").asInt()) {
            return "MISPLACED";
        }
        return attempt.isEmpty() ? record(from, file, content) : script(from, file, content);
    }

    private JsonNode opened(byte[] sealed, String purpose, VerifyingKey node) {
        var plain = key.open(sealed, purpose);
        var rest = Arrays.copyOfRange(plain, 64, plain.length);
        var message = new ByteArrayOutputStream();
        message.writeBytes((purpose + "\n").getBytes(StandardCharsets.UTF_8));
        message.writeBytes(rest);
        if (!node.verifies(message.toByteArray(), Arrays.copyOf(plain, 64))) {
            faults.add("UNREADABLE");
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(rest))) {
            return Machine.JSON.readTree(gzip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String script(From from, JsonNode file, JsonNode script) {
        var attempt = file.path("attempt").asString();
        if (!script.path("attempt").asString().equals(attempt)) {
            return "MISPLACED";
        }
        var number = 0;
        var expected = new HashMap<Integer, Long>();
        for (var entry : script.path("journal")) {
            var seq = expected.merge(entry.path("epoch").asInt(), 1L, Long::sum);
            if (entry.path("seq").asLong() != seq) {
                return "INCOMPLETE";
            }
        }
        for (var device : script.path("devices")) {
            if (expected.getOrDefault(device.path("epoch").asInt(), 0L)
                    != device.path("durableSeq").asLong()) {
                return "INCOMPLETE";
            }
        }
        JsonNode last = null;
        for (var receipt : script.path("receipts")) {
            number++;
            if (receipt.path("revision").asInt() != number) {
                return "INCOMPLETE";
            }
            if (!hash(attempt, script.path("journal"), receipt)
                    .equals(receipt.path("hash").asString())) {
                return "HASH";
            }
            last = receipt;
        }
        if (last == null || number != file.path("revision").asInt()) {
            return "INCOMPLETE";
        }
        scripts.put(attempt, script);
        var hash = last.path("hash").asString();
        proven.put(from.key(attempt), new Proven(from.bundle(), attempt, number, hash));
        taken.add(attempt + " " + number);
        return "";
    }

    private Map<String, Object> receipt(Proven script) {
        var attempt = script.attempt();
        var revision = script.revision();
        var of = isMistaken ? "0".repeat(64) : script.hash();
        var text = "onex-return-receipt-v1\n" + attempt + " " + revision + " " + of + " " + RECEIVED_AT + "\n";
        var signed = signsReceiptsWith.sign(text.getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "attempt",
                attempt,
                "revision",
                revision,
                "hash",
                of,
                "receivedAt",
                RECEIVED_AT,
                "signature",
                Base64.getEncoder().encodeToString(signed));
    }

    /** By the letter of the answer protocol. */
    private static String hash(String attempt, JsonNode journal, JsonNode receipt) {
        var isLate = receipt.path("kind").asString().equals("LATE_SYNC");
        var epoch = receipt.path("epoch").asInt();
        var lastSeq = receipt.path("lastSeq").asLong();
        var standings = isLate ? Set.of("COUNTS", "LATE") : Set.of("COUNTS");
        var answers = new TreeMap<String, String>();
        for (var entry : journal) {
            var isBeyond = isLate
                    && entry.path("epoch").asInt() == epoch
                    && entry.path("seq").asLong() > lastSeq;
            if (standings.contains(entry.path("standing").asString()) && !isBeyond) {
                answers.put(entry.path("item").asString(), entry.path("value").asString());
            }
        }
        answers.values().removeIf(String::isEmpty);
        var text = new StringBuilder("onex-script-v1\nattempt " + attempt + "\nlast " + epoch + " " + lastSeq
                + "\nanswers " + answers.size() + "\n");
        answers.forEach((item, value) -> text.append(item)
                .append(' ')
                .append(value.getBytes(StandardCharsets.UTF_8).length)
                .append(' ')
                .append(value)
                .append('\n'));
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String record(From from, JsonNode file, JsonNode record) {
        var listed = new HashMap<String, Integer>();
        for (var script : lists.get(from.key()).path("scripts")) {
            listed.put(
                    script.path("attempt").asString(), script.path("revision").asInt());
        }
        for (var attempt : record.path("attempts")) {
            var isHandedIn = attempt.path("outcome").asString().equals("HANDED_IN");
            var said = attempt.path("revision").asInt(0);
            if (said != listed.getOrDefault(attempt.path("attempt").asString(), 0) || isHandedIn != (said > 0)) {
                return "INCOMPLETE";
            }
        }
        if (record.path("number").asInt() != file.path("number").asInt()) {
            return "MISPLACED";
        }
        records.add(record);
        newest.put(from.key(), file.path("number").asInt());
        return "";
    }
}
