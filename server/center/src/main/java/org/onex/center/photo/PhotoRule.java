package org.onex.center.photo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a photo has to be like (照片规则). Pixels decide; the centimetres that notices print beside them are advice. The rule of the import is
 * {@link #STANDARD}; a plan may be stricter and then judges the {@link PhotoFacts} that were kept, without opening the photo again.
 *
 * @param tolerance so many pixels may each side be longer or shorter
 * @param formats   those of the decodable kinds that are allowed
 */
record PhotoRule(
        int width, int height, int tolerance, long maxBytes, Set<FileKind> formats, Background.Colour background) {

    static final long MEGABYTE = 1024 * 1024;

    /**
     * Small one-inch photo (小一寸), red, jpg or png, up to 5 MB. The tolerance is 2 because 25 × 35 mm at 300 dpi are 295.3 × 413.4 pixels:
     * programs write 295 or 296 by 413 or 414, and some crop one pixel more at an edge. Whoever is further off has another format in mind
     * (一寸 260 × 378, 二寸 413 × 579).
     */
    static final PhotoRule STANDARD =
            new PhotoRule(295, 413, 2, 5 * MEGABYTE, EnumSet.of(FileKind.JPEG, FileKind.PNG), Background.Colour.RED);

    PhotoRule {
        if (width < 1 || height < 1 || tolerance < 0 || maxBytes < 1 || formats.isEmpty()) {
            throw new IllegalArgumentException("no photo can fulfil this rule");
        }
        if (!formats.stream().allMatch(FileKind::isDecodable)) {
            throw new IllegalArgumentException("only JPEG and PNG can be opened");
        }
        formats = Set.copyOf(formats);
    }

    List<PhotoProblem> problemsOf(PhotoFacts facts) {
        var problems = new ArrayList<PhotoProblem>();
        onBytes(facts.bytes()).ifPresent(problems::add);
        onFormat(Optional.of(facts.format())).ifPresent(problems::add);
        onSize(facts.width(), facts.height()).ifPresent(problems::add);
        onBackground(facts.background()).ifPresent(problems::add);
        return problems;
    }

    Optional<PhotoProblem> onBytes(long bytes) {
        return bytes <= maxBytes ? Optional.empty() : Optional.of(PhotoProblem.tooLarge(maxBytes));
    }

    Optional<PhotoProblem> onFormat(Optional<FileKind> kind) {
        if (kind.filter(formats::contains).isPresent()) {
            return Optional.empty();
        }
        var allowed = new TreeSet<>(formats).stream().map(FileKind::label).toList();
        return Optional.of(new PhotoProblem(
                PhotoProblem.Code.FORMAT,
                kind.<Map<String, Object>>map(is -> Map.of("allowed", allowed, "kind", is.label()))
                        .orElse(Map.of("allowed", allowed))));
    }

    Optional<PhotoProblem> onSize(int actualWidth, int actualHeight) {
        if (isNear(actualWidth, width) && isNear(actualHeight, height)) {
            return Optional.empty();
        }
        return Optional.of(new PhotoProblem(
                PhotoProblem.Code.WRONG_SIZE,
                Map.of(
                        "width", actualWidth,
                        "height", actualHeight,
                        "expectedWidth", width,
                        "expectedHeight", height,
                        "tolerance", tolerance)));
    }

    Optional<PhotoProblem> onBackground(Background measured) {
        if (measured.colour() == background) {
            return Optional.empty();
        }
        return Optional.of(new PhotoProblem(
                PhotoProblem.Code.BACKGROUND,
                Map.of(
                        "expected",
                        background.name(),
                        "measured",
                        measured.colour().name(),
                        "rgb",
                        measured.rgb())));
    }

    private boolean isNear(int actual, int expected) {
        return Math.abs((long) actual - expected) <= tolerance;
    }
}
