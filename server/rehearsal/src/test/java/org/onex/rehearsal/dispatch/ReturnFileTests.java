package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;

class ReturnFileTests {

    private static final String PURPOSE = "onex-return-script-v1 a";

    private final HpkeKey body = HpkeKey.random();
    private final KeyPair node = Curve.ED25519.random();
    private final ReturnFile file =
            ReturnFile.of(Json.object().put("format", 1), PURPOSE, node.getPrivate(), body.publicBytes());

    @Test
    void theAwardingBodyReadsWhatTheNodeHasSigned() throws IOException {
        var opened = body.open(file.piece(0, file.bytes()), PURPOSE);
        var packed = Arrays.copyOfRange(opened, 64, opened.length);
        var signed = Bytes.joined(Bytes.ascii(PURPOSE + "\n"), packed);
        assertThat(Ed25519.fits(Arrays.copyOf(opened, 64), signed, node.getPublic()))
                .isTrue();
        try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat((Object) Json.MAPPER.readTree(content.readAllBytes()))
                    .isEqualTo(Json.object().put("format", 1));
        }
    }

    @Test
    void nobodyElseReadsItAndADamagedOneIsAnotherFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HpkeKey.random().open(file.piece(0, file.bytes()), PURPOSE));
        var damaged = file.damaged();
        assertThat(damaged.sha256()).isNotEqualTo(file.sha256()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> body.open(damaged.piece(0, damaged.bytes()), PURPOSE));
    }
}
