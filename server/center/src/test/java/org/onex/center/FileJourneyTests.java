package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.foundation.vault.Digests;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A college sends files: whole ones are kept, others are refused with a reason. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileJourneyTests {

    @LocalServerPort
    private int port;

    private Staff college;

    @BeforeAll
    void enter() {
        Parties.enter(port);
        college = Staff.signedIn(port, "college01");
    }

    @Test
    void aFileLargerThanAnyFormArrivesWholeUnderItsNameWithoutItsPath() {
        var content = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(content);
        var answer = college.send(
                "POST",
                "/api/file/files?name=C%3A%5C%E7%8F%AD%E7%BA%A7%5C%E7%85%A7%E7%89%87.zip",
                content,
                "application/octet-stream");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("name").asString()).isEqualTo("照片.zip");
        assertThat(answer.body().path("sha256").asString()).isEqualTo(Digests.sha256(content));
    }

    @Test
    void anIdNumberInItsNameIsMasked() {
        var content = "x".getBytes(StandardCharsets.UTF_8);
        var answer = college.send(
                "POST", "/api/file/files?name=99999920060315001X.jpg", content, "application/octet-stream");
        assertThat(answer.body().path("name").asString()).isEqualTo("9999**********001X.jpg");
    }

    @Test
    void anEmptyOneAndOneWithoutANameAreRefused() {
        assertThat(college.send("POST", "/api/file/files?name=a.zip", new byte[0], "application/octet-stream")
                        .code())
                .isEqualTo("file.empty");
        var content = "x".getBytes(StandardCharsets.UTF_8);
        assertThat(college.send("POST", "/api/file/files?name=a%2F", content, "application/octet-stream")
                        .code())
                .isEqualTo("file.name-invalid");
        assertThat(college.send("POST", "/api/file/files", content, "application/octet-stream")
                        .status())
                .isEqualTo(400);
    }
}
