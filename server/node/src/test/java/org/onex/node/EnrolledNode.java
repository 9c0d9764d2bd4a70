package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.node.courier.ReturnRounds;
import org.springframework.context.ApplicationContext;

/** A node that a played centre knows, with its technician and its candidates; time goes on when somebody says so. */
final class EnrolledNode implements AutoCloseable {

    final PlayedCenter center;
    final Technician technician;

    private final ApplicationContext node;
    private final BusinessClock clock;
    private final MoveClock move;
    private final int port;

    /** Its files are those of {@link NodeTest}. */
    EnrolledNode(ApplicationContext node, PlayedCenter center, String code) {
        this.node = node;
        this.center = center;
        this.clock = node.getBean(BusinessClock.class);
        this.move = node.getBean(MoveClock.class);
        this.port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.technician = new Technician(port, Path.of("target/node-test-data"));
        enrol(code);
    }

    /** Enrolled with this code from now on; it stays what it is if an older code comes again. */
    void enrol(String code) {
        var answer = technician.enrol(Map.of("code", code, "center", center.address()));
        assertThat(answer.status() == 200 || answer.code().equals("courier.code-superseded"))
                .as(answer.body().toString())
                .isTrue();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50));
    }

    Instant in(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    void passMinutes(int minutes) {
        passUntil(in(minutes));
    }

    void passUntil(Instant then) {
        move.to(then);
    }

    Machine machine() {
        return new Machine(port);
    }

    /** An exam that begins in five minutes and is over in ninety-five, with its key. */
    DeliveredExam installed(int seats) {
        return installed(new DeliveredExam(in(5)).withSeats(seats));
    }

    DeliveredExam installed(DeliveredExam exam) {
        center.keys.put(exam.session, exam.paperKey);
        center.pack(exam.bundle(center.site, 1), exam.files());
        awaitReport(exam, "1 INSTALLED ");
        return exam;
    }

    /** @param outcome version, state, and problem if there is one */
    void awaitReport(DeliveredExam exam, String outcome) {
        soon().untilAsserted(() -> assertThat(center.reports).contains(exam.id + " " + outcome));
    }

    /** A candidate at their machine. */
    record Seated(Machine machine, String attempt) {

        void write(int from, int to) {
            assertThat(machine.beat(attempt, 1, Machine.entries(from, to)).status())
                    .isEqualTo(200);
        }

        Seated started() {
            soon().untilAsserted(
                            () -> assertThat(machine.start(attempt, 1).status()).isEqualTo(200));
            return this;
        }
    }

    Seated seated(DeliveredExam exam, int seat) {
        var machine = machine();
        var wish = Map.of("ticket", exam.ticket(seat), "idNumber", DeliveredExam.ID_NUMBER);
        var answer = machine.post("/api/sitting/sign-ins", wish);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return new Seated(machine, answer.text("attempt"));
    }

    /** Until the centre's receipts for that many scripts and its word for the record are here. */
    void awaitReturn(DeliveredExam exam, int scripts) {
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

    void assertNothingIsReturned(DeliveredExam exam) {
        var asked = timesAsked(exam);
        new ReturnRounds(node).pass(3);
        assertThat(timesAsked(exam)).isEqualTo(asked);
    }

    private long timesAsked(DeliveredExam exam) {
        return center.asked.stream()
                .filter(asked -> asked.contains("/api/script/returns/" + exam.id))
                .count();
    }

    /** What is in the way of its return; empty if nothing is. */
    String problem(DeliveredExam exam) {
        return technician.returned(exam.id).path("problem").asString("");
    }

    @Override
    public void close() {
        technician.close();
    }
}
