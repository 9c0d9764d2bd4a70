package org.onex.node.courier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.exchange.MessageSignature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * How this node talks with the centre (与中心的线路): every request signed, no answer believed that was not signed for it. Made when there is
 * first something to say, because a node alone needs none of it.
 */
@Component
class CenterLine implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** What has come by then is kept, and the rest asked for again: a slow line is no reason to begin anew. */
    private static final Duration PIECE = Duration.ofSeconds(60);

    private static final int LONGEST_ANSWER = 4 << 20;
    private static final String CENTER = "center";
    private static final String CLOCK_OFF = "node.clock-off";

    private final CenterAddress address;
    private final Contact contact;
    private final JsonMapper json;
    private final Clock machine;
    private volatile Duration correction = Duration.ZERO;
    private @Nullable HttpClient http;

    @Autowired
    CenterLine(CenterAddress address, Contact contact, JsonMapper json) {
        this(address, contact, json, Clock.systemUTC());
    }

    CenterLine(CenterAddress address, Contact contact, JsonMapper json, Clock machine) {
        this.address = address;
        this.contact = contact;
        this.json = json;
        this.machine = machine;
    }

    /**
     * What came back.
     *
     * @param body missing if it is no JSON
     */
    record Answer(int status, JsonNode body) {

        /** The code of a problem; empty if it is none. */
        String code() {
            return body.path("code").asString("");
        }

        /**
         * @throws CenterAway if this is not what one hopes for
         */
        Answer expecting(int wanted) {
            if (status != wanted) {
                var said = code();
                throw new CenterAway(said.isEmpty() ? CenterAway.AWAY : said, "answered " + status + " " + said);
            }
            return this;
        }
    }

    /**
     * Asks as the node that we are.
     *
     * @param content null for none
     * @throws CenterAway if nobody answers, or nobody who can be believed
     */
    Answer ask(Enrolment we, String method, String path, @Nullable Object content) {
        return ask(we, new Question(method, path, json(content)), ANSWER);
    }

    private Body json(@Nullable Object content) {
        return new Body("application/json", content == null ? new byte[0] : json.writeValueAsBytes(content));
    }

    /**
     * Brings bytes as the node that we are.
     *
     * @throws CenterAway if nobody answers, or nobody who can be believed
     */
    Answer bring(Enrolment we, String path, byte[] bytes) {
        return ask(we, new Question("PUT", path, new Body("application/octet-stream", bytes)), PIECE);
    }

    private record Question(String method, String path, Body body) {}

    /** What is sent along; perhaps nothing. */
    private static final class Body {

        private final String type;
        private final byte[] content;

        Body(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        String type() {
            return type;
        }

        byte[] content() {
            return content;
        }

        boolean isEmpty() {
            return content.length == 0;
        }
    }

    private Answer ask(Enrolment we, Question question, Duration atMost) {
        var answer = once(we, question, atMost);
        if (answer.code().equals(CLOCK_OFF)) {
            correct(answer.body().path("facts").path("now").asString(""));
            answer = once(we, question, atMost);
        }
        return answer;
    }

    private Answer once(Enrolment we, Question question, Duration atMost) {
        var request = signed(we, question).timeout(atMost).build();
        var response = send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER), atMost);
        var asked = request.headers().firstValue(MessageSignature.SIGNATURE).orElseThrow();
        var keyId = MessageSignature.input(
                        response.headers().firstValue(MessageSignature.INPUT).orElse(null))
                .map(input -> input.keyId())
                .orElse("");
        var isOurs = keyId.equals(CENTER)
                && MessageSignature.isResponse(
                        new MessageSignature.Answered(response.statusCode(), asked),
                        response.body(),
                        name -> response.headers().firstValue(name).orElse(null),
                        we.centerKey());
        if (!isOurs) {
            throw new CenterAway(CenterAway.FORGED, "an answer that our centre did not sign: " + response.statusCode());
        }
        contact.heard();
        return new Answer(response.statusCode(), read(response.body()));
    }

    private HttpRequest.Builder signed(Enrolment we, Question question) {
        var fields = MessageSignature.request(
                new MessageSignature.Asked(question.method(), question.path(), ""),
                question.body().content(),
                we.node().toString(),
                we.keys().signing(),
                machine.instant().plus(correction));
        var request = request(address.of(we), question);
        fields.forEach(request::header);
        return request;
    }

    private static HttpRequest.Builder request(String center, Question question) {
        var body = question.body();
        var request = HttpRequest.newBuilder(URI.create(center + question.path()))
                .method(
                        question.method(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.content()));
        return body.isEmpty() ? request : request.header("Content-Type", body.type());
    }

    /** The machine's clock is another's business; what we sign with follows the centre's. */
    private void correct(String now) {
        try {
            correction = Duration.between(
                    machine.instant(), OffsetDateTime.parse(now).toInstant());
        } catch (DateTimeException e) {
            throw new CenterAway("the centre's clock cannot be read", e);
        }
    }

    /**
     * Asks without being anybody, and believes whoever answers.
     *
     * @throws CenterAway if nobody answers
     */
    Answer askUnsigned(String center, String method, String path, @Nullable Object content) {
        var question = new Question(method, path, json(content));
        var response = send(
                request(center, question).timeout(ANSWER).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER),
                ANSWER);
        return new Answer(response.statusCode(), read(response.body()));
    }

    private JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Lets bytes come into a file, from where an earlier try broke off; what came is there, however this ends. Nothing of it is believed.
     *
     * @param into   may be there already with the first bytes
     * @param longest not more than this comes
     * @throws CenterAway if the bytes did not come to their end
     */
    void fetch(Enrolment we, String path, Path into, long longest) {
        var begun = into.toFile().length();
        var request = signed(we, new Question("GET", path, json(null))).timeout(PIECE);
        if (begun > 0) {
            request.header("Range", "bytes=" + begun + "-");
        }
        var piece = new ComingBytes(into, begun, longest);
        piece.requireTaken(send(request.build(), piece, PIECE));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration atMost) {
        // The request's own timeout ends with the head of the answer; a body may hang for ever.
        var sent = client().sendAsync(request, handler);
        try {
            return sent.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CenterAway("no answer from the centre", e.getCause() instanceof IOException io ? io : e);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new CenterAway("no answer from the centre in " + atMost, e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new CenterAway("interrupted", e);
        }
    }

    private synchronized HttpClient client() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return http;
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.shutdownNow();
        }
    }
}
