package org.onex.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DataKeyTests {

    private static final byte[] PLAIN = "一份试卷".getBytes(StandardCharsets.UTF_8);

    private final DataKey key = DataKey.random();

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(PLAIN, "paper"), "paper")).isEqualTo(PLAIN);
        assertThat(DataKey.of(key.bytes()).open(key.seal(new byte[0], "paper"), "paper"))
                .isEmpty();
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        assertThat(key.seal(PLAIN, "paper")).isNotEqualTo(key.seal(PLAIN, "paper"));
    }

    @Test
    void refusesEveryChangedByte() {
        var sealed = key.seal(PLAIN, "paper");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> key.open(changed, "paper"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(new byte[27], "paper"));
    }

    @Test
    void opensNothingOfAnotherKeyOrForAnotherPurpose() {
        var sealed = key.seal(PLAIN, "paper");
        assertThatIllegalArgumentException().isThrownBy(() -> DataKey.random().open(sealed, "paper"));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(sealed, "photo"));
    }

    @Test
    void aKeyedHashIsTheStandardsOne() {
        // RFC 4231, test case 2
        assertThat(HashKey.of("Jefe".getBytes(StandardCharsets.US_ASCII)).hash("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Digests.same("ab", "ab")).isTrue();
        assertThat(Digests.same("ab", "ac")).isFalse();
    }
}
