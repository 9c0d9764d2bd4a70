package org.onex.foundation.exchange;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** By which others check what a machine has signed (签名公钥): Ed25519 (RFC 8032). */
public final class VerifyingKey {

    /** What stands before the 32 bytes of such a key in X.509 (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final byte[] bytes;
    private final PublicKey key;

    private VerifyingKey(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a verifying key has " + KEY_BYTES + " bytes");
        }
        this.bytes = bytes;
        var encoded = new byte[HEAD.length + KEY_BYTES];
        System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
        System.arraycopy(bytes, 0, encoded, HEAD.length, KEY_BYTES);
        try {
            this.key = KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no point of the curve", e);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are no key
     */
    public static VerifyingKey of(byte[] bytes) {
        return new VerifyingKey(bytes.clone());
    }

    /**
     * @throws IllegalArgumentException if the text is no key in Base64
     */
    public static VerifyingKey ofBase64(String text) {
        return new VerifyingKey(Base64.getDecoder().decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The key as it travels in JSON. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether the owner of the other half has signed exactly this. */
    public boolean verifies(byte[] message, byte[] signed) {
        return verifies(signed, ByteBuffer.wrap(message));
    }

    /** Whether the owner of the other half has signed exactly these, one after another: a large message need not be put together. */
    public boolean verifies(byte[] signed, ByteBuffer... parts) {
        try {
            var signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            for (var part : parts) {
                signature.update(part.duplicate());
            }
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all are no valid one either.
            return false;
        }
    }
}
