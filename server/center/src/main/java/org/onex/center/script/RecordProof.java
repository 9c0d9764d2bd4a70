package org.onex.center.script;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.RecordFile.Outcome;

/** Proves a returned record of the rooms (考场记录核验): everybody who was packed is in it, and it says of scripts what was announced. */
final class RecordProof {

    private static final int MOST_TEXT = 4000;

    private final RecordFile file;
    private final PackedRuns packed;

    private RecordProof(RecordFile file, PackedRuns packed) {
        this.file = file;
        this.packed = packed;
    }

    /**
     * @param number  of the record, as it was announced
     * @param scripts the newest revisions that were announced with it, by attempt
     * @throws Refusal.Found if anything of it is not as it has to be
     */
    static void require(RecordFile file, int number, Map<UUID, Integer> scripts, PackedRuns packed) {
        var proof = new RecordProof(file, packed);
        proof.requireReadable();
        proof.requireInPlace(number);
        proof.requireEverybody();
        proof.requireSameAs(scripts);
    }

    private void requireReadable() {
        Refusal.UNREADABLE.unless(file.format() == RecordFile.FORMAT, "of format " + file.format());
        Refusal.UNREADABLE.unless(
                file.madeAt() != null
                        && file.attempts().stream().allMatch(RecordProof::isReadable)
                        && file.incidents().stream().allMatch(RecordProof::isReadable)
                        && file.acts().stream().allMatch(RecordProof::isReadable),
                "something is missing in it");
        Refusal.UNREADABLE.unless(
                isOnce(file.attempts().stream().map(RecordFile.Attempt::attempt))
                        && isOnce(file.incidents().stream().map(RecordFile.Incident::id))
                        && isOnce(file.acts().stream().map(RecordFile.Act::id)),
                "something is in it twice");
    }

    private static boolean isReadable(RecordFile.Attempt one) {
        var seen = one.attendance();
        return isThere(one.attempt(), one.session(), one.outcome())
                && (one.revision() != null) == (one.outcome() == Outcome.HANDED_IN)
                && (seen == null || (isText(seen.number(), seen.note()) && isThere(seen.at())));
    }

    private static boolean isReadable(RecordFile.Incident one) {
        return isThere(one.id(), one.attempt(), one.kind(), one.at())
                && isText(one.facts(), one.statement(), one.number())
                && (one.second() == null || isText(one.second()));
    }

    private static boolean isReadable(RecordFile.Act one) {
        return isThere(one.id(), one.attempt(), one.kind(), one.at())
                && isText(one.number(), one.reason())
                && (one.second() == null || isText(one.second()));
    }

    private static boolean isThere(Object... said) {
        return Stream.of(said).allMatch(Objects::nonNull);
    }

    private static boolean isText(String... said) {
        return Stream.of(said).allMatch(text -> text != null && text.length() <= MOST_TEXT);
    }

    private static boolean isOnce(Stream<UUID> ids) {
        var known = new HashSet<UUID>();
        return ids.allMatch(known::add);
    }

    private void requireInPlace(int number) {
        Refusal.MISPLACED.unless(
                packed.bundle().equals(file.bundle()) && packed.version() == file.version(), "other bundle");
        Refusal.MISPLACED.unless(number == file.number(), "other record");
        for (var one : file.attempts()) {
            var run = packed.runs().get(one.attempt());
            Refusal.MISPLACED.unless(
                    run != null && run.session().equals(one.session()), "not packed: " + one.attempt());
        }
        Stream.concat(
                        file.incidents().stream().map(RecordFile.Incident::attempt),
                        file.acts().stream().map(RecordFile.Act::attempt))
                .forEach(attempt ->
                        Refusal.MISPLACED.unless(packed.runs().containsKey(attempt), "not packed: " + attempt));
    }

    private void requireEverybody() {
        Set<UUID> said =
                file.attempts().stream().map(RecordFile.Attempt::attempt).collect(Collectors.toSet());
        Refusal.INCOMPLETE.unless(said.equals(packed.runs().keySet()), "attempts missing");
    }

    private void requireSameAs(Map<UUID, Integer> scripts) {
        for (var one : file.attempts()) {
            Refusal.INCOMPLETE.unless(
                    Objects.equals(one.revision(), scripts.get(one.attempt())),
                    "says otherwise of " + one.attempt() + " than was announced");
        }
    }
}
