package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitPhotosTests {

    private static final PhotoFacts RED_PNG =
            new PhotoFacts(FileKind.PNG, 295, 413, 100_000, new Background(Background.Colour.RED, "#C00000"));
    private static final PhotoFacts RED_JPG = new PhotoFacts(
            FileKind.JPEG, 295, 413, 3 * PhotoRule.MEGABYTE, new Background(Background.Colour.RED, "#C00000"));

    @Test
    void takesOnlyJpgWhere000DemandsIt() {
        var rule = FitPhotos.rule(new PhotoDemand(List.of("jpg"), 5, 295, 413));
        assertThat(rule.problemsOf(RED_JPG)).isEmpty();
        assertThat(rule.problemsOf(RED_PNG)).hasSize(1);
    }

    @Test
    void takesWhateverCanBeImportedWhereNothingIsDemanded() {
        var rule = FitPhotos.rule(new PhotoDemand(List.of(), null, null, null));
        assertThat(rule).isEqualTo(PhotoRule.STANDARD);
    }

    @Test
    void knowsASmallerLimitAndAnotherSize() {
        assertThat(FitPhotos.rule(new PhotoDemand(List.of(), 2, null, null)).problemsOf(RED_JPG))
                .hasSize(1);
        assertThat(FitPhotos.rule(new PhotoDemand(List.of(), null, 413, 579)).problemsOf(RED_JPG))
                .hasSize(1);
    }
}
