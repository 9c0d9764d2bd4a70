package org.onex.node.courier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final BusinessClock clock;
    private final JsonMapper json;

    ReturnProgress(
            BundleDirectory bundles,
            ScriptDirectory scripts,
            RecordDirectory records,
            Deliveries deliveries,
            ReturnedFiles files,
            BusinessClock clock,
            JsonMapper json) {
        this.bundles = bundles;
        this.scripts = scripts;
        this.records = records;
        this.deliveries = deliveries;
        this.files = files;
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
     * @param lateSyncUntil until when entries may come late; null if they cannot
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
        var written = record(bundle, 0, Instant.EPOCH);
        var numbers = numbers(written);
        var current = known.values().stream()
                .filter(file -> Integer.valueOf(file.number()).equals(numbers.get(file.subject())))
                .toList();
        var record = Optional.ofNullable(known.get(bundle.id()))
                .filter(file -> file.hash().equals(hash(written)));
        return new Stand(
                scripts.isOver(bundle.id(), clock.instant()),
                numbers.size(),
                (int) current.stream().filter(ReturnedFile::arrived).count(),
                record.filter(ReturnedFile::arrived).isPresent(),
                current.size() == numbers.size()
                        && current.stream().allMatch(ReturnedFile::isSettled)
                        && record.filter(ReturnedFile::isSettled).isPresent(),
                Stream.concat(current.stream(), record.stream()).anyMatch(file -> file.refused() != null),
                false,
                scripts.lateSyncUntil(bundle.id()).orElse(null));
    }

    /** The newest revision of every script. */
    private static Map<UUID, Integer> numbers(RecordFile written) {
        var numbers = new HashMap<UUID, Integer>();
        for (var attempt : written.attempts()) {
            var revision = attempt.revision();
            if (revision != null) {
                numbers.put(attempt.attempt(), revision);
            }
        }
        return numbers;
    }

    /** What happened in the rooms, as it is written down by now. */
    RecordFile record(InstalledBundle bundle, int number, Instant at) {
        var noted = records.of(bundle.id());
        var attempts = scripts.runs(bundle.id()).stream()
                .map(run -> new RecordFile.Attempt(
                        run.attempt(),
                        run.session(),
                        run.outcome(),
                        run.revision(),
                        noted.attendance().get(run.attempt())))
                .toList();
        return new RecordFile(
                RecordFile.FORMAT,
                bundle.id(),
                bundle.version(),
                number,
                at,
                attempts,
                noted.incidents(),
                noted.acts());
    }

    /** Changes with what a record says, and not with when it says so. */
    String hash(RecordFile record) {
        return Digests.sha256(json.writeValueAsBytes(new RecordFile(
                record.format(),
                record.bundle(),
                record.version(),
                0,
                Instant.EPOCH,
                record.attempts(),
                record.incidents(),
                record.acts())));
    }
}
