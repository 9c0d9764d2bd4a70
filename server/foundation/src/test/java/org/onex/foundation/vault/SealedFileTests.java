package org.onex.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTests {

    private static final int PIECE = 64 * 1024;

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(folder.resolve("keys"), "center", null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17})
    void isReadAsItWasWrittenWhateverItsLength(int length) throws IOException {
        var plain = chance(length);
        var file = written(plain);
        try (var sealed = SealedFile.open(file, vault)) {
            assertThat(sealed.size()).isEqualTo(length);
            assertThat(Channels.newInputStream(sealed).readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void isReadFromAnyPlace() throws IOException {
        var plain = chance(5 * PIECE + 100);
        var seed = 20261121L;
        var random = new Random(seed);
        try (var sealed = SealedFile.open(written(plain), vault)) {
            for (int i = 0; i < 200; i++) {
                var from = random.nextInt(plain.length);
                var into = ByteBuffer.allocate(1 + random.nextInt(2 * PIECE));
                var some = sealed.position(from).read(into);
                assertThat(Arrays.copyOf(into.array(), some))
                        .as("seed %s, read %s", seed, i)
                        .isEqualTo(Arrays.copyOfRange(plain, from, from + some));
            }
            assertThat(sealed.position(plain.length).read(ByteBuffer.allocate(1)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void holdsNothingReadable() throws IOException {
        var plain = "张三 999999200501010013 ".repeat(5_000).getBytes();
        var bytes = Files.readAllBytes(written(plain));
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("9999992005");
    }

    @Test
    void doesNotOpenWhenItWasCutOffEvenBetweenTwoPieces() throws IOException {
        var file = written(chance(3 * PIECE));
        var whole = Files.readAllBytes(file);
        for (var length : new int[] {0, 40, whole.length - 1, whole.length - (PIECE + 28)}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(IOException.class)
                    .as("%s bytes", length)
                    .isThrownBy(() -> SealedFile.open(file, vault));
        }
    }

    @Test
    void aChangedByteIsNoticedWhenItsPieceIsRead() throws IOException {
        var file = written(chance(3 * PIECE));
        var bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);
        try (var sealed = SealedFile.open(file, vault)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> sealed.read(ByteBuffer.allocate(1)));
            assertThat(sealed.position(2 * PIECE).read(ByteBuffer.allocate(1))).isEqualTo(1);
        }
    }

    @Test
    void doesNotOpenInAnotherVault() throws IOException {
        var file = written(chance(10));
        var other = Vault.open(folder.resolve("elsewhere"), "center", null);
        assertThatIllegalArgumentException().isThrownBy(() -> SealedFile.open(file, other));
    }

    private Path written(byte[] plain) throws IOException {
        var file = folder.resolve("sealed");
        assertThat(SealedFile.write(new ByteArrayInputStream(plain), file, vault))
                .isEqualTo(plain.length);
        return file;
    }

    private static byte[] chance(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
