package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The line between a machine and the node. It breaks: whoever asks must be ready for no answer. */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI node;

    Wire(URI node) {
        this.node = node;
    }

    /**
     * One request.
     *
     * @param body   null for none
     * @param header name and value of one header; empty for none
     */
    record Ask(String method, String path, @Nullable JsonNode body, Map<String, String> header) {

        static Ask get(String path, String cookie) {
            return new Ask("GET", path, null, cookie(cookie));
        }

        static Ask post(String path, JsonNode body, String cookie) {
            return new Ask("POST", path, body, cookie(cookie));
        }

        private static Map<String, String> cookie(String cookie) {
            return cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie);
        }

        private byte[] content() {
            return body == null ? new byte[0] : Json.MAPPER.writeValueAsBytes(body);
        }
    }

    /**
     * What came back.
     *
     * @param cookies those that were set
     */
    record Reply(Answer answer, Map<String, String> cookies) {}

    /**
     * @param patience how long to wait for the answer
     * @throws IOException if none came; the request may have been carried out all the same
     */
    Reply send(Ask ask, Duration patience) throws IOException {
        return reply(ask, exchange(ask, patience));
    }

    /** The same, with the bytes that came back. */
    HttpResponse<byte[]> exchange(Ask ask, Duration patience) throws IOException {
        var content = ask.content();
        var request = HttpRequest.newBuilder(node.resolve(ask.path()))
                .timeout(patience)
                .method(
                        ask.method(),
                        ask.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        if (ask.body() != null) {
            request.header("Content-Type", "application/json");
        }
        ask.header().forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    /**
     * Sends so much of a request and hangs up without reading.
     *
     * @param percent of the body; all of it can still be carried out
     */
    void sendAndHangUp(Ask ask, int percent) throws IOException {
        var content = ask.content();
        var head = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(ask.method(), ask.path(), node.getAuthority()));
        ask.header()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(content.length));
        try (var socket = new Socket(node.getHost(), node.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, content.length * percent / 100);
            out.flush();
        }
    }

    static Reply reply(Ask ask, HttpResponse<byte[]> response) {
        var cookies = new TreeMap<String, String>();
        for (var header : response.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        var answer = new Answer(ask.method() + " " + ask.path(), response.statusCode(), tree(response.body()));
        return new Reply(answer, cookies);
    }

    /** Missing when there is no body or it is not JSON. */
    private static JsonNode tree(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
