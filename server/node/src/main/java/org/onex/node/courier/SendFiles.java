package org.onex.node.courier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.foundation.clock.TimeRunning;
import org.onex.foundation.exchange.SealingKey;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells the centre what there is to return, brings what it does not have, and keeps its receipts (上送). Whatever breaks off goes on from
 * where the centre says that it is.
 */
@Component
class SendFiles {

    private static final Logger log = LoggerFactory.getLogger(SendFiles.class);
    private static final String PATH = "/api/script/returns/";
    private static final int PIECE_BYTES = 192 << 10;
    /** Once to hear what is wanted, and once more to hear that nothing is. */
    private static final int ANNOUNCED_AT_ONCE = 2;

    private final CenterLine line;
    private final ReturnedFiles files;
    private final TimeRunning exams;

    SendFiles(CenterLine line, ReturnedFiles files, TimeRunning exams) {
        this.line = line;
        this.files = files;
        this.exams = exams;
    }

    /**
     * For whom the files of a bundle are sealed. Receipts whose answers were lost come with it.
     *
     * @throws CenterAway if the centre does not say so
     */
    SealFiles.Recipient recipient(Enrolment we, InstalledBundle bundle) {
        var body = line.ask(we, "GET", PATH + bundle.id(), null).expecting(200).body();
        keepReceipts(we, files.of(bundle.id()).values(), body.path("receipts"));
        try {
            return new SealFiles.Recipient(
                    SealingKey.ofBase64(body.path("key").asString("")),
                    body.path("record").asInt(0));
        } catch (IllegalArgumentException e) {
            throw new CenterAway("the centre's return key is none", e);
        }
    }

    /**
     * Ends early, to be called again, when somebody begins to write.
     *
     * @param current all files of the bundle
     * @throws CenterAway if not everything got there
     */
    void send(Enrolment we, InstalledBundle bundle, List<ReturnedFile> current) {
        var byHash = current.stream().collect(Collectors.toMap(ReturnedFile::sha256, Function.identity()));
        for (int i = 0; i < ANNOUNCED_AT_ONCE; i++) {
            var wanted = announce(we, bundle, current);
            if (wanted.isEmpty()) {
                return;
            }
            for (var one : wanted) {
                var file = byHash.get(one.path("sha256").asString(""));
                if (exams.isRunning() || file == null) {
                    return;
                }
                bring(we, file, one.path("from").asLong());
            }
        }
    }

    /** A list as the centre reads it. */
    private record Announced(int version, AnnouncedRecord record, List<AnnouncedScript> scripts) {}

    private record AnnouncedRecord(int number, String sha256, long bytes) {}

    private record AnnouncedScript(UUID attempt, int revision, String sha256, long bytes) {}

    private JsonNode announce(Enrolment we, InstalledBundle bundle, List<ReturnedFile> current) {
        var record = current.stream().filter(ReturnedFile::isRecord).findFirst().orElseThrow();
        var list = new Announced(
                bundle.version(),
                new AnnouncedRecord(record.number(), record.sha256(), record.bytes()),
                current.stream()
                        .filter(file -> !file.isRecord())
                        .map(file -> new AnnouncedScript(file.subject(), file.number(), file.sha256(), file.bytes()))
                        .toList());
        var body = line.ask(we, "PUT", PATH + bundle.id(), list).expecting(200).body();
        keepReceipts(we, current, body.path("receipts"));
        for (var refused : body.path("refused")) {
            files.markRefused(
                    bundle.id(),
                    refused.path("sha256").asString(""),
                    refused.path("reason").asString(""));
        }
        var isThere = body.path("record").asInt(0) >= record.number();
        if (isThere) {
            files.markArrived(record.subject(), record.number(), record.hash());
        }
        return body.path("wanted");
    }

    /** The centre says how far it is; whatever we believed before, it is asked for nothing else. */
    private void bring(Enrolment we, ReturnedFile file, long wantedFrom) {
        var path = PATH + file.bundle() + "/files/" + file.sha256() + "/";
        // All bytes there and not looked at: the last one again makes it look.
        long from = Math.clamp(wantedFrom, 0, file.bytes() - 1);
        // A centre that jumps to and fro is asked again another time.
        for (long left = 2 * (file.bytes() / PIECE_BYTES + 2); left > 0; left--) {
            var answer = line.bring(we, path + from, files.piece(file, from, PIECE_BYTES));
            if (answer.code().equals("script.file-damaged")) {
                from = 0;
                continue;
            }
            from = answer.code().equals("script.piece-gap")
                    ? answer.body().path("facts").path("have").asLong()
                    : taken(we, file, answer.expecting(200).body());
            if (from < 0 || from >= file.bytes()) {
                return;
            }
        }
        throw new CenterAway(CenterAway.AWAY, "nothing more is taken of " + file.sha256());
    }

    private long taken(Enrolment we, ReturnedFile file, JsonNode said) {
        if (said.path("receipt").isObject()) {
            keepReceipt(we, Map.of(file.subject(), file), said.path("receipt"));
        }
        var refused = said.path("refused").asString("");
        if (!refused.isEmpty()) {
            log.warn("The centre cannot take file {} about {}: {}", file.sha256(), file.subject(), refused);
            files.markRefused(file.bundle(), file.sha256(), refused);
        }
        return said.path("have").asLong(file.bytes());
    }

    private void keepReceipts(Enrolment we, Collection<ReturnedFile> current, JsonNode receipts) {
        var bySubject = current.stream().collect(Collectors.toMap(ReturnedFile::subject, Function.identity()));
        receipts.forEach(receipt -> keepReceipt(we, bySubject, receipt));
    }

    /** Only what the centre has signed about the very script that lies here is a receipt. */
    private void keepReceipt(Enrolment we, Map<UUID, ReturnedFile> bySubject, JsonNode said) {
        var receipt = CenterReceipt.read(said).orElse(null);
        var file = receipt == null ? null : bySubject.get(receipt.attempt());
        if (receipt == null || file == null || !file.says(receipt.revision(), receipt.hash()) || file.arrived()) {
            return;
        }
        if (receipt.isSignedWith(we.centerKey())) {
            files.keep(receipt);
        } else {
            log.warn("What came as a receipt for {} was not signed by our centre", receipt.attempt());
        }
    }
}
