package org.onex.node.courier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Digests;
import org.onex.node.invigilation.RecordDirectory;
import org.onex.node.sitting.BundleDirectory;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.onex.node.sitting.ScriptDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What of an exam has to go back to the centre, and how far that is (回收进度). */
@Component
class ReturnProgress {

    private final BundleDirectory bundles;
    private final ScriptDirectory scripts;
    private final RecordDirectory records;
    private final Deliveries deliveries;
    private final ReturnedFiles files;
    private final Enrolments enrolments;
    private final BusinessClock clock;
    private final JsonMapper json;

    ReturnProgress(
            BundleDirectory bundles,
            ScriptDirectory scripts,
            RecordDirectory records,
            Deliveries deliveries,
            ReturnedFiles files,
            Enrolments enrolments,
            BusinessClock clock,
            JsonMapper json) {
        this.bundles = bundles;
        this.scripts = scripts;
        this.records = records;
        this.deliveries = deliveries;
        this.files = files;
        this.enrolments = enrolments;
        this.clock = clock;
        this.json = json;
    }

    /**
     * How far a bundle is.
     *
     * @param due           nobody can write any more
     * @param scripts       that there are by now
     * @param receipts      for how many of them the centre has given a receipt for the newest revision
     * @param record        whether the centre has what happened in the rooms, as it is written down by now
     * @param settled       whether nothing can be done about it here but wait for what comes later
     * @param refused       whether the centre cannot take something of it
     * @param wiped         whether nothing about people is here any more
     * @param lateSyncUntil until when entries may come late; null once it is wiped
     */
    record Stand(
            boolean due,
            int scripts,
            int receipts,
            boolean record,
            boolean settled,
            boolean refused,
            boolean wiped,
            @Nullable Instant lateSyncUntil) {

        /** How many files the centre does not have. */
        int missing() {
            return scripts - receipts + (record ? 0 : 1);
        }

        boolean isComplete() {
            return due && missing() == 0;
        }

        boolean isLateSyncOpenAt(Instant now) {
            return lateSyncUntil != null && !now.isAfter(lateSyncUntil);
        }

        boolean isWipeableAt(Instant now) {
            return isComplete() && !wiped && !isLateSyncOpenAt(now);
        }
    }

    /** What is installed here for the site that this node belongs to. */
    List<UUID> installed() {
        return deliveries.all().stream()
                .filter(delivery -> delivery.installedVersion() != null)
                .map(Delivery::bundle)
                .toList();
    }

    /** An exam that is or was installed here; what was sat as a mock exam is returned to nobody. */
    Optional<InstalledBundle> find(UUID bundle) {
        return bundles.find(bundle).filter(found -> !found.practice());
    }

    Stand of(InstalledBundle bundle) {
        var known = files.of(bundle.id());
        if (files.isWiped(bundle.id())) {
            var returned = known.size() - 1;
            return new Stand(true, returned, returned, true, true, false, true, null);
        }
        var written = written(bundle);
        var ours = ours(known);
        var handedIn = handedIn(written);
        var current = handedIn.stream()
                .map(run -> Optional.ofNullable(ours.get(run.attempt())).filter(file -> file.holds(run)))
                .flatMap(Optional::stream)
                .toList();
        var record = Optional.ofNullable(ours.get(bundle.id()))
                .filter(file -> file.hash().equals(hash(written.record())));
        return new Stand(
                scripts.isOver(bundle.id(), clock.instant()),
                handedIn.size(),
                (int) current.stream().filter(ReturnedFile::arrived).count(),
                record.filter(ReturnedFile::arrived).isPresent(),
                current.size() == handedIn.size()
                        && current.stream().allMatch(ReturnedFile::isSettled)
                        && record.filter(ReturnedFile::isSettled).isPresent(),
                Stream.concat(current.stream(), record.stream()).anyMatch(file -> file.refused() != null),
                false,
                scripts.lateSyncUntil(bundle.id()).orElse(null));
    }

    /** What this machine signed as another node, before it was enrolled anew, has not come from the node that it is. */
    private Map<UUID, ReturnedFile> ours(Map<UUID, ReturnedFile> known) {
        var node = enrolments.current().map(Enrolment::node);
        return known.values().stream()
                .filter(file -> node.filter(file.node()::equals).isPresent())
                .collect(Collectors.toMap(ReturnedFile::subject, Function.identity()));
    }

    private static List<ScriptDirectory.Run> handedIn(Written written) {
        return written.runs().stream().filter(run -> run.revision() != null).toList();
    }

    /**
     * All runs of a bundle, and what happened in the rooms, as it is written down by now.
     *
     * @param record without a number
     */
    record Written(List<ScriptDirectory.Run> runs, RecordFile record) {}

    Written written(InstalledBundle bundle) {
        var noted = records.of(bundle.id());
        var runs = scripts.runs(bundle.id());
        var before = runs.stream()
                .filter(run -> run.follows() != null)
                .collect(Collectors.toMap(ScriptDirectory.Run::attempt, run -> Objects.requireNonNull(run.follows())));
        var attempts = runs.stream()
                .map(run -> new RecordFile.Attempt(
                        run.attempt(),
                        run.session(),
                        run.outcome(),
                        run.revision(),
                        run.outcome() == RecordFile.Outcome.ABSENT
                                ? noted.ofNobody(run.attempt(), before)
                                : noted.attendance().get(run.attempt())))
                .toList();
        var record = new RecordFile(
                RecordFile.FORMAT,
                bundle.id(),
                bundle.version(),
                0,
                Instant.EPOCH,
                attempts,
                noted.incidents(),
                noted.acts());
        return new Written(runs, record);
    }

    /**
     * Changes with what a record says, and not with when it says so.
     *
     * @param record without a number
     */
    String hash(RecordFile record) {
        return Digests.sha256(json.writeValueAsBytes(record));
    }
}
