package org.onex.center.photo;

/**
 * How much one archive of photos may be (压缩包上限).
 *
 * @param files      not counting folders and what operating systems leave behind
 * @param fileBytes  one file, unpacked
 * @param totalBytes all files together, unpacked
 */
record ArchiveLimits(int files, long fileBytes, long totalBytes) {

    /** A college of 10,000 sends 3 GB; twice as many people are two archives. */
    static ArchiveLimits forPhotosOf(PhotoRule rule) {
        return new ArchiveLimits(20_000, rule.maxBytes(), 4096 * PhotoRule.MEGABYTE);
    }

    ArchiveLimits {
        if (files < 1 || fileBytes < 1 || fileBytes >= Integer.MAX_VALUE - 8 || totalBytes < 1) {
            throw new IllegalArgumentException("limits that nothing can keep");
        }
    }
}
