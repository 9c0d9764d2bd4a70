package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.vault.Digests;

class IncomingFilesTests {

    private static final UUID BUNDLE = new UUID(0, 1);
    private static final byte[] BYTES = "sealed".getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = Digests.sha256(BYTES);
    private static final long MEGABYTE = 1 << 20;

    private final Enrolment we = new Enrolment(
            "AAAAA",
            new UUID(0, 2),
            "实训楼服务器",
            new Enrolment.Site(new UUID(0, 3), "虚构学院考点"),
            "http://center.invalid",
            SigningKey.random().verifyingKey(),
            OwnKeys.random(),
            Instant.EPOCH);

    @TempDir
    private Path folder;

    private int fetched;
    private boolean fillsTheDisk;
    private byte[] comes = BYTES;
    private long free = IncomingFiles.ROOM_FOR_THE_EXAM + MEGABYTE;

    private IncomingFiles files() {
        return new IncomingFiles(this::come, folder, any -> free);
    }

    private void come(Enrolment asking, String path, Path into, long longest) {
        fetched++;
        if (fillsTheDisk) {
            free = 0;
            throw new CenterAway(CenterAway.AWAY, "no answer");
        }
        try {
            Files.write(into, comes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(String code, boolean isForNow, ThrowingCallable act) {
        assertThatExceptionOfType(CourierRefused.class).isThrownBy(act).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("courier." + code);
            assertThat(refused.isForNow()).isEqualTo(isForNow);
        });
    }

    private void bring() {
        files().bring(we, BUNDLE, NAME, BYTES.length);
    }

    @Test
    void nothingIsFetchedThatLeavesNoRoomForTheExam() {
        free = IncomingFiles.ROOM_FOR_THE_EXAM + BYTES.length - 1;
        assertRefused("disk-full", true, this::bring);
        assertThat(fetched).isZero();
        free++;
        bring();
        assertThat(files().read(BUNDLE, NAME)).isEqualTo(BYTES);
    }

    @Test
    void aDiskThatFillsUpWhileBytesComeIsNotTheCentresAbsence() {
        fillsTheDisk = true;
        assertRefused("disk-full", true, this::bring);
    }

    @Test
    void whatIsHereIsNeitherFetchedNorReadAgainButReadWhenItIsWanted() throws IOException {
        bring();
        var file = folder.resolve(BUNDLE.toString()).resolve(NAME);
        Files.write(file, "SEALED".getBytes(StandardCharsets.US_ASCII));
        bring();
        assertThat(fetched).isEqualTo(1);
        assertRefused("file-damaged", true, () -> files().read(BUNDLE, NAME));
        assertThat(file).doesNotExist();
        bring();
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void otherBytesThanThoseAnnouncedAreDamagedAndGone() throws IOException {
        comes = "SEALED".getBytes(StandardCharsets.US_ASCII);
        assertRefused("file-damaged", true, this::bring);
        assertThat(folder.resolve(BUNDLE.toString())).isEmptyDirectory();
    }

    @Test
    void oneFileAndAllTogetherHaveALimit() {
        long largest = IncomingFiles.LARGEST;
        assertRefused("bundle-too-large", false, () -> files().bring(we, BUNDLE, NAME, largest + 1));
        assertRefused("bundle-broken", false, () -> files().bring(we, BUNDLE, "../" + NAME, 1));
        assertRefused("bundle-broken", false, () -> files().bring(we, BUNDLE, NAME, 0));
        var other = NAME.replace('a', 'b');
        IncomingFiles.requireFitting(Map.of(NAME, largest, other, largest), 2 * largest);
        assertRefused(
                "bundle-too-large",
                false,
                () -> IncomingFiles.requireFitting(Map.of(NAME, largest, other, largest), 2 * largest - 1));
        assertThat(fetched).isZero();
    }
}
