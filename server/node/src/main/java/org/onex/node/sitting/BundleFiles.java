package org.onex.node.sitting;

import java.util.Map;

/**
 * Where the sealed papers and photos of a bundle (密封文件) are read from, one at a time: those of a large site are together more than a node
 * can hold.
 */
@FunctionalInterface
public interface BundleFiles {

    /**
     * The bytes of one file, read whenever they are asked for.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    byte[] read(String sha256);

    /** The few files of a mock exam, which are nowhere but in memory. */
    static BundleFiles of(Map<String, byte[]> files) {
        return sha256 -> {
            var bytes = files.get(sha256);
            if (bytes == null) {
                throw new IllegalArgumentException("file " + sha256 + " is missing");
            }
            return bytes;
        };
    }
}
