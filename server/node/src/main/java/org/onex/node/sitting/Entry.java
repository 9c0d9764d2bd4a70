package org.onex.node.sitting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One change of one answer, as the candidate's device noted it.
 *
 * @param seq       its number within the epoch, from 1 without gaps
 * @param item      which question
 * @param value     the whole answer from now on; empty for none
 * @param claimedAt what the device believed the time was; kept and never believed
 */
record Entry(long seq, String item, String value, Instant claimedAt) {

    static final int LONGEST_VALUE = 20_000;
    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** PostgreSQL's range is narrower than Java's; nobody's clock is wrong by a thousand years. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    /** How an entry takes part in the answers. */
    enum Standing {
        /** It does. */
        COUNTS,
        /** It came after the node had handed in; counts in a later revision, which a rule decides on. */
        LATE,
        /** It came from a device that no longer owned the attempt; kept, never counted. */
        EVIDENCE
    }

    /** An entry as it goes into the journal. */
    record Journaled(int epoch, Entry entry, Standing standing, Instant receivedAt) {}

    /**
     * @throws SittingRefused if it cannot be stored as it is
     */
    void requireValid() {
        if (seq < 1) {
            throw SittingRefused.invalidEntry(seq, "seq");
        }
        if (!ITEM.matcher(item).matches()) {
            throw SittingRefused.invalidEntry(seq, "item");
        }
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0 || !isWellFormed(value)) {
            throw SittingRefused.invalidEntry(seq, "value");
        }
        if (!canBeStored(claimedAt)) {
            throw SittingRefused.invalidEntry(seq, "at");
        }
    }

    /** How much of the journal's limit it takes. */
    int valueBytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A clock may be wrong by any amount; what a database cannot hold is refused before it gets there. */
    static boolean canBeStored(Instant claimed) {
        return !claimed.isBefore(EARLIEST) && !claimed.isAfter(LATEST);
    }

    /** A lone half of a surrogate pair cannot be written as UTF-8: it would come back as something else. */
    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Whether the same key holds the same content; times compare by the millisecond, which is what travels and what is stored. */
    boolean saysTheSameAs(Entry other) {
        return item.equals(other.item)
                && value.equals(other.value)
                && claimedAt.toEpochMilli() == other.claimedAt.toEpochMilli();
    }
}
