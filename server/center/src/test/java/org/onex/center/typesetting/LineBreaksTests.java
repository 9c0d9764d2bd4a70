package org.onex.center.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreaksTests {

    private static final String SIGNS = "网店运营推广，。；（）《》A1b2 9·";

    /** Every character is as wide as every other. */
    private final LineBreaks breaks = new LineBreaks(text -> text.codePointCount(0, text.length()));

    @Test
    void breaksBetweenAnyTwoCharacters() {
        assertThat(breaks.lines("网店运营推广", 4)).isEqualTo(List.of("网店运营", "推广"));
    }

    @Test
    void keepsNumbersAndWordsTogether() {
        assertThat(breaks.lines("2024年5月18日ABC机房", 6)).isEqualTo(List.of("2024年5", "月18日", "ABC机房"));
    }

    @Test
    void noLineBeginsWithAClosingSignOrEndsWithAnOpeningOne() {
        assertThat(breaks.lines("网店运营，推广", 4)).isEqualTo(List.of("网店运", "营，推广"));
        assertThat(breaks.lines("网店运（营推）广", 4)).isEqualTo(List.of("网店运", "（营推）", "广"));
    }

    @Test
    void aBreakThatIsWrittenIsKept() {
        assertThat(breaks.lines("照片\n无", 9)).isEqualTo(List.of("照片", "无"));
    }

    @Test
    void losesNothingAndOverflowsOnlyWithOneUnbreakablePiece() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var text = text(random);
            int most = 3 + random.nextInt(10);
            var lines = breaks.lines(text, most);
            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(text.replace(" ", ""));
            assertThat(lines)
                    .as("seed %d: %s", seed, text)
                    .allSatisfy(line -> assertThat(line.length() <= most
                                    || breaks.lines(line, most).size() == 1)
                            .isTrue());
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString().strip();
    }
}
