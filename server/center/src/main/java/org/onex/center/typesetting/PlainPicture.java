package org.onex.center.typesetting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A photo written anew (照片重新编码): its pixels and nothing else of the file that somebody sent, not larger than it is shown. */
public final class PlainPicture {

    /** How large a photo is at most. */
    public enum Size {
        /** A small one-inch photo at 300 to the inch. */
        PRINTED(295, 413, 0.92f),
        /** A few kilobytes, by which people recognise whose photo it is (缩略图). */
        SMALL(120, 168, 0.75f);

        private final int width;
        private final int height;
        private final float quality;

        Size(int width, int height, float quality) {
            this.width = width;
            this.height = height;
            this.quality = quality;
        }
    }

    private PlainPicture() {}

    /** A JPEG; empty if the file is no picture. */
    static byte[] of(byte[] file, Size size) {
        var picture = read(file, size);
        return picture == null ? new byte[0] : of(picture, size);
    }

    /** A JPEG; white where the picture is transparent. */
    public static byte[] of(BufferedImage whole, Size size) {
        var picture = whole;
        double scale = Math.min(
                1, Math.min((double) size.width / picture.getWidth(), (double) size.height / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        // Interpolation looks at neighbours only; halving first lets every pixel count.
        while (picture.getWidth() / 2 > width && picture.getHeight() / 2 > height) {
            picture = drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        return written(drawn(picture, width, height), size.quality);
    }

    private static @Nullable BufferedImage read(byte[] file, Size size) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return read(reader, size);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null; // the decoders answer some malformed data with whatever they stumbled over
        }
    }

    /** Very large ones are read in steps, so that one photo does not take the memory of a hundred. */
    private static BufferedImage read(ImageReader reader, Size size) throws IOException {
        var how = reader.getDefaultReadParam();
        int step =
                Math.max(1, Math.min(reader.getWidth(0) / (4 * size.width), reader.getHeight(0) / (4 * size.height)));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static byte[] written(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
