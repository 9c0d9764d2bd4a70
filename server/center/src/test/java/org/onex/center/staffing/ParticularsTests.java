package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said of an invigilator, and what gives nothing away. */
class ParticularsTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "name, ''",
        "phone, ''",
        "phone, 0551-1234567",
        "phone, 1200000000",
        "phone, 120000000011",
        "region, ''",
        "teaches, ' '",
        "certificate, ''",
        "certificateNumber, ''",
        "issuer, ''"
    })
    void aFieldThatCannotBeRightIsNamed(String field, String value) {
        assertThatExceptionOfType(StaffingRefused.class)
                .isThrownBy(() -> with(field, value))
                .satisfies(e -> assertThat(e.facts().get("field"))
                        .as("a number without a certificate is as wrong as a certificate without one")
                        .isEqualTo(field.equals("certificate") ? "certificateNumber" : field));
    }

    @Test
    void somebodyWithoutACertificateMayBeNamed() {
        var named = new Particulars("监考一", "12000000001", "安徽省示范市", "机电一体化", false, "", "", "");
        assertThat(named.certificate()).isEmpty();
    }

    @Test
    void whatIsTypedAroundAWordIsNotPartOfIt() {
        var typed = new Particulars(" 监考1 ", " 12000000001 ", "安徽省示范市 ", " 机电一体化", false, " 证 ", " 1 ", " 司 ");
        var meant = new Particulars("监考1", "12000000001", "安徽省示范市", "机电一体化", false, "证", "1", "司");
        assertThat(typed).isEqualTo(meant);
    }

    @Test
    void aMaskedPhoneLacksItsMiddle() {
        assertThat(teacher(1).maskedPhone()).isEqualTo("120****0001");
    }

    @Test
    void aPhoneSentBackMaskedIsTheOneThatWasShownAndNoOther() {
        assertThat(teacher(1).phoneMeantBy(" 120****0001 "))
                .isEqualTo(teacher(1).phone());
        assertThat(teacher(1).phoneMeantBy("120****0002")).isEqualTo("120****0002");
        assertThat(teacher(1).phoneMeantBy("12000000002")).isEqualTo("12000000002");
    }

    @Test
    void neitherAPersonNorAPinPrintsItself() {
        var pin = Pin.drawn(new Random(1));
        assertThat(pin.toString()).doesNotContain(pin.value());
        assertThat(teacher(1).toString()).doesNotContain(teacher(1).phone());
    }

    @Test
    void aPinHasEightDigitsWhateverIsDrawn() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            assertThat(Pin.drawn(random).value()).matches("\\d{8}");
            assertThat(InvigilatorNumber.drawn(random).value()).matches("JKC\\d{8}");
        }
    }

    private static Particulars with(String field, String value) {
        var right = teacher(1);
        return new Particulars(
                field.equals("name") ? value : right.name(),
                field.equals("phone") ? value : right.phone(),
                field.equals("region") ? value : right.region(),
                field.equals("teaches") ? value : right.teaches(),
                false,
                field.equals("certificate") ? value : right.certificate(),
                field.equals("certificateNumber") ? value : right.certificateNumber(),
                field.equals("issuer") ? value : right.issuer());
    }
}
