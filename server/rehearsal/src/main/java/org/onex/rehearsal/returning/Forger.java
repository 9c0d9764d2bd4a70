package org.onex.rehearsal.returning;

import org.onex.rehearsal.dispatch.ReturnFile;
import org.onex.rehearsal.dispatch.ReturningNode;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.SatScript;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A second server of a site that forges the script of somebody who sat at the first one. */
final class Forger {

    private static final int PIECE = 196_608;

    private final ReturningNode node;
    private final ForgedScript files;
    private final SatScript victim;
    private final String key;
    private int records;
    private long forged;

    /**
     * @param files  as they look for the bundle
     * @param victim whose script it forges
     */
    Forger(ReturningNode node, ForgedScript files, SatScript victim) {
        this.node = node;
        this.files = files;
        this.victim = victim;
        this.key = node.key(files.id());
    }

    ReturningNode node() {
        return node;
    }

    ForgedScript files() {
        return files;
    }

    SatScript victim() {
        return victim;
    }

    String bundle() {
        return files.id();
    }

    String attempt() {
        return victim.attempt();
    }

    /** How many files it has sent whole. */
    long forged() {
        return forged;
    }

    ReturnFile seal(JsonNode script) {
        return sealFor(script, ForgedScript.purpose(attempt()));
    }

    ReturnFile sealFor(JsonNode content, String purpose) {
        return node.seal(content, purpose, key);
    }

    ReturnFile sealByStranger(JsonNode script) {
        return node.sealByStranger(script, ForgedScript.purpose(attempt()), key);
    }

    /** The next record, in which one attempt was handed in. */
    ObjectNode record(String handedIn) {
        records++;
        return files.record(records, handedIn);
    }

    /** With the next record. */
    ObjectNode list(String attempt, ReturnFile script) {
        return list(attempt, script, sealFor(record(attempt), files.recordPurpose()));
    }

    ObjectNode list(String attempt, ReturnFile script, ReturnFile record) {
        var list = list(record);
        list.withArray("scripts")
                .addObject()
                .put("attempt", attempt)
                .put("revision", 1)
                .put("sha256", script.sha256())
                .put("bytes", script.bytes());
        return list;
    }

    /** With no script. */
    ObjectNode list(ReturnFile record) {
        var list = Json.object().put("version", files.version());
        list.putObject("record")
                .put("number", records)
                .put("sha256", record.sha256())
                .put("bytes", record.bytes());
        list.putArray("scripts");
        return list;
    }

    Answer announce(ObjectNode list) {
        return node.announce(bundle(), list);
    }

    Answer send(ReturnFile file, int from, int to) {
        return node.send(bundle(), file, from, to);
    }

    /** What is answered to the last piece. */
    Answer sendWhole(ReturnFile file) {
        forged++;
        var from = 0;
        while (file.bytes() - from > PIECE) {
            send(file, from, from + PIECE).orFail();
            from += PIECE;
        }
        return send(file, from, file.bytes());
    }
}
