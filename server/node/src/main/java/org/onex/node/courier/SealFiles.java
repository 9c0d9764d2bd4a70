package org.onex.node.courier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.vault.Digests;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.onex.node.sitting.ScriptDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the files that go back to the centre (加封): signed by this node, sealed for the awarding body, each of them once
 * ({@code docs/return-protocol.md}, "The files"). One at a time is in memory.
 */
@Component
class SealFiles {

    private final ScriptDirectory scripts;
    private final ReturnProgress progress;
    private final ReturnedFiles files;
    private final BusinessClock clock;
    private final JsonMapper json;

    SealFiles(
            ScriptDirectory scripts,
            ReturnProgress progress,
            ReturnedFiles files,
            BusinessClock clock,
            JsonMapper json) {
        this.scripts = scripts;
        this.progress = progress;
        this.files = files;
        this.clock = clock;
        this.json = json;
    }

    /**
     * For whom files are sealed, and what they are counted on from.
     *
     * @param key    of the awarding body
     * @param record number of the newest record that the centre has from this node
     */
    record Recipient(SealingKey key, int record) {}

    /** The files of a bundle, each of them newest; nothing if entries came in meanwhile, and one has to look again. */
    Optional<List<ReturnedFile>> seal(Enrolment we, InstalledBundle bundle, Recipient recipient) {
        var known = files.of(bundle.id());
        var written = progress.record(bundle, 0, clock.instant());
        var current = new ArrayList<ReturnedFile>();
        for (var attempt : written.attempts()) {
            var revision = attempt.revision();
            if (revision != null) {
                var file = script(we, attempt.attempt(), known.get(attempt.attempt()), revision, recipient);
                if (file.number() != revision) {
                    return Optional.empty();
                }
                current.add(file);
            }
        }
        // The record speaks of the scripts as they are in the files, and of nothing that happened after it was read.
        current.add(record(we, written, known.get(bundle.id()), recipient));
        return Optional.of(current);
    }

    private ReturnedFile script(
            Enrolment we, UUID attempt, @Nullable ReturnedFile known, int revision, Recipient recipient) {
        if (known != null && known.number() == revision && isOurs(known, we)) {
            return known;
        }
        var content = scripts.find(attempt).orElseThrow();
        var newest = content.receipts().getLast();
        var sealed = sealed(content, ScriptFile.PURPOSE + attempt, we, recipient.key());
        return stored(we, new Named(attempt, content.bundle(), newest.revision(), newest.hash()), sealed);
    }

    /** What this machine signed as another node, before it was enrolled anew, does not prove itself as ours. */
    private static boolean isOurs(ReturnedFile file, Enrolment we) {
        return file.node().equals(we.node());
    }

    private ReturnedFile record(Enrolment we, RecordFile written, @Nullable ReturnedFile known, Recipient recipient) {
        var hash = progress.hash(written);
        if (known != null && known.hash().equals(hash) && isOurs(known, we)) {
            return known;
        }
        var number = Math.max(recipient.record(), known == null ? 0 : known.number()) + 1;
        var content = new RecordFile(
                written.format(),
                written.bundle(),
                written.version(),
                number,
                clock.instant(),
                written.attempts(),
                written.incidents(),
                written.acts());
        var sealed = sealed(content, RecordFile.PURPOSE + written.bundle(), we, recipient.key());
        return stored(we, new Named(written.bundle(), written.bundle(), number, hash), sealed);
    }

    /** What a file is about. */
    private record Named(UUID subject, UUID bundle, int number, String hash) {}

    private ReturnedFile stored(Enrolment we, Named named, byte[] sealed) {
        var file = new ReturnedFile(
                named.subject(),
                named.bundle(),
                we.node(),
                named.number(),
                named.hash(),
                Digests.sha256(sealed),
                sealed.length,
                false,
                null);
        files.store(file, sealed);
        return file;
    }

    private byte[] sealed(Object content, String purpose, Enrolment we, SealingKey key) {
        var rest = packed(content);
        var message = new ByteArrayOutputStream(rest.length + purpose.length() + 1);
        message.writeBytes((purpose + "\n").getBytes(StandardCharsets.UTF_8));
        message.writeBytes(rest);
        var signed = new ByteArrayOutputStream(rest.length + 64);
        signed.writeBytes(we.keys().signing().sign(message.toByteArray()));
        signed.writeBytes(rest);
        return key.seal(signed.toByteArray(), purpose);
    }

    /** Straight into the packed bytes: a journal is many times as long as what it is packed into. */
    private byte[] packed(Object content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            json.writeValue(gzip, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
