package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;

class AuditCommandTests {

    private static final String VERIFICATION = "/api/audit/verification";

    private final FakeCenter fake = new FakeCenter();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @AfterEach
    void close() {
        fake.close();
    }

    private boolean check(String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "--center";
        arguments[1] = fake.center().address().toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return AuditCommand.run(out, arguments);
    }

    @Test
    void anUnbrokenTrailIsSaidToBeIntactWithItsLength() {
        fake.answersTo(
                "operator",
                "GET",
                VERIFICATION,
                Reply.ok("{\"entries\": 812, \"intact\": true, \"firstBroken\": null}"));
        assertThat(check()).isTrue();
        assertThat(printed).hasToString("audit trail intact: 812 entries\n");
    }

    @Test
    void ofABrokenTrailTheFirstBrokenEntryIsNamed() {
        fake.answersTo(
                "operator",
                "GET",
                VERIFICATION,
                Reply.ok("{\"entries\": 812, \"intact\": false, \"firstBroken\": 17}"));
        assertThat(check()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("BROKEN: entry 17 of 812");
    }

    @Test
    void whoeverMayNotReadItIsToldWhoMay(@TempDir Path folder) throws IOException {
        fake.answersTo("hongke", "GET", VERIFICATION, FakeCenter.NOT_PERMITTED);
        var password = Files.writeString(folder.resolve("password"), "onex-demo-1\n");
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> check("--login", "hongke", "--password-file", password.toString()))
                .withMessageContaining("hongke may not read the audit trail");
    }

    @Test
    void withoutACentreThereIsNothingToCheck() {
        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(() -> AuditCommand.run(out))
                .withMessageContaining("--center URL");
    }
}
