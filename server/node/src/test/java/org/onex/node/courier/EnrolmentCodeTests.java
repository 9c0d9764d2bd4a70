package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentCodeTests {

    private static final String CODE = "4F7QK-2M9XD-0A1BC-ZYXWV";

    /** Computed by {@code printf 'onex-enrol-node\n4F7QK\nAAAA\nBBBB\n' | openssl dgst -sha256 -hmac 4F7QK2M9XD0A1BCZYXWV}. */
    private static final String MAC = "ddaff7c75a0354326d7e132f201d1abf984bd49b7828409b5c32f3b99a04e393";

    @Test
    void itsProofIsTheHmacOfTheLinesUnderAllTwentyCharacters() {
        assertThat(EnrolmentCode.typed(CODE).mac("onex-enrol-node", "4F7QK", "AAAA", "BBBB"))
                .isEqualTo(MAC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4f7qk2m9xd0a1bczyxwv",
                " 4F7QK 2M9XD 0A1BC ZYXWV\n",
                "4F7QK-2M9XD-OAIBC-ZYXWV",
                "4f7qk-2m9xd-oalbc-zyxwv",
                "４Ｆ７ＱＫ－２Ｍ９ＸＤ－０Ａ１ＢＣ－ＺＹＸＷＶ",
                "4F7QK—2M9XD–0A1BC-ZYXWV"
            })
    void howeverItIsTypedItIsTheSameCode(String typed) {
        assertThat(EnrolmentCode.typed(typed).name()).isEqualTo("4F7QK");
        assertThat(EnrolmentCode.typed(typed).mac("x"))
                .isEqualTo(EnrolmentCode.typed(CODE).mac("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4F7QK", "4F7QK-2M9XD-0A1BC-ZYXW", "4F7QK-2M9XD-0A1BC-ZYXWVV", "4F7QK-2M9XD-0A1BC-ZYXWU"})
    void whatCanBeNoCodeIsRefused(String typed) {
        assertThatExceptionOfType(CourierRefused.class)
                .isThrownBy(() -> EnrolmentCode.typed(typed))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("courier.code-wrong"));
    }

    @Test
    void aLogShowsNothingOfItButItsName() {
        assertThat(EnrolmentCode.typed(CODE).toString()).contains("4F7QK").doesNotContain("2M9XD");
    }
}
