package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.onex.rehearsal.dispatch.Subjects;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Somebody with a ticket for a real exam (考生): comes or does not, sits one subject after the other, hands in or is still at it at the end. */
final class Examinee {

    private static final Duration UNTIL_RELEASED = Duration.ofSeconds(60);
    private static final String NOT_RELEASED = "sitting.not-released";
    private static final int THINGS_THAT_HAPPEN = 5;
    private static final int HASTY = 4;
    private static final int MUCH = 40;

    private final Scene scene;
    private final Room room;
    private final Paperwork paperwork;
    private final Part part;
    private final int number;
    private final Random random;
    private final List<VirtualCandidate> sat = new ArrayList<>();
    private String paper = "";

    /**
     * What somebody brings along.
     *
     * @param subjects that they sit, in their order
     */
    record Paperwork(Place place, String idNumber, List<Subjects.Sitting> subjects) {

        MockExam.Seat seat() {
            return new MockExam.Seat(place.guest().name(), place.guest().ticket(), idNumber);
        }
    }

    /**
     * @param part   that they play
     * @param number among everybody, which decides how their line and their machines are
     */
    Examinee(Scene scene, Room room, Paperwork paperwork, Part part, int number) {
        this.scene = scene;
        this.room = room;
        this.paperwork = paperwork;
        this.part = part;
        this.number = number;
        this.random = new Random(number);
        sat.add(candidate());
    }

    /** For the next subject, of which they know some answers. */
    private VirtualCandidate candidate() {
        var candidate = new VirtualCandidate(room, paperwork.seat(), random);
        if (sat.size() < paperwork.subjects().size()) {
            candidate.learned(Schooling.of(banks(scene, paperwork.subjects().get(sat.size()))));
        }
        return candidate;
    }

    private static List<ItemBankFile> banks(Scene scene, Subjects.Sitting subject) {
        return scene.data().banksOf(scene.notice()).stream()
                .filter(bank -> bank.asks(subject.qualification(), subject.level()))
                .toList();
    }

    Role role() {
        return part.role();
    }

    Part part() {
        return part;
    }

    int number() {
        return number;
    }

    Place place() {
        return paperwork.place();
    }

    /** Whether they have signed in. */
    boolean isHere() {
        return !now().examined().ledger().attempt().isEmpty();
    }

    /** At the subject where they are. */
    VirtualCandidate now() {
        return sat.getLast();
    }

    /** How many subjects they have begun. */
    int begun() {
        return sat.size();
    }

    private Mischief mischief() {
        return new Mischief(now());
    }

    /** Before the start: with another's ID number nobody is let in, with their own they are, and cannot begin yet. */
    void arrive(boolean early) {
        var other = new VirtualCandidate(room, stranger(), random);
        sits(
                other.insist(() -> other.device().signIn(stranger())),
                "sitting.sign-in-wrong",
                "with another's ID number");
        now().signIn(now().device());
        seated(now().right(now().device()::resume).orFail());
        if (early) {
            var answer = now().insist(now().device()::start);
            // Which of the two is told where both are true is nobody's promise.
            sits(
                    answer,
                    answer.code().equals(NOT_RELEASED) ? NOT_RELEASED : "sitting.not-open-yet",
                    "before the start");
        }
    }

    /** The machine shows whose seat it is. */
    private void seated(JsonNode view) {
        var shown = view.path("candidate");
        var spot = place().spot();
        scene.check(
                Claim.ONLY_WHO_IS_SEATED_SITS,
                Json.text(shown, "name").equals(place().guest().name())
                        && Json.text(shown, "idNumber").equals(place().guest().maskedNumber())
                        && Json.text(shown, "ticket").equals(place().guest().ticket())
                        && Json.text(shown, "room").equals("第" + spot.room() + "考场 " + spot.roomName())
                        && shown.path("seat").asInt(-1) == spot.seat(),
                () -> place() + " signed in and is shown as " + shown);
        paper = Json.text(view.path("paper"), "sha256");
    }

    /** By the hash of what was sealed; empty before they have signed in. */
    String paper() {
        return paper;
    }

    /** Goes to another site, where nobody knows the ticket. */
    void goesAstrayTo(Examinee host) {
        var machine =
                new Device(host.room, new Examined(room.findings(), now().seat().name()), Duration.ZERO);
        sits(now().insist(() -> machine.signIn(paperwork.seat())), "sitting.sign-in-wrong", "to another site");
    }

    /** The same ticket, and a number that is another's. */
    private MockExam.Seat stranger() {
        var own = paperwork.seat();
        var last = own.idNumber().length() - 1;
        return new MockExam.Seat(
                own.name(),
                own.ticket(),
                own.idNumber().substring(0, last) + (own.idNumber().endsWith("1") ? "2" : "1"));
    }

    /** Comes when it is too late. */
    void isTurnedAway() {
        sits(now().insist(() -> now().device().signIn(paperwork.seat())), "sitting.too-late", "after the late limit");
    }

    private void sits(Answer answer, String refusal, String when) {
        scene.check(
                Claim.ONLY_WHO_IS_SEATED_SITS,
                answer.code().equals(refusal),
                () -> place() + " comes " + when + ", " + answer);
    }

    /** Starts, and some of what can happen does. */
    void begin() {
        released();
        now().begin();
        learnsNoAnswer();
        work();
    }

    /** Nothing that came to their machine says what is right. */
    private void learnsNoAnswer() {
        var received = now().received();
        var hints = SealedPaper.hints(received.getLast());
        var texts = received.stream().map(JsonNode::toString).toList();
        var told = banks(scene, paperwork.subjects().get(sat.size() - 1)).stream()
                .flatMap(bank -> bank.untold().stream())
                .filter(untold -> texts.stream().anyMatch(text -> text.contains(untold)))
                .toList();
        scene.check(
                Claim.NO_ANSWER_KEY_OUTSIDE,
                hints.isEmpty() && told.isEmpty(),
                () -> place() + " received " + hints + " and " + told);
    }

    /** The node fetches the key by itself. */
    private void released() {
        var give = System.nanoTime() + UNTIL_RELEASED.toNanos();
        while (now().insist(now().device()::start).code().equals(NOT_RELEASED)) {
            if (System.nanoTime() > give) {
                throw new Unexpected("the node at " + place().spot().siteName() + " gets no key for its papers");
            }
            room.pace().beforeRetry(random);
        }
    }

    private void work() {
        now().type(MUCH);
        for (var i = 0; i < THINGS_THAT_HAPPEN; i++) {
            mischief().happen();
            room.pace().think(random);
        }
        if (part == Part.STAYS && begun() == 1) {
            mischief().changesMachine(); // of somebody it breaks, whatever the dice say
        }
        if (part.passes()) {
            now().becomesSure();
        }
        if (part != Part.TRIES) {
            now().looksThrough();
        }
        mischief().saves();
    }

    /** The photo at the machine is one that was sent of them. */
    byte[] photo() {
        try {
            HttpResponse<byte[]> response = now().device().photo();
            return response.statusCode() == 200 ? response.body() : new byte[0];
        } catch (IOException e) {
            throw new Unexpected("the photo of " + place() + " was not answered: " + e, e);
        }
    }

    /** Before one may. */
    void handsInTooEarly() {
        now().flush();
        var device = now().device();
        var answer = now().insist(() -> device.handIn(device.journal().lastSeq()));
        check(answer.isProblem(409, "sitting.hand-in-too-early"), "hands in before one may, " + answer);
        var next = now().insist(() -> aside().follow(device));
        check(next.isProblem(409, "sitting.not-handed-in"), "goes on without handing in, " + next);
    }

    /** A machine whose answers are kept in nobody's books. */
    private Device aside() {
        return new Device(room, new Examined(room.findings(), paperwork.seat().name()), Duration.ZERO);
    }

    void handsIn() {
        if (number % HASTY == 0) {
            mischief().handsInHastily();
        } else {
            now().handIn();
        }
        mischief().triesAfterHandingIn();
    }

    /** Begins the next subject, or is told that there is none. */
    void goesOn() {
        var former = now();
        var told = former.right(former.device()::resume).body().path("next");
        if (sat.size() == paperwork.subjects().size()) {
            check(!told.isObject(), "has sat everything and is told to sit " + told);
            var answer = former.insist(() -> aside().follow(former.device()));
            check(answer.isProblem(404, "sitting.no-next"), "has sat everything and goes on, " + answer);
            return;
        }
        check(
                told.isObject() && !Json.text(told.path("session"), "subject").isEmpty(),
                "has " + (paperwork.subjects().size() - sat.size()) + " subjects to go and is told " + told);
        var following = candidate();
        following.sitDownAfter(former);
        sat.add(following);
        learnsNoAnswer();
        work();
    }

    private void check(boolean holds, String example) {
        scene.check(Claim.SUBJECTS_FOLLOW, holds, () -> place() + " " + example);
    }

    /** Two invigilators hand in while the line is down; what was not sent comes afterwards and changes nothing of that. */
    void isHandedInBy(Runnable invigilators) {
        now().type(2);
        invigilators.run();
        now().look();
        var receipt = now().examined().receipts().revision(1);
        scene.check(
                Claim.ROOMS_AS_WRITTEN_DOWN,
                Json.text(receipt, "kind").equals("FORCED"),
                () -> "the invigilators handed in for " + place() + ", the receipt is " + receipt);
        comesLate();
        mischief().repeatsHandIn();
        now().isTakenIn();
    }

    /** What they handed in, subject by subject. */
    List<SatScript> scripts() {
        var scripts = new ArrayList<SatScript>();
        for (var i = 0; i < sat.size() && role().sits(); i++) {
            var subject = paperwork.subjects().get(i);
            var spot = place().spot();
            var run = new SatScript.Run(
                    Json.text(sat.get(i).session(), "id"),
                    spot.site(),
                    spot.slot(),
                    subject.qualification(),
                    subject.level(),
                    subject.subject(),
                    spot.form(),
                    place().guest().ticket());
            var examined = sat.get(i).examined();
            scripts.add(new SatScript(
                    examined.ledger().attempt(),
                    run,
                    sat.get(i).items(),
                    examined.receipts().all()));
        }
        return scripts;
    }

    /** Until the node has handed in by itself, whatever was not sent comes afterwards and changes nothing of that. */
    void isHandedIn(boolean online) {
        var give = System.nanoTime() + UNTIL_RELEASED.toNanos();
        while (now().examined().receipts().revisions() == 0) {
            if (System.nanoTime() > give) {
                throw new Unexpected("the node did not hand in for " + place());
            }
            room.pace().beforeRetry(random);
            now().look();
        }
        var receipt = now().examined().receipts().revision(1);
        scene.check(
                Claim.EVERYBODY_IS_HANDED_IN,
                Json.text(receipt, "kind").equals("DEADLINE"),
                () -> place() + " was still at it at the end, the receipt is " + receipt);
        if (!online) {
            comesLate();
        }
        mischief().repeatsHandIn();
    }

    private void comesLate() {
        now().flush();
        var late = now().examined().receipts().revision(2);
        now().check(
                        AnswerClaim.LATE_IS_FLAGGED,
                        Json.text(late, "kind").equals("LATE_SYNC"),
                        "what came late is " + late);
    }
}
