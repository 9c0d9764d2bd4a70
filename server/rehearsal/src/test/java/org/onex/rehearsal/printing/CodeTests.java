package org.onex.rehearsal.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CodeTests {

    private static BufferedImage page() {
        var page = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.dispose();
        return page;
    }

    @Test
    void aCodeAnywhereOnAPageIsRead() throws WriterException {
        var page = page();
        var code = new QRCodeWriter().encode("1234567890123457", BarcodeFormat.QR_CODE, 120, 120);
        for (var x = 0; x < code.getWidth(); x++) {
            for (var y = 0; y < code.getHeight(); y++) {
                page.setRGB(60 + x, 700 + y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }

        assertThat(Code.read(page)).isEqualTo("1234567890123457");
    }

    @Test
    void anEmptyPageSaysNothing() {
        assertThat(Code.read(page())).isEmpty();
    }
}
