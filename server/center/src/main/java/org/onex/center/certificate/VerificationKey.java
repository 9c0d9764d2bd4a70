package org.onex.center.certificate;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.onex.foundation.vault.Digests;

/** 128 bits of chance in a certificate's QR code (查验密钥): who has them has the paper in hand. We keep their hash only. */
record VerificationKey(String value) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 16;

    static VerificationKey random() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new VerificationKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What it is known by: SHA-256, 64 lower-case hexadecimal digits. */
    String hash() {
        return Digests.sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    /** It gives itself away in no log. */
    @Override
    public String toString() {
        return "verification key";
    }
}
