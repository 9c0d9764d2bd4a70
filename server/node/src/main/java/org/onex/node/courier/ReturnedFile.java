package org.onex.node.courier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes back to the centre (回收文件), sealed for the awarding body: the newest one of a script or of the record of a bundle. How it
 * is made and sent is {@code docs/return-protocol.md}.
 *
 * @param subject the attempt of a script, the bundle of a record
 * @param node    as which node we signed it
 * @param number  revision of the script, or number of the record
 * @param hash    of the script as its receipt says it, of a record of what it says
 * @param sha256  of the sealed bytes
 * @param arrived whether the centre has proven it
 * @param refused why the centre cannot take it; null if it has not said so
 */
record ReturnedFile(
        UUID subject,
        UUID bundle,
        UUID node,
        int number,
        String hash,
        String sha256,
        long bytes,
        boolean arrived,
        @Nullable String refused) {

    boolean isRecord() {
        return subject.equals(bundle);
    }

    /** Whether it is about this revision and says this. */
    boolean says(int asNumber, String asHash) {
        return number == asNumber && hash.equals(asHash);
    }

    /** Whether there is nothing more to do about it here: the centre has it, or has it and cannot take it. */
    boolean isSettled() {
        return arrived || refused != null;
    }
}
