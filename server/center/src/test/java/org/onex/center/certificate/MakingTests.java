package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.job.JobState;
import org.onex.center.job.JobView;

class MakingTests {

    private static Making by(JobState state, @Nullable String code, Map<String, Object> facts) {
        var job = new JobView(UUID.randomUUID(), "", "", state, "", 1, 9, Instant.EPOCH, null, code, facts);
        return Making.by(Optional.of(job), 4, 12);
    }

    @ParameterizedTest
    @CsvSource({"WAITING, WAITING", "RUNNING, RUNNING", "DONE, RUNNING", "FAILED, BROKEN", "CANCELLED, BROKEN"})
    void isAsFarAsTheFilesAndNotAsItsJobSays(JobState job, Making.State expected) {
        var making = by(job, null, Map.of());
        assertThat(making.state()).isEqualTo(expected);
        assertThat(making.made()).isEqualTo(4);
        assertThat(making.of()).isEqualTo(12);
    }

    @Test
    void saysWhyItBroke() {
        var making = by(JobState.FAILED, "certificate.files-missing", Map.of("count", 8));
        assertThat(making.code()).isEqualTo("certificate.files-missing");
        assertThat(making.facts()).containsEntry("count", 8);
    }

    @Test
    void isBrokenWhenNobodyKnowsItsJob() {
        assertThat(Making.by(Optional.empty(), 4, 12).state()).isEqualTo(Making.State.BROKEN);
    }

    @Test
    void isDoneWithEveryFile() {
        assertThat(Making.done(12)).isEqualTo(new Making(Making.State.DONE, 12, 12, null, Map.of()));
    }
}
