package org.onex.rehearsal.dispatch;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Ed25519. */
final class Signature {

    private static final String ALGORITHM = "Ed25519";

    private Signature() {}

    static byte[] of(byte[] content, PrivateKey key) {
        try {
            var signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    static boolean fits(byte[] signature, byte[] content, PublicKey key) {
        try {
            var verifier = java.security.Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
