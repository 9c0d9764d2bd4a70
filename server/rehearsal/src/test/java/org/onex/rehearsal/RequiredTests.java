package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Latencies;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Stage;

class RequiredTests {

    private static final Map<String, Long> EVERYTHING = Stream.of(
                    "passed",
                    "failed",
                    "absent",
                    "upheld",
                    "corrected",
                    "certificates",
                    "paid late",
                    "files read",
                    "revoked")
            .collect(HashMap::new, (all, one) -> all.put(one, 1L), HashMap::putAll);

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final Report report = new Report(Json.object(), findings);

    private void played(Stage.Step step, Map<String, Long> counts) {
        report.add(new Report.Played(step, counts, Duration.ZERO, new Latencies(List.of())));
    }

    private void everythingIsChecked() {
        Stream.of(Claim.values()).forEach(claim -> findings.check(claim, true, () -> ""));
    }

    @Test
    void theWholeExamRequiresWhatTheIssueNames() {
        assertThat(Required.claims(Stage.Step.CERTIFICATE).stream().map(Claim::toString))
                .containsExactlyInAnyOrder(
                        "entries = 2 × registrations",
                        "refused rows have the expected code",
                        "no seat twice",
                        "nobody in two places",
                        "nobody entered after the deadline",
                        "every acknowledged answer is the one marked",
                        "hash on the node's receipt = hash recomputed from the returned script",
                        "no answer key in anything a node or candidate received",
                        "pass exactly by the rule",
                        "absent = 缺考",
                        "certificate only for pass + both signatures",
                        "download only when cleared",
                        "signatures validate",
                        "verification says genuine, then revoked");
    }

    @ParameterizedTest(name = "up to {0}: {1}")
    @CsvSource({
        "REAL_NAME, 0",
        "REGISTRATION, 4",
        "FEE, 4",
        "SEATING, 5",
        "DISPATCH, 6",
        "EXAM, 6",
        "RETURN, 8",
        "MARKING, 8",
        "RESULT, 10",
        "CERTIFICATE, 14"
    })
    void aShorterRunRequiresWhatItsStagesCheck(Stage.Step last, int claims) {
        assertThat(Required.claims(last)).hasSize(claims);
    }

    @Test
    void whatNobodyHasCheckedEndsWithOneAndIsNamed() {
        everythingIsChecked();
        played(Stage.Step.CERTIFICATE, EVERYTHING);
        assertThat(report.exitCode()).isZero();

        for (var required : Required.claims(Stage.Step.CERTIFICATE)) {
            var others = new Findings<>(Claim.class);
            Stream.of(Claim.values())
                    .filter(claim -> claim != required)
                    .forEach(claim -> others.check(claim, true, () -> ""));
            var unseen = new Report(Json.object(), others);
            unseen.add(new Report.Played(Stage.Step.CERTIFICATE, EVERYTHING, Duration.ZERO, new Latencies(List.of())));

            assertThat(unseen.exitCode()).as(required.toString()).isEqualTo(1);
            assertThat(unseen.lines()).contains("NOT SEEN " + required + ": checked 0 times");
            assertThat(Json.texts(unseen.json().path("unchecked"))).containsExactly(required + ": checked 0 times");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RESULT, passed",
        "RESULT, absent",
        "RESULT, upheld",
        "RESULT, corrected",
        "CERTIFICATE, paid late",
        "CERTIFICATE, revoked"
    })
    void whatNeverHappenedEndsWithOneAndIsNamed(Stage.Step step, String happening) {
        everythingIsChecked();
        var counts = new HashMap<>(EVERYTHING);
        counts.put(happening, 0L);
        played(step, counts);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.lines()).contains("NOT SEEN " + step.toString() + ": 0 " + happening);
    }

    @Test
    void nothingIsRequiredOfStagesThatWereNotPlayed() {
        played(Stage.Step.PHOTOS, Map.of());

        assertThat(report.exitCode()).isZero();
    }

    /** A failure says enough. */
    @Test
    void whatAFailureCutShortIsNotListedAsUnseen() {
        played(Stage.Step.CERTIFICATE, Map.of());
        report.fail("no answer");

        assertThat(report.lines()).noneMatch(line -> line.startsWith("NOT SEEN"));
    }
}
