package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.Options.Command;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.scene.Stage;

class OptionsTests {

    @Test
    void withoutWordsRehearseTheWholeFirstPlanOf003WithAProductOfOurOwn() {
        assertThat(Options.of())
                .isEqualTo(new Options(Command.REHEARSE, false, "003", 1, null, 300, null, null, null, null));
    }

    @Test
    void everyWordIsTaken(@TempDir Path folder) {
        var report = folder.resolve("report.json");
        var options = Options.of(
                "--notice",
                "000",
                "--plan",
                "14",
                "--colleges",
                "2",
                "--candidates",
                "20",
                "--until",
                "real-name",
                "--report",
                report.toString(),
                "--center",
                "http://localhost:8080/");

        assertThat(options)
                .isEqualTo(new Options(
                        Command.REHEARSE,
                        false,
                        "000",
                        14,
                        2,
                        20,
                        Stage.Step.REAL_NAME,
                        report,
                        URI.create("http://localhost:8080"),
                        null));
    }

    @Test
    void listingTakesJsonAndACenter() {
        var options = Options.of("--list", "--json", "--center", "http://10.0.0.1:8080");

        assertThat(options.command()).isEqualTo(Command.LIST);
        assertThat(options.json()).isTrue();
    }

    @Test
    void theDemonstrationLeavesACodeForItsNode(@TempDir Path folder) {
        var code = folder.resolve("code");
        var options = Options.of("demo", "--center", "http://10.0.0.1:8080", "--enrolment-code", code.toString());

        assertThat(options.code()).isEqualTo(code);
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> Options.of("--list", "--enrolment-code", code.toString()))
                .withMessage("--enrolment-code belongs to demo");
    }

    @Test
    void helpAsksForNothingElse() {
        assertThat(Options.of("demo", "--help").command()).isEqualTo(Command.HELP);
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({
        "--bogus, unknown option --bogus",
        "--plan, --plan needs a value",
        "--plan 0, --plan 0: must be a number from 1",
        "--candidates many, --candidates many: must be a number",
        "--colleges -1, --colleges -1: must be a number",
        "--plan 1 --plan 2, --plan is given twice",
        "--until lunch, --until lunch: the stages are organisations",
        "--until REAL_NAME, --until REAL_NAME: the stages are",
        "--center localhost:8080, must look like http://host:8080",
        "--center ftp://host, must look like http://host:8080",
        "demo, demo needs --center URL",
        "demo --list --center http://host, two commands",
        "--json, --json belongs to --list",
        "--list --plan 2, --plan belongs to a rehearsal",
        "--report /nowhere/at/all.json, cannot be written",
    })
    void aWrongWordIsNamed(String line, String message) {
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> Options.of(line.split(" ")))
                .withMessageContaining(message);
    }

    @Test
    void helpNamesEveryStage() {
        assertThat(Stage.Step.values())
                .allSatisfy(step -> assertThat(Options.HELP).containsPattern("[ ,]" + step + "\\b"));
    }
}
