package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.photo.PhotoFixtures.RED;
import static org.onex.center.photo.PhotoFixtures.portrait;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.typesetting.PlainPicture;

class ThumbnailTests {

    private static byte[] thumbnail(BufferedImage photo) {
        return PlainPicture.of(photo, PlainPicture.Size.SMALL);
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        assertThat(FileKind.of(jpeg)).contains(FileKind.JPEG);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @ParameterizedTest
    @CsvSource({"295,413,120,168", "1000,1000,120,120", "4000,100,120,3", "50,5000,2,168", "60,80,60,80", "1,1,1,1"})
    void fitsIntoItsBoxAndIsNeverEnlarged(int width, int height, int expectedWidth, int expectedHeight)
            throws IOException {
        var thumbnail = read(thumbnail(portrait(width, height, RED)));
        assertThat(thumbnail.getWidth()).isEqualTo(expectedWidth);
        assertThat(thumbnail.getHeight()).isEqualTo(expectedHeight);
    }

    @Test
    void isAFewKilobytes() {
        assertThat(thumbnail(portrait(2000, 2800, RED))).hasSizeLessThan(8 * 1024);
    }

    @Test
    void isWhiteWhereThePhotoIsTransparent() throws IOException {
        var thumbnail = read(thumbnail(portrait(295, 413, new Color(0, true), BufferedImage.TYPE_INT_ARGB)));
        assertThat(Background.of(thumbnail).colour()).isEqualTo(Background.Colour.WHITE);
    }

    @Test
    void keepsTheColourOfTheBackground() throws IOException {
        assertThat(Background.of(read(thumbnail(portrait(RED)))).colour()).isEqualTo(Background.Colour.RED);
    }
}
