package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.foundation.exchange.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** A receipt is what the centre has signed, to the letter. */
class CenterReceiptTests {

    private static final SigningKey CENTER = SigningKey.random();
    private static final UUID ATTEMPT = UUID.fromString("0197aaaa-0000-7000-8000-000000000001");
    private static final String HASH = "ab".repeat(32);
    private static final String AT = "2024-05-18T17:00:00+08:00";

    private static String signature(String text) {
        return Base64.getEncoder().encodeToString(CENTER.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String signature() {
        return signature("onex-return-receipt-v1\n" + ATTEMPT + " 2 " + HASH + " " + AT + "\n");
    }

    private static boolean isBelieved(CenterReceipt receipt) {
        return receipt.isSignedWith(CENTER.verifyingKey());
    }

    @Test
    void whatTheCentreSignedIsBelieved() {
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 2, HASH, AT, signature())))
                .isTrue();
    }

    @Test
    void anotherAttemptRevisionHashOrTimeWasNotSigned() {
        var signed = signature();
        assertThat(isBelieved(new CenterReceipt(UUID.randomUUID(), 2, HASH, AT, signed)))
                .isFalse();
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 1, HASH, AT, signed))).isFalse();
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 2, "cd".repeat(32), AT, signed)))
                .isFalse();
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 2, HASH, "2024-05-18T09:00:00Z", signed)))
                .isFalse();
    }

    @Test
    void nobodyElseCanSign() {
        var receipt = new CenterReceipt(ATTEMPT, 2, HASH, AT, signature());
        assertThat(receipt.isSignedWith(SigningKey.random().verifyingKey())).isFalse();
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 2, HASH, AT, "no Base64 at all")))
                .isFalse();
        assertThat(isBelieved(new CenterReceipt(ATTEMPT, 2, HASH, AT, ""))).isFalse();
    }

    @Test
    void whatIsNoReceiptIsReadAsNone() {
        var json = JsonMapper.builder().build();
        var whole = Map.of(
                "attempt", ATTEMPT.toString(), "revision", 2, "hash", HASH, "receivedAt", AT, "signature", "AA==");
        assertThat(CenterReceipt.read(json.valueToTree(whole))).isPresent();
        var timeless = Map.of("attempt", ATTEMPT.toString(), "revision", 2, "hash", HASH, "receivedAt", "soon\n");
        assertThat(CenterReceipt.read(json.valueToTree(timeless))).isEmpty();
        assertThat(CenterReceipt.read(json.valueToTree(Map.of("attempt", "x")))).isEmpty();
        assertThat(CenterReceipt.read(json.missingNode())).isEmpty();
    }
}
