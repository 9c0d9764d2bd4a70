package org.onex.node.sitting;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Entries that a device brings, against what is stored of it already: without gaps, and never another content under the same key.
 *
 * @param entries as they came
 * @param device  which brings them
 */
record BroughtEntries(List<Entry> entries, Device device) {

    /**
     * What an attempt may bring in all, from all its devices. The page makes one entry a second of what is typed without a pause: these are
     * five and a half hours of it. A program that sends without end must not fill the memory of a node on which others write.
     */
    static final int MOST_ENTRIES = 20_000;

    /**
     * Of all values, in UTF-8. Every entry holds the whole answer as it is by then: with an entry for each Chinese character these are 85
     * answers of 500 characters, 21 of 1,000, or one of 4,600.
     */
    static final long MOST_BYTES = 32_000_000;

    BroughtEntries {
        entries = List.copyOf(entries);
    }

    /**
     * @throws SittingRefused if one is not as it must be, or one before them is missing
     */
    void requireSequence() {
        long expected = entries.isEmpty() ? 0 : entries.getFirst().seq();
        if (expected > device.durableSeq() + 1) {
            throw missing(device);
        }
        for (var entry : entries) {
            entry.requireValid();
            if (entry.seq() != expected) {
                throw missing(device);
            }
            expected++;
        }
    }

    static SittingRefused missing(Device device) {
        return SittingRefused.of(SittingRefused.Code.ENTRIES_MISSING, "durableSeq", device.durableSeq());
    }

    /**
     * @param unsaved what is accepted and on its way to the disk
     * @throws SittingRefused if one that is stored already comes again with another content
     */
    void requireUnchanged(UUID attempt, Attempt.StoredEntries stored, Collection<Entry> unsaved) {
        var repeated = entries.stream()
                .filter(entry -> entry.seq() <= device.durableSeq())
                .toList();
        if (repeated.isEmpty()) {
            return;
        }
        var known = new TreeMap<Long, Entry>();
        stored.between(
                        attempt,
                        device.epoch(),
                        repeated.getFirst().seq(),
                        repeated.getLast().seq())
                .forEach(entry -> known.put(entry.seq(), entry));
        unsaved.forEach(entry -> known.put(entry.seq(), entry));
        for (var entry : repeated) {
            var before = known.get(entry.seq());
            if (before == null || !before.saysTheSameAs(entry)) {
                throw SittingRefused.of(SittingRefused.Code.ENTRY_DIFFERS, "seq", entry.seq());
            }
        }
    }

    /**
     * @param owners all devices of the attempt, this one among them
     * @throws SittingRefused if there would be more than an attempt may bring; none is taken then
     */
    void requireRoomBeside(Collection<Device> owners) {
        var fresh = fresh();
        var entries = owners.stream().mapToLong(Device::durableSeq).sum();
        var bytes = owners.stream().mapToLong(Device::valueBytes).sum();
        var more = fresh.stream().mapToLong(Entry::valueBytes).sum();
        if (entries + fresh.size() > MOST_ENTRIES || bytes + more > MOST_BYTES) {
            throw SittingRefused.journalFull(entries, bytes);
        }
    }

    /** Those that are not stored yet. */
    List<Entry> fresh() {
        return entries.stream()
                .filter(entry -> entry.seq() > device.durableSeq())
                .toList();
    }
}
