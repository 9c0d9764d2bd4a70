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
import org.onex.rehearsal.outside.Misuse;

class MockCommandTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void whoMaySitItStandsInTheFile(@TempDir Path folder) throws IOException {
        var code = Files.writeString(folder.resolve("code"), "code\n");
        var save = folder.resolve("people.txt");
        try (var node = new FakeNode()) {
            MockCommand.run(
                    out,
                    "--node",
                    node.address().toString(),
                    "--code-file",
                    code.toString(),
                    "--save",
                    save.toString());
        }
        var lines = Files.readAllLines(save);
        assertThat(lines).hasSize(32);
        assertThat(lines.getFirst()).matches("模拟考生001  准考证号 \\S+  证件号码 \\S+");
        assertThat(lines.getLast()).isEqualTo("监考员 902  口令 1234");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("mock exam: 30 seats\n");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> MockCommand.run(out, "--node", "http://127.0.0.1:1"))
                .withMessageContaining("--code-file");
    }
}
