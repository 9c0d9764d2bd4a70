package org.onex.center.node;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.onex.foundation.exchange.MessageSignature;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Finds out which node has signed a request (RFC 9421), and signs the answer, because a node believes nothing else. Whoever has signed
 * with the key of a node is answered under the centre's signature also when the answer is no.
 */
final class RecogniseNodes extends OncePerRequestFilter {

    /** How far the machine clocks of node and centre may be apart; a replay is of no use, and after this not even possible. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final String CENTER = "center";

    /** Their name is their proof, and they are too large to be held back until they are signed. */
    private static final String UNSIGNED = "/api/dispatch/blobs/";

    private final Nodes nodes;
    private final CenterKey center;
    private final SecurityContextRepository contexts;
    private final HandlerExceptionResolver problems;
    private final Clock machine = Clock.systemUTC();

    RecogniseNodes(
            Nodes nodes, CenterKey center, SecurityContextRepository contexts, HandlerExceptionResolver problems) {
        this.nodes = nodes;
        this.center = center;
        this.contexts = contexts;
        this.problems = problems;
    }

    /** A request that a node has signed with its key, whether or not it still may. */
    private record Recognised(Node node, SignedRequest request, Instant at) {

        void requireTrusted(Instant now) {
            if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
                throw NodeRefused.of(
                        NodeRefused.Code.CLOCK_OFF,
                        "now",
                        now.truncatedTo(ChronoUnit.MILLIS).toString());
            }
            if (node.state() == Node.State.WITHDRAWN) {
                throw NodeRefused.of(NodeRefused.Code.WITHDRAWN);
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NodeSecurityConfiguration.isEnrolment(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Recognised known;
        try {
            known = recognised(request);
        } catch (RuntimeException refused) {
            refuse(request, response, refused);
            return;
        }
        if (request.getRequestURI().startsWith(UNSIGNED)) {
            serve(known, response, chain);
        } else {
            var answer = new ContentCachingResponseWrapper(response);
            serve(known, answer, chain);
            sign(answer, known.request());
        }
    }

    private Recognised recognised(HttpServletRequest request) throws IOException {
        var input = MessageSignature.input(request.getHeader(MessageSignature.INPUT));
        // Asked for before the body is read: a stranger is not listened to for long.
        var node = input.flatMap(said -> id(said.keyId())).flatMap(nodes::find).orElseThrow(RecogniseNodes::notSigned);
        var signed = SignedRequest.read(request, node.keys().signing()).orElseThrow(RecogniseNodes::notSigned);
        return new Recognised(node, signed, input.orElseThrow().created());
    }

    private static Optional<UUID> id(String keyId) {
        try {
            return Optional.of(UUID.fromString(keyId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static NodeRefused notSigned() {
        return NodeRefused.of(NodeRefused.Code.NOT_SIGNED);
    }

    private void serve(Recognised known, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            known.requireTrusted(machine.instant());
        } catch (NodeRefused refused) {
            refuse(known.request(), response, refused);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new NodeAuthentication(
                new NodeAuthentication.SignedBy(known.node().enrolled(), known.at())));
        SecurityContextHolder.setContext(context);
        // An answer that is streamed is finished by another thread, which asks again who it is for.
        contexts.saveContext(context, known.request(), response);
        chain.doFilter(known.request(), response);
    }

    private void sign(ContentCachingResponseWrapper answer, SignedRequest request) throws IOException {
        MessageSignature.response(
                        new MessageSignature.Answered(
                                answer.getStatus(), request.getHeader(MessageSignature.SIGNATURE)),
                        answer.getContentAsByteArray(),
                        CENTER,
                        center.signingKey(),
                        machine.instant())
                .forEach(answer::setHeader);
        answer.copyBodyToResponse();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException refused) {
        if (problems.resolveException(request, response, null, refused) == null) {
            throw refused;
        }
    }
}
