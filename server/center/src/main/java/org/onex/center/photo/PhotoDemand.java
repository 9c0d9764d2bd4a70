package org.onex.center.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exam asks of photos beyond what every photo has to be (000 §二.3: jpg only); absent is what every photo has to be.
 *
 * @param formats endings: {@code jpg}, {@code png}
 * @param width   in pixels; likewise the height
 */
public record PhotoDemand(
        List<String> formats,
        @Nullable Integer maxMegabytes,
        @Nullable Integer width,
        @Nullable Integer height) {

    public PhotoDemand {
        formats = List.copyOf(formats);
    }
}
