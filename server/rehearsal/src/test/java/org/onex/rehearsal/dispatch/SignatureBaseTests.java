package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureBaseTests {

    @Test
    void theBaseAndItsSignatureAreThoseOfTheStandardsExample() {
        // RFC 9421, B.2.6 with test-key-ed25519 of B.1.4.
        var base = new SignatureBase()
                .with("\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT")
                .with("\"@method\"", "POST")
                .with("\"@path\"", "/foo")
                .with("\"@authority\"", "example.com")
                .with("\"content-type\"", "application/json")
                .with("\"content-length\"", "18");
        var text = base.text(base.covered() + ";created=1618884473;keyid=\"test-key-ed25519\"");
        var key = Curve.ED25519.privateKey(Base64.getDecoder().decode("n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU="));
        var signature = Ed25519.of(text.getBytes(StandardCharsets.UTF_8), key);
        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
        var known = Curve.ED25519.publicKey(Base64.getDecoder().decode("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs="));
        assertThat(Ed25519.fits(signature, text.getBytes(StandardCharsets.UTF_8), known))
                .isTrue();
        assertThat(Ed25519.fits(signature, (text + " ").getBytes(StandardCharsets.UTF_8), known))
                .isFalse();
    }

    @Test
    void aRequestWithoutQueryIsSignedWithAQuestionMark() {
        var base = SignatureBase.ofRequest("GET", "/api/dispatch/deliveries", new byte[0]);
        assertThat(base.text(base.covered() + ";created=1")).isEqualTo("""
                        "@method": GET
                        "@path": /api/dispatch/deliveries
                        "@query": ?
                        "content-digest": sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:
                        "@signature-params": ("@method" "@path" "@query" "content-digest");created=1""");
        assertThat(SignatureBase.ofRequest("GET", "/a?b=c&d", new byte[0]).text(""))
                .contains("\"@path\": /a\n\"@query\": ?b=c&d\n");
    }
}
