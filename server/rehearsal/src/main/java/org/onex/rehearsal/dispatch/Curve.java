package org.onex.rehearsal.dispatch;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The two curves whose keys travel as 32 bytes (RFC 8410 tells what stands before them in Java's encodings). */
enum Curve {
    ED25519("Ed25519", "302a300506032b6570032100", "302e020100300506032b657004220420"),
    X25519("X25519", "302a300506032b656e032100", "302e020100300506032b656e04220420");

    static final int KEY_BYTES = 32;

    private final String algorithm;
    private final String beforePublic;
    private final String beforePrivate;

    Curve(String algorithm, String beforePublic, String beforePrivate) {
        this.algorithm = algorithm;
        this.beforePublic = beforePublic;
        this.beforePrivate = beforePrivate;
    }

    KeyPair random() {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are no key
     */
    PublicKey publicKey(byte[] bytes) {
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(joined(beforePublic, bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of " + algorithm, e);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are no key
     */
    PrivateKey privateKey(byte[] bytes) {
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(joined(beforePrivate, bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of " + algorithm, e);
        }
    }

    /** The 32 bytes that travel. */
    static byte[] bytes(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static byte[] joined(String before, byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return Bytes.joined(HexFormat.of().parseHex(before), bytes);
    }
}
