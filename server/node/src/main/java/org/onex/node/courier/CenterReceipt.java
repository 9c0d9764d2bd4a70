package org.onex.node.courier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.onex.foundation.exchange.VerifyingKey;
import tools.jackson.databind.JsonNode;

/**
 * By which the centre says that it has a script and found it to be what its candidate handed in (回收回执).
 *
 * @param receivedAt as the centre wrote it
 * @param signature  in Base64
 */
record CenterReceipt(UUID attempt, int revision, String hash, String receivedAt, String signature) {

    private static final String HEAD = "onex-return-receipt-v1";

    /** Nothing if this is no receipt. */
    static Optional<CenterReceipt> read(JsonNode said) {
        try {
            var receipt = new CenterReceipt(
                    UUID.fromString(said.path("attempt").asString("")),
                    said.path("revision").asInt(0),
                    said.path("hash").asString(""),
                    said.path("receivedAt").asString(""),
                    said.path("signature").asString(""));
            OffsetDateTime.parse(receipt.receivedAt());
            return Optional.of(receipt);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the owner of this key has given it. */
    boolean isSignedWith(VerifyingKey center) {
        try {
            return center.verifies(
                    text().getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String text() {
        return "%s\n%s %d %s %s\n".formatted(HEAD, attempt, revision, hash, receivedAt);
    }
}
