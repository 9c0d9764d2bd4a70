package org.onex.rehearsal.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Whoever signs a message (签名者), rightly or not.
 *
 * @param keyId who they say they are
 */
record Signer(String keyId, PrivateKey key) {

    static final String DIGEST = "Content-Digest";
    static final String INPUT = "Signature-Input";
    static final String SIGNATURE = "Signature";

    /**
     * The fields that go along.
     *
     * @param digest what the field says of the body
     */
    Map<String, String> fields(SignatureBase base, String digest, Instant created) {
        var parameters =
                base.covered() + ";created=" + created.getEpochSecond() + ";keyid=\"" + keyId + "\";alg=\"ed25519\"";
        var signature = Ed25519.of(base.text(parameters).getBytes(StandardCharsets.UTF_8), key);
        return Map.of(
                DIGEST,
                digest,
                INPUT,
                "onex=" + parameters,
                SIGNATURE,
                "onex=:" + Base64.getEncoder().encodeToString(signature) + ":");
    }

    /** As it must be. */
    Map<String, String> fields(NodeLine.Ask ask, Instant created) {
        return fields(ask.signatureBase(), SignatureBase.digest(ask.content()), created);
    }
}
