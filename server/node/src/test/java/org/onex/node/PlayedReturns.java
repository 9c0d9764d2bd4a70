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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final Map<String, JsonNode> lists = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> pieces = new HashMap<>();
    private final Map<String, Proven> proven = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();

    PlayedReturns(SigningKey center) {
        this.signsReceiptsWith = center;
    }

    record Answer(int status, Object body) {}

    /** The newest revision of an attempt that proved itself. */
    private record Proven(String bundle, int revision, String hash) {}

    private static Answer problem(int status, String code, Map<String, ?> facts) {
        return new Answer(status, Map.of("code", code, "facts", facts));
    }

    /**
     * @param path what follows /api/script/returns/
     * @param node by which it is signed
     */
    synchronized Answer answer(String method, String path, byte[] body, VerifyingKey node) {
        var steps = path.split("/");
        var bundle = steps[0];
        if (method.equals("GET")) {
            return new Answer(
                    200,
                    Map.of(
                            "key",
                            key.sealingKey().base64(),
                            "record",
                            newest.getOrDefault(bundle, 0),
                            "receipts",
                            receiptsOf(bundle)));
        }
        if (steps.length == 1) {
            return announced(bundle, Machine.JSON.readTree(body));
        }
        return piece(bundle, new Piece(steps[2], Long.parseLong(steps[3]), node), body);
    }

    private List<Map<String, Object>> receiptsOf(String bundle) {
        return proven.entrySet().stream()
                .filter(one -> one.getValue().bundle().equals(bundle))
                .map(one -> receipt(one.getKey(), one.getValue()))
                .toList();
    }

    private Answer announced(String bundle, JsonNode list) {
        lists.put(bundle, list);
        var wanted = new ArrayList<Map<String, Object>>();
        var unable = new ArrayList<Map<String, Object>>();
        for (var file : files(list).values()) {
            var sha256 = file.path("sha256").asString();
            if (refused.containsKey(sha256)) {
                unable.add(Map.of("sha256", sha256, "reason", refused.get(sha256)));
            } else if (!isTaken(bundle, file)) {
                wanted.add(Map.of("sha256", sha256, "from", have(sha256)));
            }
        }
        return new Answer(
                200,
                Map.of(
                        "record",
                        newest.getOrDefault(bundle, 0),
                        "receipts",
                        receiptsOf(bundle),
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

    private boolean isTaken(String bundle, JsonNode file) {
        if (file.path("attempt").isMissingNode()) {
            return newest.getOrDefault(bundle, 0) >= file.path("number").asInt();
        }
        return taken.contains(
                file.path("attempt").asString() + " " + file.path("revision").asInt());
    }

    private int have(String sha256) {
        var came = pieces.get(sha256);
        return came == null ? 0 : came.size();
    }

    private record Piece(String sha256, long from, VerifyingKey node) {}

    private Answer piece(String bundle, Piece piece, byte[] body) {
        var file = files(lists.getOrDefault(bundle, Machine.JSON.createObjectNode()))
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
        return whole(bundle, file, came.toByteArray(), piece);
    }

    private static Map<String, Object> said(int have, Object receipt, Object reason) {
        var said = new LinkedHashMap<String, Object>();
        said.put("have", have);
        said.put("receipt", receipt);
        said.put("refused", reason);
        return said;
    }

    private Answer whole(String bundle, JsonNode file, byte[] sealed, Piece piece) {
        var attempt = file.path("attempt").asString("");
        var fault = isTaken(bundle, file) ? "" : refuses;
        if (fault.isEmpty() && !isTaken(bundle, file)) {
            fault = take(bundle, file, sealed, piece.node());
        }
        if (!fault.isEmpty()) {
            faults.add(fault);
            refused.put(piece.sha256(), fault);
            return new Answer(200, said(sealed.length, null, fault));
        }
        return new Answer(
                200, said(sealed.length, attempt.isEmpty() ? null : receipt(attempt, proven.get(attempt)), null));
    }

    /** Empty if it is in order. */
    private String take(String bundle, JsonNode file, byte[] sealed, VerifyingKey node) {
        var attempt = file.path("attempt").asString("");
        var purpose = attempt.isEmpty() ? "onex-return-record-v1 " + bundle : "onex-return-script-v1 " + attempt;
        var content = opened(sealed, purpose, node);
        texts.add(content.toString());
        if (content.path("format").asInt() != 1
                || !content.path("bundle").asString().equals(bundle)
                || content.path("version").asInt()
                        != lists.get(bundle).path("version").asInt()) {
            return "MISPLACED";
        }
        return attempt.isEmpty() ? record(bundle, file, content) : script(file, content);
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

    private String script(JsonNode file, JsonNode script) {
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
        proven.put(attempt, new Proven(script.path("bundle").asString(), number, hash));
        taken.add(attempt + " " + number);
        return "";
    }

    private Map<String, Object> receipt(String attempt, Proven script) {
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

    private String record(String bundle, JsonNode file, JsonNode record) {
        for (var attempt : record.path("attempts")) {
            var isHandedIn = attempt.path("outcome").asString().equals("HANDED_IN");
            var known = attempt.path("attempt").asString() + " "
                    + attempt.path("revision").asInt(0);
            if (isHandedIn && !taken.contains(known)) {
                return "INCOMPLETE";
            }
        }
        if (record.path("number").asInt() != file.path("number").asInt()) {
            return "MISPLACED";
        }
        records.add(record);
        newest.put(bundle, file.path("number").asInt());
        return "";
    }
}
