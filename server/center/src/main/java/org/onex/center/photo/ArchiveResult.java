package org.onex.center.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;

/**
 * What became of one file of an archive.
 *
 * @param number    its place in the archive, from 1
 * @param key       whose photo it is, where that is known
 * @param thumbnail the picture in small where it was refused and could be decoded
 */
record ArchiveResult(
        int number,
        PhotoName name,
        List<PhotoProblem> problems,
        @Nullable EnrolmentKey key,
        @Nullable PictureFile thumbnail) {

    /** Whether it was taken. */
    enum Outcome {
        KEPT,
        REFUSED
    }

    Outcome outcome() {
        return problems.isEmpty() ? Outcome.KEPT : Outcome.REFUSED;
    }
}
