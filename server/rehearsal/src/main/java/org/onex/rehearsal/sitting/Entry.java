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

    /** The same key with other content. */
    Entry contradicted() {
        return new Entry(seq, item, value + "改", at);
    }
}
