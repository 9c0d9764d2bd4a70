package org.onex.center;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The centre's own way to hash passwords, asked once a run for the same question: every class enters a dozen accounts with the one password
 * of all tests, and a hash is made to be slow.
 */
final class RememberedPasswords implements PasswordEncoder {

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> MATCHES = new ConcurrentHashMap<>();

    private final PasswordEncoder real;

    RememberedPasswords(PasswordEncoder real) {
        this.real = real;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return HASHES.computeIfAbsent(String.valueOf(password), real::encode);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return MATCHES.computeIfAbsent(password + "\n" + hash, asked -> real.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return real.upgradeEncoding(hash);
    }
}
