package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

class LedgerTests {

    private final Findings<AnswerClaim> findings = new Findings<>(AnswerClaim.class);
    private final Ledger ledger = new Ledger(findings, "somebody");

    private static JsonNode view(int epoch, int durableSeq, Map<String, String> answers) {
        return Json.object()
                .put("attempt", "0190")
                .put("epoch", epoch)
                .put("durableSeq", durableSeq)
                .set("answers", Json.tree(answers));
    }

    private void writesAndSends(int epoch, Entry... entries) {
        for (var entry : entries) {
            ledger.writes(epoch, entry);
        }
        ledger.sends(epoch, List.of(entries));
    }

    private void acknowledged(int epoch, int durableSeq) {
        var reply = Json.object().put("durableSeq", durableSeq).put("state", "RUNNING");
        ledger.answered(epoch, true, reply, ledger.durable(epoch));
    }

    private static Entry entry(int seq, String item, String value) {
        return new Entry(seq, item, value, "");
    }

    private boolean allHolds() {
        return !findings.anyBroken();
    }

    @Test
    void anEntryWithoutAnAnswerMayBeThereOrNot() {
        ledger.signedIn(view(1, 0, Map.of()));
        writesAndSends(1, entry(1, "S01", "A"), entry(2, "S01", "B"));
        acknowledged(1, 1);

        assertThat(ledger.reads(view(1, 1, Map.of("S01", "A")), 1)).isTrue();
        assertThat(ledger.reads(view(1, 2, Map.of("S01", "B")), 1)).isTrue();
        assertThat(allHolds()).isTrue();
    }

    @Test
    void anAcknowledgedEntryMustBeThere() {
        ledger.signedIn(view(1, 0, Map.of()));
        writesAndSends(1, entry(1, "S01", "A"), entry(2, "S01", "B"));
        acknowledged(1, 2);

        assertThat(ledger.reads(view(1, 1, Map.of("S01", "A")), 2)).isFalse();
        assertThat(findings.of(AnswerClaim.ACKNOWLEDGED_STAYS).examples())
                .containsExactly("somebody, epoch 1, entries up to 2–2, item S01: should be “B”, is “A”");
        assertThat(findings.of(AnswerClaim.DURABLE_NEVER_BACK).broken()).isOne();
    }

    @Test
    void theNextDeviceBeginsWhereTheOneBeforeMayHaveStopped() {
        ledger.signedIn(view(1, 0, Map.of()));
        writesAndSends(1, entry(1, "S01", "A"), entry(2, "S01", "B"));
        acknowledged(1, 1);
        ledger.signedIn(view(2, 0, Map.of("S01", "B")));
        writesAndSends(2, entry(1, "J01", "T"));
        acknowledged(2, 1);

        assertThat(ledger.reads(view(2, 1, Map.of("S01", "B", "J01", "T")), 1)).isTrue();
        assertThat(allHolds()).isTrue();
    }

    @Test
    void whatTheOldDeviceSendsAfterwardsIsEvidenceOnly() {
        ledger.signedIn(view(1, 0, Map.of()));
        ledger.writes(1, entry(1, "S01", "D"));
        ledger.signedIn(view(2, 0, Map.of()));
        ledger.sends(1, ledger.written(1));

        assertThat(ledger.reads(view(2, 0, Map.of("S01", "D")), 0)).isFalse();
        assertThat(findings.of(AnswerClaim.OLD_DEVICE_NEVER_WINS).broken()).isOne();
    }

    @Test
    void aClearedAnswerIsNoAnswer() {
        ledger.signedIn(view(1, 0, Map.of()));
        writesAndSends(1, entry(1, "S01", "A"), entry(2, "S01", ""));
        acknowledged(1, 2);

        assertThat(ledger.reads(view(1, 2, Map.of("S01", "")), 2)).isTrue();
        assertThat(ledger.answersWith(2)).isEmpty();
    }

    @Test
    void aScriptCannotEndBeforeTheLastAcknowledgedEntry() {
        ledger.signedIn(view(1, 0, Map.of()));
        writesAndSends(1, entry(1, "S01", "A"), entry(2, "S01", "B"));
        acknowledged(1, 1);

        assertThat(ledger.canEndAt(1, 0)).isFalse();
        assertThat(ledger.canEndAt(1, 1)).isTrue();
        assertThat(ledger.canEndAt(1, 2)).isTrue();
        assertThat(ledger.canEndAt(1, 3)).isFalse();
    }
}
