package org.onex.node.courier;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final CenterLine line;
    private final ReturnedFiles files;
    private final ExamHours hours;

    /** Of which scripts somebody else has signed receipts; said once. */
    private final Set<UUID> forged = ConcurrentHashMap.newKeySet();

    SendFiles(CenterLine line, ReturnedFiles files, ExamHours hours) {
        this.line = line;
        this.files = files;
        this.hours = hours;
    }

    /**
     * For whom the files of a bundle are sealed.
     *
     * @throws CenterAway if the centre does not say so
     */
    SealFiles.Recipient recipient(Enrolment we, InstalledBundle bundle) {
        var body = line.ask(we, "GET", PATH + bundle.id(), null).expecting(200).body();
        try {
            return new SealFiles.Recipient(
                    SealingKey.ofBase64(body.path("key").asString("")),
                    body.path("record").asInt(0));
        } catch (IllegalArgumentException e) {
            throw new CenterAway("the centre's return key is none", e);
        }
    }

    /**
     * Ends early, to be called again, when an exam begins.
     *
     * @param current all files of the bundle
     * @return whether the centre had refused one of them before, and nobody here had heard of it
     * @throws CenterAway     if not everything got there
     * @throws CourierRefused if the centre wants something that is not here
     */
    boolean send(Enrolment we, InstalledBundle bundle, List<ReturnedFile> current) {
        var byHash = current.stream().collect(Collectors.toMap(ReturnedFile::sha256, Function.identity()));
        var said = announce(we, bundle, current);
        var isOldRefusal = said.isRefusalNews();
        if (!said.wanted().isEmpty() && areBrought(we, byHash, said.wanted())) {
            // Once more to hear that nothing is wanted any more.
            areBrought(we, byHash, announce(we, bundle, current).wanted());
        }
        return isOldRefusal;
    }

    /** Whether no exam began meanwhile. */
    private boolean areBrought(Enrolment we, Map<String, ReturnedFile> byHash, JsonNode wanted) {
        for (var one : wanted) {
            var file = Objects.requireNonNull(byHash.get(one.path("sha256").asString("")));
            if (!isBrought(we, file, one.path("from").asLong())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the centre says to a list.
     *
     * @param wanted        what it does not have whole
     * @param isRefusalNews whether it cannot take something of which we did not know that
     */
    private record Said(JsonNode wanted, boolean isRefusalNews) {}

    /** A list as the centre reads it. */
    private record Announced(int version, AnnouncedRecord record, List<AnnouncedScript> scripts) {}

    private record AnnouncedRecord(int number, String sha256, long bytes) {}

    private record AnnouncedScript(UUID attempt, int revision, String sha256, long bytes) {}

    private Said announce(Enrolment we, InstalledBundle bundle, List<ReturnedFile> current) {
        var record = current.stream().filter(ReturnedFile::isRecord).findFirst().orElseThrow();
        var list = new Announced(
                bundle.version(),
                new AnnouncedRecord(record.number(), record.sha256(), record.bytes()),
                current.stream()
                        .filter(file -> !file.isRecord())
                        .map(file -> new AnnouncedScript(file.subject(), file.number(), file.sha256(), file.bytes()))
                        .toList());
        var body = line.ask(we, "PUT", PATH + bundle.id(), list).expecting(200).body();
        var wanted = hashes(body.path("wanted"));
        if (!current.stream().map(ReturnedFile::sha256).toList().containsAll(wanted)) {
            // It goes by a newer list than ours, which a database that was brought back from a copy does not remember.
            files.discard(record);
            log.warn(
                    "The centre wants other files of bundle {} than are here; the next list gets a higher number",
                    bundle.id());
            throw CourierRefused.of(CourierRefused.Code.RETURN_FAILED);
        }
        var isRefusalNews = false;
        for (var refused : body.path("refused")) {
            isRefusalNews |= noteRefused(
                    bundle.id(),
                    refused.path("sha256").asString(""),
                    refused.path("reason").asString(""));
        }
        wanted.addAll(hashes(body.path("refused")));
        // A receipt says nothing of which file of a revision has come; the list does.
        var there = current.stream()
                .filter(file -> !wanted.contains(file.sha256()))
                .collect(Collectors.toMap(ReturnedFile::subject, Function.identity()));
        body.path("receipts").forEach(receipt -> keepReceipt(we, there, receipt));
        if (body.path("record").asInt(0) == record.number()) {
            files.markArrived(record);
        }
        return new Said(body.path("wanted"), isRefusalNews);
    }

    private static Set<String> hashes(JsonNode named) {
        var hashes = new HashSet<String>();
        named.forEach(one -> hashes.add(one.path("sha256").asString("")));
        return hashes;
    }

    private boolean noteRefused(UUID bundle, String sha256, String reason) {
        var isNews = files.markRefused(bundle, sha256, reason);
        if (isNews) {
            log.warn("The centre cannot take file {} of bundle {}: {}", sha256, bundle, reason);
        }
        return isNews;
    }

    /**
     * The centre says how far it is; whatever we believed before, it is asked for nothing else.
     *
     * @return whether no exam began meanwhile
     */
    private boolean isBrought(Enrolment we, ReturnedFile file, long wantedFrom) {
        var path = PATH + file.bundle() + "/files/" + file.sha256() + "/";
        // All bytes there and not looked at: the last one again makes it look.
        long from = Math.clamp(wantedFrom, 0, file.bytes() - 1);
        // A centre that jumps to and fro is asked again another time.
        for (long left = 2 * (file.bytes() / PIECE_BYTES + 2); left > 0; left--) {
            if (hours.isExamOn()) {
                return false;
            }
            var answer = line.bring(we, path + from, piece(file, from));
            if (answer.code().equals("script.file-damaged")) {
                from = 0;
                continue;
            }
            from = answer.code().equals("script.piece-gap")
                    ? answer.body().path("facts").path("have").asLong()
                    : taken(we, file, answer.expecting(200).body());
            if (from < 0 || from >= file.bytes()) {
                return true;
            }
        }
        throw new CenterAway(CenterAway.AWAY, "nothing more is taken of " + file.sha256());
    }

    private byte[] piece(ReturnedFile file, long from) {
        return files.piece(file, from, PIECE_BYTES).orElseThrow(() -> {
            // It had arrived, and the centre has lost it since.
            files.discard(file);
            log.warn("The centre wants file {} about {} again, which is sealed anew", file.sha256(), file.subject());
            return CourierRefused.of(CourierRefused.Code.RETURN_FAILED);
        });
    }

    private long taken(Enrolment we, ReturnedFile file, JsonNode said) {
        if (said.path("receipt").isObject()) {
            keepReceipt(we, Map.of(file.subject(), file), said.path("receipt"));
        }
        var refused = said.path("refused").asString("");
        if (!refused.isEmpty()) {
            noteRefused(file.bundle(), file.sha256(), refused);
        }
        return said.path("have").asLong(file.bytes());
    }

    /** Only what the centre has signed about the very script that lies here is a receipt. */
    private void keepReceipt(Enrolment we, Map<UUID, ReturnedFile> bySubject, JsonNode said) {
        var receipt = CenterReceipt.read(said).orElse(null);
        var file = receipt == null ? null : bySubject.get(receipt.attempt());
        if (receipt == null || file == null || !file.says(receipt.revision(), receipt.hash()) || file.arrived()) {
            return;
        }
        if (receipt.isSignedWith(we.centerKey())) {
            files.keep(receipt, file);
        } else if (forged.add(receipt.attempt())) {
            log.warn("What came as a receipt for {} was not signed by our centre", receipt.attempt());
        }
    }
}
