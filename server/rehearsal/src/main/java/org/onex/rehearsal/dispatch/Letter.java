package org.onex.rehearsal.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/** A bundle on its way to one node (下发包): sealed for it, signed by the centre, packed. */
final class Letter {

    static final String PURPOSE = "onex-bundle-v2";
    private static final int SIGNATURE_BYTES = 64;

    private Letter() {}

    /**
     * What stands in it.
     *
     * @throws Unexpected if it does not open, is not the centre's, or cannot be read
     */
    static byte[] open(byte[] sealed, HpkeKey own, PublicKey center) {
        try {
            var letter = own.open(sealed, PURPOSE);
            if (letter.length < SIGNATURE_BYTES) {
                throw new Unexpected("a letter of " + letter.length + " bytes has no signature");
            }
            var packed = Arrays.copyOfRange(letter, SIGNATURE_BYTES, letter.length);
            var signed = Bytes.joined(Bytes.ascii(PURPOSE + "\n"), packed);
            if (!Ed25519.fits(Arrays.copyOf(letter, SIGNATURE_BYTES), signed, center)) {
                throw new Unexpected("a letter is not signed by the centre");
            }
            try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return content.readAllBytes();
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new Unexpected("a letter cannot be read: " + e.getMessage(), e);
        }
    }

    static JsonNode read(byte[] content) {
        return Json.MAPPER.readTree(content);
    }
}
