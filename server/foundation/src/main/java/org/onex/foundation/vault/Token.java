package org.onex.foundation.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 bits of chance that only its bearer has; whoever gave it out keeps the hash. */
public record Token(String value) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;

    public static Token random() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What it is known by: SHA-256, 64 lower-case hexadecimal digits. */
    public String hash() {
        return Digests.sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A token gives itself away in no log. */
    @Override
    public String toString() {
        return "token";
    }
}
