package org.onex.center.photo;

import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * What a decoder complains of while it goes on. The JPEG decoder fills what is missing with grey and only mentions it; so whatever it
 * mentions is taken for lost data, but for what is known to lose none.
 */
final class Complaints implements IIOReadWarningListener {

    /** Unneeded bytes, and oddities of the segments around the picture; the sentences are the decoder's and the same in every language. */
    private static final List<String> HARMLESS =
            List.of("extraneous bytes", "JFIF", "Adobe", "color profile", "icc profile", "thumbnail");

    private boolean lostData;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        lostData |= HARMLESS.stream().noneMatch(warning::contains);
    }

    boolean ofLostData() {
        return lostData;
    }
}
