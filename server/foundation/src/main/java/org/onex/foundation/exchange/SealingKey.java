package org.onex.foundation.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** With which others seal what only one machine may open (加封公钥); see {@link OpeningKey}. */
public final class SealingKey {

    private final byte[] bytes;

    private SealingKey(byte[] bytes) {
        if (bytes.length != OpeningKey.KEY_BYTES) {
            throw new IllegalArgumentException("a sealing key has " + OpeningKey.KEY_BYTES + " bytes");
        }
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if the bytes are no key
     */
    public static SealingKey of(byte[] bytes) {
        return new SealingKey(bytes.clone());
    }

    /**
     * @throws IllegalArgumentException if the text is no key in Base64
     */
    public static SealingKey ofBase64(String text) {
        return new SealingKey(Base64.getDecoder().decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The key as it travels in JSON. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Twice the same is not the same bytes.
     *
     * @param purpose what the sealed bytes are; opening them for another purpose fails
     * @throws IllegalArgumentException if this is no key that anything can be sealed with
     */
    public byte[] seal(byte[] plain, String purpose) {
        var suite = OpeningKey.suite();
        try {
            var context = suite.setupBaseS(suite.deserializePublicKey(bytes), purpose.getBytes(StandardCharsets.UTF_8));
            var encapsulated = context.getEncapsulation();
            var sealed = context.seal(new byte[0], plain);
            var result = Arrays.copyOf(encapsulated, encapsulated.length + sealed.length);
            System.arraycopy(sealed, 0, result, encapsulated.length, sealed.length);
            return result;
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw new IllegalArgumentException("nothing can be sealed with this key", e);
        }
    }
}
