package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnrolmentCodeTests {

    private static final String PRINTED = "4F7QK-2M9XD-0123A-BCDEF";

    @Test
    void howeverItIsTypedItIsTheSameCode() {
        var code = EnrolmentCode.typed(PRINTED);
        assertThat(code.name()).isEqualTo("4F7QK");
        assertThat(EnrolmentCode.typed("4f7qk 2m9xd o123a bcdef")).isEqualTo(code);
        assertThat(EnrolmentCode.typed("4f7qk2m9xdOI23Abcdef")).isEqualTo(code);
        assertThat(EnrolmentCode.typed("4F7QK-2M9XD-0L23A-BCDEF")).isEqualTo(code);
    }

    @Test
    void onlyFourGroupsOfTheAlphabetAreAPrintedCode() {
        assertThat(EnrolmentCode.isPrintedWell(PRINTED)).isTrue();
        assertThat(EnrolmentCode.isPrintedWell(PRINTED.replace("-", ""))).isFalse();
        assertThat(EnrolmentCode.isPrintedWell(PRINTED.replace('7', 'U'))).isFalse();
        assertThat(EnrolmentCode.isPrintedWell(PRINTED.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @Test
    void theProofIsOfTheLinesUnderTheWholeCode() {
        // printf 'onex-enrol-node\n4F7QK\na\nb\n' | openssl dgst -sha256 -hmac 4F7QK2M9XD0123ABCDEF
        var code = EnrolmentCode.typed(PRINTED);
        assertThat(code.proof("onex-enrol-node", code.name(), "a", "b"))
                .isEqualTo("1c8736dc89cfe54c9b2dcb2e7d7a29721452998ee12c46d5d00b500d130cac54");
        assertThat(code.guessed().name()).isEqualTo(code.name());
        assertThat(code.guessed().proof("x")).isNotEqualTo(code.proof("x"));
    }

    @Test
    void aCodeIsInNoReport() {
        assertThat(EnrolmentCode.typed(PRINTED).toString()).doesNotContain("2M9XD");
    }
}
