package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.foundation.vault.Digests;

/**
 * One candidate's run at one paper (作答). The rules of the answer protocol live here: who owns it, what counts, when it is over. Says no by
 * {@link SittingRefused}; what it accepts is on disk before anybody hears of it.
 */
final class Attempt {

    /** What was typed in the last second and is still on its way belongs to the script. */
    static final Duration GRACE = Duration.ofSeconds(3);

    /** An unlock that nobody uses must not stand open for the rest of the exam. */
    static final Duration UNLOCKED_FOR = Duration.ofMinutes(10);

    /** How long after the end a machine may bring what it could not send. */
    static final Duration LATE_SYNC_FOR = Duration.ofHours(24);

    /** Which device says so: the epoch it believes to own, and the hash of its token. */
    record Claim(int epoch, String tokenHash) {}

    /** Entries and events that a device brings, and instructions it has shown. */
    record Beat(List<Entry> entries, List<Event> events, Set<UUID> confirmed) {}

    /** Something seen at the screen; evidence, never a verdict. */
    record Event(String kind, Instant claimedAt) {}

    /**
     * Who sits the exam.
     *
     * @param photo SHA-256 of the sealed photo
     */
    record Person(
            String ticket,
            String name,
            String maskedId,
            String idHash,
            @Nullable String photo) {}

    /**
     * What does not change once entry is open.
     *
     * @param follows the same candidate's run at the subject before this one
     */
    record Seat(
            UUID attempt,
            UUID session,
            @Nullable UUID follows,
            Person person,
            Place place,
            String form,
            int extraPercent) {}

    /** What changes; the row as it is stored. */
    record Progress(
            int epoch,
            @Nullable Instant unlockedUntil,
            int extraMinutes,
            @Nullable Instant startedAt,
            @Nullable Instant deadline,
            Receipt.@Nullable Kind sealed) {}

    /** Asks for entries that are stored already. */
    @FunctionalInterface
    interface StoredEntries {
        List<Entry> between(UUID attempt, int epoch, long from, long to);
    }

    private final Seat seat;
    private final SessionHours hours;
    private final NavigableMap<Integer, Device> devices = new TreeMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final AttemptChanges changes = new AttemptChanges();
    private Progress progress;
    private @Nullable Receipt receipt;

    Attempt(Seat seat, SessionHours hours, Progress progress) {
        this.seat = seat;
        this.hours = hours;
        this.progress = progress;
    }

    /** Adds what belongs to it and is stored elsewhere. */
    Attempt with(Collection<Device> owners, Collection<Instruction> open, @Nullable Receipt latest) {
        owners.forEach(device -> devices.put(device.epoch(), device));
        instructions.addAll(open);
        receipt = latest;
        return this;
    }

    UUID id() {
        return seat.attempt();
    }

    Seat seat() {
        return seat;
    }

    Progress progress() {
        return progress;
    }

    AttemptChanges changes() {
        return changes;
    }

    List<Instruction> instructions() {
        return List.copyOf(instructions);
    }

    /** The latest one; null as long as nothing was handed in. */
    @Nullable Receipt receipt() {
        return receipt;
    }

    AttemptState state() {
        return AttemptState.of(progress.epoch(), progress.startedAt() != null, progress.sealed() != null);
    }

    /** What is left to write; null before the start. */
    @Nullable Duration remaining(Instant now) {
        var deadline = progress.deadline();
        if (deadline == null) {
            return null;
        }
        return progress.sealed() != null || now.isAfter(deadline) ? Duration.ZERO : Duration.between(now, deadline);
    }

    /** How long until one may hand in; null before the start. */
    @Nullable Duration untilHandIn(Instant now) {
        return progress.startedAt() == null ? null : hours.untilHandIn(now);
    }

    Duration untilOpen(Instant now) {
        return hours.untilOpen(now);
    }

    /** Up to which entry everything of this device is on disk. */
    long durableSeq(int epoch) {
        var device = devices.get(epoch);
        return device == null ? 0 : device.durableSeq();
    }

    boolean isOwnedBy(Claim claim) {
        return authenticate(claim).epoch() == progress.epoch();
    }

    /** The epoch of the device that has this token. */
    int epochOf(String tokenHash) {
        return devices.values().stream()
                .filter(device -> Digests.same(device.tokenHash(), tokenHash))
                .findFirst()
                .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN))
                .epoch();
    }

    /** The candidate sits down at a machine: the first one, or after an unlock another one, which takes over. */
    void enter(String idHash, String tokenHash, Instant now) {
        enter(idHash, tokenHash, lateUntil(), now);
    }

    /**
     * @param lateUntil until when this candidate may come for the first time, if another exam kept them beyond the late limit
     */
    void enter(String idHash, String tokenHash, Instant lateUntil, Instant now) {
        if (!Digests.same(seat.person().idHash(), idHash)) {
            throw SittingRefused.of(SittingRefused.Code.SIGN_IN_WRONG);
        }
        closeIfOver(now);
        requireNotSealed();
        requireNotTooEarly(now);
        if (isHeldBy(tokenHash)) {
            return; // the answer to the first try was lost
        }
        if (devices.values().stream().anyMatch(device -> Digests.same(device.tokenHash(), tokenHash))) {
            throw SittingRefused.of(SittingRefused.Code.TAKEN_OVER);
        }
        if (progress.epoch() == 0) {
            requireInTime(lateUntil, now);
        } else if (!isUnlockedAt(now)) {
            throw SittingRefused.deviceActive(seat.place());
        }
        var device = Device.of(progress.epoch() + 1, tokenHash, now);
        devices.put(device.epoch(), device);
        changes.device(device);
        progress(new Progress(
                device.epoch(),
                null,
                progress.extraMinutes(),
                progress.startedAt(),
                progress.deadline(),
                progress.sealed()));
    }

    /**
     * @throws SittingRefused until entry opens; a following subject opens when the one before is handed in
     */
    void requireNotTooEarly(Instant now) {
        if (isTooEarly(now)) {
            hours.requireEntryOpenAt(now);
        }
    }

    boolean isTooEarly(Instant now) {
        return seat.follows() == null && hours.isBeforeEntry(now);
    }

    /** The candidate begins to write. Again changes nothing. */
    void start(Claim claim, Instant now) {
        requireOwner(claim);
        closeIfOver(now);
        requireNotSealed();
        hours.requireOpenAt(now);
        if (progress.startedAt() != null) {
            return;
        }
        var deadline = deadlineOfStart(now);
        if (!deadline.isAfter(now)) {
            throw SittingRefused.tooLate(deadline);
        }
        progress(
                new Progress(progress.epoch(), progress.unlockedUntil(), progress.extraMinutes(), now, deadline, null));
    }

    /** Until when its candidate may come for the first time. Time that was given before they came was given to come, too. */
    Instant lateUntil() {
        return hours.lateUntil(progress.extraMinutes());
    }

    /** When it will be too late to start, whoever comes. */
    Instant startUntil() {
        return hours.closes(seat.extraPercent()).plus(Duration.ofMinutes(progress.extraMinutes()));
    }

    private void requireInTime(Instant lateUntil, Instant now) {
        if (seat.follows() == null && !now.isBefore(lateUntil)) {
            throw SittingRefused.tooLate(lateUntil);
        }
        if (isOver(lateUntil, now)) {
            throw SittingRefused.tooLate(deadlineOfStart(now));
        }
    }

    private Instant deadlineOfStart(Instant now) {
        return hours.deadline(now, seat.extraPercent()).plus(Duration.ofMinutes(progress.extraMinutes()));
    }

    /**
     * Whether nothing more can be written: it is handed in, or it is too late to start or to come.
     *
     * @param lateUntil until when its candidate may come for the first time
     */
    boolean isOver(Instant lateUntil, Instant now) {
        var isMissed = progress.epoch() == 0 && seat.follows() == null && !now.isBefore(lateUntil);
        return isMissed
                || progress.sealed() != null
                || (progress.startedAt() == null && !deadlineOfStart(now).isAfter(now));
    }

    /**
     * The candidate may go on to the subject that follows.
     *
     * @throws SittingRefused if this one is still to be written, or its candidate never came
     */
    void requireDone(Instant now) {
        if (progress.epoch() == 0 && !now.isBefore(lateUntil())) {
            throw SittingRefused.tooLate(lateUntil());
        }
        if (progress.epoch() == 0 || !isOver(lateUntil(), now)) {
            throw SittingRefused.of(SittingRefused.Code.NOT_HANDED_IN);
        }
    }

    /** Saves what a device brings; what is stored already is compared and left as it is. */
    void beat(Claim claim, Beat beat, StoredEntries stored, Instant now) {
        var device = authenticate(claim);
        closeIfOver(now);
        var brought = new BroughtEntries(beat.entries(), device);
        brought.requireSequence();
        brought.requireUnchanged(id(), stored, changes.entriesOf(device.epoch()));
        var fresh = brought.fresh();
        if (!fresh.isEmpty()) {
            append(device, fresh, now);
        }
        beat.events().forEach(event -> changes.event(device.epoch(), event, now));
        if (device.epoch() == progress.epoch()) {
            instructions.removeIf(instruction -> beat.confirmed().contains(instruction.id()));
            changes.confirm(beat.confirmed());
        }
    }

    private boolean isHeldBy(String tokenHash) {
        var owner = devices.get(progress.epoch());
        return owner != null && Digests.same(owner.tokenHash(), tokenHash);
    }

    private boolean isUnlockedAt(Instant now) {
        var until = progress.unlockedUntil();
        return until != null && now.isBefore(until);
    }

    private void append(Device device, List<Entry> fresh, Instant now) {
        if (device.epoch() == progress.epoch()) {
            if (progress.startedAt() == null) {
                throw SittingRefused.of(SittingRefused.Code.NOT_STARTED);
            }
            if (progress.sealed() == Receipt.Kind.CANDIDATE || isTooLateForLateSync(now)) {
                throw SittingRefused.of(SittingRefused.Code.HANDED_IN);
            }
        }
        for (var entry : fresh) {
            changes.journal(new Entry.Journaled(device.epoch(), entry, standing(device), now));
        }
        owned(device.with(fresh));
        if (changes.broughtLate()) {
            changes.revision(Receipt.Kind.LATE_SYNC);
        }
    }

    private boolean isTooLateForLateSync(Instant now) {
        var deadline = progress.deadline();
        return deadline != null && progress.sealed() != null && now.isAfter(deadline.plus(LATE_SYNC_FOR));
    }

    /** When the device says it was written is kept for the rule that decides on late entries; it is not decided here. */
    private Entry.Standing standing(Device device) {
        if (device.epoch() < progress.epoch()) {
            return Entry.Standing.EVIDENCE;
        }
        return progress.sealed() == null ? Entry.Standing.COUNTS : Entry.Standing.LATE;
    }

    private void owned(Device device) {
        devices.put(device.epoch(), device);
        changes.device(device);
    }

    /** The candidate hands in. Again, or after the node has done it, changes nothing. */
    void handIn(Claim claim, long lastSeq, Instant now) {
        var device = requireOwner(claim);
        closeIfOver(now);
        if (progress.sealed() != null) {
            return;
        }
        if (progress.startedAt() == null) {
            throw SittingRefused.of(SittingRefused.Code.NOT_STARTED);
        }
        if (lastSeq > device.durableSeq()) {
            throw BroughtEntries.missing(device);
        }
        var wait = hours.untilHandIn(now);
        if (wait.isPositive()) {
            throw SittingRefused.of(SittingRefused.Code.HAND_IN_TOO_EARLY, "handInInMs", wait.toMillis());
        }
        seal(Receipt.Kind.CANDIDATE);
    }

    /** Invigilators hand in for the candidate (强制交卷), whatever the hand-in rule says; what is still on its way comes late. */
    void force(Instant now) {
        requireEntryOpen(now);
        closeIfOver(now);
        requireNotSealed();
        if (progress.startedAt() == null) {
            throw SittingRefused.of(SittingRefused.Code.NOT_STARTED);
        }
        seal(Receipt.Kind.FORCED);
    }

    /** At the deadline the node hands in for everybody. */
    void closeIfOver(Instant now) {
        var deadline = progress.deadline();
        if (deadline != null && progress.sealed() == null && !now.isBefore(deadline.plus(GRACE))) {
            seal(Receipt.Kind.DEADLINE);
        }
    }

    private void seal(Receipt.Kind kind) {
        progress(new Progress(
                progress.epoch(), null, progress.extraMinutes(), progress.startedAt(), progress.deadline(), kind));
        changes.revision(kind);
    }

    /** Which kinds of entries a revision is made of. */
    static Set<Entry.Standing> standingsOf(Receipt.Kind kind) {
        return kind == Receipt.Kind.LATE_SYNC
                ? EnumSet.of(Entry.Standing.COUNTS, Entry.Standing.LATE)
                : EnumSet.of(Entry.Standing.COUNTS);
    }

    /** Makes the receipt of a revision that is due. */
    Receipt prove(Receipt.Kind kind, long lastSeq, Map<String, String> answers, Instant now) {
        var script = new CanonicalScript(id(), progress.epoch(), lastSeq, answers);
        var deadline = progress.deadline();
        var handedInAt = kind == Receipt.Kind.DEADLINE && deadline != null ? deadline : now;
        var revision = receipt == null ? 1 : receipt.revision() + 1;
        receipt = new Receipt(revision, kind, handedInAt, progress.epoch(), lastSeq, script.answered(), script.hash());
        return receipt;
    }

    /** The invigilator lets the next sign-in come from another machine, for ten minutes. Nobody there yet: nothing to unlock. */
    void unlock(Instant now) {
        requireEntryOpen(now);
        closeIfOver(now);
        requireNotSealed();
        if (progress.epoch() > 0) {
            progress(new Progress(
                    progress.epoch(),
                    now.plus(UNLOCKED_FOR),
                    progress.extraMinutes(),
                    progress.startedAt(),
                    progress.deadline(),
                    null));
        }
    }

    /** More time for this candidate. */
    void extend(int minutes, Instruction told, Instant now) {
        requireEntryOpen(now);
        closeIfOver(now);
        requireNotSealed();
        var deadline = progress.deadline();
        progress(new Progress(
                progress.epoch(),
                progress.unlockedUntil(),
                progress.extraMinutes() + minutes,
                progress.startedAt(),
                deadline == null ? null : deadline.plus(Duration.ofMinutes(minutes)),
                null));
        tell(told);
    }

    /** Something that the candidate must see. */
    void instruct(Instruction told, Instant now) {
        requireEntryOpen(now);
        tell(told);
    }

    private void tell(Instruction told) {
        instructions.add(told);
        changes.instruct(told);
    }

    /** Until entry opens a newer version may take the place of everything here: nothing happens to it. */
    void requireEntryOpen(Instant now) {
        if (progress.epoch() == 0) {
            hours.requireEntryOpenAt(now);
        }
    }

    private void progress(Progress next) {
        progress = next;
        changes.progressed();
    }

    private void requireNotSealed() {
        if (progress.sealed() != null) {
            throw SittingRefused.of(SittingRefused.Code.HANDED_IN);
        }
    }

    private Device requireOwner(Claim claim) {
        var device = authenticate(claim);
        if (device.epoch() != progress.epoch()) {
            throw SittingRefused.of(SittingRefused.Code.TAKEN_OVER);
        }
        return device;
    }

    private Device authenticate(Claim claim) {
        epochOf(claim.tokenHash());
        var device = devices.get(claim.epoch());
        if (device == null || !Digests.same(device.tokenHash(), claim.tokenHash())) {
            throw SittingRefused.of(SittingRefused.Code.EPOCH_UNKNOWN);
        }
        return device;
    }
}
