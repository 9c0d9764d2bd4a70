package org.onex.center.photo;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (拍摄方向): what a viewer has to turn before the picture is upright.
 *
 * @param exif the EXIF value, 1 for upright to 8
 */
record Orientation(int exif) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** @param tiff an EXIF block from its byte order mark on; one that cannot be read says nothing, as viewers see it too */
    static Orientation in(ByteBuffer tiff) {
        try {
            var block = tiff.slice();
            block.order(block.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = block.getInt(4);
            int entries = block.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                if ((block.getShort(entry) & 0xFFFF) == TAG) {
                    int value = block.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    boolean isUpright() {
        return exif == 1;
    }

    /** What is stored as the width is seen as the height. */
    boolean swapsSides() {
        return exif >= 5;
    }

    BufferedImage upright(BufferedImage stored) {
        if (isUpright()) {
            return stored;
        }
        int right = stored.getWidth() - 1;
        int bottom = stored.getHeight() - 1;
        boolean fromRight = exif == 2 || exif == 3 || exif == 7 || exif == 8;
        boolean fromBottom = exif == 3 || exif == 4 || exif == 6 || exif == 7;
        var seen = new BufferedImage(
                swapsSides() ? bottom + 1 : right + 1,
                swapsSides() ? right + 1 : bottom + 1,
                BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int column = swapsSides() ? y : x;
                int row = swapsSides() ? x : y;
                seen.setRGB(x, y, stored.getRGB(fromRight ? right - column : column, fromBottom ? bottom - row : row));
            }
        }
        return seen;
    }
}
