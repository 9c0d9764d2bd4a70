package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Answer;

/** What happens to one candidate while answering: mostly nothing special, and now and then everything that ever lost an answer. */
final class Mischief {

    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);
    private static final int MOST_MACHINES = 4;
    private static final int PARALLEL_HAND_INS = 20;

    private final VirtualCandidate candidate;
    private final Random random;
    private final Room room;

    Mischief(VirtualCandidate candidate) {
        this.candidate = candidate;
        random = candidate.random();
        room = candidate.room();
    }

    /** One thing that happens, by the dice. */
    void happen() {
        var dice = random.nextInt(100);
        if (dice < 50) {
            saves();
        } else if (dice < 72) {
            lineBreaks(dice);
        } else if (dice < 88) {
            repeats(dice);
        } else if (dice < 97) {
            room(dice);
        } else {
            changesMachine();
        }
    }

    private void lineBreaks(int dice) {
        candidate.type(1 + random.nextInt(4));
        if (dice < 59) {
            hangsUp(100);
        } else if (dice < 62) {
            hangsUp(random.nextInt(100));
        } else {
            room.tally().add("beats not waited for");
            candidate.attempt(() -> candidate
                    .device()
                    .beat(candidate.device().journal().batch(), room.pace().impatient(random)));
        }
        if (random.nextBoolean()) {
            candidate.flush();
        }
    }

    private void repeats(int dice) {
        if (dice < 77) {
            twiceAtOnce();
        } else if (dice < 81) {
            sendsOldOnesAgain();
        } else if (dice < 84) {
            contradicts();
        } else if (dice < 86) {
            leavesAGap();
        } else {
            room.tally().add("browsers closed and opened");
            candidate.look();
        }
    }

    private void room(int dice) {
        if (dice < 91) {
            candidate.device().notices("FOCUS_LOST");
            candidate.device().notices("FOCUS_REGAINED");
            candidate.right(candidate.device()::beat);
        } else if (dice < 94) {
            oldMachineComesBack();
        } else if (dice < 96) {
            isSpokenTo();
        } else {
            getsMoreTime();
        }
    }

    void saves() {
        candidate.type(1 + random.nextInt(6));
        candidate.flush();
    }

    void hangsUp(int percent) {
        room.tally().add("connections dropped");
        try {
            candidate.device().beatAndHangUp(percent);
        } catch (IOException e) {
            room.tally().add("replies lost on the way");
        }
    }

    void twiceAtOnce() {
        candidate.type(1 + random.nextInt(5));
        var device = candidate.device();
        var batch = device.journal().batch();
        room.tally().add("beats sent twice at once");
        Stream.of(1, 2)
                .map(each -> CompletableFuture.runAsync(
                        () -> candidate.attempt(
                                () -> device.beat(batch, room.pace().answer())),
                        AT_ONCE))
                .toList()
                .forEach(CompletableFuture::join);
        candidate.flush();
    }

    void sendsOldOnesAgain() {
        var device = candidate.device();
        var durable = candidate.examined().ledger().durable(device.epoch());
        var written = candidate.examined().ledger().written(device.epoch());
        if (durable > 0) {
            var from = random.nextInt(durable);
            var to = Math.min(durable, from + 10);
            room.tally().add("stored entries sent again");
            candidate.right(
                    () -> device.beat(written.subList(from, to), room.pace().answer()));
        }
    }

    void contradicts() {
        var device = candidate.device();
        var durable = candidate.examined().ledger().durable(device.epoch());
        if (durable > 0) {
            var stored = candidate.examined().ledger().written(device.epoch()).get(random.nextInt(durable));
            refused(AnswerClaim.CONFLICT_REFUSED, stored.contradicted(), "sitting.entry-differs");
        }
    }

    void leavesAGap() {
        var next = candidate.device().journal().lastSeq() + 2;
        refused(
                AnswerClaim.GAP_REFUSED,
                new Entry(next, "S01", "A", "2024-05-18T14:03:22.120+08:00"),
                "sitting.entries-missing");
    }

    private void refused(AnswerClaim claim, Entry entry, String code) {
        var answer = candidate.insist(() -> candidate.device().smuggle(entry));
        candidate.check(claim, answer.isProblem(409, code), "entry " + entry.seq() + ": " + answer);
        candidate.look();
    }

    void isSpokenTo() {
        var text = "请勿交谈 " + candidate.seat().ticket() + " " + random.nextInt(1_000_000);
        if (room.invigilator()
                .message(candidate.examined().ledger().attempt(), text)
                .isFine()) {
            candidate.examined().promised(text);
        }
    }

    void getsMoreTime() {
        if (room.invigilator().hasColleague()) {
            var minutes = 1 + random.nextInt(3);
            candidate.examined().time().asked(Duration.ofMinutes(minutes));
            var answer = room.invigilator().extend(candidate.examined().ledger().attempt(), minutes);
            room.tally().add("extensions");
            candidate.check(AnswerClaim.RIGHT_IS_ANSWERED, answer.isFine(), "an extension was refused: " + answer);
            candidate.look();
        }
    }

    /** The machine breaks with entries on its disk; the candidate goes on at another one, and the old one comes back. */
    void changesMachine() {
        if (candidate.leftBehind().size() >= MOST_MACHINES) {
            return;
        }
        var old = candidate.device();
        candidate.type(1 + random.nextInt(4));
        if (random.nextBoolean()) {
            hangsUp(100);
        }
        var next = candidate.aMachine();
        var locked = candidate.insist(() -> next.signIn(candidate.seat()));
        candidate.check(AnswerClaim.UNLOCK_NEEDED, locked.isProblem(409, "sitting.device-active"), locked.toString());
        room.invigilator().unlock(candidate.seat().ticket());
        candidate.signIn(next);
        room.tally().add("machines changed");
        candidate.leftBehind().add(old);
        candidate.look();
        if (random.nextBoolean()) {
            oldMachineComesBack();
        }
        saves();
    }

    /** Whatever a machine does that was taken over: nothing of it may show. */
    void oldMachineComesBack() {
        if (candidate.leftBehind().isEmpty()) {
            return;
        }
        var old =
                candidate.leftBehind().get(random.nextInt(candidate.leftBehind().size()));
        room.tally().add("old machines come back");
        if (random.nextBoolean()) {
            old.write("S01", "D");
            old.write("W01", "旧机器 " + random.nextInt());
        }
        // Also with nothing to send: it must learn that it was taken over.
        var answer = candidate.insist(old::beat);
        candidate.check(
                AnswerClaim.OLD_DEVICE_NEVER_WINS,
                answer.isFine() || candidate.hasHandedIn(),
                "its evidence was not taken: " + answer);
        var resumed = candidate.insist(old::resume);
        var handedIn = candidate.insist(() -> old.handIn(old.journal().lastSeq()));
        candidate.check(
                AnswerClaim.OLD_DEVICE_NEVER_WINS,
                resumed.isProblem(409, "sitting.taken-over") && !handedIn.isFine(),
                "it could resume (" + resumed + ") or hand in (" + handedIn + ")");
        candidate.look();
    }

    /** Hands in before the node has everything, then many times at once. */
    void handsInHastily() {
        candidate.type(2);
        var early = candidate.insist(
                () -> candidate.device().handIn(candidate.device().journal().lastSeq()));
        candidate.check(
                AnswerClaim.ONE_RECEIPT,
                early.isProblem(409, "sitting.entries-missing"),
                "without its last entries: " + early);
        candidate.flush();
        var device = candidate.device();
        room.tally().add("hand-ins many times at once");
        IntStream.range(0, PARALLEL_HAND_INS)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> candidate.attempt(
                                () -> device.handIn(device.journal().lastSeq())),
                        AT_ONCE))
                .toList()
                .forEach(CompletableFuture::join);
        candidate.handIn();
    }

    /** Again and again the same receipt. */
    void repeatsHandIn() {
        var device = candidate.device();
        candidate.right(() -> device.handIn(device.journal().lastSeq()));
    }

    /** The receipt stays what it is, and nothing is taken any more. */
    void triesAfterHandingIn() {
        var device = candidate.device();
        repeatsHandIn();
        var late = candidate.insist(() ->
                device.smuggle(new Entry(device.journal().lastSeq() + 1, "S01", "A", "2024-05-18T14:03:22.120+08:00")));
        candidate.check(
                AnswerClaim.CLOSED_AFTERWARDS, late.isProblem(409, "sitting.handed-in"), "one entry more: " + late);
        closed(candidate.right(device::resume));
        closed(candidate.right(device::beat));
    }

    private void closed(Answer answer) {
        candidate.check(
                AnswerClaim.CLOSED_AFTERWARDS,
                answer.body().path("state").asString("").equals("HANDED_IN")
                        && answer.body().path("receipt").isObject(),
                answer + " is " + answer.body().path("state") + " with the receipt "
                        + answer.body().path("receipt"));
    }
}
