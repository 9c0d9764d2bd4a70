package org.onex.foundation.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for hashes (密钥哈希) by which short secrets and personal data are found without being readable: HMAC-SHA256 (RFC 2104). Who has no
 * key cannot try out all ID numbers.
 */
public final class HashKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    private HashKey(byte[] key) {
        this.key = key;
    }

    public static HashKey random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new HashKey(bytes);
    }

    public static HashKey of(byte[] key) {
        return new HashKey(key.clone());
    }

    /**
     * @throws IllegalArgumentException if the text is not Base64
     */
    public static HashKey ofBase64(String text) {
        return new HashKey(Base64.getDecoder().decode(text));
    }

    public byte[] bytes() {
        return key.clone();
    }

    /** The key as it travels in JSON. */
    public String base64() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** The hash of a text, 64 lower-case hexadecimal digits. */
    public String hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
