package org.onex.rehearsal.dispatch;

import java.net.http.HttpResponse;
import org.onex.rehearsal.outside.Answer;

/**
 * A part of a blob as it came, or the refusal.
 *
 * @param response with its bytes
 */
record Piece(Answer answer, HttpResponse<byte[]> response) {

    byte[] content() {
        return response.body();
    }

    /** "bytes 10-99/100". */
    String range() {
        return response.headers().firstValue("Content-Range").orElse("");
    }
}
