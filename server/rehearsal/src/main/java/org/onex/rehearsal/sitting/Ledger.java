package org.onex.rehearsal.sitting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * What the examiner of the node knows about one attempt (对账簿): everything that any device of the candidate wrote, sent and got
 * acknowledged. It folds the entries itself and compares.
 */
final class Ledger {

    /** One epoch: where the answers stood when it began, and what its device did since. */
    private static final class Book {

        private final Map<String, String> base;
        private final List<Entry> written = new ArrayList<>();
        /** What was sent while the device owned the attempt; more can never count. */
        private int sentAsOwner;
        /** What was acknowledged while the device owned the attempt; less must never count. */
        private int acknowledged;

        private int sent;
        private int durable;

        private Book(Map<String, String> base) {
            this.base = base;
        }

        /** The answers with the first so many entries of this epoch. */
        private Map<String, String> fold(int count) {
            var answers = new TreeMap<>(base);
            written.subList(0, count).forEach(entry -> answers.put(entry.item(), entry.value()));
            answers.values().removeIf(String::isEmpty);
            return answers;
        }
    }

    private final Findings<AnswerClaim> findings;
    private final String name;
    private final TreeMap<Integer, Book> books = new TreeMap<>();
    private String attempt = "";
    private int owner;

    Ledger(Findings<AnswerClaim> findings, String name) {
        this.findings = findings;
        this.name = name;
        books.put(0, new Book(Map.of()));
    }

    synchronized String attempt() {
        return attempt;
    }

    synchronized int owner() {
        return owner;
    }

    /** The highest durableSeq that the node told for this epoch. */
    synchronized int durable(int epoch) {
        return book(epoch).durable;
    }

    synchronized List<Entry> written(int epoch) {
        return List.copyOf(book(epoch).written);
    }

    synchronized void writes(int epoch, Entry entry) {
        book(epoch).written.add(entry);
    }

    /** These leave for the node now; whether they arrive nobody knows. */
    synchronized void sends(int epoch, List<Entry> entries) {
        if (!entries.isEmpty()) {
            var book = book(epoch);
            book.sent = Math.max(book.sent, entries.getLast().seq());
            if (epoch == owner) {
                book.sentAsOwner = book.sent;
            }
        }
    }

    /** A device got the attempt: the answers it begins with must be where the one before may have left them. */
    synchronized void signedIn(JsonNode view) {
        var id = Json.text(view, "attempt");
        findings.check(
                AnswerClaim.ONE_ATTEMPT,
                attempt.isEmpty() || attempt.equals(id),
                () -> name + " had the attempt " + attempt + " and got " + id);
        attempt = id;
        var epoch = view.path("epoch").asInt(0);
        findings.check(AnswerClaim.ONE_ATTEMPT, epoch > owner, () -> name + ": epoch " + epoch + " after " + owner);
        var before = book(owner);
        var answers = answers(view);
        compare(answers, before, before.acknowledged, before.sentAsOwner);
        owner = Math.max(owner, epoch);
        books.put(owner, new Book(answers));
    }

    /** The attempt as the owning device reads it. */
    synchronized boolean reads(JsonNode view, int durableBefore) {
        var book = book(owner);
        told(owner, view.path("durableSeq").asInt(-1), durableBefore);
        if (Json.text(view, "state").equals("HANDED_IN")) {
            // From here on the receipt's hash proves what is there.
            var hidden = answers(view).isEmpty();
            findings.check(AnswerClaim.SEALED_IS_HIDDEN, hidden, () -> name + ": answers after the hand-in");
            return hidden;
        }
        var stored = Math.clamp(view.path("durableSeq").asInt(-1), book.acknowledged, book.sentAsOwner);
        // What a dropped connection had brought may be stored while the node reads: it counts, told or not.
        return compare(answers(view), book, stored, book.sentAsOwner);
    }

    /**
     * A beat was answered.
     *
     * @param owned         whether the device owned the attempt when it sent
     * @param durableBefore what the node had told before that
     * @return how many entries nobody had known to be durable
     */
    synchronized int answered(int epoch, boolean owned, JsonNode reply, int durableBefore) {
        var known = book(epoch).durable;
        var durable = reply.path("durableSeq").asInt(-1);
        told(epoch, durable, durableBefore);
        var takenOver = Json.text(reply, "state").equals("TAKEN_OVER");
        if (!owned) {
            findings.check(
                    AnswerClaim.OLD_DEVICE_NEVER_WINS,
                    takenOver,
                    () -> "%s: the device of epoch %d sent after epoch %d began and was told %s"
                            .formatted(name, epoch, owner, Json.text(reply, "state")));
        } else if (!takenOver) {
            var book = book(epoch);
            book.acknowledged = Math.max(book.acknowledged, Math.min(durable, book.sentAsOwner));
        }
        return book(epoch).durable - known;
    }

    private void told(int epoch, int durable, int durableBefore) {
        var book = book(epoch);
        findings.check(
                AnswerClaim.DURABLE_NEVER_BACK,
                durable >= durableBefore,
                () -> "%s: epoch %d was durable up to %d, then up to %d"
                        .formatted(name, epoch, durableBefore, durable));
        findings.check(
                AnswerClaim.NOTHING_INVENTED,
                durable <= book.sent,
                () -> "%s: epoch %d is durable up to %d, sent were %d".formatted(name, epoch, durable, book.sent));
        book.durable = Math.max(book.durable, Math.min(durable, book.sent));
    }

    /** What the answers are with so many entries of the owning epoch. */
    synchronized Map<String, String> answersWith(int lastSeq) {
        var book = book(owner);
        return book.fold(Math.clamp(lastSeq, 0, book.written.size()));
    }

    /** Whether the owning device wrote all of these entries no later than that, as its clock says. */
    synchronized boolean wroteBy(Instant moment, int after, int upTo) {
        return book(owner).written.stream()
                .filter(entry -> entry.seq() > after && entry.seq() <= upTo)
                .noneMatch(entry -> OffsetDateTime.parse(entry.at()).toInstant().isAfter(moment));
    }

    /** Whether a script that ends there can be one: all that was acknowledged is in it, and no more than was sent. */
    synchronized boolean canEndAt(int epoch, int lastSeq) {
        var book = book(owner);
        return epoch == owner && lastSeq >= book.acknowledged && lastSeq <= book.sentAsOwner;
    }

    /** Whether the answers are what the book says with one of the counts from least to most; if not, says what kind of wrong it is. */
    private boolean compare(Map<String, String> answers, Book book, int least, int most) {
        var fits = IntStream.rangeClosed(least, most)
                .anyMatch(count -> book.fold(count).equals(answers));
        var wrong = fits ? null : AnswerClaim.ACKNOWLEDGED_STAYS;
        var told = "";
        if (!fits) {
            var expected = book.fold(most);
            var item = differing(expected, answers);
            var found = answers.getOrDefault(item, "");
            wrong = kind(book, item, found);
            told = "%s, epoch %d, entries up to %d–%d, item %s: should be %s, is %s"
                    .formatted(name, owner, least, most, item, shown(expected.get(item)), shown(answers.get(item)));
        }
        for (var claim : List.of(
                AnswerClaim.ACKNOWLEDGED_STAYS, AnswerClaim.NOTHING_INVENTED, AnswerClaim.OLD_DEVICE_NEVER_WINS)) {
            var example = told;
            findings.check(claim, claim != wrong, () -> example);
        }
        return fits;
    }

    private static String differing(Map<String, String> expected, Map<String, String> answers) {
        var items = new TreeMap<String, String>(expected);
        items.putAll(answers);
        return items.keySet().stream()
                .filter(item -> !Objects.equals(expected.get(item), answers.get(item)))
                .findFirst()
                .orElse("");
    }

    /** Evidence that won, something old because entries are missing, or something that nobody ever sent. */
    private AnswerClaim kind(Book book, String item, String found) {
        if (found.isEmpty() || found.equals(book.base.get(item)) || isIn(book.written, item, found)) {
            return AnswerClaim.ACKNOWLEDGED_STAYS;
        }
        for (var other : books.values()) {
            if (other != book && isIn(other.written, item, found)) {
                return AnswerClaim.OLD_DEVICE_NEVER_WINS;
            }
        }
        return AnswerClaim.NOTHING_INVENTED;
    }

    private static boolean isIn(List<Entry> entries, String item, String value) {
        return entries.stream()
                .anyMatch(entry -> entry.item().equals(item) && entry.value().equals(value));
    }

    private Book book(int epoch) {
        return Objects.requireNonNull(books.get(epoch), () -> name + " has no epoch " + epoch);
    }

    private static Map<String, String> answers(JsonNode view) {
        var answers = new HashMap<String, String>();
        view.path("answers").properties().forEach(answer -> {
            if (!answer.getValue().asString("").isEmpty()) {
                answers.put(answer.getKey(), answer.getValue().asString(""));
            }
        });
        return answers;
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return value.length() <= 20
                ? "“" + value + "”"
                : "“" + value.substring(0, 20) + "…” (" + value.length() + " chars)";
    }
}
