package org.onex.center.photo;

import java.util.Optional;

/**
 * What a picture says of itself before anything is decoded, so that 30,000 × 30,000 pixels in a small file cost nothing.
 *
 * @param width      as stored
 * @param height     as stored
 * @param colours    colour channels; four are made for the printing press
 * @param colourName how these are called where they cannot be used, "CMYK"
 * @param scans      how often decoding goes over the whole picture
 */
record PictureHeader(int width, int height, int colours, String colourName, Orientation orientation, int scans) {

    private static final int PRINTING_PRESS = 4;

    /** No camera needs more within 5 MB, and nobody means more by a portrait. */
    private static final long MOST_PIXELS_DECODED = 25_000_000;

    /** In several scans every pixel costs a multiple, in time and in memory. */
    private static final long MOST_PIXELS_IN_SCANS = 6_000_000;

    /** Nothing if the file is damaged. */
    static Optional<PictureHeader> of(FileKind kind, byte[] content) {
        return kind == FileKind.JPEG ? JpegHeader.read(content) : PngHeader.read(content);
    }

    boolean isForThePress() {
        return colours == PRINTING_PRESS;
    }

    /** Not so large that nobody can mean it: beyond, it is refused by its size without being opened. */
    boolean isWorthDecoding() {
        return (long) width * height <= (scans > 1 ? MOST_PIXELS_IN_SCANS : MOST_PIXELS_DECODED);
    }

    int seenWidth() {
        return orientation.swapsSides() ? height : width;
    }

    int seenHeight() {
        return orientation.swapsSides() ? width : height;
    }
}
