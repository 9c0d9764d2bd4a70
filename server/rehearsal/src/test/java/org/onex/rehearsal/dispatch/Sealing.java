package org.onex.rehearsal.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a centre seals, as a test's centre does it. */
final class Sealing {

    private Sealing() {}

    /** AES-256-GCM with its nonce before it. */
    static byte[] locked(byte[] plain, byte[] key, String purpose) {
        try {
            var nonce = new byte[12];
            new SecureRandom().nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(Bytes.ascii(purpose));
            return Bytes.joined(nonce, cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] packed(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] letter(byte[] content, PrivateKey center, byte[] recipient) {
        var packed = packed(content);
        var signature = Ed25519.of(Bytes.joined(Bytes.ascii("onex-bundle-v2\n"), packed), center);
        return HpkeKey.sealed(Bytes.joined(signature, packed), "onex-bundle-v2", recipient);
    }
}
