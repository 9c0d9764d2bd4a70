package org.onex.foundation.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key that wraps all others (主密钥). It comes from the environment or lies in a file of its own that back-ups leave out: who steals
 * data or a back-up without it has nothing readable.
 */
final class MasterKey {

    private static final String FILE = "master.key";

    private final DataKey key;

    private MasterKey(DataKey key) {
        this.key = key;
    }

    /**
     * @param given the key in Base64 as the environment has it, or null to take it from the folder
     * @param mayMake whether a new one may be made where there is none
     * @throws IllegalStateException if there is none and none may be made, or what is there is no key
     */
    static MasterKey load(@Nullable String given, Path folder, boolean mayMake) throws IOException {
        if (given != null && !given.isBlank()) {
            return of(given, "ONEX_MASTER_KEY");
        }
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new IllegalStateException("the master key is missing: put it back to " + file
                        + " or into the environment as ONEX_MASTER_KEY; without it what is stored cannot be read");
            }
            try {
                SecretFiles.write(file, DataKey.random().base64());
            } catch (FileAlreadyExistsException e) {
                return of(Files.readString(file), file.toString());
            }
        }
        return of(Files.readString(file), file.toString());
    }

    private static MasterKey of(String text, String source) {
        try {
            return new MasterKey(DataKey.of(Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(source + " holds no key: 32 bytes in Base64 are expected", e);
        }
    }

    String wrap(byte[] secret, String name) {
        return Base64.getEncoder().encodeToString(key.seal(secret, name));
    }

    /**
     * @throws IllegalStateException if the secret was wrapped with another master key, or changed
     */
    byte[] unwrap(String wrapped, String name) {
        try {
            return key.open(Base64.getDecoder().decode(wrapped.strip()), name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key " + name + " does not open with this master key", e);
        }
    }
}
