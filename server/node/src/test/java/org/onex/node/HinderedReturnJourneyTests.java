package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.EnrolledNode.soon;

import java.sql.Timestamp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.foundation.exchange.SigningKey;

/** What cannot be returned for now, or not at all, is said, tried again in its time, and keeps nothing else from the centre. */
class HinderedReturnJourneyTests extends ReturnJourney {

    @Test
    void nobodysWordButTheCentresIsAReceipt() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        center.returns.signsReceiptsWith = SigningKey.random();
        node.passMinutes(100);
        soon().until(() -> center.returns.timesTaken(candidate.attempt(), 1) == 1
                && !center.returns.recordsOf(exam).isEmpty());
        var asked = "PUT /api/script/returns/" + exam.id + " ";
        var times = center.times(asked);
        soon().until(() -> center.times(asked) > times + 2);
        assertThat(node.technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.returns.signsReceiptsWith = center.key;
        center.returns.isMistaken = true;
        var then = center.times(asked);
        soon().until(() -> center.times(asked) > then + 2);
        assertThat(node.technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.returns.isMistaken = false;
        center.signsWith = SigningKey.random();
        soon().untilAsserted(() -> assertThat(node.problem(exam)).isEqualTo("courier.center-forged"));
        assertThat(node.technician.returned(exam.id).path("receipts").asInt()).isZero();

        center.signsWith = center.key;
        node.awaitReturn(exam, 1);
        assertThat(center.returns.timesTaken(candidate.attempt(), 1)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from courier.receipt where attempt = :attempt")
                        .param("attempt", UUID.fromString(candidate.attempt()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatTheCentreCannotTakeIsSaidAndNotBroughtAgain() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        center.returns.refuses = "HASH";
        node.passMinutes(100);
        soon().untilAsserted(() -> assertThat(node.problem(exam)).isEqualTo("courier.return-refused"));
        soon().until(() -> center.returns.faults.size() == 2);
        center.returns.faults.clear();
        center.returns.refuses = "";
        node.assertNothingIsReturned(exam);
        var refused = node.technician.wipe(exam.id);
        assertThat(refused.code()).isEqualTo("courier.not-returned");
        assertThat(refused.fact("missing")).isEqualTo(2);

        candidate.write(4, 4);
        node.awaitReturn(exam, 1);
        assertThat(node.technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(center.returns.faults).isEmpty();
    }

    @Test
    void whatTheCentreCouldNotTakeIsSealedAnewADayLater() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        center.returns.refuses = "UNREADABLE";
        node.passMinutes(100);
        soon().untilAsserted(() -> assertThat(node.problem(exam)).isEqualTo("courier.return-refused"));
        soon().until(() -> center.returns.faults.size() == 2);
        center.returns.refuses = "";
        node.assertNothingIsReturned(exam);
        node.passMinutes(24 * 60 + 1);
        node.awaitReturn(exam, 1);
        assertThat(node.technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(center.returns.timesTaken(candidate.attempt(), 1)).isEqualTo(1);
    }

    @Test
    void aScriptThatIsTooLongKeepsNothingElseFromTheCentre() {
        var exam = node.installed(2);
        var one = node.seated(exam, 1);
        var endless = node.seated(exam, 2);
        node.passMinutes(6);
        one.started().write(1, 3);
        endless.started().write(1, 3);
        assertThat(endless.machine().handIn(endless.attempt(), 1, 3).status()).isEqualTo(200);
        jdbc.sql("""
                        insert into sitting.entry (attempt, epoch, seq, item, value, claimed_at, received_at, standing)
                        select :attempt, 1, 3 + n, 'W01', (
                            select string_agg(md5(n || '-' || k), '') from generate_series(1, 32768) k), :now, :now, 'LATE'
                        from generate_series(1, 40) n
                        """)
                .param("attempt", UUID.fromString(endless.attempt()))
                .param("now", Timestamp.from(node.in(0)))
                .update();
        node.passMinutes(100);
        soon().untilAsserted(() -> assertThat(node.problem(exam)).isEqualTo("courier.return-refused"));
        soon().until(() -> node.technician.returned(exam.id).path("record").asBoolean());
        assertThat(node.technician.returned(exam.id).path("receipts").asInt()).isEqualTo(1);
        assertThat(center.returns.timesTaken(one.attempt(), 1)).isEqualTo(1);
        assertThat(PlayedReturns.attempt(center.returns.recordOf(exam), endless.attempt())
                        .path("outcome")
                        .asString())
                .isEqualTo("HANDED_IN");
        assertThat(center.returns.faults).as("what stands for it").containsExactly("UNREADABLE");
        assertThat(node.technician.wipe(exam.id).fact("missing")).isEqualTo(1);
        node.assertNothingIsReturned(exam);
    }

    @Test
    void whatIsInTheWayHereIsSaidAndLeadsToAHigherNumber() {
        var exam = node.installed(1);
        var candidate = node.seated(exam, 1);
        node.passMinutes(6);
        candidate.started().write(1, 3);
        center.returns.alsoWants = "f".repeat(64);
        node.passMinutes(100);
        soon().untilAsserted(() -> assertThat(node.problem(exam)).isEqualTo("courier.return-failed"));
        center.returns.alsoWants = "";
        node.awaitReturn(exam, 1);
        assertThat(node.technician.returned(exam.id).path("problem").isNull()).isTrue();
        assertThat(center.returns.recordOf(exam).path("number").asInt()).isGreaterThan(1);

        // The database is one of yesterday's, and something more is written down.
        jdbc.sql("delete from courier.returned_file where bundle = :bundle")
                .param("bundle", exam.id)
                .update();
        var before = center.returns.recordOf(exam).path("number").asInt();
        node.awaitReturn(exam, 1);
        assertThat(center.returns.recordOf(exam).path("number").asInt()).isEqualTo(before + 1);
        assertThat(center.returns.faults).isEmpty();
    }
}
