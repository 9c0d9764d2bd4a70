package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.certificate.CertificateTexts.aLongText;
import static org.onex.center.certificate.CertificateTexts.aPhoto;
import static org.onex.center.certificate.CertificateTexts.aTextFor;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCase;

/** What is on a certificate, read back from the file. */
class CertificateFormTests {

    private static TypeCase types;

    @BeforeAll
    static void open() {
        types = TypeCase.open();
    }

    private static byte[] drawn(CertificateText text, @Nullable Portrait photo) {
        try (var paper = new Paper(types, "证书", text.signedAt())) {
            CertificateForm.draw(text, photo, paper);
            return paper.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(CertificateText text) throws IOException {
        return Loader.loadPDF(drawn(text, aPhoto()));
    }

    private static String text(CertificateText text) throws IOException {
        try (var document = document(text)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysWhoEarnedWhatFromWhomAndWhen() throws IOException {
        assertThat(text(aTextFor("王㛃")))
                .contains(
                        "职业技能等级证书",
                        "王㛃",
                        "999999200501010018",
                        "网店运营推广职业技能等级证书",
                        "中级",
                        "123456789202410000001",
                        "2024年6月3日",
                        "培训评价组织",
                        "北京鸿科经纬科技有限公司",
                        "院校",
                        "滨江示例职业技术学院",
                        CertificateTexts.ADDRESS);
    }

    @Test
    void whatOnlyTheQrCodeSaysIsNotWritten() throws IOException {
        assertThat(text(aTextFor("王㛃"))).doesNotContain("#key=");
    }

    @Test
    void rareNamesAreWrittenAsTheyAre() throws IOException {
        assertThat(text(aTextFor("㛃𠮷䶮"))).contains("㛃𠮷䶮");
    }

    @Test
    void theLongestNamesAreWhole() throws IOException {
        var said = text(aLongText()).replaceAll("\\s", "");
        assertThat(said)
                .contains(
                        aLongText().name(),
                        aLongText().qualification(),
                        aLongText().awardingBodyName().substring(0, 15),
                        aLongText().awardingBodyName().substring(25),
                        aLongText().collegeName().substring(0, 15),
                        aLongText().collegeName().substring(25));
    }

    @Test
    void theQrCodeOnThePageIsTheAddressWhereItIsVerified() throws IOException, ReaderException {
        try (var document = document(aTextFor("王㛃"))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(read(bitmap)).isEqualTo(aTextFor("王㛃").verifyAddress());
        }
    }

    private static String read(BinaryBitmap bitmap) throws ReaderException {
        try {
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("there is no QR code that could be read", e);
        }
    }

    @Test
    void isOneSheetOfA4LyingOnItsSide() throws IOException {
        try (var document = document(aLongText())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var box = document.getPage(0).getMediaBox();
            assertThat(Math.round(box.getWidth() / 72 * 25.4)).isEqualTo(297);
            assertThat(Math.round(box.getHeight() / 72 * 25.4)).isEqualTo(210);
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (var document = document(aLongText())) {
            var resources = document.getPage(0).getResources();
            var fonts = new ArrayList<PDFont>();
            for (var name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }
            assertThat(fonts).hasSizeGreaterThanOrEqualTo(3).allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void thePhotoIsTheFileThatWasSent() throws IOException {
        try (var document = document(aTextFor("王㛃"))) {
            assertThat(photos(document))
                    .singleElement()
                    .satisfies(photo -> assertThat(photo.getStream()
                                    .getCOSObject()
                                    .createRawInputStream()
                                    .readAllBytes())
                            .isEqualTo(CertificateTexts.jpeg()));
        }
    }

    @Test
    void withoutAPhotoTheFrameSaysSo() throws IOException {
        for (var photo : new Portrait[] {null, new Portrait("broken", () -> new byte[] {1, 2, 3})}) {
            try (var document = Loader.loadPDF(drawn(aTextFor("王㛃"), photo))) {
                assertThat(photos(document)).isEmpty();
                assertThat(new PDFTextStripper().getText(document)).contains("照片");
            }
        }
    }

    private static List<PDImageXObject> photos(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        var photos = new ArrayList<PDImageXObject>();
        for (var name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject photo) {
                photos.add(photo);
            }
        }
        return photos;
    }

    @Test
    void theSameTextGivesTheSameBytes() {
        assertThat(drawn(aLongText(), aPhoto())).isEqualTo(drawn(aLongText(), aPhoto()));
    }

    @Test
    void aCertificateIsSmallEnoughToKeepMillions() {
        assertThat(drawn(aLongText(), aPhoto()).length).isLessThan(100_000);
    }

    @Test
    void thereIsAPlaceForEachSignature() throws IOException {
        try (var document = document(aTextFor("王㛃"))) {
            assertThat(document.getSignatureFields())
                    .extracting(field -> field.getPartialName())
                    .containsExactly("AwardingBody", "College");
            assertThat(document.getSignatureDictionaries()).isEmpty();
        }
    }
}
