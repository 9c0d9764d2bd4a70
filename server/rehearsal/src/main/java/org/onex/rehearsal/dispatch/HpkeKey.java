package org.onex.rehearsal.dispatch;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A machine's key for what is sealed for it alone: HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
 * AES-256-GCM, written from the standard.
 */
final class HpkeKey {

    private static final byte[] NONE = {};
    private static final byte[] VERSION = Bytes.ascii("HPKE-v1");
    /** DHKEM(X25519, HKDF-SHA256). */
    private static final byte[] KEM = Bytes.joined(Bytes.ascii("KEM"), number(0x20));
    /** With HKDF-SHA256 and AES-256-GCM. */
    private static final byte[] SUITE = Bytes.joined(Bytes.ascii("HPKE"), number(0x20), number(1), number(2));

    private static final int HASH_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyPair pair;

    HpkeKey(KeyPair pair) {
        this.pair = pair;
    }

    static HpkeKey random() {
        return new HpkeKey(Curve.X25519.random());
    }

    /** The half that everybody may know. */
    byte[] publicBytes() {
        return Curve.bytes(pair.getPublic());
    }

    /**
     * @param sealed an encapsulated key and the ciphertext
     * @throws IllegalArgumentException if it was sealed for another key or another purpose, or was changed
     */
    byte[] open(byte[] sealed, String info) {
        return open(sealed, Bytes.ascii(info), NONE);
    }

    byte[] open(byte[] sealed, byte[] info, byte[] additional) {
        if (sealed.length < Curve.KEY_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        var encapsulated = Arrays.copyOf(sealed, Curve.KEY_BYTES);
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(pair.getPrivate());
            agreement.doPhase(Curve.X25519.publicKey(encapsulated), true);
            var shared = shared(agreement.generateSecret(), encapsulated, publicBytes());
            var cipher = cipher(Cipher.DECRYPT_MODE, shared, info);
            cipher.updateAAD(additional);
            return cipher.doFinal(sealed, Curve.KEY_BYTES, sealed.length - Curve.KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("does not open: " + e, e);
        }
    }

    /** For the owner of that key alone. */
    static byte[] sealed(byte[] plain, String info, byte[] recipient) {
        var own = Curve.X25519.random();
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own.getPrivate());
            agreement.doPhase(Curve.X25519.publicKey(recipient), true);
            var encapsulated = Curve.bytes(own.getPublic());
            var shared = shared(agreement.generateSecret(), encapsulated, recipient);
            var cipher = cipher(Cipher.ENCRYPT_MODE, shared, Bytes.ascii(info));
            return Bytes.joined(encapsulated, cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** What both sides know after the encapsulation (4.1). */
    private static byte[] shared(byte[] agreed, byte[] encapsulated, byte[] recipient) {
        var pseudorandom = extract(KEM, NONE, "eae_prk", agreed);
        return expand(KEM, pseudorandom, "shared_secret", Bytes.joined(encapsulated, recipient), HASH_BYTES);
    }

    /** For the first message of a context (5.1). */
    private static Cipher cipher(int mode, byte[] shared, byte[] info) throws GeneralSecurityException {
        var context = Bytes.joined(
                new byte[] {0}, extract(SUITE, NONE, "psk_id_hash", NONE), extract(SUITE, NONE, "info_hash", info));
        var secret = extract(SUITE, shared, "secret", NONE);
        var key = new SecretKeySpec(expand(SUITE, secret, "key", context, HASH_BYTES), "AES");
        var nonce = expand(SUITE, secret, "base_nonce", context, NONCE_BYTES);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** An empty salt is one of zeros (RFC 5869). */
    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material) {
        return Bytes.hmac(
                salt.length == 0 ? new byte[HASH_BYTES] : salt,
                Bytes.joined(VERSION, suite, Bytes.ascii(label), material));
    }

    /**
     * One block is enough.
     *
     * @param length up to that of a hash
     */
    private static byte[] expand(byte[] suite, byte[] key, String label, byte[] info, int length) {
        var block = Bytes.joined(number(length), VERSION, suite, Bytes.ascii(label), info, new byte[] {1});
        return Arrays.copyOf(Bytes.hmac(key, block), length);
    }

    /** In two bytes. */
    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> Byte.SIZE), (byte) number};
    }
}
