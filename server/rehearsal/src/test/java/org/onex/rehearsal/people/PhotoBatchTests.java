package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoBatchTests {

    private static final List<Person> PEOPLE = Crowd.of(60, 1, 2024, 1).at(0);

    private static BufferedImage picture(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    @Test
    void aPortraitHasTheRightSizeARedBackgroundAndIsTheSameEveryTime() throws IOException {
        var one = new Portrait(PEOPLE.get(0).idNumber());
        var picture = picture(one.jpeg());
        var corner = new Color(picture.getRGB(8, 8));

        assertThat(picture.getWidth()).isEqualTo(295);
        assertThat(picture.getHeight()).isEqualTo(413);
        assertThat(corner.getRed()).isGreaterThan(180);
        assertThat(corner.getGreen()).isLessThan(60);
        assertThat(one.jpeg()).isEqualTo(new Portrait(PEOPLE.get(0).idNumber()).jpeg());
        assertThat(one.png()).isNotEqualTo(new Portrait(PEOPLE.get(1).idNumber()).png());
    }

    @Test
    void aPortraitThatLiesHasItsBackgroundWhereTheHeadIsNot() throws IOException {
        var picture = picture(new Portrait("1").lyingJpeg());

        assertThat(picture.getWidth()).isEqualTo(413);
        // The head points to the left, so the shoulders are on the right.
        assertThat(new Color(picture.getRGB(10, 147)).getRed()).isGreaterThan(150);
        assertThat(new Color(picture.getRGB(400, 147)).getRed()).isLessThan(120);
    }

    @ParameterizedTest
    @EnumSource(PhotoMistake.class)
    void everyMistakeIsInTheNameOrInTheContent(PhotoMistake mistake) {
        var person = PEOPLE.getFirst();
        var isInTheName = !mistake.fileName(person).equals(person.idNumber() + ".jpg");
        var isInTheContent = !Arrays.equals(mistake.content(person), new Portrait(person.idNumber()).jpeg());

        assertThat(isInTheName).isNotEqualTo(isInTheContent);
        assertThat(mistake.content(person).length > 5 * 1024 * 1024).isEqualTo(mistake == PhotoMistake.TOO_LARGE);
    }

    @Test
    void correctedEverybodyHasExactlyOneRightPhoto() {
        var batch = PhotoBatch.flawed(PEOPLE, 0, true, false);
        var right = new ArrayList<>(batch.right());
        right.addAll(batch.corrected().shots());

        assertThat(batch.wrong())
                .hasSize(12)
                .extracting(PhotoBatch.Shot::mistake)
                .containsExactly(PhotoMistake.values());
        assertThat(right).extracting(PhotoBatch.Shot::person).containsExactlyInAnyOrderElementsOf(PEOPLE);
    }

    @Test
    void aChineseWindowsWritesNamesInGbkAndDoesNotSaySo() throws IOException {
        var zip = PhotoBatch.flawed(PEOPLE.subList(0, 3), 0, true, false).zip();
        var content = zip.bytes();
        var names = new ArrayList<String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(content), Charset.forName("GBK"))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        // Bit 11 of the flags, in the second of their bytes, would say UTF-8.
        assertThat(content[7] & 0x08).isZero();
        assertThat(names).startsWith("考生照片/").contains("考生照片/Thumbs.db").hasSize(1 + 3 + zip.leftBehind());
    }

    @Test
    void forAnExamThatTakesNothingElseEveryRightPhotoIsAJpeg() {
        var batch = PhotoBatch.flawed(PEOPLE, 0, true, true);
        assertThat(batch.right())
                .isNotEmpty()
                .allSatisfy(shot -> assertThat(shot.content().get()).startsWith(0xFF, 0xD8, 0xFF));
    }
}
