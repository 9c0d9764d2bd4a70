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

/** A photo written anew for paper (照片重新编码): its pixels and nothing else of the file that somebody sent. */
final class PlainPicture {

    /** A small one-inch photo at 300 to the inch. */
    private static final int WIDTH = 295;

    private static final int HEIGHT = 413;

    private static final float QUALITY = 0.92f;

    private PlainPicture() {}

    /** A JPEG, not larger than it is printed; empty if the file is no picture. */
    static byte[] of(byte[] file) {
        var picture = read(file);
        if (picture == null) {
            return new byte[0];
        }
        double scale =
                Math.min(1, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        // Interpolation looks at neighbours only; halving first lets every pixel count.
        while (picture.getWidth() / 2 > width && picture.getHeight() / 2 > height) {
            picture = drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        return written(drawn(picture, width, height));
    }

    private static @Nullable BufferedImage read(byte[] file) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null; // the decoders answer some malformed data with whatever they stumbled over
        }
    }

    /** Very large ones are read in steps, so that one photo does not take the memory of a hundred. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.min(reader.getWidth(0) / (4 * WIDTH), reader.getHeight(0) / (4 * HEIGHT)));
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

    private static byte[] written(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
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
