package org.onex.center.script;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onex.center.script.RecordProof.Said;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.ScriptFile.Standing;

/**
 * Proves a returned script (答卷核验): it is the run that was packed, its journal is whole, and the answers that the centre makes from the
 * journal by itself have the hash that stands on the candidate's receipt.
 */
final class ScriptProof {

    /** As {@code docs/answer-protocol.md} has it; anything else could pass for another line of the canonical bytes. */
    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final int MOST_VALUE = 20_000;
    private static final int MOST_KIND = 200;

    private final ScriptFile file;

    private ScriptProof(ScriptFile file) {
        this.file = file;
    }

    /**
     * What the file has to be.
     *
     * @param revision the newest in it
     */
    record Announced(UUID bundle, int version, UUID attempt, int revision, PackedRuns.Run run) {}

    /**
     * Its revisions, the first one first.
     *
     * @throws Refusal.Found if anything of it is not as it has to be
     */
    static List<Ruling.Revision> revisions(ScriptFile file, Announced announced) {
        var proof = new ScriptProof(file);
        proof.requireReadable();
        proof.requireInPlace(announced);
        proof.requireWholeJournal();
        proof.requireAllRevisions(announced.revision());
        return file.receipts().stream().map(proof::proven).toList();
    }

    /** The answers of a revision, with what its hash is made of. */
    static CanonicalScript fold(ScriptFile file, ScriptFile.Receipt receipt) {
        var answers = new HashMap<String, String>();
        // The journal is in the order of epoch and number, so whatever comes later is newer.
        file.journal().stream()
                .filter(entry -> isIn(entry, receipt))
                .forEach(entry -> answers.put(entry.item(), entry.value()));
        return new CanonicalScript(file.attempt(), receipt.epoch(), receipt.lastSeq(), answers);
    }

    private static boolean isIn(ScriptFile.Entry entry, ScriptFile.Receipt receipt) {
        return entry.standing() == Standing.COUNTS
                || (receipt.kind() == ScriptFile.HandIn.LATE_SYNC && isLateIn(entry, receipt));
    }

    private static boolean isLateIn(ScriptFile.Entry entry, ScriptFile.Receipt receipt) {
        return entry.standing() == Standing.LATE
                && entry.epoch() == receipt.epoch()
                && entry.seq() <= receipt.lastSeq();
    }

    private void requireReadable() {
        Refusal.UNREADABLE.unless(file.format() == ScriptFile.FORMAT, "of format " + file.format());
        Refusal.UNREADABLE.unless(
                file.devices().stream().allMatch(device -> Said.atNode(device.since()))
                        && file.journal().stream().allMatch(ScriptProof::isReadable)
                        && file.events().stream().allMatch(ScriptProof::isReadable)
                        && file.receipts().stream()
                                .allMatch(receipt ->
                                        isThere(receipt.kind(), receipt.hash()) && Said.atNode(receipt.handedInAt()))
                        && Said.atNode(file.startedAt())
                        && Said.atNode(file.deadline()),
                "something is missing in it");
    }

    private static boolean isReadable(ScriptFile.Entry entry) {
        return isThere(entry.item(), entry.standing())
                && Said.atDevice(entry.at())
                && Said.atNode(entry.receivedAt())
                && Said.text(entry.value(), MOST_VALUE)
                && ITEM.matcher(entry.item()).matches();
    }

    private static boolean isReadable(ScriptFile.Event seen) {
        return Said.text(seen.kind(), MOST_KIND) && Said.atDevice(seen.at()) && Said.atNode(seen.receivedAt());
    }

    private static boolean isThere(Object... said) {
        return Stream.of(said).allMatch(Objects::nonNull);
    }

    private void requireInPlace(Announced announced) {
        Refusal.MISPLACED.unless(
                announced.bundle().equals(file.bundle()) && announced.version() == file.version(), "other bundle");
        Refusal.MISPLACED.unless(announced.attempt().equals(file.attempt()), "other attempt");
        Refusal.MISPLACED.unless(announced.run().session().equals(file.session()), "other session");
        Refusal.MISPLACED.unless(announced.run().form().equals(file.form()), "other form");
    }

    /** Of every device all entries, from the first to the last that was acknowledged, in order. */
    private void requireWholeJournal() {
        Refusal.INCOMPLETE.unless(!file.devices().isEmpty(), "no device");
        int at = 0;
        for (int epoch = 1; epoch <= file.devices().size(); epoch++) {
            var device = file.devices().get(epoch - 1);
            Refusal.INCOMPLETE.unless(device.epoch() == epoch, "no device " + epoch);
            for (long seq = 1; seq <= device.durableSeq(); seq++) {
                Refusal.INCOMPLETE.unless(at < file.journal().size(), "entries missing at the end");
                var entry = file.journal().get(at);
                Refusal.INCOMPLETE.unless(
                        entry.epoch() == epoch && entry.seq() == seq, "gap before " + epoch + "." + seq);
                at++;
            }
        }
        Refusal.INCOMPLETE.unless(at == file.journal().size(), "entries beyond what was acknowledged");
        requireStandings();
    }

    /** The owner's entries count until the hand-in and are late after it; those of a device before it, until it was taken over from. */
    private void requireStandings() {
        int owner = file.devices().size();
        int epoch = 0;
        var before = Standing.COUNTS;
        for (var entry : file.journal()) {
            var beyond = entry.epoch() == owner ? Standing.LATE : Standing.EVIDENCE;
            if (entry.epoch() != epoch) {
                epoch = entry.epoch();
                before = Standing.COUNTS;
            }
            Refusal.INCOMPLETE.unless(
                    entry.standing() == beyond || (entry.standing() == Standing.COUNTS && before == Standing.COUNTS),
                    "entry " + entry.epoch() + "." + entry.seq() + " cannot be " + entry.standing());
            before = entry.standing();
        }
    }

    private void requireAllRevisions(int newest) {
        var receipts = file.receipts();
        Refusal.INCOMPLETE.unless(receipts.size() == newest && newest > 0, "not all revisions up to " + newest);
        IntStream.range(0, newest).forEach(i -> {
            var receipt = receipts.get(i);
            Refusal.INCOMPLETE.unless(receipt.revision() == i + 1, "no revision " + (i + 1));
            Refusal.INCOMPLETE.unless(
                    (receipt.kind() == ScriptFile.HandIn.LATE_SYNC) == (i > 0), "hand-ins in another order");
            Refusal.INCOMPLETE.unless(receipt.epoch() == file.devices().size(), "handed in by another device");
            Refusal.INCOMPLETE.unless(
                    i == 0 || receipt.lastSeq() > receipts.get(i - 1).lastSeq(), "a revision with nothing new");
        });
        Refusal.INCOMPLETE.unless(receipts.getFirst().lastSeq() == lastThatCounts(), "other entries than handed in");
        Refusal.INCOMPLETE.unless(receipts.getLast().lastSeq() == lastOfOwner(), "late entries in no revision");
    }

    private long lastThatCounts() {
        return file.journal().stream()
                .filter(entry -> entry.epoch() == file.devices().size() && entry.standing() == Standing.COUNTS)
                .count();
    }

    private long lastOfOwner() {
        return file.devices().getLast().durableSeq();
    }

    private Ruling.Revision proven(ScriptFile.Receipt receipt) {
        var script = fold(file, receipt);
        Refusal.HASH.unless(
                script.hash().equals(receipt.hash()) && script.answered() == receipt.answered(),
                "revision " + receipt.revision() + " has the hash " + script.hash());
        var handedIn = file.receipts().getFirst().handedInAt();
        return new Ruling.Revision(
                receipt.revision(),
                receipt.kind(),
                receipt.handedInAt(),
                receipt.epoch(),
                receipt.lastSeq(),
                receipt.answered(),
                receipt.hash(),
                file.journal().stream()
                        .filter(entry -> isLateIn(entry, receipt))
                        .noneMatch(entry -> entry.at().isAfter(handedIn)));
    }
}
