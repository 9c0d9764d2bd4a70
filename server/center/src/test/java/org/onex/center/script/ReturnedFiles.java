package org.onex.center.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** What an exam server makes after an exam: scripts from what was typed, records, and both signed and sealed. */
public final class ReturnedFiles {

    public static final Instant START = Instant.parse("2024-05-18T06:00:00Z");
    public static final Instant END = START.plusSeconds(3600);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReturnedFiles() {}

    /** An entry that counts, of the first device, in the second of its number. */
    public static ScriptFile.Entry entry(long seq, String item, String value) {
        return entry(1, seq, item, value, ScriptFile.Standing.COUNTS);
    }

    public static ScriptFile.Entry entry(int epoch, long seq, String item, String value, ScriptFile.Standing standing) {
        var at = START.plusSeconds(seq);
        return new ScriptFile.Entry(epoch, seq, item, value, at, at.plusMillis(5), standing);
    }

    /** A script that was handed in once, with the hash that belongs to it. */
    public static ScriptFile script(SiteBundle bundle, SiteBundle.Run run, List<ScriptFile.Entry> journal) {
        var devices = new ArrayList<ScriptFile.Device>();
        int epochs = journal.stream().mapToInt(ScriptFile.Entry::epoch).max().orElse(1);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int one = epoch;
            devices.add(new ScriptFile.Device(
                    epoch,
                    journal.stream().filter(entry -> entry.epoch() == one).count(),
                    START));
        }
        return new ScriptFile(
                ScriptFile.FORMAT,
                bundle.id(),
                bundle.version(),
                run.attempt(),
                run.session(),
                run.form(),
                START,
                END,
                0,
                devices,
                journal,
                List.of(new ScriptFile.Event(1, "FOCUS_LOST", START, START)),
                List.of(receipt(run.attempt(), 1, journal, epochs)));
    }

    private static ScriptFile.Receipt receipt(UUID attempt, int revision, List<ScriptFile.Entry> journal, int owner) {
        var answers = new TreeMap<String, String>();
        long last = 0;
        for (var entry : journal) {
            var isIn = revision == 1
                    ? entry.standing() == ScriptFile.Standing.COUNTS
                    : entry.standing() != ScriptFile.Standing.EVIDENCE;
            if (isIn) {
                answers.put(entry.item(), entry.value());
                last = entry.epoch() == owner ? entry.seq() : last;
            }
        }
        var script = new CanonicalScript(attempt, owner, last, answers);
        return new ScriptFile.Receipt(
                revision,
                revision == 1 ? ScriptFile.HandIn.DEADLINE : ScriptFile.HandIn.LATE_SYNC,
                END.plusSeconds(3).plusSeconds(60L * (revision - 1)),
                owner,
                last,
                script.answered(),
                script.hash());
    }

    /** The same with one more entry that came after the hand-in, and the revision that it makes. */
    public static ScriptFile withLate(ScriptFile file, String item, String value, Instant written) {
        int owner = file.devices().size();
        var journal = new ArrayList<>(file.journal());
        long seq = file.devices().getLast().durableSeq() + 1;
        journal.add(
                new ScriptFile.Entry(owner, seq, item, value, written, END.plusSeconds(30), ScriptFile.Standing.LATE));
        var devices = new ArrayList<>(file.devices());
        devices.set(owner - 1, new ScriptFile.Device(owner, seq, START));
        var receipts = new ArrayList<>(file.receipts());
        receipts.add(receipt(file.attempt(), receipts.size() + 1, journal, owner));
        return with(file, devices, journal, receipts);
    }

    public static ScriptFile with(
            ScriptFile file,
            List<ScriptFile.Device> devices,
            List<ScriptFile.Entry> journal,
            List<ScriptFile.Receipt> receipts) {
        return new ScriptFile(
                file.format(),
                file.bundle(),
                file.version(),
                file.attempt(),
                file.session(),
                file.form(),
                file.startedAt(),
                file.deadline(),
                file.extraMinutes(),
                devices,
                journal,
                file.events(),
                receipts);
    }

    /** What became of a run. */
    public static RecordFile.Attempt attempt(SiteBundle.Run run, @Nullable ScriptFile script, @Nullable Boolean seen) {
        return new RecordFile.Attempt(
                run.attempt(),
                run.session(),
                script == null ? RecordFile.Outcome.ABSENT : RecordFile.Outcome.HANDED_IN,
                script == null ? null : script.receipts().size(),
                seen == null ? null : new RecordFile.Attendance(seen, "JKC0000001", START, ""));
    }

    public static RecordFile record(
            SiteBundle bundle, int number, List<RecordFile.Attempt> attempts, List<RecordFile.Incident> incidents) {
        return new RecordFile(
                RecordFile.FORMAT, bundle.id(), bundle.version(), number, END, attempts, incidents, List.of());
    }

    /** Signed by an exam server and sealed for an awarding body. */
    public static byte[] sealed(Object file, String purpose, SigningKey node, SealingKey body) {
        var rest = zipped(JSON.writeValueAsBytes(file));
        var head = (purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        var signature = node.sign(ByteBuffer.allocate(head.length + rest.length)
                .put(head)
                .put(rest)
                .array());
        return body.seal(
                ByteBuffer.allocate(signature.length + rest.length)
                        .put(signature)
                        .put(rest)
                        .array(),
                purpose);
    }

    public static byte[] zipped(byte[] text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
