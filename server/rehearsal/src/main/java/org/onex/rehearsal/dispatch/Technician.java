package org.onex.rehearsal.dispatch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.SiteNode;

/** Whoever stands in front of a site's server (技术人员), with its code or without. */
public record Technician(SiteNode node) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Asks with the code. */
    public Answer get(String path) {
        return ask("GET", path, node.technicianCode(), "");
    }

    /** Has something done with the code. */
    public Answer post(String path, String body) {
        return ask("POST", path, node.technicianCode(), body);
    }

    /** Has something done without it. */
    public Answer postAsNobody(String path, String body) {
        return ask("POST", path, "", body);
    }

    /** Asks without it. */
    public Answer getAsNobody(String path) {
        return ask("GET", path, "", "");
    }

    private Answer ask(String method, String path, String code, String body) {
        var request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!code.isEmpty()) {
            request.header("Authorization", "Bearer " + code);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return NodeLine.answer(new NodeLine.Ask(method, path, ""), response);
        } catch (IOException e) {
            throw new Unexpected("the server at " + node.address() + " did not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
