package org.onex.foundation.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * A machine's own key, with which it alone opens what others sealed for it (解封私钥): hybrid public key encryption (HPKE, RFC 9180) in base
 * mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. Sealed bytes are 32 bytes of encapsulated key and the ciphertext.
 */
public final class OpeningKey {

    static final int KEY_BYTES = 32;

    private final AsymmetricCipherKeyPair pair;

    private OpeningKey(AsymmetricCipherKeyPair pair) {
        this.pair = pair;
    }

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** A new key from the machine's source of chance. */
    public static OpeningKey random() {
        return new OpeningKey(suite().generatePrivateKey());
    }

    /**
     * @param bytes 64, as {@link #bytes()} gave them
     * @throws IllegalArgumentException if they are not
     */
    public static OpeningKey of(byte[] bytes) {
        if (bytes.length != 2 * KEY_BYTES) {
            throw new IllegalArgumentException("an opening key has " + 2 * KEY_BYTES + " bytes");
        }
        return new OpeningKey(suite().deserializePrivateKey(
                        Arrays.copyOf(bytes, KEY_BYTES), Arrays.copyOfRange(bytes, KEY_BYTES, 2 * KEY_BYTES)));
    }

    /** The private half and the public one. */
    public byte[] bytes() {
        var bytes = Arrays.copyOf(suite().serializePrivateKey(pair.getPrivate()), 2 * KEY_BYTES);
        System.arraycopy(suite().serializePublicKey(pair.getPublic()), 0, bytes, KEY_BYTES, KEY_BYTES);
        return bytes;
    }

    /** The half that everybody may know. */
    public SealingKey sealingKey() {
        return SealingKey.of(suite().serializePublicKey(pair.getPublic()));
    }

    /**
     * @param purpose what the sealed bytes are; opening them for another purpose fails
     * @throws IllegalArgumentException if the bytes were sealed for another machine or another purpose, or were changed
     */
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < KEY_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        try {
            return suite().setupBaseR(Arrays.copyOf(sealed, KEY_BYTES), pair, purpose.getBytes(StandardCharsets.UTF_8))
                    .open(new byte[0], sealed, KEY_BYTES, sealed.length - KEY_BYTES);
        } catch (InvalidCipherTextException | IllegalStateException e) {
            // The latter where the encapsulated key is none that anything can have been sealed with.
            throw new IllegalArgumentException("cannot be opened with this key for " + purpose, e);
        }
    }

    /** A private key gives itself away in no log. */
    @Override
    public String toString() {
        return "opening key";
    }
}
