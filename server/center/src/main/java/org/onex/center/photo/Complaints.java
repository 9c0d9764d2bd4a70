package org.onex.center.photo;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** What a decoder complains of while it goes on. The JPEG decoder fills what is missing with grey and only mentions it. */
final class Complaints implements IIOReadWarningListener {

    private boolean lostData;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // Unneeded bytes between the segments are common and lose nothing.
        lostData |= !warning.contains("extraneous bytes");
    }

    boolean ofLostData() {
        return lostData;
    }
}
