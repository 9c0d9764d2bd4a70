package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.EnrolledNode.soon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return breaks off at each of its requests, once before and once after the centre has done it, and the node stops each time. */
class ReturnRestartJourneyTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T05:35:00Z");
    /** Where we are, the list, two pieces of one script, another one, the record, and the list once more. */
    private static final int REQUESTS = 7;

    @TempDir
    private Path data;

    @Test
    void whateverBreaksOffEachFileIsTakenOnce() throws IOException {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var database = TestPostgres.freshDatabase()) {
            center.giveOut("4F7QK2M9XD0A1BCZYXWV");
            var exam = new DeliveredExam(OPENS).withSeats(2);
            center.keys.put(exam.session, exam.paperKey);
            center.breakReturnAfter(0);
            try (var node = RehearsalNode.start(database, data)) {
                sit(node, center, exam);
            }
            var brokenAt = new TreeSet<String>();
            for (int left = 0; left < REQUESTS; left++) {
                for (var isDone : List.of(false, true)) {
                    brokenAt.addAll(broken(center, database, exam, new Break(left, isDone)));
                }
            }
            assertThat(brokenAt).containsExactly("GET", "PUT list", "PUT piece");
            center.mendReturn();
            try (var node = RehearsalNode.start(database, data)) {
                soon().until(() -> isThere(node, exam));
            }
            assertThat(center.returns.taken)
                    .containsExactlyInAnyOrder(
                            DeliveredExam.attempt(exam.ticket(1)) + " 1", DeliveredExam.attempt(exam.ticket(2)) + " 1");
            assertThat(center.returns.records).hasSize(1);
            assertThat(center.returns.faults).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheCentreCouldNotTakeIsSealedAnewAtTheNextStart(boolean isHeard) throws Exception {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var database = TestPostgres.freshDatabase()) {
            center.giveOut("4F7QK2M9XD0A1BCZYXWV");
            var exam = new DeliveredExam(OPENS).withSeats(2);
            center.keys.put(exam.session, exam.paperKey);
            center.returns.refuses = "UNREADABLE";
            if (!isHeard) {
                center.breakReturnAfter(REQUESTS - 2, true);
            }
            try (var node = RehearsalNode.start(database, data)) {
                sit(node, center, exam);
                soon().until(() -> refused(database) == (isHeard ? 3 : 2) && center.returns.faults.size() == 3);
            }
            assertThat(center.returns.taken).isEmpty();
            center.returns.refuses = "";
            center.mendReturn();
            try (var node = RehearsalNode.start(database, data)) {
                soon().until(() -> isThere(node, exam));
            }
            assertThat(center.returns.records).hasSize(1);
        }
    }

    @Test
    void aReturnThatWasKilledGoesOnWithWhatTheCentreDoesNotHave() throws Exception {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var database = TestPostgres.freshDatabase()) {
            center.giveOut("4F7QK2M9XD0A1BCZYXWV");
            var exam = new DeliveredExam(OPENS).withSeats(2);
            center.keys.put(exam.session, exam.paperKey);
            center.breakReturnAfter(0);
            try (var node = RehearsalNode.start(database, data)) {
                sit(node, center, exam);
            }
            // In the middle of a script, and again after the first script was taken and nobody heard of it.
            for (int left : new int[] {2, 4}) {
                center.breakReturnAfter(left, true);
                var node = NodeProcess.start(database, data, NodeProcess.freePort());
                try {
                    soon().until(center::isReturnBroken);
                } finally {
                    NodeProcess.kill(node);
                }
            }
            center.mendReturn();
            var taken = List.copyOf(center.returns.taken);
            try (var node = RehearsalNode.start(database, data)) {
                soon().until(() -> isThere(node, exam));
            }
            assertThat(taken).isNotEmpty();
            assertThat(center.returns.taken)
                    .containsExactlyInAnyOrder(
                            DeliveredExam.attempt(exam.ticket(1)) + " 1", DeliveredExam.attempt(exam.ticket(2)) + " 1");
            assertThat(center.returns.records).hasSize(1);
            assertThat(center.returns.faults).isEmpty();
        }
    }

    /** Files of which the node knows that the centre cannot take them. */
    private static int refused(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from courier.returned_file where refused is not null")
                .query(Integer.class)
                .single();
    }

    /** After how many requests it breaks off, and whether the centre has done the one that gets no answer. */
    private record Break(int left, boolean isDone) {}

    /** At what kind of request it broke off; at none if everything was there before. */
    private Set<String> broken(PlayedCenter center, DataSource database, DeliveredExam exam, Break at) {
        center.breakReturnAfter(at.left(), at.isDone());
        try (var node = RehearsalNode.start(database, data)) {
            soon().until(() -> center.isReturnBroken() || isThere(node, exam));
        }
        return center.isReturnBroken() ? Set.of(kind(center.brokenAt())) : Set.of();
    }

    private static String kind(String request) {
        return request.startsWith("GET") ? "GET" : request.contains("/files/") ? "PUT piece" : "PUT list";
    }

    private boolean isThere(ConfigurableApplicationContext node, DeliveredExam exam) {
        try (var technician = technician(node)) {
            var returned = technician.returned(exam.id);
            return returned.path("due").asBoolean()
                    && returned.path("receipts").asInt() == 2
                    && returned.path("record").asBoolean();
        }
    }

    /** Both hand in; one of them has written more than goes in one piece. */
    private void sit(ConfigurableApplicationContext node, PlayedCenter center, DeliveredExam exam) {
        try (var technician = technician(node)) {
            var wish = Map.of("code", "4F7QK2M9XD0A1BCZYXWV", "center", center.address());
            assertThat(technician.enrol(wish).status()).isEqualTo(200);
        }
        center.pack(exam.bundle(center.site, 1), exam.files());
        soon().until(() -> center.reports.contains(exam.id + " 1 INSTALLED "));
        var move = node.getBean(MoveClock.class);
        move.to(OPENS.plusSeconds(60));
        var chance = new Random(20240518);
        for (int seat = 1; seat <= 2; seat++) {
            try (var machine = new Machine(port(node))) {
                var attempt = machine.post(
                                "/api/sitting/sign-ins",
                                Map.of("ticket", exam.ticket(seat), "idNumber", DeliveredExam.ID_NUMBER))
                        .text("attempt");
                soon().until(() -> machine.start(attempt, 1).status() == 200);
                for (int seq = 1; seq <= (seat == 1 ? 14 : 1); seq++) {
                    var text = new StringBuilder();
                    chance.ints(8_000, 0x4e00, 0x9fa5).forEach(text::appendCodePoint);
                    machine.beat(attempt, 1, List.of(Machine.entry(seq, "W01", text.toString())));
                }
                assertThat(machine.handIn(attempt, 1, 1).status()).isEqualTo(200);
            }
        }
        move.to(OPENS.plus(Duration.ofMinutes(95)));
    }

    private Technician technician(ConfigurableApplicationContext node) {
        return new Technician(port(node), data);
    }

    private static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
