package org.onex.rehearsal.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;

class SatScriptTests {

    private static SatScript.Revision revision(int number, boolean inTime) {
        return revision(number, "CANDIDATE", inTime);
    }

    private static SatScript.Revision revision(int number, String kind, boolean inTime) {
        var receipt =
                Json.object().put("revision", number).put("hash", "h" + number).put("kind", kind);
        return new SatScript.Revision(receipt, Map.of(), inTime);
    }

    private static SatScript of(SatScript.Revision... revisions) {
        var run = new SatScript.Run("s", "site", 1, "网店", "初级", "理论", "A", "t");
        return new SatScript("a", run, List.of(), List.of(revisions));
    }

    @Test
    void theFirstRevisionCounts() {
        var script = of(revision(1, true));
        assertThat(script.counting().hash()).isEqualTo("h1");
        assertThat(script.isLate()).isFalse();
    }

    @Test
    void aLaterOneCountsIfNothingInItWasWrittenAfterwards() {
        assertThat(of(revision(1, true), revision(2, true)).counting().hash()).isEqualTo("h2");
        assertThat(of(revision(1, true), revision(2, false)).counting().hash()).isEqualTo("h1");
        assertThat(of(revision(1, true), revision(2, true), revision(3, false))
                        .counting()
                        .hash())
                .isEqualTo("h2");
    }

    @Test
    void whatTheInvigilatorsHandedInCountsWhateverComesLater() {
        assertThat(of(revision(1, "FORCED", true), revision(2, "LATE_SYNC", true))
                        .counting()
                        .hash())
                .isEqualTo("h1");
    }
}
