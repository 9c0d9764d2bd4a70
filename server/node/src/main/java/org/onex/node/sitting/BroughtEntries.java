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

    /** Those that are not stored yet. */
    List<Entry> fresh() {
        return entries.stream()
                .filter(entry -> entry.seq() > device.durableSeq())
                .toList();
    }
}
