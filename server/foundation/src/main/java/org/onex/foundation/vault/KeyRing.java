package org.onex.foundation.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one application (密钥环), wrapped by the master key in files of their own: data keys with running numbers, of which the
 * newest seals and every one still opens, and one key for hashes, which never changes because what was hashed could not be found again.
 */
final class KeyRing {

    private static final Pattern DATA_KEY = Pattern.compile("data-(\\d{1,5})\\.key");
    private static final String HASH_KEY = "hash.key";

    private final NavigableMap<Integer, DataKey> dataKeys;
    private final HashKey hashKey;

    private KeyRing(NavigableMap<Integer, DataKey> dataKeys, HashKey hashKey) {
        this.dataKeys = dataKeys;
        this.hashKey = hashKey;
    }

    /**
     * Opens the keys in a folder; makes them if it has none yet.
     *
     * @param keys        where the master key lies and each application has a folder
     * @throws IllegalStateException if a part of the keys is missing or does not open
     */
    static KeyRing open(Path keys, String application, @Nullable String master) throws IOException {
        var folder = keys.resolve(application);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(keys);
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, mine);
        }
        var isNew = !Files.exists(folder.resolve(HASH_KEY));
        var masterKey = MasterKey.load(master, keys, isNew);
        if (isNew) {
            // The hash key is written last: with it the ring is complete.
            if (!Files.exists(dataKey(folder, 1))) {
                SecretFiles.write(
                        dataKey(folder, 1), masterKey.wrap(DataKey.random().bytes(), "data-1.key"));
            }
            SecretFiles.write(
                    folder.resolve(HASH_KEY), masterKey.wrap(HashKey.random().bytes(), HASH_KEY));
        }
        return read(folder, masterKey);
    }

    /** Adds a data key with which everything is sealed from the next start on. */
    static void rotate(Path keys, String application, @Nullable String master) throws IOException {
        var folder = keys.resolve(application);
        var masterKey = MasterKey.load(master, keys, false);
        var next = read(folder, masterKey).newest() + 1;
        SecretFiles.write(dataKey(folder, next), masterKey.wrap(DataKey.random().bytes(), "data-" + next + ".key"));
    }

    private static KeyRing read(Path folder, MasterKey master) throws IOException {
        var keys = new TreeMap<Integer, DataKey>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = DATA_KEY.matcher(file.getFileName().toString());
                if (name.matches()) {
                    keys.put(
                            Integer.valueOf(name.group(1)),
                            DataKey.of(master.unwrap(Files.readString(file), name.group())));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "there is no data key in " + folder + "; put the keys back from where they are kept");
        }
        var hash = HashKey.of(master.unwrap(Files.readString(folder.resolve(HASH_KEY)), HASH_KEY));
        return new KeyRing(keys, hash);
    }

    private static Path dataKey(Path folder, int number) {
        return folder.resolve("data-" + number + ".key");
    }

    int newest() {
        return dataKeys.lastKey();
    }

    /**
     * @throws IllegalArgumentException if there is none with this number
     */
    DataKey dataKey(int number) {
        var key = dataKeys.get(number);
        if (key == null) {
            throw new IllegalArgumentException("there is no data key " + number);
        }
        return key;
    }

    HashKey hashKey() {
        return hashKey;
    }
}
