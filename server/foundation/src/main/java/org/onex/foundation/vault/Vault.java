package org.onex.foundation.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps personal data unreadable for whoever gets at the database or the disk (保险库): seals values and files with AES-256-GCM and makes
 * keyed hashes by which they are found. Sealed bytes begin with two bytes, the number of their key, so that keys can be changed while
 * everything old still opens.
 */
public final class Vault {

    private static final int KEY_NUMBER_BYTES = 2;

    private final KeyRing keys;

    private Vault(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Opens the keys of an application, or makes new ones if it has none.
     *
     * @param keys   where the master key lies and each application has a folder
     * @param master the master key in Base64, or null to have it in a file there
     * @throws IllegalStateException if keys are missing or do not open; the message says what to do
     */
    public static Vault open(Path keys, String application, @Nullable String master) throws IOException {
        return new Vault(KeyRing.open(keys, application, master));
    }

    /**
     * Adds a data key: who opens the folder from now on seals with it. A stolen older one is worth nothing for what comes after.
     *
     * @throws IllegalStateException if there are no keys yet, or they do not open
     */
    static void addDataKey(Path keys, String application, @Nullable String master) throws IOException {
        KeyRing.rotate(keys, application, master);
    }

    /**
     * @param purpose what the value is and whose; it opens for this purpose only, so that nobody can swap two values
     */
    public byte[] seal(byte[] plain, String purpose) {
        var number = keys.newest();
        var sealed = keys.dataKey(number).seal(plain, purpose);
        return ByteBuffer.allocate(KEY_NUMBER_BYTES + sealed.length)
                .putShort((short) number)
                .put(sealed)
                .array();
    }

    public byte[] seal(String plain, String purpose) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), purpose);
    }

    /**
     * @throws IllegalArgumentException if it was sealed for another purpose, was changed, or its key is missing
     */
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < KEY_NUMBER_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        var bytes = ByteBuffer.wrap(sealed);
        var key = keys.dataKey(Short.toUnsignedInt(bytes.getShort()));
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return key.open(rest, purpose);
    }

    public String openText(byte[] sealed, String purpose) {
        return new String(open(sealed, purpose), StandardCharsets.UTF_8);
    }

    /**
     * The keyed hash of a value, 64 lower-case hexadecimal digits.
     *
     * @param purpose what the value is; the same value has another hash for another purpose
     */
    public String hash(String value, String purpose) {
        return keys.hashKey().hash(purpose + "\0" + value);
    }
}
