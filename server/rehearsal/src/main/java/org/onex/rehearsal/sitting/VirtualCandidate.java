package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/** A candidate of the mock exam (虚拟考生): sits down, answers, changes machines, hands in – and never gives up when the node does not answer. */
final class VirtualCandidate {

    private final Room room;
    private final MockExam.Seat seat;
    private final Random random;
    private final Examined examined;
    private final Insistence insistence;
    private final List<Device> leftBehind = new ArrayList<>();
    private Device device;
    private Typing typing;
    private Schooling schooling = Schooling.NONE;
    private JsonNode session = Json.object();
    private final List<JsonNode> received = new ArrayList<>();
    private boolean handedIn;

    VirtualCandidate(Room room, MockExam.Seat seat, Random random) {
        this.room = room;
        this.seat = seat;
        this.random = random;
        examined = new Examined(room.findings(), seat.name());
        insistence = new Insistence(room.pace(), random, room.tally());
        device = aMachine();
        typing = new Typing(random, List.of(), schooling);
    }

    /** Knows some answers from now on. */
    void learned(Schooling subject) {
        schooling = subject;
    }

    /** At a machine whose clock is right. */
    static VirtualCandidate withRightClock(Room room, MockExam.Seat seat, Random random) {
        var candidate = new VirtualCandidate(room, seat, random);
        candidate.device = new Device(room, candidate.examined, Duration.ZERO);
        return candidate;
    }

    MockExam.Seat seat() {
        return seat;
    }

    Room room() {
        return room;
    }

    Random random() {
        return random;
    }

    Examined examined() {
        return examined;
    }

    Device device() {
        return device;
    }

    /** That was begun. */
    JsonNode session() {
        return session;
    }

    /** What the node has told at the start, and the opened paper last. */
    List<JsonNode> received() {
        return received;
    }

    /** That the opened paper asks. */
    List<JsonNode> items() {
        return typing.items();
    }

    List<Device> leftBehind() {
        return leftBehind;
    }

    boolean hasHandedIn() {
        return handedIn;
    }

    /** Somebody else has handed in. */
    void isTakenIn() {
        handedIn = true;
    }

    /** Another machine of the room; the clock of one in four is wrong, by up to a day. */
    Device aMachine() {
        var wrong = random.nextInt(4) == 0 ? random.nextInt(-86_400, 86_400) : 0;
        return new Device(room, examined, Duration.ofSeconds(wrong));
    }

    /** Signs in, opens the paper and starts. */
    void sitDown() {
        signIn(device);
        begin();
    }

    /** Goes on with the next subject at the machine of the one before. */
    void sitDownAfter(VirtualCandidate former) {
        right(() -> device.follow(former.device())).orFail();
        begin();
    }

    /** Once signed in. */
    void begin() {
        var view = right(device::resume).orFail();
        var sealed = sealedPaper(view.path("paper"));
        var started = right(device::start).orFail();
        var paper = SealedPaper.open(sealed, Base64.getDecoder().decode(Json.text(started, "key")));
        received.addAll(List.of(view, started, paper));
        var hints = SealedPaper.hints(paper);
        check(AnswerClaim.PAPER_SEALED, hints.isEmpty(), "the opened paper tells " + hints);
        session = view.path("session");
        typing = new Typing(random, SealedPaper.items(paper), schooling);
        check(
                AnswerClaim.PAPER_SEALED,
                Json.text(started, "key").equals(Json.text(right(device::start).body(), "key")),
                "starting again gave another key");
    }

    private byte[] sealedPaper(JsonNode announced) {
        var sha256 = Json.text(announced, "sha256");
        var content = new AtomicReference<>(new byte[0]);
        var ask = Wire.Ask.get("/api/sitting/papers/" + sha256, "");
        right(() -> {
                    var response = room.wire().exchange(ask, room.pace().answer());
                    content.set(response.body());
                    return Wire.reply(ask, response).answer();
                })
                .orFail();
        var sealed = content.get();
        check(
                AnswerClaim.PAPER_SEALED,
                HexFormat.of().formatHex(ScriptHash.sha256(sealed)).equals(sha256)
                        && announced.path("bytes").asInt(-1) == sealed.length,
                "the paper has " + sealed.length + " bytes and another hash than " + announced);
        return sealed;
    }

    /** Sits down at that machine. A lost answer needs nobody's help: the machine asks again. */
    void signIn(Device machine) {
        var answer = insist(() -> machine.signIn(seat));
        if (!answer.isFine()) {
            throw Unexpected.answer(answer);
        }
        device = machine;
    }

    /** Writes some answers into the machine's journal. */
    void type(int changes) {
        for (var i = 0; i < changes; i++) {
            var item = typing.item();
            device.write(Json.text(item, "id"), typing.answer(item));
        }
    }

    /** Knows every answer, and writes nothing wrong any more. */
    void becomesSure() {
        typing.becomesSure();
    }

    /** Answers everything once more, with care. */
    void looksThrough() {
        typing.items().forEach(item -> device.write(Json.text(item, "id"), typing.considered(item)));
    }

    /** Sends until the machine has nothing left that is not durable. */
    void flush() {
        while (!device.journal().isEmpty()) {
            var first = device.journal().batch().getFirst().seq();
            var answer = right(device::beat, "sitting.entries-missing");
            if (answer.code().equals("sitting.entries-missing")) {
                throw new Unexpected(seat.name() + " was asked for entries from "
                        + answer.body().path("facts") + " and keeps them from " + first);
            }
        }
    }

    /** Reads the attempt and has it compared. */
    boolean look() {
        return right(device::resume).isFine();
    }

    /** What the candidate sees right after the node has come back. */
    void lookAfterRestart() {
        var durableBefore = examined.ledger().durable(device.epoch());
        var answer = right(device::resume);
        check(
                AnswerClaim.RESTART_KEEPS,
                answer.isFine()
                        && examined.fits()
                        && answer.body().path("durableSeq").asInt(-1) >= durableBefore,
                "before it entries up to " + durableBefore + " were durable, after it "
                        + answer.body().path("durableSeq"));
    }

    /** Hands in once everything is at the node. */
    void handIn() {
        flush();
        right(() -> device.handIn(device.journal().lastSeq())).orFail();
        handedIn = true;
    }

    Answer insist(Insistence.Request request) {
        return insistence.on(request);
    }

    /** Insists on a request that the node has no reason to refuse, but for the reasons named. */
    Answer right(Insistence.Request request, String... reasons) {
        var answer = insist(request);
        check(
                AnswerClaim.RIGHT_IS_ANSWERED,
                answer.isFine() || Set.of(reasons).contains(answer.code()),
                answer + " " + answer.body().path("facts"));
        if (!answer.isFine() && !Set.of(reasons).contains(answer.code())) {
            throw Unexpected.answer(answer);
        }
        return answer;
    }

    /** A request whose answer may be lost; nothing then. */
    void attempt(Insistence.Request request) {
        try {
            request.send();
        } catch (IOException e) {
            room.tally().add("replies lost on the way");
        }
    }

    void check(AnswerClaim claim, boolean holds, String instead) {
        room.findings().check(claim, holds, () -> seat.name() + ": " + instead);
    }
}
