package org.onex.center.script;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.ScriptFile;

/**
 * Which revision of a script counts (计分认定), by the rule of {@code docs/return-protocol.md} or by what a person has decided.
 *
 * @param copies   one per exam server that has sent it
 * @param decision the last one; null if there is none
 */
record Ruling(List<Copy> copies, @Nullable Decision decision) {

    Ruling {
        copies = List.copyOf(copies);
    }

    /**
     * One hand-in of a script (答卷提交), proven: the answers made from the journal have this hash.
     *
     * @param number  from 1
     * @param epoch   the owning epoch
     * @param lastSeq the last entry of that epoch in it
     * @param inTime  whether everything that came late was written before the first revision, as far as the device's word goes
     */
    record Revision(
            int number,
            ScriptFile.HandIn kind,
            Instant handedInAt,
            int epoch,
            long lastSeq,
            int answered,
            String hash,
            boolean inTime) {

        boolean isLate() {
            return kind == ScriptFile.HandIn.LATE_SYNC;
        }
    }

    /**
     * What an exam server has sent.
     *
     * @param file      the newest, by which the file store keeps it
     * @param paper     of the version that it had, likewise the form
     * @param revisions all of them, the first one first
     * @param at        when the newest came
     */
    record Copy(UUID node, String file, UUID paper, String form, List<Revision> revisions, Instant at) {

        Copy {
            revisions = List.copyOf(revisions);
        }

        Optional<Revision> revision(int number) {
            return revisions.stream().filter(one -> one.number() == number).findFirst();
        }

        /** The first one, unless there is a later one that holds nothing written after it: then the newest such. */
        Revision byRule() {
            return revisions.stream()
                    .filter(one -> one.number() == 1 || one.inTime())
                    .max(Comparator.comparingInt(Revision::number))
                    .orElseThrow();
        }

        /** Whether neither says anything against the other: one machine that was enrolled twice sends the same script twice. */
        boolean agreesWith(Copy other) {
            return revisions.stream()
                    .allMatch(one -> other.revision(one.number())
                            .map(there -> there.hash().equals(one.hash()))
                            .orElse(true));
        }
    }

    /** What a person has said, and when. */
    record Decision(UUID node, int revision, String reason, Instant at, String by) {}

    /** What counts. */
    record Choice(Copy copy, Revision revision) {}

    /** Empty where several exam servers contradict each other and nobody has decided. */
    Optional<Choice> choice() {
        if (decision != null) {
            return find(decision.node(), decision.revision());
        }
        return isContradictory()
                ? Optional.empty()
                : copies.stream()
                        .max(Comparator.<Copy>comparingInt(
                                        copy -> copy.revisions().size())
                                .thenComparing(Copy::at, Comparator.reverseOrder())
                                .thenComparing(Copy::node))
                        .map(copy -> new Choice(copy, copy.byRule()));
    }

    Optional<Choice> find(UUID node, int revision) {
        return copies.stream()
                .filter(copy -> copy.node().equals(node))
                .flatMap(copy -> copy.revision(revision).map(found -> new Choice(copy, found)).stream())
                .findFirst();
    }

    boolean isContradictory() {
        return copies.stream().anyMatch(one -> copies.stream().anyMatch(other -> !one.agreesWith(other)));
    }

    boolean hasLateRevisions() {
        return copies.stream().flatMap(copy -> copy.revisions().stream()).anyMatch(Revision::isLate);
    }

    /** Whether nobody has decided since the newest of it came. */
    boolean isOpen() {
        return decision == null || copies.stream().anyMatch(copy -> copy.at().isAfter(decision.at()));
    }
}
