package org.onex.rehearsal.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a virtual node has of one bundle.
 *
 * @param delivery as it was announced
 * @param bundle   as it stood in the letter
 * @param files    by their hash, as they were sent
 */
record Received(JsonNode delivery, JsonNode bundle, Map<String, Blob> files) {

    /** Bytes that are not looked into by accident. */
    static final class Blob {

        private final byte[] content;

        Blob(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content;
        }
    }

    static Received of(JsonNode delivery, JsonNode bundle) {
        return new Received(delivery, bundle, new HashMap<>());
    }

    String id() {
        return Json.text(bundle, "id");
    }

    int version() {
        return bundle.path("version").asInt(-1);
    }

    int slot() {
        return bundle.path("place").path("slot").asInt(-1);
    }

    List<JsonNode> sessions() {
        return Json.each(bundle.path("sessions")).toList();
    }

    byte[] file(VirtualNode node, String sha256) {
        return files.computeIfAbsent(sha256, hash -> new Blob(node.blob(hash))).content();
    }
}
