package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HpkeKeyTests {

    /** RFC 9180's published vectors (test-vectors.json of the CFRG): mode 0, kem_id 32, kdf_id 1, aead_id 2, the first encryption. */
    private static final String PRIVATE = "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d";

    private static final String PUBLIC = "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c";
    private static final String INFO = "4f6465206f6e2061204772656369616e2055726e";
    private static final String SEALED = "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
            + "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a";

    private final HpkeKey standards =
            new HpkeKey(new KeyPair(Curve.X25519.publicKey(bytes(PUBLIC)), Curve.X25519.privateKey(bytes(PRIVATE))));

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void whatTheStandardSealedIsOpened() {
        assertThat(standards.publicBytes()).isEqualTo(bytes(PUBLIC));
        assertThat(standards.open(bytes(SEALED), bytes(INFO), Bytes.ascii("Count-0")))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("Beauty is truth, truth beauty");
    }

    @Test
    void nothingElseOpensIt() {
        var other = HpkeKey.random();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.open(bytes(SEALED), bytes(INFO), Bytes.ascii("Count-0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standards.open(bytes(SEALED), bytes(INFO), Bytes.ascii("Count-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standards.open(bytes(SEALED), Bytes.ascii("other"), Bytes.ascii("Count-0")));
        assertThatIllegalArgumentException().isThrownBy(() -> standards.open(new byte[31], "x"));
    }

    @Test
    void whatIsSealedForAnewKeyIsOpenedByItAlone() {
        var own = HpkeKey.random();
        var sealed = HpkeKey.sealed(Bytes.ascii("roster"), "purpose", own.publicBytes());
        assertThat(own.open(sealed, "purpose")).isEqualTo(Bytes.ascii("roster"));
        assertThatIllegalArgumentException().isThrownBy(() -> own.open(sealed, "another"));
        assertThatIllegalArgumentException().isThrownBy(() -> HpkeKey.random().open(sealed, "purpose"));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> own.open(sealed, "purpose"));
    }
}
