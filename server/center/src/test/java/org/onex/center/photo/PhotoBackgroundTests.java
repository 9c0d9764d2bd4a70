package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.photo.PhotoFixtures.BLUE;
import static org.onex.center.photo.PhotoFixtures.HEIGHT;
import static org.onex.center.photo.PhotoFixtures.RED;
import static org.onex.center.photo.PhotoFixtures.WIDTH;
import static org.onex.center.photo.PhotoFixtures.jpeg;
import static org.onex.center.photo.PhotoFixtures.noisy;
import static org.onex.center.photo.PhotoFixtures.portrait;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colour behind a portrait as it comes out of a JPEG. */
class PhotoBackgroundTests {

    private final PhotoInspection inspection = new PhotoInspection(PhotoRule.STANDARD);

    private Background measured(BufferedImage picture, float quality) {
        return inspection.inspect(jpeg(picture, quality, false)).facts().background();
    }

    @ParameterizedTest
    @CsvSource({
        "255,0,0,RED",
        "200,0,0,RED",
        "255,60,60,RED",
        "180,30,40,RED",
        "226,60,60,RED",
        "237,28,36,RED",
        "150,20,50,RED",
        "255,255,255,WHITE",
        "225,228,235,WHITE",
        "67,142,219,BLUE",
        "0,191,243,OTHER",
        "30,80,180,BLUE",
        "128,128,128,GREY",
        "0,0,0,GREY",
        "255,150,150,OTHER",
        "250,128,114,OTHER",
        "255,128,0,OTHER",
        "128,0,128,OTHER",
        "110,60,40,OTHER",
        "0,160,60,OTHER"
    })
    void isCalledWhatPeopleCallIt(int red, int green, int blue, Background.Colour colour) {
        var background = measured(portrait(new Color(red, green, blue)), 0.85f);
        assertThat(background.colour()).isEqualTo(colour);
    }

    @Test
    void isReportedAsMeasured() {
        var reported =
                Color.decode(measured(portrait(new Color(200, 30, 40)), 0.95f).rgb());
        assertThat(reported.getRed()).isBetween(195, 205);
        assertThat(reported.getGreen()).isBetween(25, 35);
        assertThat(reported.getBlue()).isBetween(35, 45);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20240518, 7})
    void staysRedUnderNoiseGradientAndBadCompression(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var from = aRed(random);
            var to = aRed(random);
            var paint = new GradientPaint(random.nextInt(WIDTH), 0, from, random.nextInt(WIDTH), HEIGHT, to);
            var picture = noisy(over(paint), random.nextDouble(14), random);
            var background = measured(picture, 0.3f + random.nextFloat(0.65f));
            assertThat(background.colour())
                    .as("seed %s, round %s, %s to %s, %s", seed, i, from, to, background)
                    .isEqualTo(Background.Colour.RED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20240518, 7})
    void neverBecomesRedIfItIsWhiteBlueOrGrey(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            int light = 60 + random.nextInt(196);
            var colour = i % 2 == 0
                    ? new Color(light, light, light)
                    : new Color(random.nextInt(110), 80 + random.nextInt(90), 180 + random.nextInt(76));
            var background =
                    measured(noisy(portrait(colour), random.nextDouble(20), random), 0.3f + random.nextFloat(0.65f));
            assertThat(background.colour())
                    .as("seed %s, round %s, %s, %s", seed, i, colour, background)
                    .isNotEqualTo(Background.Colour.RED);
        }
    }

    @Test
    void isNotHiddenByHairThatHangsIntoTheMargin() {
        var picture = with(portrait(RED), graphics -> {
            graphics.setColor(new Color(25, 20, 20));
            graphics.fillRoundRect(WIDTH / 10, HEIGHT / 8, WIDTH * 8 / 10, HEIGHT, 80, 80);
        });
        assertThat(measured(picture, 0.85f).colour()).isEqualTo(Background.Colour.RED);
    }

    @Test
    void isNotHiddenByBroadShouldersOrATallHead() {
        var picture = with(portrait(RED), graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, HEIGHT * 45 / 100, WIDTH, HEIGHT);
            graphics.setColor(new Color(25, 20, 20));
            graphics.fillOval(WIDTH / 4, -HEIGHT / 8, WIDTH / 2, HEIGHT / 2);
        });
        assertThat(measured(picture, 0.85f).colour()).isEqualTo(Background.Colour.RED);
    }

    @Test
    void isNotDecidedByAThinEdgeOfTheScan() {
        var picture = with(portrait(RED), graphics -> {
            graphics.setColor(Color.WHITE);
            for (int i = 0; i < 4; i++) {
                graphics.drawRect(i, i, WIDTH - 1 - 2 * i, HEIGHT - 1 - 2 * i);
            }
        });
        assertThat(measured(picture, 0.85f).colour()).isEqualTo(Background.Colour.RED);
    }

    @Test
    void isMixedIfOneSideIsAnotherColour() {
        var picture = with(portrait(RED), graphics -> {
            graphics.setColor(BLUE);
            graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
        });
        assertThat(measured(picture, 0.85f).colour()).isEqualTo(Background.Colour.MIXED);
    }

    @Test
    void isMixedIfItIsStriped() {
        var picture = with(portrait(RED), graphics -> {
            graphics.setColor(Color.WHITE);
            for (int y = 0; y < HEIGHT; y += 40) {
                graphics.fillRect(0, y, WIDTH, 20);
            }
        });
        assertThat(measured(picture, 0.85f).colour()).isEqualTo(Background.Colour.MIXED);
    }

    @Test
    void canBeMeasuredInAPictureOfOnePixel() {
        var picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, RED.getRGB());
        assertThat(Background.of(picture)).isEqualTo(new Background(Background.Colour.RED, "#D6141E"));
    }

    private static Color aRed(Random random) {
        int red = 165 + random.nextInt(91);
        int green = random.nextInt(red / 4);
        return new Color(red, green, Math.clamp(green + random.nextInt(21) - 10, 0, 255));
    }

    private static BufferedImage over(Paint paint) {
        var background = new Color(0, true);
        var person = portrait(WIDTH, HEIGHT, background, BufferedImage.TYPE_INT_ARGB);
        return with(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), graphics -> {
            graphics.setPaint(paint);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.drawImage(person, 0, 0, null);
        });
    }

    private static BufferedImage with(BufferedImage picture, Consumer<Graphics2D> painting) {
        var graphics = picture.createGraphics();
        painting.accept(graphics);
        graphics.dispose();
        return picture;
    }
}
