package org.onex.center.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.onex.contract.kernel.IdNumber;

/** Drawn portraits of nobody, in every state in which people send photos. */
final class PhotoFixtures {

    static final int WIDTH = 295;
    static final int HEIGHT = 413;
    static final Color RED = new Color(214, 20, 30);
    static final Color BLUE = new Color(67, 142, 219);

    private PhotoFixtures() {}

    /** The n-th of fictional people. */
    static IdNumber person(int n) {
        return IdNumber.completed("99999920050101%03d".formatted(n));
    }

    static byte[] anAcceptablePhoto() {
        return jpeg(portrait(RED));
    }

    static BufferedImage portrait(Color background) {
        return portrait(WIDTH, HEIGHT, background);
    }

    static BufferedImage portrait(int width, int height, Color background) {
        return portrait(width, height, background, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage portrait(int width, int height, Color background, int type) {
        var picture = new BufferedImage(width, height, type);
        var graphics = picture.createGraphics();
        graphics.setBackground(background);
        graphics.clearRect(0, 0, width, height);
        graphics.setColor(new Color(40, 50, 90));
        graphics.fillOval(-width / 20, height * 7 / 10, width * 11 / 10, height);
        graphics.setColor(new Color(25, 20, 20));
        graphics.fillOval(width / 4, height / 8, width / 2, height / 2);
        graphics.setColor(new Color(224, 180, 150));
        graphics.fillOval(width * 3 / 10, height / 5, width * 2 / 5, height * 9 / 20);
        graphics.dispose();
        return picture;
    }

    /** What a sensor and a hurried lamp do: every channel of every pixel off by a little. */
    static BufferedImage noisy(BufferedImage clean, double deviation, Random random) {
        for (int y = 0; y < clean.getHeight(); y++) {
            for (int x = 0; x < clean.getWidth(); x++) {
                var c = new Color(clean.getRGB(x, y));
                clean.setRGB(
                        x,
                        y,
                        new Color(
                                        off(c.getRed(), deviation, random),
                                        off(c.getGreen(), deviation, random),
                                        off(c.getBlue(), deviation, random))
                                .getRGB());
            }
        }
        return clean;
    }

    private static int off(int value, double deviation, Random random) {
        return (int) Math.clamp(value + random.nextGaussian() * deviation, 0, 255);
    }

    static byte[] jpeg(BufferedImage picture) {
        return jpeg(picture, 0.85f, false);
    }

    static byte[] jpeg(BufferedImage picture, float quality, boolean progressive) {
        return written("jpeg", new IIOImage(picture, null, null), quality, progressive);
    }

    static byte[] png(BufferedImage picture) {
        return written("png", new IIOImage(picture, null, null), -1, false);
    }

    static byte[] encoded(String format, BufferedImage picture) {
        return written(format, new IIOImage(picture, null, null), -1, false);
    }

    /** Four channels, as a print shop delivers it. */
    static byte[] cmykJpeg() {
        var raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        return written("jpeg", new IIOImage(raster, null, null), 0.85f, false);
    }

    /** The same after Adobe's transform, YCCK. */
    static byte[] ycckJpeg() {
        var adobe = "Adobe\0d\0\0\0\0\2".getBytes(StandardCharsets.ISO_8859_1);
        return withSegment(cmykJpeg(), 0xEE, adobe);
    }

    private static byte[] written(String format, IIOImage picture, float quality, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (quality >= 0) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            }
            writer.setOutput(stream);
            writer.write(null, picture, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG that a viewer has to turn first, as telephones make them. */
    static byte[] turned(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(32)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff(orientation));
        return withSegment(jpeg, 0xE1, exif.array());
    }

    private static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** A PNG with one more chunk after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        int headerEnd = 8 + 25;
        return ByteBuffer.allocate(png.length + 12 + data.length)
                .put(png, 0, headerEnd)
                .put(chunk(type, data))
                .put(png, headerEnd, png.length - headerEnd)
                .array();
    }

    static byte[] turnedPng(byte[] png, int orientation) {
        return withChunk(png, "eXIf", tiff(orientation));
    }

    /** A PNG that claims a size and brings no pixels. */
    static byte[] emptyPngOf(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[0]),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        var checksum = new CRC32();
        checksum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + 4 + data.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A JPEG whose last scan comes as often as it takes to have so many, with something before each that a decoder passes over. */
    static byte[] inScans(byte[] jpeg, int scans, byte... between) {
        var starts = IntStream.range(2, jpeg.length - 1)
                .filter(i -> jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA)
                .toArray();
        var last = Arrays.copyOfRange(jpeg, starts[starts.length - 1], jpeg.length - 2);
        var all = new ByteArrayOutputStream();
        all.write(jpeg, 0, jpeg.length - 2);
        for (int n = starts.length; n < scans; n++) {
            all.writeBytes(between);
            all.writeBytes(last);
        }
        all.write(jpeg, jpeg.length - 2, 2);
        return all.toByteArray();
    }

    static byte[] truncated(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
