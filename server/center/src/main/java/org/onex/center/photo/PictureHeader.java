package org.onex.center.photo;

import java.util.Optional;

/**
 * What a picture says of itself before anything is decoded, so that 30,000 × 30,000 pixels in a small file cost nothing.
 *
 * @param width      as stored
 * @param height     as stored
 * @param colours    colour channels; four are made for the printing press
 * @param colourName how these are called where they cannot be used, "CMYK"
 */
record PictureHeader(int width, int height, int colours, String colourName, Orientation orientation) {

    private static final int PRINTING_PRESS = 4;

    /** Nothing if the file is damaged. */
    static Optional<PictureHeader> of(FileKind kind, byte[] content) {
        return kind == FileKind.JPEG ? JpegHeader.read(content) : PngHeader.read(content);
    }

    boolean isForThePress() {
        return colours == PRINTING_PRESS;
    }

    long pixels() {
        return (long) width * height;
    }

    int seenWidth() {
        return orientation.swapsSides() ? height : width;
    }

    int seenHeight() {
        return orientation.swapsSides() ? width : height;
    }
}
