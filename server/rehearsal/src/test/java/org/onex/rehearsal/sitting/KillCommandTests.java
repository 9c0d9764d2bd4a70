package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.sitting.FakeNode.Fault;

/** The whole kill test, a roomful against a node in memory. */
class KillCommandTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private boolean holds(FakeNode node, String arguments) {
        return KillCommand.run(node, ProtocolChecksTests.AT_ONCE, out, arguments.split(" "));
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everythingHoldsAtANodeThatKeepsTheProtocol(int seed) {
        try (var node = new FakeNode()) {
            var held = holds(node, "--seed " + seed + " --candidates 6 --kills 3");

            assertThat(held).as(this::said).isTrue();
            assertThat(said()).containsPattern("kill test: \\d+ passed, 0 failed\n$");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES_THE_LAST_ENTRY_AT_A_RESTART",
        "LOSES_AN_ENTRY_AND_SAYS_IT_HAS_IT",
        "HASHES_WRONGLY",
        "NEEDS_NO_UNLOCK"
    })
    void aBadNodeEndsTheTestAsBroken(Fault fault) {
        try (var node = new FakeNode(fault)) {
            assertThat(holds(node, "--candidates 6 --kills 4")).as(this::said).isFalse();
            assertThat(said()).contains("BROKEN").containsPattern("kill test: \\d+ passed, [1-9]\\d* failed\n$");
        }
    }

    @Test
    void theReportHasTheKillsAndEveryInvariant(@TempDir Path folder) {
        var report = folder.resolve("kill.json");
        try (var node = new FakeNode()) {
            holds(node, "--candidates 3 --kills 4 --report " + report);
        }

        var json = Json.MAPPER.readTree(report.toFile());
        assertThat(json.path("kills").values().stream().map(kill -> Json.text(kill, "what")))
                .containsExactlyInAnyOrder("APPLICATION", "DATABASE", "BOTH", "EVERYTHING");
        assertThat(json.path("invariants").size()).isEqualTo(AnswerClaim.values().length);
        assertThat(json.path("counts").path("entries acknowledged").asInt()).isPositive();
    }

    @Test
    void anIdNumberInALogIsFound(@TempDir Path folder) throws IOException {
        var log = Files.writeString(folder.resolve("node.log"), "signed in 999999200001010002 from 10.0.0.1\n");
        try (var node = new FakeNode()) {
            node.writesInto(log);

            assertThat(holds(node, "--candidates 3 --kills 1")).isFalse();
            assertThat(said()).contains("BROKEN   no ID number is in the logs", "node.log has 1 of them");
        }
    }

    @Test
    void whatComesAfterTheDeadlineIsLookedAtWhenAskedFor() {
        try (var node = new FakeNode()) {
            assertThat(holds(node, "--candidates 2 --kills 1 --deadline"))
                    .as(this::said)
                    .isTrue();
            assertThat(said()).contains("holds    what comes after the deadline is a further revision");
        }
    }

    @Test
    void aFirstRevisionThatChangesAfterTheDeadlineIsFound() {
        try (var node = new FakeNode(Fault.OVERWRITES_THE_FIRST_REVISION)) {
            assertThat(holds(node, "--candidates 2 --kills 1 --deadline")).isFalse();
            assertThat(said())
                    .contains("BROKEN   what comes after the deadline is a further revision")
                    .contains("BROKEN   one receipt, the same in every repetition");
        }
    }

    @Test
    void aWrongWordIsNamed() {
        try (var node = new FakeNode()) {
            assertThatExceptionOfType(Misuse.class)
                    .isThrownBy(() -> holds(node, "--kills none"))
                    .withMessage("--kills none: must be a number from 1");
            assertThatExceptionOfType(Misuse.class)
                    .isThrownBy(() -> holds(node, "--until plan"))
                    .withMessageContaining("unknown option --until");
        }
    }
}
