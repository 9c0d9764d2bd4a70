package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.exchange.SigningKey;
import org.onex.node.courier.ReturnRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What was written at a node gets back to the centre, which makes everything anew from it and finds what the candidates' receipts say. */
@NodeTest
@TestPropertySource(properties = "onex.center=")
class ReturnJourneyTests {

    private static PlayedCenter center;

    @LocalServerPort
    private int port;

    @Autowired
    private MoveClock move;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext node;

    private Technician technician;

    @BeforeAll
    static void open() throws IOException {
        center = new PlayedCenter(UUID.randomUUID());
        center.giveOut("4F7QK2M9XD0A1BCZYXWV");
    }

    @AfterAll
    static void close() {
        center.close();
    }

    @BeforeEach
    void enrolled() {
        technician = new Technician(port, Path.of("target/node-test-data"));
        enrol("4F7QK2M9XD0A1BCZYXWV");
    }

    private void enrol(String code) {
        var answer = technician.enrol(Map.of("code", code, "center", center.address()));
        // The newest enrolment stays what it is when an older code comes again.
        assertThat(answer.status() == 200 || answer.code().equals("courier.code-superseded"))
                .as(answer.body().toString())
                .isTrue();
    }

    @AfterEach
    void leave() {
        center.signsWith = center.key;
        center.returns.signsReceiptsWith = center.key;
        center.returns.isMistaken = false;
        center.returns.refuses = "";
        center.returns.alsoWants = "";
        center.returns.faults.clear();
        center.mendReturn();
        technician.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private Instant in(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /** An exam that begins in five minutes and is over in ninety-five, with its key. */
    private DeliveredExam installed(int seats) {
        return installed(new DeliveredExam(in(5)).withSeats(seats));
    }

    private DeliveredExam installed(DeliveredExam exam) {
        center.keys.put(exam.session, exam.paperKey);
        center.pack(exam.bundle(center.site, 1), exam.files());
        soon().untilAsserted(() -> assertThat(center.reports).contains(exam.id + " 1 INSTALLED "));
        return exam;
    }

    /** A candidate at their machine. */
    private record Seated(Machine machine, String attempt) {

        void write(int from, int to) {
            assertThat(machine.beat(attempt, 1, Machine.entries(from, to)).status())
                    .isEqualTo(200);
        }
    }

    private Seated seated(DeliveredExam exam, int seat) {
        var machine = new Machine(port);
        var wish = Map.of("ticket", exam.ticket(seat), "idNumber", DeliveredExam.ID_NUMBER);
        var answer = machine.post("/api/sitting/sign-ins", wish);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return new Seated(machine, answer.text("attempt"));
    }

    private static Seated started(Seated seated) {
        soon().untilAsserted(() ->
                assertThat(seated.machine().start(seated.attempt(), 1).status()).isEqualTo(200));
        return seated;
    }

    private void awaitReturn(DeliveredExam exam, int scripts) {
        soon().untilAsserted(() -> {
            var returned = technician.returned(exam.id);
            assertThat(returned.path("due").asBoolean()).as(returned.toString()).isTrue();
            assertThat(returned.path("receipts").asInt())
                    .as(returned.toString())
                    .isEqualTo(scripts);
            assertThat(returned.path("record").asBoolean())
                    .as(returned.toString())
                    .isTrue();
        });
    }

    private static long timesTaken(String attempt, int revision) {
        return center.returns.taken.stream()
                .filter(one -> one.equals(attempt + " " + revision))
                .count();
    }

    private static JsonNode recordOf(DeliveredExam exam) {
        return records(exam).reduce((one, other) -> other).orElseThrow();
    }

    private static Stream<JsonNode> records(DeliveredExam exam) {
        return center.returns.records.stream()
                .filter(record -> record.path("bundle").asString().equals(exam.id.toString()));
    }

    private static JsonNode attempt(JsonNode record, String attempt) {
        for (var one : record.path("attempts")) {
            if (one.path("attempt").asString().equals(attempt)) {
                return one;
            }
        }
        throw new AssertionError("no attempt " + attempt + " in " + record);
    }

    private void assertNothingIsReturned(DeliveredExam exam) {
        var asked = timesAsked(exam);
        new ReturnRounds(node).pass(3);
        assertThat(timesAsked(exam)).isEqualTo(asked);
    }

    private static long timesAsked(DeliveredExam exam) {
        return center.asked.stream()
                .filter(asked -> asked.contains("/api/script/returns/" + exam.id))
                .count();
    }

    private static long timesBrought(DeliveredExam exam) {
        return center.times("PUT /api/script/returns/" + exam.id + "/files/");
    }

    private String problem(DeliveredExam exam) {
        return technician.returned(exam.id).path("problem").asString("");
    }

    @Test
    void everythingThatWasWrittenAndNotedComesBackAndProvesItself() {
        var exam = installed(4);
        var first = seated(exam, 1);
        var second = seated(exam, 2);
        var third = seated(exam, 3);
        var board = new Machine(port);
        assertThat(board.post("/api/invigilation/session", Map.of("number", "JKC0000001", "pin", "123456"))
                        .status())
                .isEqualTo(200);
        var message = Map.of("text", "请勿交谈");
        assertThat(board.post("/api/invigilation/attempts/" + third.attempt() + "/message", message)
                        .status())
                .isEqualTo(204);
        move.to(in(6));
        started(first).write(1, 20);
        started(second).write(1, 5);
        var handedIn = first.machine().handIn(first.attempt(), 1, 20);
        assertThat(handedIn.status()).isEqualTo(200);
        assertNothingIsReturned(exam);
        assertThat(technician.returned(exam.id).path("due").asBoolean(true)).isFalse();
        assertThat(technician.wipe(exam.id).code()).isEqualTo("courier.not-returned");

        move.to(in(100));
        awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(timesTaken(first.attempt(), 1)).isEqualTo(1);
        assertThat(timesTaken(second.attempt(), 1)).isEqualTo(1);
        var script = center.returns.scripts.get(first.attempt());
        assertThat(script.path("receipts").get(0).path("hash").asString()).isEqualTo(handedIn.text("hash"));
        assertThat(script.path("journal").size()).isEqualTo(20);
        assertThat(script.path("form").asString()).isEqualTo("A");

        var record = recordOf(exam);
        assertThat(record.path("attempts").size()).isEqualTo(4);
        assertThat(attempt(record, first.attempt()).path("outcome").asString()).isEqualTo("HANDED_IN");
        assertThat(attempt(record, third.attempt()).path("outcome").asString()).isEqualTo("NOT_STARTED");
        var absent = DeliveredExam.attempt(exam.ticket(4)).toString();
        assertThat(attempt(record, absent).path("outcome").asString()).isEqualTo("ABSENT");
        assertThat(record.path("acts").get(0).path("reason").asString()).isEqualTo("请勿交谈");
        assertThat(center.returns.texts)
                .noneMatch(text -> text.contains("考生甲")
                        || text.contains(exam.ticket)
                        || text.contains("监考甲")
                        || text.contains(DeliveredExam.ID_NUMBER)
                        || text.contains("9999**"));
        var returned = technician.returned(exam.id);
        assertThat(returned.path("problem").isNull()).isTrue();
        assertThat(returned.path("wipeable").asBoolean(true)).isFalse();
        assertThat(technician.wipe(exam.id).code()).isEqualTo("courier.late-sync-open");
    }

    @Test
    void aLongScriptGoesInPiecesAndOnFromWhereTheCentreSaysThatItIs() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate);
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
        move.to(in(100));
        awaitReturn(exam, 1);
        assertThat(center.returns.faults).isEmpty();
        assertThat(timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(center.asked).anyMatch(asked -> asked.contains(exam.id + "/files/") && asked.contains("/196608 "));
    }

    @Test
    void nobodysWordButTheCentresIsAReceipt() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        center.returns.signsReceiptsWith = SigningKey.random();
        move.to(in(100));
        soon().until(() -> timesTaken(candidate.attempt(), 1) == 1
                && records(exam).findAny().isPresent());
        var asked = "PUT /api/script/returns/" + exam.id + " ";
        var times = center.times(asked);
        soon().until(() -> center.times(asked) > times + 2);
        assertThat(technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.returns.signsReceiptsWith = center.key;
        center.returns.isMistaken = true;
        var then = center.times(asked);
        soon().until(() -> center.times(asked) > then + 2);
        assertThat(technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.returns.isMistaken = false;
        center.signsWith = SigningKey.random();
        soon().untilAsserted(() -> assertThat(
                        technician.returned(exam.id).path("problem").asString(""))
                .isEqualTo("courier.center-forged"));
        assertThat(technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.signsWith = center.key;
        awaitReturn(exam, 1);
        assertThat(timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from courier.receipt where attempt = :attempt")
                        .param("attempt", UUID.fromString(candidate.attempt()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatComesLaterIsReturnedAsNewerFiles() {
        var exam = installed(2);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        move.to(in(100));
        awaitReturn(exam, 1);
        assertThat(recordOf(exam).path("number").asInt()).isEqualTo(1);

        candidate.write(4, 6);
        soon().until(() -> timesTaken(candidate.attempt(), 2) == 1);
        awaitReturn(exam, 1);
        var script = center.returns.scripts.get(candidate.attempt());
        assertThat(script.path("receipts").get(1).path("kind").asString()).isEqualTo("LATE_SYNC");
        assertThat(attempt(recordOf(exam), candidate.attempt()).path("revision").asInt())
                .isEqualTo(2);
        assertThat(recordOf(exam).path("number").asInt()).isEqualTo(2);
        assertThat(timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(center.returns.faults).isEmpty();

        // What the centre has is not announced again.
        assertNothingIsReturned(exam);
    }

    @Test
    void nothingIsReturnedWhileSomebodyWritesOrMayCome() {
        var over = installed(1);
        var on = installed(new DeliveredExam(in(60)));
        move.to(in(61));
        var candidate = started(seated(on, 1));
        move.to(in(36));
        assertThat(technician.returned(over.id).path("due").asBoolean()).isTrue();
        assertNothingIsReturned(over);
        assertThat(candidate.machine().handIn(candidate.attempt(), 1, 0).status())
                .isEqualTo(200);
        // Nobody writes, but the window is open.
        assertNothingIsReturned(over);
        move.to(in(60));
        awaitReturn(over, 0);
        awaitReturn(on, 1);
    }

    @Test
    void anExamThatBeginsInTheMiddleIsGivenWayTo() {
        var over = installed(2);
        installed(new DeliveredExam(in(200)));
        installed(new DeliveredExam(in(400)));
        var first = seated(over, 1);
        var second = seated(over, 2);
        move.to(in(6));
        started(first).write(1, 3);
        started(second).write(1, 4);
        var sealing = in(170);
        var sending = in(370);
        var isOn = new AtomicInteger();
        center.returns.atTheNextQuestion.set(() -> {
            move.to(sealing);
            isOn.incrementAndGet();
        });
        move.to(in(100));
        soon().until(() -> isOn.get() == 1);
        assertNothingIsReturned(over);
        assertThat(jdbc.sql("select count(*) from courier.returned_file where bundle = :bundle")
                        .param("bundle", over.id)
                        .query(Integer.class)
                        .single())
                .as("nothing is sealed once candidates are let in")
                .isZero();

        center.returns.atTheNextPiece.set(() -> {
            move.to(sending);
            isOn.incrementAndGet();
        });
        move.to(in(125));
        soon().until(() -> isOn.get() == 2);
        assertNothingIsReturned(over);
        assertThat(timesBrought(over)).as("the piece that was under way").isEqualTo(1);

        move.to(in(125));
        awaitReturn(over, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(timesTaken(first.attempt(), 1)).isEqualTo(1);
        assertThat(timesTaken(second.attempt(), 1)).isEqualTo(1);
    }

    @Test
    void aScriptThatIsTooLongKeepsNothingElseFromTheCentre() {
        var exam = installed(2);
        var one = seated(exam, 1);
        var endless = seated(exam, 2);
        move.to(in(6));
        started(one).write(1, 3);
        started(endless).write(1, 3);
        assertThat(endless.machine().handIn(endless.attempt(), 1, 3).status()).isEqualTo(200);
        jdbc.sql("""
                        insert into sitting.entry (attempt, epoch, seq, item, value, claimed_at, received_at, standing)
                        select :attempt, 1, 3 + n, 'W01', (
                            select string_agg(md5(n || '-' || k), '') from generate_series(1, 32768) k), :now, :now, 'LATE'
                        from generate_series(1, 40) n
                        """)
                .param("attempt", UUID.fromString(endless.attempt()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        move.to(in(100));
        soon().untilAsserted(() -> assertThat(problem(exam)).isEqualTo("courier.return-refused"));
        soon().until(() -> technician.returned(exam.id).path("record").asBoolean());
        assertThat(technician.returned(exam.id).path("receipts").asInt()).isEqualTo(1);
        assertThat(timesTaken(one.attempt(), 1)).isEqualTo(1);
        assertThat(attempt(recordOf(exam), endless.attempt()).path("outcome").asString())
                .isEqualTo("HANDED_IN");
        assertThat(center.returns.faults).as("what stands for it").containsExactly("UNREADABLE");
        assertThat(technician.wipe(exam.id).fact("missing")).isEqualTo(1);
        assertNothingIsReturned(exam);
    }

    @Test
    void whatIsInTheWayHereIsSaidAndLeadsToAHigherNumber() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        center.returns.alsoWants = "f".repeat(64);
        move.to(in(100));
        soon().untilAsserted(() -> assertThat(problem(exam)).isEqualTo("courier.return-failed"));
        center.returns.alsoWants = "";
        awaitReturn(exam, 1);
        assertThat(technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(recordOf(exam).path("number").asInt()).isGreaterThan(1);

        // The database is one of yesterday's, and something more is written down.
        jdbc.sql("delete from courier.returned_file where bundle = :bundle")
                .param("bundle", exam.id)
                .update();
        var before = recordOf(exam).path("number").asInt();
        awaitReturn(exam, 1);
        assertThat(recordOf(exam).path("number").asInt()).isEqualTo(before + 1);
        assertThat(center.returns.faults).isEmpty();
    }

    @Test
    void whatTheCentreCouldNotTakeIsSealedAnewADayLater() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        center.returns.refuses = "UNREADABLE";
        move.to(in(100));
        soon().untilAsserted(() -> assertThat(problem(exam)).isEqualTo("courier.return-refused"));
        soon().until(() -> center.returns.faults.size() == 2);
        center.returns.refuses = "";
        assertNothingIsReturned(exam);
        move.to(in(24 * 60 + 1));
        awaitReturn(exam, 1);
        assertThat(technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(timesTaken(candidate.attempt(), 1)).isEqualTo(1);
    }

    @Test
    void whatANewRevisionDoesNotTellIsReturnedAllTheSame() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        move.to(in(100));
        awaitReturn(exam, 1);
        var attempt = UUID.fromString(candidate.attempt());
        jdbc.sql("""
                        insert into sitting.event (attempt, epoch, kind, claimed_at, received_at)
                        values (:attempt, 1, 'FOCUS_LOST', :now, :now)
                        """)
                .param("attempt", attempt)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update sitting.device set events = events + 1 where attempt = :attempt")
                .param("attempt", attempt)
                .update();
        soon().until(() -> timesTaken(candidate.attempt(), 1) == 2);
        awaitReturn(exam, 1);
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
        assertNothingIsReturned(exam);
    }

    @Test
    void mockExamsAreReturnedToNobody() {
        try (var machine = new Machine(port)) {
            var mock = machine.mockExam(1, 0, 1);
            var attempt = machine.signIn(mock.path("candidates").get(0)).text("attempt");
            machine.start(attempt, 1);
            assertThat(machine.handIn(attempt, 1, 0).status()).isEqualTo(200);
            var exam = installed(1);
            var bundle = jdbc.sql("select bundle from sitting.session where id = :id")
                    .param("id", UUID.fromString(mock.path("session").asString()))
                    .query(UUID.class)
                    .single();
            move.to(in(100));
            awaitReturn(exam, 0);
            assertThat(center.asked).noneMatch(asked -> asked.contains(bundle.toString()));
            assertThat(technician.wipe(bundle).code()).isEqualTo("courier.bundle-unknown");
        }
    }

    @Test
    void whatTheCentreCannotTakeIsSaidAndNotBroughtAgain() {
        var exam = installed(1);
        var candidate = seated(exam, 1);
        move.to(in(6));
        started(candidate).write(1, 3);
        center.returns.refuses = "HASH";
        move.to(in(100));
        soon().untilAsserted(() -> assertThat(
                        technician.returned(exam.id).path("problem").asString(""))
                .isEqualTo("courier.return-refused"));
        soon().until(() -> center.returns.faults.size() == 2);
        center.returns.faults.clear();
        center.returns.refuses = "";
        assertNothingIsReturned(exam);
        var refused = technician.wipe(exam.id);
        assertThat(refused.code()).isEqualTo("courier.not-returned");
        assertThat(refused.fact("missing")).isEqualTo(2);

        candidate.write(4, 4);
        awaitReturn(exam, 1);
        assertThat(technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(center.returns.faults).isEmpty();
    }

    @Test
    void aNodeThatIsEnrolledAnewInTheMiddleReturnsTheRestAsTheNewOne() {
        var exam = installed(2);
        var first = seated(exam, 1);
        var second = seated(exam, 2);
        move.to(in(6));
        started(first).write(1, 3);
        started(second).write(1, 4);
        // Where we are, the list, one file.
        center.breakReturnAfter(3);
        move.to(in(100));
        soon().until(center::isReturnBroken);
        assertThat(timesTaken(first.attempt(), 1) + timesTaken(second.attempt(), 1))
                .isEqualTo(1);
        center.giveOut("NNNNN00000000000000N");
        enrol("NNNNN00000000000000N");
        center.mendReturn();
        awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(timesTaken(first.attempt(), 1) + timesTaken(second.attempt(), 1))
                .as("one of them by both")
                .isEqualTo(3);

        center.giveOut("PPPPP00000000000000P");
        enrol("PPPPP00000000000000P");
        awaitReturn(exam, 2);
        assertThat(center.returns.faults).isEmpty();
        assertThat(timesTaken(first.attempt(), 1) + timesTaken(second.attempt(), 1))
                .as("also what was finished is returned by the node that we are now")
                .isEqualTo(5);
        assertNothingIsReturned(exam);
    }
}
