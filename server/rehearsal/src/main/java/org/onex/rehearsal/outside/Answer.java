package org.onex.rehearsal.outside;

import tools.jackson.databind.JsonNode;

/**
 * What the product answered to one request.
 *
 * @param request method and path
 * @param body    missing when there was none
 */
public record Answer(String request, int status, JsonNode body) {

    public boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a problem (RFC 9457); empty when there is none. */
    public String code() {
        return body.path("code").asString("");
    }

    public boolean isProblem(int wantedStatus, String wantedCode) {
        return status == wantedStatus && code().equals(wantedCode);
    }

    /**
     * @throws Unexpected naming the request and the problem
     */
    public JsonNode orFail() {
        if (!isFine()) {
            throw Unexpected.answer(this);
        }
        return body;
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + code();
    }
}
