package org.onex.rehearsal.sitting;

import java.util.HashSet;
import java.util.Set;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/** All that the examiner of the node holds about one candidate: the entries, the receipts, the time and the messages. */
final class Examined {

    private final Ledger ledger;
    private final Receipts receipts;
    private final TimeKept time;
    private boolean fits = true;
    private final Set<String> messagesSent = new HashSet<>();
    private final Set<String> messagesSeen = new HashSet<>();

    Examined(Findings<AnswerClaim> findings, String name) {
        ledger = new Ledger(findings, name);
        receipts = new Receipts(findings, name, ledger);
        time = new TimeKept(findings, name);
    }

    Ledger ledger() {
        return ledger;
    }

    Receipts receipts() {
        return receipts;
    }

    TimeKept time() {
        return time;
    }

    /** The node promised that this message will arrive. */
    synchronized void promised(String message) {
        messagesSent.add(message);
    }

    /** Messages that were promised and never came. */
    synchronized Set<String> missingMessages() {
        var missing = new HashSet<>(messagesSent);
        missing.removeAll(messagesSeen);
        return missing;
    }

    /** The attempt as the owner reads it. */
    void read(JsonNode view, int durableBefore) {
        fits = ledger.reads(view, durableBefore);
    }

    /** Whether the answers were right when they were last read. */
    boolean fits() {
        return fits;
    }

    /**
     * Whatever an answer tells besides the entries.
     *
     * @param sentMs {@link Long#MIN_VALUE} if its time counts for nothing
     */
    void told(JsonNode answer, long sentMs, long receivedMs) {
        if (answer.path("remainingMs").isNumber() && sentMs != Long.MIN_VALUE) {
            time.told(answer.path("remainingMs").asLong(0), sentMs, receivedMs);
        }
        if (answer.path("receipt").isObject()) {
            receipts.saw(answer.path("receipt"));
        }
        synchronized (this) {
            Json.each(answer.path("instructions"))
                    .forEach(instruction -> messagesSeen.add(Json.text(instruction, "text")));
        }
    }
}
