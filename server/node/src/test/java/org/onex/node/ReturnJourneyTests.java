package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.EnrolledNode.soon;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was written at a node gets back to the centre, which makes everything anew from it and finds what the candidates' receipts say. */
class ReturnJourneyTests extends ReturnJourney {

    @Test
    void everythingThatWasWrittenAndNotedComesBackAndProvesItself() {
        var exam = node.installed(4);
        var first = node.seated(exam, 1);
        var second = node.seated(exam, 2);
        var third = node.seated(exam, 3);
        var board = node.machine();
        assertThat(board.post("/api/invigilation/session", Map.of("number", "JKC0000001", "pin", "123456"))
                        .status())
                .isEqualTo(200);
        var message = Map.of("text", "请勿交谈");
        assertThat(board.post("/api/invigilation/attempts/" + third.attempt() + "/message", message)
                        .status())
                .isEqualTo(204);
        node.passMinutes(6);
        first.started().write(1, 20);
        second.started().write(1, 5);
        var handedIn = first.machine().handIn(first.attempt(), 1, 20);
        assertThat(handedIn.status()).isEqualTo(200);
        node.assertNothingIsReturned(exam);
        assertThat(node.technician.returned(exam.id).path("due").asBoolean(true))
                .isFalse();
        assertThat(node.technician.wipe(exam.id).code()).isEqualTo("courier.not-returned");

        node.passMinutes(100);
        node.awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(center.returns.timesTaken(first.attempt(), 1)).isEqualTo(1);
        assertThat(center.returns.timesTaken(second.attempt(), 1)).isEqualTo(1);
        var script = center.returns.scripts.get(first.attempt());
        assertThat(script.path("receipts").get(0).path("hash").asString()).isEqualTo(handedIn.text("hash"));
        assertThat(script.path("journal").size()).isEqualTo(20);
        assertThat(script.path("form").asString()).isEqualTo("A");

        var record = center.returns.recordOf(exam);
        assertThat(record.path("attempts").size()).isEqualTo(4);
        assertThat(PlayedReturns.attempt(record, first.attempt())
                        .path("outcome")
                        .asString())
                .isEqualTo("HANDED_IN");
        assertThat(PlayedReturns.attempt(record, third.attempt())
                        .path("outcome")
                        .asString())
                .isEqualTo("NOT_STARTED");
        var absent = DeliveredExam.attempt(exam.ticket(4)).toString();
        assertThat(PlayedReturns.attempt(record, absent).path("outcome").asString())
                .isEqualTo("ABSENT");
        assertThat(record.path("acts").get(0).path("reason").asString()).isEqualTo("请勿交谈");
        assertThat(center.returns.texts)
                .noneMatch(text -> text.contains("考生甲")
                        || text.contains(exam.ticket)
                        || text.contains("监考甲")
                        || text.contains(DeliveredExam.ID_NUMBER)
                        || text.contains("9999**"));
        var returned = node.technician.returned(exam.id);
        assertThat(returned.path("problem").isNull()).isTrue();
        assertThat(returned.path("wipeable").asBoolean(true)).isFalse();
        assertThat(node.technician.wipe(exam.id).code()).isEqualTo("courier.late-sync-open");
    }

    @Test
    void aLongScriptGoesInPiecesAndOnFromWhereTheCentreSaysThatItIs() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started();
        var chance = new Random(20240518);
        for (int seq = 1; seq <= 60; seq++) {
            var text = new StringBuilder();
            chance.ints(8_000, 0x4e00, 0x9fa5).forEach(text::appendCodePoint);
            var entry = List.of(Machine.entry(seq, "W01", text.toString()));
            assertThat(candidate.machine().beat(candidate.attempt(), 1, entry).status())
                    .isEqualTo(200);
        }
        center.returns.losesNext = true;
        center.returns.damagesNext = true;
        node.passMinutes(100);
        node.awaitReturn(exam, 1);
        assertThat(center.returns.faults).isEmpty();
        assertThat(center.returns.timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(center.asked).anyMatch(asked -> asked.contains(exam.id + "/files/") && asked.contains("/196608 "));
    }

    @Test
    void whatComesLaterIsReturnedAsNewerFiles() {
        var exam = node.installed(2);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        node.passMinutes(100);
        node.awaitReturn(exam, 1);
        assertThat(center.returns.recordOf(exam).path("number").asInt()).isEqualTo(1);

        candidate.write(4, 6);
        soon().until(() -> center.returns.timesTaken(candidate.attempt(), 2) == 1);
        node.awaitReturn(exam, 1);
        var script = center.returns.scripts.get(candidate.attempt());
        assertThat(script.path("receipts").get(1).path("kind").asString()).isEqualTo("LATE_SYNC");
        assertThat(PlayedReturns.attempt(center.returns.recordOf(exam), candidate.attempt())
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(center.returns.recordOf(exam).path("number").asInt()).isEqualTo(2);
        assertThat(center.returns.timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(center.returns.faults).isEmpty();

        // What the centre has is not announced again.
        node.assertNothingIsReturned(exam);
    }

    @Test
    void nothingIsReturnedWhileSomebodyWritesOrMayCome() {
        var over = node.installed(1);
        var on = node.installed(new DeliveredExam(node.in(60)));
        node.passMinutes(61);
        var candidate = node.seated(on, 1).started();
        node.passMinutes(36);
        assertThat(node.technician.returned(over.id).path("due").asBoolean()).isTrue();
        node.assertNothingIsReturned(over);
        assertThat(candidate.machine().handIn(candidate.attempt(), 1, 0).status())
                .isEqualTo(200);
        // Nobody writes, but the window is open.
        node.assertNothingIsReturned(over);
        node.passMinutes(60);
        node.awaitReturn(over, 0);
        node.awaitReturn(on, 1);
    }

    @Test
    void anExamThatBeginsInTheMiddleIsGivenWayTo() {
        var over = node.installed(2);
        node.installed(new DeliveredExam(node.in(200)));
        node.installed(new DeliveredExam(node.in(400)));
        var first = node.seated(over, 1);
        var second = node.seated(over, 2);
        node.passMinutes(6);
        first.started().write(1, 3);
        second.started().write(1, 4);
        var sealing = node.in(170);
        var sending = node.in(370);
        var isOn = new AtomicInteger();
        center.returns.atTheNextQuestion.set(() -> {
            node.passUntil(sealing);
            isOn.incrementAndGet();
        });
        node.passMinutes(100);
        soon().until(() -> isOn.get() == 1);
        node.assertNothingIsReturned(over);
        assertThat(jdbc.sql("select count(*) from courier.returned_file where bundle = :bundle")
                        .param("bundle", over.id)
                        .query(Integer.class)
                        .single())
                .as("nothing is sealed once candidates are let in")
                .isZero();

        center.returns.atTheNextPiece.set(() -> {
            node.passUntil(sending);
            isOn.incrementAndGet();
        });
        node.passMinutes(125);
        soon().until(() -> isOn.get() == 2);
        node.assertNothingIsReturned(over);
        assertThat(center.times("PUT /api/script/returns/" + over.id + "/files/"))
                .as("the piece that was under way")
                .isEqualTo(1);

        node.passMinutes(125);
        node.awaitReturn(over, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(center.returns.timesTaken(first.attempt(), 1)).isEqualTo(1);
        assertThat(center.returns.timesTaken(second.attempt(), 1)).isEqualTo(1);
    }

    @Test
    void whatANewRevisionDoesNotTellIsReturnedAllTheSame() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        node.passMinutes(100);
        node.awaitReturn(exam, 1);
        var attempt = UUID.fromString(candidate.attempt());
        jdbc.sql("""
                        insert into sitting.event (attempt, epoch, kind, claimed_at, received_at)
                        values (:attempt, 1, 'FOCUS_LOST', :now, :now)
                        """)
                .param("attempt", attempt)
                .param("now", Timestamp.from(node.in(0)))
                .update();
        jdbc.sql("update sitting.device set events = events + 1 where attempt = :attempt")
                .param("attempt", attempt)
                .update();
        soon().until(() -> center.returns.timesTaken(candidate.attempt(), 1) == 2);
        node.awaitReturn(exam, 1);
        assertThat(center.returns
                        .scripts
                        .get(candidate.attempt())
                        .path("events")
                        .size())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from courier.returned_file where bundle = :bundle and sealed is not null")
                        .param("bundle", exam.id)
                        .query(Integer.class)
                        .single())
                .as("what arrived is not kept twice")
                .isZero();
        node.assertNothingIsReturned(exam);
    }

    @Test
    void mockExamsAreReturnedToNobody() {
        try (var machine = node.machine()) {
            var mock = machine.mockExam(1, 0, 1);
            var attempt = machine.signIn(mock.path("candidates").get(0)).text("attempt");
            machine.start(attempt, 1);
            assertThat(machine.handIn(attempt, 1, 0).status()).isEqualTo(200);
            var exam = node.installed(1);
            var bundle = jdbc.sql("select bundle from sitting.session where id = :id")
                    .param("id", UUID.fromString(mock.path("session").asString()))
                    .query(UUID.class)
                    .single();
            node.passMinutes(100);
            node.awaitReturn(exam, 0);
            assertThat(center.asked).noneMatch(asked -> asked.contains(bundle.toString()));
            assertThat(node.technician.wipe(bundle).code()).isEqualTo("courier.bundle-unknown");
        }
    }

    @Test
    void aNodeThatIsEnrolledAnewInTheMiddleReturnsTheRestAsTheNewOne() {
        var exam = node.installed(2);
        var first = node.seated(exam, 1);
        var second = node.seated(exam, 2);
        node.passMinutes(6);
        first.started().write(1, 3);
        second.started().write(1, 4);
        // Where we are, the list, one file.
        center.breakReturnAfter(3);
        node.passMinutes(100);
        soon().until(center::isReturnBroken);
        assertThat(center.returns.timesTaken(first.attempt(), 1) + center.returns.timesTaken(second.attempt(), 1))
                .isEqualTo(1);
        center.giveOut("NNNNN00000000000000N");
        node.enrol("NNNNN00000000000000N");
        center.mendReturn();
        node.awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(center.returns.timesTaken(first.attempt(), 1) + center.returns.timesTaken(second.attempt(), 1))
                .as("one of them by both")
                .isEqualTo(3);

        center.giveOut("PPPPP00000000000000P");
        node.enrol("PPPPP00000000000000P");
        node.awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(center.returns.timesTaken(first.attempt(), 1) + center.returns.timesTaken(second.attempt(), 1))
                .as("also what was finished is returned by the node that we are now")
                .isEqualTo(5);
        node.assertNothingIsReturned(exam);
    }
}
