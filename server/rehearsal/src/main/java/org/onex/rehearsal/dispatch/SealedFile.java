package org.onex.rehearsal.dispatch;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A file of a bundle as it lies at a node: a nonce, then AES-256-GCM with its tag. */
final class SealedFile {

    static final String PHOTO = "onex-photo-v1";
    static final String PAPER = "onex-paper-v1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private SealedFile() {}

    /** What was sealed; empty if this key does not open it. */
    static Optional<byte[]> open(byte[] sealed, byte[] key, String purpose) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, NONCE)));
            cipher.updateAAD(Bytes.ascii(purpose));
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
