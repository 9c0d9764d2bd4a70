package org.onex.center.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture after decoding.
 *
 * @param complete false if the data broke off or contradicted themselves on the way; the picture then shows as much as there was
 */
record DecodedPicture(BufferedImage picture, boolean complete) {

    /** Larger ones are read in steps: they are refused anyway, and their thumbnail needs no more. */
    private static final int LONGEST_SIDE = 1000;

    /**
     * Decodes once. Streams are made here and not by {@link ImageIO}, which would put every photo into a temporary file unless a switch is
     * turned for the whole process.
     *
     * @return nothing if no picture can be had from it
     */
    static Optional<DecodedPicture> of(FileKind kind, PictureHeader header, byte[] content) {
        var reader = ImageIO.getImageReadersByFormatName(kind.label()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            return decode(reader, header);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the decoders answer some malformed data with whatever they stumbled over
        } finally {
            reader.dispose();
        }
    }

    private static Optional<DecodedPicture> decode(ImageReader reader, PictureHeader header) throws IOException {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            return Optional.empty(); // two headers: what was checked is not what would be decoded
        }
        var complaints = new Complaints();
        reader.addIIOReadWarningListener(complaints);
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(header.width(), header.height()) / LONGEST_SIDE);
        how.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(new DecodedPicture(reader.read(0, how), !complaints.ofLostData()));
    }
}
