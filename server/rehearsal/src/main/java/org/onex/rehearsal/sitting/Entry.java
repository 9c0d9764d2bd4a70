package org.onex.rehearsal.sitting;

import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * One change of one answer (作答记录).
 *
 * @param value empty for no answer
 * @param at    what the device believed the time was
 */
record Entry(int seq, String item, String value, String at) {

    JsonNode json() {
        return Json.object()
                .put("seq", seq)
                .put("item", item)
                .put("value", value)
                .put("at", at);
    }

    /** The same key with other content, not longer than the longest that may be stored. */
    Entry contradicted() {
        var kept = value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(value.length(), -1));
        return new Entry(seq, item, kept + (value.endsWith("改") ? "正" : "改"), at);
    }
}
