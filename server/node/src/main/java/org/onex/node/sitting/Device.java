package org.onex.node.sitting;

import java.time.Instant;

/**
 * The machine that owns, or owned, an attempt during one epoch.
 *
 * @param tokenHash  SHA-256 of the token that only this machine has
 * @param durableSeq up to which entry of this epoch everything is on disk
 */
record Device(int epoch, String tokenHash, long durableSeq, Instant since) {

    Device withDurableSeq(long seq) {
        return new Device(epoch, tokenHash, seq, since);
    }
}
