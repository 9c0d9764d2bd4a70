package org.onex.rehearsal.sitting;

import java.util.Map;
import java.util.TreeMap;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
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
