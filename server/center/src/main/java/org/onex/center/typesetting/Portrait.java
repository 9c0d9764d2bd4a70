package org.onex.center.typesetting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Somebody's photo (照片), a JPEG or a PNG; on paper it is the file that was sent, not a copy of a copy.
 *
 * @param key     names the content, so that a document holds it once however often it shows it
 * @param content read when it is drawn: a room's photos need not be in memory before
 */
public record Portrait(String key, Supplier<byte[]> content) {

    /** A small one-inch photo (小一寸): 295 × 413 pixels at 300 to the inch, in millimetres. */
    public static final double WIDTH = 25;

    public static final double HEIGHT = 35;

    /** More than any photo of these pixels needs: a file that hides megabytes behind them is written anew. */
    private static final int MOST = 512 * 1024;

    private static final float QUALITY = 0.92f;

    /** The same as large as it is printed and without what a camera writes beside a picture: where it was taken, when, by whom. */
    public Portrait plain() {
        return new Portrait(key, () -> PlainPicture.of(content.get(), PlainPicture.Size.PRINTED));
    }

    /** The same as a JPEG in small, by which people recognise whom it shows; empty if it is no picture. */
    public byte[] small() {
        return PlainPicture.of(content.get(), PlainPicture.Size.SMALL);
    }

    /** @throws IOException if it is no picture */
    PDImageXObject in(PDDocument document) throws IOException {
        // What is read must not lie readable in a temporary folder meanwhile.
        ImageIO.setUseCache(false);
        byte[] file = content.get();
        try {
            if (file.length > MOST) {
                return rewritten(document, file);
            }
            boolean isJpeg = file.length > 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8;
            return isJpeg
                    ? JPEGFactory.createFromByteArray(document, file)
                    : PDImageXObject.createFromByteArray(document, file, key);
        } catch (IllegalArgumentException e) {
            throw new IOException("no picture: " + key, e);
        }
    }

    private PDImageXObject rewritten(PDDocument document, byte[] file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        if (picture == null) {
            throw new IOException("no picture: " + key);
        }
        return JPEGFactory.createFromImage(document, picture, QUALITY);
    }
}
