package org.onex.foundation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageSignatureTests {

    private static final Instant NOW = Instant.parse("2024-05-18T06:00:00Z");
    private static final byte[] BODY = "{\"version\":\"0.1.0\"}".getBytes(StandardCharsets.UTF_8);
    private static final MessageSignature.Asked ASKED = new MessageSignature.Asked("PUT", "/api/node/readiness", "a=1");

    private final SigningKey key = SigningKey.random();

    @Test
    void theSignatureBaseAndItsSignatureAreThoseOfTheStandardsExample() {
        // RFC 9421, B.2.6 with the key test-key-ed25519 of B.1.4.
        var values = new LinkedHashMap<String, String>();
        values.put("\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT");
        values.put("\"@method\"", "POST");
        values.put("\"@path\"", "/foo");
        values.put("\"@authority\"", "example.com");
        values.put("\"content-type\"", "application/json");
        values.put("\"content-length\"", "18");
        var base = SignatureInput.base(
                values,
                "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473"
                        + ";keyid=\"test-key-ed25519\"");
        var example = SigningKey.of(Base64.getDecoder().decode("n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU="));
        assertThat(example.verifyingKey().base64()).isEqualTo("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=");
        assertThat(Base64.getEncoder().encodeToString(example.sign(base.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
    }

    @Test
    void whatWasSignedIsRecognised() {
        var fields = MessageSignature.request(ASKED, BODY, "node-1", key, NOW);
        assertThat(MessageSignature.isRequest(ASKED, BODY, fields::get, key.verifyingKey()))
                .isTrue();
        assertThat(MessageSignature.input(fields.get(MessageSignature.INPUT))).hasValueSatisfying(input -> {
            assertThat(input.keyId()).isEqualTo("node-1");
            assertThat(input.created()).isEqualTo(NOW);
        });
    }

    @Test
    void anythingElseIsNot() {
        var fields = MessageSignature.request(ASKED, BODY, "node-1", key, NOW);
        var mine = key.verifyingKey();
        var otherBody = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(MessageSignature.isRequest(ASKED, otherBody, fields::get, mine))
                .isFalse();
        for (var other : new MessageSignature.Asked[] {
            new MessageSignature.Asked("POST", ASKED.path(), ASKED.query()),
            new MessageSignature.Asked("PUT", "/api/node/enrolments", ASKED.query()),
            new MessageSignature.Asked("PUT", ASKED.path(), "a=2")
        }) {
            assertThat(MessageSignature.isRequest(other, BODY, fields::get, mine))
                    .as(other.toString())
                    .isFalse();
        }
        assertThat(MessageSignature.isRequest(
                        ASKED, BODY, fields::get, SigningKey.random().verifyingKey()))
                .isFalse();
        assertThat(MessageSignature.isRequest(ASKED, BODY, name -> null, mine)).isFalse();
    }

    @Test
    void aFieldThatWasChangedOnTheWayIsNoticed() {
        var fields = new HashMap<>(MessageSignature.request(ASKED, BODY, "node-1", key, NOW));
        for (var change : Map.of(
                        MessageSignature.INPUT,
                        "created=" + (NOW.getEpochSecond() + 1),
                        MessageSignature.DIGEST,
                        MessageSignature.digest(new byte[0]))
                .entrySet()) {
            var changed = new HashMap<>(fields);
            changed.put(
                    change.getKey(),
                    change.getKey().equals(MessageSignature.INPUT)
                            ? fields.get(MessageSignature.INPUT).replaceFirst("created=\\d+", change.getValue())
                            : change.getValue());
            assertThat(MessageSignature.isRequest(ASKED, BODY, changed::get, key.verifyingKey()))
                    .as(change.getKey())
                    .isFalse();
        }
    }

    @Test
    void aSignatureThatCoversLessIsNoneOfOurs() {
        var fields = new HashMap<>(MessageSignature.request(ASKED, BODY, "node-1", key, NOW));
        var values = new LinkedHashMap<String, String>();
        values.put("\"@method\"", ASKED.method());
        var input = new SignatureInput(java.util.List.copyOf(values.keySet()), NOW, "node-1");
        var signature = key.sign(input.base(values).getBytes(StandardCharsets.UTF_8));
        fields.put(MessageSignature.INPUT, input.field());
        fields.put(MessageSignature.SIGNATURE, "onex=:" + Base64.getEncoder().encodeToString(signature) + ":");
        assertThat(MessageSignature.isRequest(ASKED, BODY, fields::get, key.verifyingKey()))
                .isFalse();
    }

    @Test
    void anAnswerBelongsToOneRequestOnly() {
        var first = MessageSignature.request(ASKED, BODY, "node-1", key, NOW).get(MessageSignature.SIGNATURE);
        var second = MessageSignature.request(ASKED, BODY, "node-1", key, NOW.plusSeconds(1))
                .get(MessageSignature.SIGNATURE);
        var center = SigningKey.random();
        var answer = "{}".getBytes(StandardCharsets.UTF_8);
        var fields = MessageSignature.response(answered(200, first), answer, "center", center, NOW);
        assertThat(MessageSignature.isResponse(answered(200, first), answer, fields::get, center.verifyingKey()))
                .isTrue();
        assertThat(MessageSignature.isResponse(answered(200, second), answer, fields::get, center.verifyingKey()))
                .isFalse();
        assertThat(MessageSignature.isResponse(answered(409, first), answer, fields::get, center.verifyingKey()))
                .isFalse();
        assertThat(MessageSignature.isResponse(answered(200, first), BODY, fields::get, center.verifyingKey()))
                .isFalse();
    }

    private static MessageSignature.Answered answered(int status, String asked) {
        return new MessageSignature.Answered(status, asked);
    }
}
