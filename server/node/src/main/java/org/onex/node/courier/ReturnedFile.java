package org.onex.node.courier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.node.sitting.ScriptDirectory;

/**
 * A file that goes back to the centre (回收文件), sealed for the awarding body: the newest one of a script or of the record of a bundle. How it
 * is made and sent is {@code docs/return-protocol.md}.
 *
 * @param subject   the attempt of a script, the bundle of a record
 * @param node      as which node we signed it
 * @param says      what is in it
 * @param sealedFor hash of the key for which it was sealed
 * @param sha256    of the sealed bytes
 * @param here      whether the sealed bytes are kept; not once they have arrived
 * @param arrived   whether the centre has proven it
 * @param refused   why the centre cannot take it; null if nobody has said so
 */
record ReturnedFile(
        UUID subject,
        UUID bundle,
        UUID node,
        Says says,
        String sealedFor,
        String sha256,
        long bytes,
        boolean here,
        boolean arrived,
        @Nullable String refused) {

    /** Why a file stands for a script or a record that is longer than the centre takes. */
    static final String TOO_LARGE = "TOO_LARGE";
    /** Why a file stands for a script or a record that could not be read or sealed here. */
    static final String UNSEALED = "UNSEALED";

    /**
     * What is in a file.
     *
     * @param number  revision of the script, or number of the record
     * @param hash    of the script as its receipt says it, empty for a file that only stands for one; of a record of what it says
     * @param entries of a script, of all its devices
     * @param events  of a script, likewise
     */
    record Says(int number, String hash, long entries, long events) {}

    boolean isRecord() {
        return subject.equals(bundle);
    }

    int number() {
        return says.number();
    }

    String hash() {
        return says.hash();
    }

    /** Whether it is about this revision and says this. */
    boolean says(int asNumber, String asHash) {
        return number() == asNumber && hash().equals(asHash);
    }

    /** Whether all that is known of a run by now is in it. */
    boolean holds(ScriptDirectory.Run run) {
        return Integer.valueOf(number()).equals(run.revision())
                && says.entries() >= run.acknowledged()
                && says.events() >= run.events();
    }

    /** Whether there is nothing more to do about it here: the centre has it, or has it and cannot take it. */
    boolean isSettled() {
        return arrived || refused != null;
    }
}
