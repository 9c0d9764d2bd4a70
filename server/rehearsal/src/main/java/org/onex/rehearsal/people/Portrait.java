package org.onex.rehearsal.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A drawn portrait photo (小一寸): nobody's face, another one for each number. */
final class Portrait {

    static final int WIDTH = 295;
    static final int HEIGHT = 413;
    static final Color RED = new Color(0xC8, 0x1E, 0x28);
    static final Color BLUE = new Color(67, 142, 219);

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private final long seed;

    Portrait(String idNumber) {
        this.seed = idNumber.hashCode();
    }

    byte[] jpeg() {
        return picture("jpg", RED, WIDTH, HEIGHT);
    }

    byte[] png() {
        return picture("png", RED, WIDTH, HEIGHT);
    }

    /**
     * @param format as the file names it
     */
    byte[] picture(String format, Color background, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(background);
        brush.fillRect(0, 0, width, height);
        brush.scale(width / (double) WIDTH, height / (double) HEIGHT);
        draw(brush, new Random(seed));
        brush.dispose();
        return written(picture, format);
    }

    /** Lying on its left side, as a camera that was held upright writes it. */
    byte[] lyingJpeg() {
        var picture = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(RED);
        brush.fillRect(0, 0, HEIGHT, WIDTH);
        brush.translate(0, WIDTH);
        brush.rotate(-Math.PI / 2);
        draw(brush, new Random(seed));
        brush.dispose();
        return written(picture, "jpg");
    }

    private static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Shoulders, neck, hair, face and what makes it a face, each a little different. */
    private static void draw(Graphics2D brush, Random chance) {
        brush.setColor(new Color(30 + chance.nextInt(60), 40 + chance.nextInt(60), 60 + chance.nextInt(90)));
        brush.fillRoundRect(35, 300, 225, 200, 120, 120);
        var skin = new Color(235 - chance.nextInt(25), 200 - chance.nextInt(25), 170 - chance.nextInt(25));
        brush.setColor(skin.darker());
        brush.fillRect(125, 250, 45, 70);
        brush.setColor(new Color(20 + chance.nextInt(30), 15 + chance.nextInt(20), 15 + chance.nextInt(15)));
        brush.fillOval(82, 85, 131, 150 + chance.nextInt(50));
        brush.setColor(skin);
        brush.fillOval(92, 115, 111, 155 + chance.nextInt(15));
        brush.setColor(Color.DARK_GRAY);
        var eyes = 180 + chance.nextInt(12);
        brush.fillOval(118, eyes, 14, 8);
        brush.fillOval(163, eyes, 14, 8);
        brush.setColor(new Color(170, 80 + chance.nextInt(30), 80));
        brush.fillOval(130, 235 + chance.nextInt(8), 36, 6 + chance.nextInt(6));
    }
}
