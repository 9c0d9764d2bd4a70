package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;

class TimeKeptTests {

    private final Findings<AnswerClaim> findings = new Findings<>(AnswerClaim.class);
    private final TimeKept time = new TimeKept(findings, "somebody");

    private long broken() {
        return findings.of(AnswerClaim.TIME_KEPT).broken();
    }

    @Test
    void timeThatRunsEvenlyIsKept() {
        time.told(60_000, 0, 10);
        time.told(55_005, 5_000, 5_010);
        time.told(0, 70_000, 70_010);
        time.told(0, 90_000, 90_010);

        assertThat(broken()).isZero();
    }

    @Test
    void itNeverGrowsByItself() {
        time.told(60_000, 0, 10);
        time.told(60_001, 20, 30);

        assertThat(broken()).isOne();
    }

    @Test
    void itMayNotStandStillWhileTheNodeIsAway() {
        time.told(60_000, 0, 10);
        time.told(60_000, 10_000, 10_010);

        assertThat(broken()).isOne();
    }

    @Test
    void onlyWhenBusinessTimeWasMovedIsTimeTakenAway() {
        time.told(60_000, 0, 10);
        time.clockMoved();
        time.told(40_000, 5_000, 5_010);
        assertThat(broken()).isZero();
        time.told(30_000, 5_020, 5_030);
        assertThat(broken()).isOne();
    }

    @Test
    void nothingIsTakenAway() {
        time.told(60_000, 0, 10);
        time.told(40_000, 5_000, 5_010);

        assertThat(broken()).isOne();
        assertThat(findings.of(AnswerClaim.TIME_KEPT).examples()).containsExactly("somebody: 14990 ms were taken away");
    }

    @Test
    void anExtensionMakesItGrowOnce() {
        time.told(60_000, 0, 10);
        time.asked(Duration.ofMinutes(2));
        time.told(179_000, 1_000, 1_010);

        assertThat(broken()).isZero();

        time.told(239_000, 2_000, 2_010);

        assertThat(broken()).isOne();
    }

    @Test
    void anExtensionThatNobodyKnowsToBeGrantedMayStayAway() {
        time.told(60_000, 0, 10);
        time.asked(Duration.ofMinutes(2));
        time.told(59_000, 1_000, 1_010);

        assertThat(broken()).isZero();
    }

    @Test
    void ofTwoBeatsAtOnceTheEarlierAnswerMayComeLater() {
        time.told(59_990, 0, 40);
        time.told(59_995, 0, 45);

        assertThat(broken()).isZero();
    }
}
