package org.onex.rehearsal.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Unexpected;

/** Against the smallest PDF that has two pages, words in a font of its reader, and a picture. */
class PopplerTests {

    private static final String TWO_PAGES = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 5 0 R
            /Resources<</Font<</F 7 0 R>>>>>> endobj
            4 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 6 0 R
            /Resources<</Font<</F 7 0 R>>/XObject<</I 8 0 R>>>>>> endobj
            5 0 obj <</Length 38>> stream
            BT /F 12 Tf 10 100 Td (first seat) Tj ET
            endstream endobj
            6 0 obj <</Length 70>> stream
            BT /F 12 Tf 10 100 Td (second) Tj ET q 20 0 0 20 50 50 cm /I Do Q
            endstream endobj
            7 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            8 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream
            x
            endstream endobj
            trailer <</Root 1 0 R>>
            """;

    private static Poppler look(String pdf) {
        return Poppler.look(pdf.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFileIsReadPageByPage() {
        try (var pdf = look(TWO_PAGES)) {
            assertThat(pdf.count()).isEqualTo(2);
            assertThat(pdf.pages()).hasSize(2);
            assertThat(pdf.pages().getFirst()).contains("first seat");
            assertThat(pdf.pages().getLast()).contains("second");
            assertThat(pdf.pagesWithPictures()).containsExactly(2);
            assertThat(pdf.firstPage().getWidth()).isGreaterThan(200);
        }
    }

    @Test
    void aFontThatTheReaderMustBringIsNotEmbedded() {
        try (var pdf = look(TWO_PAGES)) {
            assertThat(pdf.fonts()).isNotEmpty().noneMatch(Poppler.Font::embedded);
        }
    }

    @Test
    void whatIsNoPdfSaysWhichProgramCannotReadIt() {
        try (var pdf = look("<html>")) {
            assertThatThrownBy(pdf::count).isInstanceOf(Unexpected.class).hasMessageContaining("pdfinfo");
        }
    }
}
