package org.onex.center.script;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
     * @param number of the record, as it was announced
     * @throws Refusal.Found if anything of it is not as it has to be
     */
    static void require(RecordFile file, int number, PackedRuns packed) {
        var proof = new RecordProof(file, packed);
        proof.requireReadable();
        proof.requireInPlace(number);
        proof.requireEverybody();
    }

    /**
     * @param announced the newest revisions that were announced with it, by attempt
     * @param proven    those that the same exam server has proven before
     * @throws Refusal.Found if it says otherwise of any script
     */
    static void requireSameAs(RecordFile file, Map<UUID, Integer> announced, Map<UUID, Integer> proven) {
        for (var one : file.attempts()) {
            Refusal.INCOMPLETE.unless(
                    Objects.equals(one.revision(), announced.get(one.attempt())),
                    "says otherwise of " + one.attempt() + " than was announced");
            // What was proven and is not in this version at all is nothing that it could speak of.
            var known = proven.getOrDefault(one.attempt(), 0);
            Refusal.INCOMPLETE.unless(
                    known == 0 || (one.revision() != null && one.revision() >= known),
                    "says less of " + one.attempt() + " than was proven");
        }
    }

    private void requireReadable() {
        Refusal.UNREADABLE.unless(file.format() == RecordFile.FORMAT, "of format " + file.format());
        Refusal.UNREADABLE.unless(
                Said.atNode(file.madeAt())
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
                && (seen == null || (isText(seen.number(), seen.note()) && Said.atNode(seen.at())));
    }

    private static boolean isReadable(RecordFile.Incident one) {
        return isThere(one.id(), one.attempt(), one.kind())
                && Said.atNode(one.at())
                && isText(one.facts(), one.statement(), one.number())
                && (one.second() == null || isText(one.second()));
    }

    private static boolean isReadable(RecordFile.Act one) {
        return isThere(one.id(), one.attempt(), one.kind())
                && Said.atNode(one.at())
                && isText(one.number(), one.reason())
                && (one.second() == null || isText(one.second()));
    }

    private static boolean isThere(Object... said) {
        return Stream.of(said).allMatch(Objects::nonNull);
    }

    private static boolean isText(String... said) {
        return Stream.of(said).allMatch(text -> Said.text(text, MOST_TEXT));
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

    /** What a machine can have written down honestly, and everybody can keep: anything else breaks what reads it later. */
    static final class Said {

        private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

        /** An exam server takes what a device says as its time within these, however wrong its clock is. */
        private static final Instant FIRST_OF_DEVICE = Instant.parse("1900-01-01T00:00:00Z");

        private static final Instant LAST_OF_DEVICE = Instant.parse("3000-01-01T00:00:00Z");

        private Said() {}

        static boolean atNode(@Nullable Instant at) {
            return at != null && !at.isBefore(FIRST) && at.isBefore(LAST);
        }

        static boolean atDevice(@Nullable Instant at) {
            return at != null && !at.isBefore(FIRST_OF_DEVICE) && at.isBefore(LAST_OF_DEVICE);
        }

        static boolean text(@Nullable String text, int longest) {
            return text != null
                    && text.length() <= longest
                    && text.indexOf('\0') < 0
                    && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
    }
}
