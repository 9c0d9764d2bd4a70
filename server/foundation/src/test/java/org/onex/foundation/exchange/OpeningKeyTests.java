package org.onex.foundation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OpeningKeyTests {

    private static final byte[] PLAIN = "座次表".getBytes(StandardCharsets.UTF_8);

    private final OpeningKey key = OpeningKey.random();

    @Test
    void onlyTheOwnerOpensWhatWasSealedForIt() {
        var sealed = key.sealingKey().seal(PLAIN, "roster");
        assertThat(key.open(sealed, "roster")).isEqualTo(PLAIN);
        assertThat(OpeningKey.of(key.bytes()).open(sealed, "roster")).isEqualTo(PLAIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningKey.random().open(sealed, "roster"));
    }

    @Test
    void sealedBytesAreGoodForOnePurposeAndNotForOthers() {
        var sealed = key.sealingKey().seal(PLAIN, "roster");
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(sealed, "key"));
    }

    @Test
    void everyChangedByteIsNoticed() {
        var sealed = key.sealingKey().seal(PLAIN, "roster");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalArgumentException().as("byte " + i).isThrownBy(() -> key.open(changed, "roster"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(new byte[31], "roster"));
        assertThatIllegalArgumentException()
                .as("a point that nothing can be sealed with")
                .isThrownBy(() -> key.open(new byte[100], "roster"));
    }

    @Test
    void theHalvesOfTheStandardsKeyPairFitTogether() {
        // skRm and pkRm of RFC 9180, A.1.1. The rehearsal opens and seals with an implementation of its own.
        var pair = OpeningKey.of(
                HexFormat.of()
                        .parseHex(
                                "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac83948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"));
        assertThat(pair.open(pair.sealingKey().seal(PLAIN, "x"), "x")).isEqualTo(PLAIN);
    }

    @Test
    void aKeyOfNoUseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SealingKey.of(new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingKey.of(new byte[32]).seal(PLAIN, "roster"));
        assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of(new byte[31]));
    }
}
