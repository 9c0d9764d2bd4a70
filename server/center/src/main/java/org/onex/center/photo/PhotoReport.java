package org.onex.center.photo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.typesetting.PlainPicture;

/**
 * What looking at one photo found (照片检查结果).
 *
 * @param facts    what was measured; null if it could not be decoded to its end
 * @param problems empty if the photo is accepted
 * @param picture  the photo, upright; null if it was not decoded; in steps if it is much too large
 */
record PhotoReport(
        @Nullable PhotoFacts facts,
        List<PhotoProblem> problems,
        @Nullable BufferedImage picture) {

    PhotoReport {
        problems = List.copyOf(problems);
        if (facts == null && problems.isEmpty()) {
            throw new IllegalArgumentException("what was not measured cannot be accepted");
        }
    }

    static PhotoReport unseen(List<PhotoProblem> problems) {
        return new PhotoReport(null, problems, null);
    }

    boolean isAccepted() {
        return problems.isEmpty();
    }

    /** The photo in small, for the list of those refused; of whatever could be decoded. */
    Optional<byte[]> thumbnail() {
        return Optional.ofNullable(picture).map(whole -> PlainPicture.of(whole, PlainPicture.Size.SMALL));
    }
}
