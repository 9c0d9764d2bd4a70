package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.center.script.ReturnedFiles;
import org.onex.foundation.vault.DataKey;

class StolenDatabaseTests {

    private static final String STEM = "题干：下列哪一项属于网店的自然流量？";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMerelyEncodedOrZippedIsReadable() {
        var zipped = ReturnedFiles.zipped(bytes("{\"title\":\"" + STEM + "\"}"));
        var signed = new byte[64 + zipped.length];
        System.arraycopy(zipped, 0, signed, 64, zipped.length);
        var ways = Map.of(
                "as it is", bytes("…" + STEM + "…"),
                "zipped", zipped,
                "zipped behind a signature", signed,
                "zipped and cut off", Arrays.copyOf(zipped, zipped.length - 9),
                "hex", bytes("\\x" + HexFormat.of().formatHex(bytes(STEM))),
                "Base64", bytes("{\"content\":\"" + Base64.getEncoder().encodeToString(bytes(STEM)) + "\"}"),
                "Base64 for addresses",
                        bytes(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(STEM))),
                "zipped in Base64", bytes(Base64.getEncoder().encodeToString(zipped)));
        assertThat(ways)
                .allSatisfy((way, content) -> assertThat(StolenDatabase.isReadable(STEM, content))
                        .as(way)
                        .isTrue());
    }

    @Test
    void whatIsSealedIsNot() {
        var sealed = DataKey.random().seal(bytes(STEM), "a test");
        assertThat(StolenDatabase.isReadable(STEM, sealed)).isFalse();
    }
}
