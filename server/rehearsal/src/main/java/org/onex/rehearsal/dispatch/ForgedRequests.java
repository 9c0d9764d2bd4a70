package org.onex.rehearsal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;

/** Requests that are not signed, or not by whom they say, or not for this, or not now: none is answered. */
final class ForgedRequests {

    private static final Duration TOO_FAR = Duration.ofMinutes(6);
    private static final Duration NEAR = Duration.ofMinutes(1);
    private static final NodeLine.Ask DELIVERIES = NodeLine.Ask.get(VirtualNode.DELIVERIES);

    private final VirtualNode node;

    ForgedRequests(VirtualNode node) {
        this.node = node;
    }

    void play() {
        var now = Instant.now();
        var right = node.signer().fields(DELIVERIES, now);
        refused("without a signature", "access.not-signed-in", DELIVERIES, Map.of()); // it may be a person's
        notSigned(
                "with the signature of another key",
                DELIVERIES,
                stranger(node.id()).fields(DELIVERIES, now));
        notSigned(
                "as a node that is not there",
                DELIVERIES,
                stranger(UUID.randomUUID().toString()).fields(DELIVERIES, now));
        notSigned("with the signature for no query", NodeLine.Ask.get(VirtualNode.DELIVERIES + "?all=true"), right);
        notSigned(
                "with the signature for another path",
                NodeLine.Ask.get("/api/dispatch/keys/" + UUID.randomUUID()),
                right);
        body(now);
        less(now);
        old(now.minus(TOO_FAR));
        old(now.plus(TOO_FAR));
        var early = node.ask(DELIVERIES, node.signer().fields(DELIVERIES, now.minus(NEAR)));
        found(early.isFine(), "a node whose clock is off by " + NEAR + " is refused, " + early);
    }

    private static Signer stranger(String id) {
        return new Signer(id, Curve.ED25519.random().getPrivate());
    }

    /** Another body, with the digest that was signed and with its own. */
    private void body(Instant now) {
        var path = "/api/node/readiness";
        var signed = new NodeLine.Ask("PUT", path, Json.object().put("exams", 0).toString());
        var sent = new NodeLine.Ask("PUT", path, Json.object().put("exams", 1).toString());
        notSigned("with another body than was signed", sent, node.signer().fields(signed, now));
        var digest = SignatureBase.digest(sent.content());
        notSigned(
                "with another digest than was signed", sent, node.signer().fields(signed.signatureBase(), digest, now));
    }

    /** A signature over the method alone is one of RFC 9421, and none for us. */
    private void less(Instant now) {
        var base = new SignatureBase().with("\"@method\"", "GET");
        notSigned(
                "with a signature that covers less",
                DELIVERIES,
                node.signer().fields(base, SignatureBase.digest(new byte[0]), now));
    }

    /** Refused with what a node needs to correct itself. */
    private void old(Instant created) {
        var answer = node.ask(DELIVERIES, node.signer().fields(DELIVERIES, created));
        found(
                answer.isProblem(401, "node.clock-off")
                        && !Json.text(answer.body().path("facts"), "now").isEmpty(),
                "a request signed at " + created + " is answered, " + answer);
    }

    private void notSigned(String how, NodeLine.Ask ask, Map<String, String> fields) {
        refused(how, "node.not-signed", ask, fields);
    }

    private void refused(String how, String code, NodeLine.Ask ask, Map<String, String> fields) {
        var answer = NodeLine.answer(ask, node.line().send(ask, fields));
        found(answer.isProblem(401, code), "somebody asks " + how + ", " + answer);
    }

    private void found(boolean holds, String example) {
        node.scene().check(Claim.ONLY_NODES_ARE_ANSWERED, holds, () -> example);
    }
}
