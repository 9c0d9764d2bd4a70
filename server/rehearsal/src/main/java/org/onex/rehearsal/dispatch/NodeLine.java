package org.onex.rehearsal.dispatch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Traffic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The line between a virtual node and the centre, without cookies and without a person. */
final class NodeLine {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI center;
    private final Traffic traffic;

    NodeLine(URI center, Traffic traffic) {
        this.center = center;
        this.traffic = traffic;
    }

    /**
     * One request.
     *
     * @param target path and query
     * @param type   of the body
     * @param body   without bytes for none
     */
    record Ask(String method, String target, String type, Received.Blob body) {

        /** With JSON; empty for none. */
        Ask(String method, String target, String json) {
            this(method, target, "application/json", new Received.Blob(json.getBytes(StandardCharsets.UTF_8)));
        }

        static Ask get(String target) {
            return new Ask("GET", target, "");
        }

        /** With bytes as they are. */
        static Ask put(String target, byte[] content) {
            return new Ask("PUT", target, "application/octet-stream", new Received.Blob(content));
        }

        byte[] content() {
            return body.content();
        }

        SignatureBase signatureBase() {
            return SignatureBase.ofRequest(method, target, content());
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    HttpResponse<byte[]> send(Ask ask, Map<String, String> fields) {
        var begun = System.nanoTime();
        try {
            return CLIENT.send(request(ask, fields), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Unexpected(ask + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        } finally {
            traffic.add(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** Reads so many bytes of the answer and hangs up. */
    byte[] sendAndHangUp(Ask ask, Map<String, String> fields, int bytes) {
        try (var body =
                CLIENT.send(request(ask, fields), BodyHandlers.ofInputStream()).body()) {
            return body.readNBytes(bytes);
        } catch (IOException e) {
            throw new Unexpected(ask + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private HttpRequest request(Ask ask, Map<String, String> fields) {
        var content = ask.content();
        var request = HttpRequest.newBuilder(center.resolve(ask.target()))
                .timeout(PATIENCE)
                .method(
                        ask.method(),
                        content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        if (content.length > 0) {
            request.header("Content-Type", ask.type());
        }
        fields.forEach(request::header);
        return request.build();
    }

    static Answer answer(Ask ask, HttpResponse<byte[]> response) {
        return new Answer(ask.toString(), response.statusCode(), tree(response.body()));
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
