package org.onex.center.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    @Test
    void itsRectanglesCanBeReadAgainAndNeverOverlap() throws ChecksumException, FormatException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            var ticket = random.ints(16, 1, 10).mapToObj(Integer::toString).collect(Collectors.joining());
            var code = QrCode.of(ticket);
            var matrix = drawn(code, seed);
            assertThat(new Decoder().decode(matrix).getText())
                    .as("seed %d", seed)
                    .isEqualTo(ticket);
        }
    }

    @Test
    void takesFarFewerRectanglesThanModules() {
        var code = QrCode.of("7206418359247919");
        int modules = code.blocks().stream()
                .mapToInt(block -> block.width() * block.height())
                .sum();
        assertThat(code.blocks()).hasSizeLessThan(modules / 2);
    }

    private static BitMatrix drawn(QrCode code, long seed) {
        var matrix = new BitMatrix(code.size());
        for (var block : code.blocks()) {
            for (int y = block.row(); y < block.row() + block.height(); y++) {
                for (int x = block.column(); x < block.column() + block.width(); x++) {
                    assertThat(matrix.get(x, y))
                            .as("seed %d: drawn twice", seed)
                            .isFalse();
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }
}
