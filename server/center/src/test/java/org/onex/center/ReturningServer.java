package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.script.ReturnedFiles;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.vault.Digests;

/** An exam server after an exam: it has a bundle, says what came of it, and sends that in pieces. */
final class ReturningServer implements AutoCloseable {

    /** The longest. */
    static final int PIECE = 192 * 1024;

    private final ExamServer machine;
    private final UUID node;
    private final SiteBundle bundle;
    private int records;

    ReturningServer(ExamServer machine, UUID node, SiteBundle bundle) {
        this.machine = machine;
        this.node = node;
        this.bundle = bundle;
    }

    UUID node() {
        return node;
    }

    SigningKey signingKey() {
        return machine.signingKey();
    }

    ExamServer.Answer get(String path) {
        return machine.get(path);
    }

    private String returns() {
        return "/api/script/returns/" + bundle.id();
    }

    void install() {
        var installed = machine.put(
                "/api/dispatch/deliveries/" + bundle.id(), Map.of("version", bundle.version(), "state", "INSTALLED"));
        assertThat(installed.status()).as(installed.toString()).isLessThan(300);
    }

    /** Where the centre is with what it has sent. */
    ExamServer.Answer standing() {
        return machine.get(returns());
    }

    /** For whom it seals. */
    SealingKey key() {
        return SealingKey.ofBase64(standing().json().path("key").asString());
    }

    /** What it says that it has, in the first revision. */
    Map<String, Object> list(byte[] record, Map<UUID, byte[]> scripts) {
        return list(record, scripts, 1);
    }

    Map<String, Object> list(byte[] record, Map<UUID, byte[]> scripts, int revision) {
        var files = new ArrayList<Map<String, Object>>();
        scripts.forEach((attempt, bytes) -> files.add(Map.of(
                "attempt", attempt, "revision", revision, "sha256", Digests.sha256(bytes), "bytes", bytes.length)));
        return Map.of(
                "version",
                bundle.version(),
                "record",
                Map.of("number", ++records, "sha256", Digests.sha256(record), "bytes", record.length),
                "scripts",
                files);
    }

    ExamServer.Answer announce(Map<String, Object> list) {
        return machine.put(returns(), list);
    }

    /** It has these, and a record that it never sends. */
    ExamServer.Answer has(Map<UUID, byte[]> scripts) {
        return announce(list(unsent(), scripts));
    }

    /** A record that nobody sends: nothing sealed has the same bytes twice. */
    byte[] unsent() {
        return ("record " + records).getBytes(StandardCharsets.UTF_8);
    }

    ExamServer.Answer piece(byte[] file, int from, int until) {
        return piece(file, from, until, Digests.sha256(file));
    }

    ExamServer.Answer piece(byte[] file, int from, int until, String name) {
        return machine.send(
                "PUT", returns() + "/files/" + name + "/" + from, Arrays.copyOfRange(file, from, until), fields -> {
                    fields.put("Content-Type", "application/octet-stream");
                    return fields;
                });
    }

    /** The whole of it, and what the centre answers to the last piece. */
    ExamServer.Answer send(byte[] file) {
        ExamServer.@Nullable Answer answer = null;
        for (int from = 0; from < file.length; from += PIECE) {
            answer = piece(file, from, Math.min(from + PIECE, file.length));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        return Objects.requireNonNull(answer);
    }

    byte[] sealed(ScriptFile file) {
        return sealed(file, ScriptFile.PURPOSE + file.attempt());
    }

    byte[] sealed(Object file, String purpose) {
        return ReturnedFiles.sealed(file, purpose, machine.signingKey(), key());
    }

    /** Its next record: who has one of these scripts handed it in, all others were absent, and nobody noted who was there. */
    byte[] record(Map<UUID, ScriptFile> scripts) {
        var attempts = bundle.seatings().stream()
                .flatMap(seating -> seating.runs().stream())
                .map(run -> ReturnedFiles.attempt(run, scripts.get(run.attempt()), null))
                .toList();
        return record(attempts, List.of());
    }

    byte[] record(List<RecordFile.Attempt> attempts, List<RecordFile.Incident> incidents) {
        return sealed(ReturnedFiles.record(bundle, records + 1, attempts, incidents), RecordFile.PURPOSE + bundle.id());
    }

    @Override
    public void close() {
        machine.close();
    }
}
