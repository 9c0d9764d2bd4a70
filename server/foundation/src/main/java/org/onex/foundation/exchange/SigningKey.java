package org.onex.foundation.exchange;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** A machine's own key, by which it proves that it was the one who said something (签名私钥): Ed25519 (RFC 8032). */
public final class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        try {
            this.key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a signing key has 32 bytes", e);
        }
    }

    /** A new key from the machine's source of chance. */
    public static SigningKey random() {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom());
            var made = (EdECPrivateKey) generator.generateKeyPair().getPrivate();
            return new SigningKey(made.getBytes().orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param seed 32 bytes, as {@link #bytes()} gave them
     * @throws IllegalArgumentException if they are not
     */
    public static SigningKey of(byte[] seed) {
        return new SigningKey(seed.clone());
    }

    public byte[] bytes() {
        return seed.clone();
    }

    /** The half that everybody may know. */
    public VerifyingKey verifyingKey() {
        return VerifyingKey.of(
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        return sign(message, 0);
    }

    /**
     * 64 bytes.
     *
     * @param from where in the bytes the message begins, which goes on to their end
     */
    public byte[] sign(byte[] bytes, int from) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes, from, bytes.length - from);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A private key gives itself away in no log. */
    @Override
    public String toString() {
        return "signing key";
    }
}
