package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.certificate.CertificateTexts.aLongText;
import static org.onex.center.certificate.CertificateTexts.aPhoto;
import static org.onex.center.certificate.CertificateTexts.aTextFor;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.PdfSig;
import org.springframework.beans.factory.annotation.Autowired;

/** Certificates with the signatures of both, by keys of a real database. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawCertificateModuleTests {

    @Autowired
    private DrawCertificate draw;

    @Test
    void ordinaryReadersFindTheSignaturesOfBothValid() {
        var text = aTextFor("王㛃");
        var said = PdfSig.of(draw.draw(text, aPhoto()));
        assertThat(said.valid()).as(said.output()).isEqualTo(2);
        assertThat(said.signatures()).isEqualTo(2);
        assertThat(said.isWhole()).isTrue();
        assertThat(said.output().indexOf(text.awardingBodyName()))
                .isBetween(0, said.output().indexOf(text.collegeName()));
    }

    @Test
    void eachSignatureSaysForWhatItStandsAndWhen() throws IOException {
        try (var document = Loader.loadPDF(draw.draw(aTextFor("王㛃"), aPhoto()))) {
            assertThat(document.getSignatureDictionaries())
                    .extracting(PDSignature::getReason)
                    .containsExactly("培训评价组织签发 123456789202410000001", "院校签发 123456789202410000001");
            assertThat(document.getSignatureDictionaries())
                    .allSatisfy(signature ->
                            assertThat(signature.getSignDate().toInstant()).isEqualTo(CertificateTexts.SIGNED));
        }
    }

    @Test
    void drawnAgainItIsTheSameFile() {
        assertThat(draw.draw(aLongText(), aPhoto())).isEqualTo(draw.draw(aLongText(), aPhoto()));
    }

    @Test
    void whatNoFontHasIsToldBeforeAnybodySigns() {
        assertThat(draw.missing(aTextFor("㛃𠮷䶮"))).isEmpty();
        var unknown = Character.toString(0x30000);
        assertThat(draw.missing(aTextFor("张" + unknown + unknown))).containsExactly(unknown);
    }
}
