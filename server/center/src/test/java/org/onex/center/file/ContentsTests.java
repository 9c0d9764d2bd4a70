package org.onex.center.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.vault.Vault;

class ContentsTests {

    private static final byte[] ROSTER = "张三 999999200501010013".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private Contents contents;

    @BeforeEach
    void open() throws IOException {
        contents = new Contents(data, "center", Vault.open(data.resolve("keys"), "center", null));
    }

    @Test
    void isReadAsItWasKeptAndIsNotReadableOnTheDisk() throws IOException {
        var kept = contents.keep(new ByteArrayInputStream(ROSTER), ROSTER.length);
        try (var stream = Channels.newInputStream(contents.open(kept.sha256()))) {
            assertThat(stream.readAllBytes()).isEqualTo(ROSTER);
        }
        assertThat(kept.bytes()).isEqualTo(ROSTER.length);
        for (var file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("99999920");
        }
    }

    @Test
    void theSameContentLiesThereOnce() throws IOException {
        var one = contents.keep(new ByteArrayInputStream(ROSTER), -1);
        var other = contents.keep(new ByteArrayInputStream(ROSTER), -1);
        assertThat(other).isEqualTo(one);
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothingIsLeftOfAFileWhoseSenderWentAway() {
        var broken = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 100_000) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> contents.keep(broken, -1));
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesWhatTheDiskHasNoRoomForBeforeItArrives() {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> contents.keep(new ByteArrayInputStream(ROSTER), Long.MAX_VALUE / 2))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("file.no-room"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileOfUnknownLengthIsRefusedWhenTheDiskGetsFullMeanwhile() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        var looks = new int[1];
        var watched = new RoomWatch(endless, () -> ++looks[0] < 3);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(watched::readAllBytes)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("file.no-room"));
        assertThat(looks[0]).isEqualTo(3);
    }

    @Test
    void whatAKilledProductLeftHalfArrivedIsClearedAwayAfterADay() throws IOException {
        var drafts = Files.createDirectories(data.resolve("center/files/drafts"));
        var old = Files.createFile(drafts.resolve("draft1"));
        var recent = Files.createFile(drafts.resolve("draft2"));
        Files.setLastModifiedTime(
                old, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 100_000_000));
        new Contents(data, "center", Vault.open(data.resolve("keys"), "center", null));
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    private List<Path> files() {
        try (var all = Files.walk(data.resolve("center/files"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
