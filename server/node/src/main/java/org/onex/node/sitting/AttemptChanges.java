package org.onex.node.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one unit of work changed in an attempt; the writer stores it in one go. */
final class AttemptChanges {

    /** An event with what was known when it came. */
    record Seen(int epoch, Attempt.Event event, Instant receivedAt) {}

    private final List<Entry.Journaled> entries = new ArrayList<>();
    private final Map<Integer, Device> devices = new LinkedHashMap<>();
    private final List<Seen> events = new ArrayList<>();
    private final List<Instruction> given = new ArrayList<>();
    private final Set<UUID> confirmed = new LinkedHashSet<>();
    private final Set<Receipt.Kind> revisions = EnumSet.noneOf(Receipt.Kind.class);
    private boolean progressed;

    void progressed() {
        progressed = true;
    }

    void journal(Entry.Journaled entry) {
        entries.add(entry);
    }

    void device(Device device) {
        devices.put(device.epoch(), device);
    }

    void event(int epoch, Attempt.Event event, Instant receivedAt) {
        events.add(new Seen(epoch, event, receivedAt));
    }

    void instruct(Instruction instruction) {
        given.add(instruction);
    }

    void confirm(Collection<UUID> shown) {
        confirmed.addAll(shown);
    }

    void revision(Receipt.Kind kind) {
        revisions.add(kind);
    }

    boolean broughtLate() {
        return entries.stream().anyMatch(entry -> entry.standing() == Entry.Standing.LATE);
    }

    boolean hasProgressed() {
        return progressed;
    }

    List<Entry.Journaled> entries() {
        return entries;
    }

    List<Entry> entriesOf(int epoch) {
        return entries.stream()
                .filter(entry -> entry.epoch() == epoch)
                .map(Entry.Journaled::entry)
                .toList();
    }

    Collection<Device> devices() {
        return devices.values();
    }

    List<Seen> events() {
        return events;
    }

    List<Instruction> given() {
        return given;
    }

    Set<UUID> confirmed() {
        return confirmed;
    }

    /** The hand-in before what came late, if both are due. */
    Set<Receipt.Kind> revisions() {
        return revisions;
    }
}
