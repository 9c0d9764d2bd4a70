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
     * @param moved     whether it was to be sat elsewhere by then, as it was packed last
     * @param at        when the newest came
     */
    record Copy(UUID node, String file, UUID paper, String form, List<Revision> revisions, boolean moved, Instant at) {

        Copy {
            revisions = List.copyOf(revisions);
        }

        Optional<Revision> revision(int number) {
            return revisions.stream().filter(one -> one.number() == number).findFirst();
        }

        /**
         * The first one, unless there is a later one that holds nothing written after it: then the newest such. Whom the invigilators made
         * hand in has the device at hand still, and its clock is no proof: there it is the first one.
         */
        Revision byRule() {
            var isForced = revisions.stream().anyMatch(one -> one.kind() == ScriptFile.HandIn.FORCED);
            return revisions.stream()
                    .filter(one -> one.number() == 1 || (one.inTime() && !isForced))
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

    /** Empty where nothing counts before somebody decides, or decides again. */
    Optional<Choice> choice() {
        if (copies.stream().anyMatch(copy -> isNews(copy) && isContradicted(copy))) {
            return Optional.empty();
        }
        if (decision != null) {
            return find(decision.node(), decision.revision());
        }
        return isMoved() ? Optional.empty() : preferred().map(copy -> new Choice(copy, copy.byRule()));
    }

    /** The one that says most, of those that came from where it was to be sat if there are any; empty while some contradict each other. */
    Optional<Copy> preferred() {
        return isContradictory()
                ? Optional.empty()
                : copies.stream()
                        .filter(copy -> !copy.moved() || isMoved())
                        .max(Comparator.<Copy>comparingInt(
                                        copy -> copy.revisions().size())
                                .thenComparing(Copy::at, Comparator.reverseOrder())
                                .thenComparing(Copy::node));
    }

    Optional<Choice> find(UUID node, int revision) {
        return copies.stream()
                .filter(copy -> copy.node().equals(node))
                .flatMap(copy -> copy.revision(revision).map(found -> new Choice(copy, found)).stream())
                .findFirst();
    }

    boolean isContradictory() {
        return copies.stream().anyMatch(this::isContradicted);
    }

    private boolean isContradicted(Copy one) {
        return copies.stream().anyMatch(other -> !one.agreesWith(other));
    }

    boolean hasLateRevisions() {
        return copies.stream().flatMap(copy -> copy.revisions().stream()).anyMatch(Revision::isLate);
    }

    /** Whether it came only from where it was not to be sat any more. */
    boolean isMoved() {
        return copies.stream().allMatch(Copy::moved);
    }

    /** Whether there is something that only a person can say. */
    boolean isDoubtful() {
        return isContradictory() || hasLateRevisions() || isMoved();
    }

    /** Whether nobody has decided since something new of it came. */
    boolean isOpen() {
        return decision == null || copies.stream().anyMatch(this::isNews);
    }

    /** Whether whoever decided did not know it: neither this copy nor another one that says the same, and no less. */
    private boolean isNews(Copy copy) {
        return !isKnown(copy)
                && copies.stream()
                        .noneMatch(other -> isKnown(other)
                                && other.agreesWith(copy)
                                && other.revisions().size() >= copy.revisions().size());
    }

    private boolean isKnown(Copy copy) {
        return decision != null && !copy.at().isAfter(decision.at());
    }
}
