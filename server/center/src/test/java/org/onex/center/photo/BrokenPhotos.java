package org.onex.center.photo;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/** Decodes as many photos that break off as it is told to, in a process of its own. */
final class BrokenPhotos {

    private static final int SIDE = 32;

    /** Read by nobody: what lies here is garbage with the next photo. */
    private static byte[] garbage = {};

    private BrokenPhotos() {}

    public static void main(String[] arguments) {
        var random = new Random(1);
        var noise = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            noise.setRGB(pixel % SIDE, pixel / SIDE, random.nextInt());
        }
        var whole = PhotoFixtures.jpeg(noise);
        var broken = Arrays.copyOf(whole, whole.length - 300);
        var header = PictureHeader.of(FileKind.JPEG, broken).orElseThrow();
        for (int n = Integer.parseInt(arguments[0]); n > 0; n--) {
            // Without it memory would run out at the same place of every hundredth photo.
            garbage = new byte[random.nextInt(5000)];
            if (DecodedPicture.of(FileKind.JPEG, header, broken).orElseThrow().complete()) {
                throw new IllegalStateException("the decoder does not complain, so nothing was shown");
            }
        }
    }
}
