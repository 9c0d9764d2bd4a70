package org.onex.node.sitting;

import java.time.Instant;
import java.util.List;

/**
 * The machine that owns, or owned, an attempt during one epoch.
 *
 * @param tokenHash  SHA-256 of the token that only this machine has
 * @param durableSeq up to which entry of this epoch everything is on disk; so many there are
 * @param valueBytes of all values of these entries, in UTF-8
 * @param events     how many screen events of this epoch were kept
 */
record Device(int epoch, String tokenHash, long durableSeq, long valueBytes, int events, Instant since) {

    static Device of(int epoch, String tokenHash, Instant since) {
        return new Device(epoch, tokenHash, 0, 0, 0, since);
    }

    /** With what follows what it has brought so far; never empty. */
    Device with(List<Entry> fresh) {
        var more = fresh.stream().mapToLong(Entry::valueBytes).sum();
        return new Device(epoch, tokenHash, fresh.getLast().seq(), valueBytes + more, events, since);
    }
}
