package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.VerifyingKey;

class EnrolmentCodeTests {

    private static final EnrolmentCode CODE = new EnrolmentCode("4F7QK2M9XDAAAAAZZZZZ");
    private static final String SIGNING = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String SEALING = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";
    private static final Node.Keys KEYS = new Node.Keys(VerifyingKey.ofBase64(SIGNING), SealingKey.ofBase64(SEALING));

    @Test
    void hasNoCharacterThatIsTakenForAnother() {
        var seed = System.nanoTime();
        var chance = new Random(seed);
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 500; i++) {
            var code = EnrolmentCode.drawn(chance);
            assertThat(code.value()).as("seed %d", seed).hasSize(20).doesNotContain("I", "L", "O", "U");
            code.value().chars().forEach(seen::add);
        }
        assertThat(seen).as("seed %d", seed).hasSize(32);
    }

    @Test
    void isReadInFourGroupsOfWhichTheFirstIsItsName() {
        assertThat(CODE.spoken()).isEqualTo("4F7QK-2M9XD-AAAAA-ZZZZZ");
        assertThat(CODE.name()).isEqualTo("4F7QK");
    }

    @Test
    void onlyTwentyCharactersOfItsAlphabetAreOne() {
        for (var text : new String[] {
            "", "4F7QK2M9XDAAAAAZZZZ", "4F7QK2M9XDAAAAAZZZZZZ", "4F7QK2M9XDAAAAAZZZZO", "4f7qk2m9xdaaaaazzzzz"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> new EnrolmentCode(text));
        }
    }

    /** The values were computed with Python's hmac. */
    @Test
    void provesAsTheProtocolSays() {
        assertThat(CODE.nodeProof(KEYS)).isEqualTo("2084a2dbc36db36870ceffe459299a5cad007c6066d7c222f46cf19111916cd1");
        assertThat(CODE.centerProof(
                        KEYS,
                        UUID.fromString("0197b3f0-0000-7000-8000-000000000001"),
                        UUID.fromString("0197b3f0-0000-7000-8000-000000000002"),
                        SIGNING))
                .isEqualTo("812c8e6da7925136a1fd01f093e9e569cb3862255a7e3baea0dd708043daf64c");
    }

    @Test
    void isProvenForTheKeysThatWereMeantOnly() {
        var swapped = new Node.Keys(VerifyingKey.ofBase64(SEALING), SealingKey.ofBase64(SEALING));
        assertThat(CODE.proves(KEYS, CODE.nodeProof(KEYS))).isTrue();
        assertThat(CODE.proves(swapped, CODE.nodeProof(KEYS))).isFalse();
        assertThat(CODE.proves(KEYS, "")).isFalse();
        assertThat(CODE.proves(KEYS, new EnrolmentCode("4F7QK2M9XDAAAAAZZZZY").nodeProof(KEYS)))
                .isFalse();
    }

    @Test
    void givesAwayNothingButItsName() {
        assertThat(CODE.toString()).contains("4F7QK").doesNotContain("2M9XD");
    }
}
