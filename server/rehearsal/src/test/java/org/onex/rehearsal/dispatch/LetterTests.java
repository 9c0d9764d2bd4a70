package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;

class LetterTests {

    private static final byte[] CONTENT = "{\"title\": \"考试\"}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair center = Curve.ED25519.random();
    private final HpkeKey node = HpkeKey.random();

    @Test
    void whatTheCentreWroteIsRead() {
        var letter = Sealing.letter(CONTENT, center.getPrivate(), node.publicBytes());
        var content = Letter.open(letter, node, center.getPublic());
        assertThat(Json.text(Letter.read(content), "title")).isEqualTo("考试");
    }

    @Test
    void whatSomebodyElseWroteIsNot() {
        var forged = Sealing.letter(CONTENT, Curve.ED25519.random().getPrivate(), node.publicBytes());
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> Letter.open(forged, node, center.getPublic()))
                .withMessageContaining("not signed");
        var others =
                Sealing.letter(CONTENT, center.getPrivate(), HpkeKey.random().publicBytes());
        assertThatExceptionOfType(Unexpected.class).isThrownBy(() -> Letter.open(others, node, center.getPublic()));
    }
}
