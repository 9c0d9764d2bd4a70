package org.onex.center.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The identity service at {@code onex.identity.url}, spoken to as {@code docs/operations/identity-service.md} says. What goes wrong on the
 * way, or makes no sense, counts as the service being away; the questions stay and are asked again.
 */
@Component
@Primary
@ConditionalOnProperty("onex.identity.url")
class HttpIdentityService implements IdentityService {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final RestClient http;

    /**
     * @throws IllegalStateException if names and ID numbers would travel readable for everybody
     */
    HttpIdentityService(@Value("${onex.identity.url}") URI url, @Value("${onex.identity.token:}") String token) {
        if (!"https".equals(url.getScheme()) && !THIS_MACHINE.contains(String.valueOf(url.getHost()))) {
            throw new IllegalStateException(
                    "onex.identity.url must begin with https:// because names and ID numbers are sent there: " + url);
        }
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        var client = RestClient.builder().baseUrl(url).requestFactory(requests);
        this.http = (token.isEmpty() ? client : client.defaultHeader("Authorization", "Bearer " + token)).build();
    }

    record WrittenQuestion(String reference, String name, String idNumber) {}

    record Batch(List<WrittenQuestion> questions) {}

    record Ticket(@Nullable String ticket) {}

    record WrittenAnswer(
            @Nullable String reference, @Nullable Verdict verdict) {}

    record Answers(@Nullable List<@Nullable WrittenAnswer> answers) {}

    @Override
    public String ask(List<Question> questions) {
        var batch = new Batch(questions.stream()
                .map(question -> new WrittenQuestion(
                        question.reference(), question.name(), question.number().value()))
                .toList());
        try {
            var answer = http.post().uri("/batches").body(batch).retrieve().body(Ticket.class);
            if (answer == null || answer.ticket() == null || answer.ticket().isBlank()) {
                throw new Away("it gave no ticket");
            }
            return answer.ticket();
        } catch (RestClientException e) {
            throw away(e);
        }
    }

    @Override
    public Optional<List<Answer>> answers(String ticket) {
        try {
            var answer = http.get().uri("/batches/{ticket}", ticket).retrieve().toEntity(Answers.class);
            if (answer.getStatusCode().isSameCodeAs(HttpStatus.ACCEPTED)) {
                return Optional.empty();
            }
            var body = answer.getBody();
            if (body == null || body.answers() == null) {
                throw new Away("it answered without answers");
            }
            return Optional.of(
                    body.answers().stream().map(HttpIdentityService::answer).toList());
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.of(List.of());
        } catch (RestClientException e) {
            throw away(e);
        }
    }

    private static Answer answer(@Nullable WrittenAnswer written) {
        if (written == null || written.reference() == null || written.verdict() == null) {
            throw new Away("it answered without a reference or a verdict");
        }
        return new Answer(written.reference(), written.verdict());
    }

    /** Without the answer's text: it may repeat what was asked. */
    private static Away away(RestClientException e) {
        var status = e instanceof HttpClientErrorException refused
                ? " " + refused.getStatusCode().value()
                : "";
        return new Away(e.getClass().getSimpleName() + status);
    }
}
