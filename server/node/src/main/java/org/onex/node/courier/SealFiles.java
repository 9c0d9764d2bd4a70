package org.onex.node.courier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.vault.Digests;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.onex.node.sitting.ScriptDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the files that go back to the centre (加封): signed by this node, sealed for the awarding body, each of them once
 * ({@code docs/return-protocol.md}, "The files"). One at a time is in memory. Of what cannot be made a file that says nothing stands in the
 * list, so that the centre knows of it and takes everything else.
 */
@Component
class SealFiles {

    private static final Logger log = LoggerFactory.getLogger(SealFiles.class);

    /** The centre takes no list with a longer file in it. */
    static final int LONGEST = 16 << 20;

    private static final int SIGNATURE_BYTES = 64;
    /** By how much sealed bytes are longer: the key that goes with them, and their tag. */
    private static final int SEAL_BYTES = 48;
    /** Of a file that says nothing. */
    private static final int NO_FORMAT = 0;

    private final ScriptDirectory scripts;
    private final ReturnProgress progress;
    private final ReturnedFiles files;
    private final IncomingFiles disk;
    private final ExamHours hours;
    private final BusinessClock clock;
    private final JsonMapper json;

    SealFiles(
            ScriptDirectory scripts,
            ReturnProgress progress,
            ReturnedFiles files,
            IncomingFiles disk,
            ExamHours hours,
            BusinessClock clock,
            JsonMapper json) {
        this.scripts = scripts;
        this.progress = progress;
        this.files = files;
        this.disk = disk;
        this.hours = hours;
        this.clock = clock;
        this.json = json;
    }

    /**
     * For whom files are sealed, and what they are counted on from.
     *
     * @param key    of the awarding body
     * @param record number of the newest record that the centre has from this node
     */
    record Recipient(SealingKey key, int record) {

        String hash() {
            return Digests.sha256(key.bytes());
        }
    }

    /**
     * What is sealed how.
     *
     * @param anew also what was refused
     */
    record Task(Enrolment we, InstalledBundle bundle, Recipient recipient, boolean anew) {}

    /**
     * The files of a bundle, each of them newest; nothing if entries came in meanwhile or an exam began, and one has to look again. What was
     * sealed by then stays.
     *
     * @throws CourierRefused if the disk is too full
     */
    Optional<List<ReturnedFile>> seal(Task task) {
        var known = files.of(task.bundle().id());
        var written = progress.written(task.bundle());
        var current = new ArrayList<ReturnedFile>();
        for (var run : written.runs()) {
            if (run.revision() != null) {
                var before = known.get(run.attempt());
                var file = before != null && before.holds(run) && isGood(before, task)
                        ? Optional.of(before)
                        : script(task, run);
                if (file.filter(one -> Objects.equals(one.number(), run.revision()))
                        .isEmpty()) {
                    return Optional.empty();
                }
                current.add(file.get());
            }
        }
        // The record speaks of the scripts as they are in the files, and of nothing that happened after it was read.
        var record = record(task, written.record(), known.get(task.bundle().id()));
        record.ifPresent(current::add);
        return record.map(any -> current);
    }

    /**
     * Whether the centre has it or can be sent it as it lies here. What this machine signed as another node, before it was enrolled anew,
     * does not prove itself as ours.
     */
    private static boolean isGood(ReturnedFile file, Task task) {
        if (!file.node().equals(task.we().node())) {
            return false;
        }
        if (file.arrived()) {
            return true;
        }
        var isRefusalOfBefore = file.refused() != null && task.anew();
        return file.here() && file.sealedFor().equals(task.recipient().hash()) && !isRefusalOfBefore;
    }

    private Optional<ReturnedFile> script(Task task, ScriptDirectory.Run run) {
        var number = Objects.requireNonNull(run.revision());
        var nothing = new Filled(
                new ReturnedFile.Says(number, "", run.acknowledged(), run.events()), nothing(task.bundle(), run));
        return file(task, run.attempt(), nothing, () -> filled(run.attempt()));
    }

    /** What goes into a file, and what is noted of it. */
    private record Filled(ReturnedFile.Says says, Object content) {}

    private Filled filled(UUID attempt) {
        var content = scripts.find(attempt).orElseThrow();
        var newest = content.receipts().getLast();
        var entries = content.devices().stream()
                .mapToLong(ScriptFile.Device::durableSeq)
                .sum();
        return new Filled(
                new ReturnedFile.Says(
                        newest.revision(),
                        newest.hash(),
                        entries,
                        content.events().size()),
                content);
    }

    private ScriptFile nothing(InstalledBundle bundle, ScriptDirectory.Run run) {
        var now = clock.instant();
        return new ScriptFile(
                NO_FORMAT,
                bundle.id(),
                bundle.version(),
                run.attempt(),
                run.session(),
                "",
                now,
                now,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Optional<ReturnedFile> record(Task task, RecordFile written, @Nullable ReturnedFile known) {
        var hash = progress.hash(written);
        // A database that was brought back from a copy may count on from a number that the centre has already.
        if (known != null
                && known.hash().equals(hash)
                && known.number() >= task.recipient().record()
                && isGood(known, task)) {
            return Optional.of(known);
        }
        var number = Math.max(task.recipient().record(), known == null ? 0 : known.number()) + 1;
        var says = new ReturnedFile.Says(number, hash, 0, 0);
        var nothing = new RecordFile(
                NO_FORMAT,
                written.bundle(),
                written.version(),
                number,
                clock.instant(),
                List.of(),
                List.of(),
                List.of());
        var content = new RecordFile(
                written.format(),
                written.bundle(),
                written.version(),
                number,
                clock.instant(),
                written.attempts(),
                written.incidents(),
                written.acts());
        return file(task, written.bundle(), new Filled(says, nothing), () -> new Filled(says, content));
    }

    /**
     * @param nothing what stands for it if it cannot be made
     * @return nothing if an exam is on
     */
    private Optional<ReturnedFile> file(Task task, UUID subject, Filled nothing, Supplier<Filled> making) {
        if (hours.isExamOn()) {
            return Optional.empty();
        }
        disk.requireRoom(LONGEST);
        Filled filled = nothing;
        byte[] sealed = null;
        String refused = null;
        try {
            filled = making.get();
            sealed = sealed(filled.content(), purpose(task, subject), task);
            refused = sealed == null ? ReturnedFile.TOO_LARGE : null;
        } catch (RuntimeException e) {
            log.error("No file can be made of {}", subject, e);
            refused = ReturnedFile.UNSEALED;
        }
        if (sealed == null) {
            log.error(
                    "{} of bundle {} is not returned: {}",
                    subject,
                    task.bundle().id(),
                    refused);
            filled = nothing;
            sealed = Objects.requireNonNull(sealed(nothing.content(), purpose(task, subject), task));
        }
        return Optional.of(stored(task, subject, filled.says(), sealed, refused));
    }

    private static String purpose(Task task, UUID subject) {
        return (subject.equals(task.bundle().id()) ? RecordFile.PURPOSE : ScriptFile.PURPOSE) + subject;
    }

    private ReturnedFile stored(
            Task task, UUID subject, ReturnedFile.Says says, byte[] sealed, @Nullable String refused) {
        var file = new ReturnedFile(
                subject,
                task.bundle().id(),
                task.we().node(),
                says,
                task.recipient().hash(),
                Digests.sha256(sealed),
                sealed.length,
                true,
                false,
                refused);
        files.store(file, sealed);
        return file;
    }

    /** Null if it becomes too long. */
    private byte @Nullable [] sealed(Object content, String purpose, Task task) {
        var plain = packed(content);
        if (plain == null) {
            return null;
        }
        // What is signed begins with the purpose, what is sealed with the signature: both end with the same bytes,
        // which are not copied.
        var head = (purpose + "\n").getBytes(StandardCharsets.UTF_8);
        var from = SIGNATURE_BYTES - head.length;
        System.arraycopy(head, 0, plain, from, head.length);
        var signature = task.we().keys().signing().sign(plain, from);
        System.arraycopy(signature, 0, plain, 0, SIGNATURE_BYTES);
        return task.recipient().key().seal(plain, purpose);
    }

    /**
     * Room for the signature and what is packed. Straight into the packed bytes: a journal is many times as long as what it is packed into.
     */
    private byte @Nullable [] packed(Object content) {
        var packed = new Packed();
        packed.writeBytes(new byte[SIGNATURE_BYTES]);
        try (var gzip = new GZIPOutputStream(packed)) {
            json.writeValue(gzip, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.isTooLong ? null : packed.toByteArray();
    }

    /** Drops what goes beyond the longest file, and remembers that it did. */
    private static final class Packed extends ByteArrayOutputStream {

        private boolean isTooLong;

        @Override
        public synchronized void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            isTooLong = isTooLong || count + length > LONGEST - SEAL_BYTES;
            if (!isTooLong) {
                super.write(bytes, from, length);
            }
        }
    }
}
