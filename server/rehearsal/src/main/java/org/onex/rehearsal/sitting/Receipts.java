package org.onex.rehearsal.sitting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.SatScript;
import tools.jackson.databind.JsonNode;

/** The receipts (交卷回执) of one attempt, as often as they were seen: each revision is one and never changes, and its hash can be recomputed. */
final class Receipts {

    private final Findings<AnswerClaim> findings;
    private final String name;
    private final Ledger ledger;
    private final Map<Integer, JsonNode> seen = new TreeMap<>();

    Receipts(Findings<AnswerClaim> findings, String name, Ledger ledger) {
        this.findings = findings;
        this.name = name;
        this.ledger = ledger;
    }

    synchronized int revisions() {
        return seen.size();
    }

    /** The first one of that revision; missing when there was none. */
    synchronized JsonNode revision(int number) {
        return seen.getOrDefault(number, Json.MAPPER.missingNode());
    }

    /** All that were seen, each with what was handed in by it. */
    synchronized List<SatScript.Revision> all() {
        var first = seen.getOrDefault(1, Json.MAPPER.missingNode());
        return seen.values().stream()
                .map(receipt -> new SatScript.Revision(
                        receipt,
                        ledger.answersWith(lastSeq(receipt)),
                        ledger.wroteBy(handedInAt(first), lastSeq(first), lastSeq(receipt))))
                .toList();
    }

    private static int lastSeq(JsonNode receipt) {
        return receipt.path("lastSeq").asInt(-1);
    }

    private static Instant handedInAt(JsonNode receipt) {
        return OffsetDateTime.parse(Json.text(receipt, "handedInAt")).toInstant();
    }

    synchronized void saw(JsonNode receipt) {
        var revision = receipt.path("revision").asInt(0);
        var known = seen.putIfAbsent(revision, receipt);
        findings.check(
                AnswerClaim.ONE_RECEIPT,
                revision > 0 && (known == null || known.equals(receipt)),
                () -> name + ": first " + known + ", then " + receipt);
        if (known == null) {
            recompute(receipt);
        }
    }

    private void recompute(JsonNode receipt) {
        var epoch = receipt.path("epoch").asInt(-1);
        var lastSeq = receipt.path("lastSeq").asInt(-1);
        findings.check(
                AnswerClaim.ACKNOWLEDGED_STAYS,
                ledger.canEndAt(epoch, lastSeq),
                () -> name + ": the script ends at epoch " + epoch + ", entry " + lastSeq + ", which cannot be");
        var answers = ledger.answersWith(lastSeq);
        var own = new ScriptHash(ledger.attempt(), epoch, lastSeq, answers);
        findings.check(
                AnswerClaim.HASH_RECOMPUTED,
                Json.text(receipt, "hash").equals(own.hex())
                        && Json.text(receipt, "shortCode").equals(own.shortCode())
                        && receipt.path("answered").asInt(-1) == answers.size(),
                () -> "%s: %s, ours are %s, %s and %d answered"
                        .formatted(name, receipt, own.hex(), own.shortCode(), answers.size()));
    }
}
