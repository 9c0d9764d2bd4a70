package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;

class MaskCheckTests {

    private final Findings<Claim> findings = new Findings<>(Claim.class);

    private long broken(String text) {
        new MaskCheck(findings).check("college01 GET /x", Json.object().put("value", text));
        return findings.of(Claim.NUMBERS_ARE_MASKED).broken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "110105 19491231 002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "第 3 行 11010519491231002X.jpg",
                "120 1234-5678",
                "12012345678"
            })
    void whateverShowsANumberIsFound(String text) {
        assertThat(broken(text)).isEqualTo(1);
        assertThat(findings.of(Claim.NUMBERS_ARE_MASKED).examples()).noneMatch(MaskCheck::showsNumber);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1101**********002X",
                "120****5678",
                "110105194912310021",
                "20230100001",
                "01a1fdef-e2e7-701f-8dcd-79b14c78aa19"
            })
    void whatIsMaskedOrCannotBeRightIsNot(String text) {
        assertThat(broken(text)).isZero();
    }

    @Test
    void anAnswerWithoutABodyShowsNobody() {
        new MaskCheck(findings).check("x", Json.object());

        assertThat(findings.anyBroken()).isFalse();
    }
}
