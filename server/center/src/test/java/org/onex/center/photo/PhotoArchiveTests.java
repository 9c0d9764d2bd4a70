package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onex.center.photo.ArchiveFixtures.anArchive;
import static org.onex.center.photo.PhotoFixtures.anAcceptablePhoto;
import static org.onex.center.photo.PhotoFixtures.person;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoArchiveTests {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(50, 20_000, 200_000);

    /** What came out of an archive, in order. */
    private static class Received implements PhotoArchive.Recipient {

        final Map<String, byte[]> photos = new LinkedHashMap<>();
        final List<PhotoName> names = new ArrayList<>();
        final List<PhotoProblem> problems = new ArrayList<>();

        @Override
        public void photo(PhotoName name, byte[] content) {
            names.add(name);
            photos.put(name.text(), content);
        }

        @Override
        public void refused(PhotoName name, PhotoProblem problem) {
            names.add(name);
            problems.add(problem);
        }
    }

    private static PhotoArchive open(byte[] archive) {
        try {
            return PhotoArchive.open(new SeekableInMemoryByteChannel(archive), LIMITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received received(byte[] archive) {
        var received = new Received();
        try (var opened = open(archive)) {
            opened.forEach(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received;
    }

    private static PhotoProblem onlyProblem(byte[] archive) {
        var problems = received(archive).problems;
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static void assertRefused(byte[] archive, PhotoRefused.Code code, Map<String, Object> facts) {
        assertThatThrownBy(() -> received(archive)).isInstanceOfSatisfying(PhotoRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code.code());
            assertThat(refused.facts()).isEqualTo(facts);
        });
    }

    private static byte[] ofTwoPeople() {
        return anArchive()
                .with(person(1).value() + ".jpg", anAcceptablePhoto())
                .with(person(2).value() + ".jpg", anAcceptablePhoto())
                .bytes();
    }

    @Test
    void handsOutEachFileOnceAndInOrder() {
        var received = received(ofTwoPeople());
        assertThat(received.photos.keySet())
                .containsExactly(person(1).value() + ".jpg", person(2).value() + ".jpg");
        assertThat(received.photos.values())
                .allSatisfy(photo -> assertThat(photo).isEqualTo(anAcceptablePhoto()));
        assertThat(received.problems).isEmpty();
    }

    @Test
    void storedFilesAndZip64AreRead() {
        assertThat(received(anArchive().stored().with("1.jpg").bytes()).photos).hasSize(1);
        assertThat(received(anArchive().asZip64().with("1.jpg").with("2.jpg").bytes()).photos)
                .hasSize(2);
    }

    @Test
    void aWalkCanBeRepeated() throws IOException {
        try (var archive = open(ofTwoPeople())) {
            var twice = new Received();
            archive.forEach(twice);
            archive.forEach(twice);
            assertThat(twice.problems).isEmpty();
            assertThat(twice.names).hasSize(4);
        }
    }

    @Test
    void whatTheRecipientThrowsEndsTheWalkAndIsNotTakenForDamage() throws IOException {
        try (var archive = open(ofTwoPeople())) {
            assertThatThrownBy(() -> archive.forEach(new Received() {
                        @Override
                        public void photo(PhotoName name, byte[] content) {
                            throw new IllegalStateException("cancelled");
                        }
                    }))
                    .hasMessage("cancelled");
        }
    }

    @Nested
    class Names {

        @Test
        void inGbkAreReadWithoutAFlag() {
            assertThat(received(anArchive()
                                    .madeOnChineseWindows()
                                    .with("张三.jpg")
                                    .with("一班/李四.jpg")
                                    .bytes())
                            .photos)
                    .containsOnlyKeys("张三.jpg", "李四.jpg");
        }

        @Test
        void withABackslashInsideAGbkCharacterAreNotCut() {
            assertThat("誠".getBytes(Charset.forName("GBK"))).contains((byte) 0x5C);
            assertThat(received(anArchive().madeOnChineseWindows().with("誠.jpg").bytes()).photos)
                    .containsOnlyKeys("誠.jpg");
        }

        @Test
        void inUtf8AreReadWithAndWithoutAFlag() {
            assertThat(received(anArchive().with("张三.jpg").bytes()).photos).containsOnlyKeys("张三.jpg");
            assertThat(received(anArchive().withoutTheFlag().with("𠮷䶮.jpg").bytes()).photos)
                    .containsOnlyKeys("𠮷䶮.jpg");
        }

        @Test
        void inAUnicodeFieldWin() {
            assertThat(received(anArchive()
                                    .madeOnChineseWindows()
                                    .withUnicodeFields()
                                    .with("𠮷.jpg")
                                    .bytes())
                            .photos)
                    .containsOnlyKeys("𠮷.jpg");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../../x.jpg",
                    "/etc/x.jpg",
                    "C:\\photos\\x.jpg",
                    "..\\x.jpg",
                    "a/b/../../../x.jpg",
                    "c:x.jpg"
                })
        void arePlacesNowhere(String path) {
            assertThat(received(anArchive().with(path).bytes()).photos).containsOnlyKeys("x.jpg");
        }

        @Test
        void thatComeTwiceCountOnce() {
            var number = person(1).value();
            var received = received(anArchive()
                    .with("一班/" + number + ".jpg", new byte[] {1})
                    .with("二班/" + number + ".jpg", new byte[] {2})
                    .with(number + " (1).png", new byte[] {3})
                    .with("a/张三.jpg")
                    .with("b/张三.JPG")
                    .bytes());
            assertThat(received.photos).containsOnlyKeys(number + ".jpg", "张三.jpg");
            assertThat(received.photos.get(number + ".jpg")).containsExactly(1);
            assertThat(received.problems).hasSize(3).containsOnly(PhotoProblem.of(PhotoProblem.Code.DUPLICATE));
        }
    }

    @Test
    void whatOperatingSystemsLeaveBehindIsSkippedAndCounted() throws IOException {
        var archive = anArchive()
                .with("照片/", new byte[0])
                .with("照片/1.jpg")
                .with("照片/Thumbs.db")
                .with("照片\\desktop.ini")
                .with("__MACOSX/照片/._1.jpg")
                .with("__MACOSX/照片/2.jpg")
                .with("照片/._3.jpg")
                .with(".DS_Store")
                .bytes();
        assertThat(received(archive).photos).containsOnlyKeys("1.jpg");
        try (var opened = open(archive)) {
            assertThat(opened.files()).isEqualTo(1);
            assertThat(opened.skipped()).isEqualTo(6);
        }
    }

    @Nested
    class OneFile {

        @Test
        void thatNeedsAPasswordIsRefusedAndTheOthersAreNot() {
            var received = received(ArchiveFixtures.encrypted(ofTwoPeople(), 0));
            assertThat(received.problems).containsExactly(PhotoProblem.of(PhotoProblem.Code.ENCRYPTED));
            assertThat(received.photos).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 6, 12, 14, 93, 95, 98, 4711})
        void thatIsPackedInAnotherWayIsRefused(int method) {
            assertThat(onlyProblem(ArchiveFixtures.compressedBy(ofTwoPeople(), 1, method)))
                    .isEqualTo(PhotoProblem.of(PhotoProblem.Code.UNSUPPORTED_COMPRESSION, "method", method));
        }

        @ParameterizedTest
        @CsvSource({"504B0304,ZIP", "526172211A07,RAR", "377ABCAF271C,7z", "1F8B08,gzip"})
        void thatIsAnArchiveIsNotOpenedHoweverLargeItIs(String head, String kind) {
            for (int size : new int[] {100, 30_000}) {
                var nested = Arrays.copyOf(HexFormat.of().parseHex(head), size);
                assertThat(onlyProblem(anArchive().with("一班.zip", nested).bytes()))
                        .isEqualTo(PhotoProblem.of(PhotoProblem.Code.NESTED_ARCHIVE, "kind", kind));
            }
        }

        @Test
        void thatIsADocumentIsLeftToTheInspection() {
            assertThat(received(anArchive()
                                    .with("名单.xlsx", anArchive().with("x").bytes())
                                    .bytes())
                            .photos)
                    .containsOnlyKeys("名单.xlsx");
        }

        @Test
        void thatIsOneByteTooLargeIsRefused() {
            var received = received(anArchive()
                    .with("1.jpg", new byte[20_000])
                    .with("2.jpg", new byte[20_001])
                    .bytes());
            assertThat(received.photos).containsOnlyKeys("1.jpg");
            assertThat(received.problems)
                    .extracting(PhotoProblem::code)
                    .containsExactly(PhotoProblem.Code.FILE_TOO_LARGE);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 1000, 19_999})
        void thatUnpacksToMoreThanItDeclaresIsNotReadOn(int declared) {
            var bomb = anArchive().with("1.jpg", new byte[10_000_000]).bytes();
            assertThat(onlyProblem(ArchiveFixtures.declaring(bomb, 0, declared)))
                    .isEqualTo(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
        }

        @Test
        void thatUnpacksToLessThanItDeclaresIsDamaged() {
            assertThat(onlyProblem(ArchiveFixtures.declaring(ofTwoPeople(), 0, 19_999))
                            .code())
                    .isEqualTo(PhotoProblem.Code.DAMAGED);
        }

        @Test
        void thatLostAByteIsDamagedAndTheOthersAreNot() {
            var received = received(ArchiveFixtures.scratched(
                    anArchive().stored().with("1.jpg").with("2.jpg").bytes(), 0));
            assertThat(received.problems).containsExactly(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
            assertThat(received.photos).containsOnlyKeys("2.jpg");
        }
    }

    @Nested
    class AsAWhole {

        @Test
        void isRefusedIfThereIsNoFileInIt() {
            assertRefused(new byte[0], PhotoRefused.Code.ARCHIVE_EMPTY, Map.of());
            assertRefused(anArchive().bytes(), PhotoRefused.Code.ARCHIVE_EMPTY, Map.of());
            assertRefused(
                    anArchive().with("照片/", new byte[0]).with("照片/Thumbs.db").bytes(),
                    PhotoRefused.Code.ARCHIVE_EMPTY,
                    Map.of());
        }

        @ParameterizedTest
        @CsvSource({
            "526172211A0700,RAR",
            "526172211A070100,RAR",
            "377ABCAF271C,7z",
            "1F8B0800,gzip",
            "FFD8FFE0,JPEG",
            "255044462D,PDF"
        })
        void isRefusedByItsRealNameIfItIsNoZip(String head, String kind) {
            var renamed = Arrays.copyOf(HexFormat.of().parseHex(head), 5000);
            assertRefused(renamed, PhotoRefused.Code.NOT_A_ZIP, Map.of("kind", kind));
        }

        @Test
        void isRefusedWithoutANameIfNobodyKnowsIt() {
            assertRefused("just some text".getBytes(StandardCharsets.UTF_8), PhotoRefused.Code.NOT_A_ZIP, Map.of());
        }

        @Test
        void isDamagedWhereverItBreaksOff() {
            var whole = ofTwoPeople();
            for (int length = 4; length < whole.length; length += 53) {
                assertRefused(Arrays.copyOf(whole, length), PhotoRefused.Code.ARCHIVE_DAMAGED, Map.of());
            }
        }

        @Test
        void isDamagedIfFilesShareBytes() {
            assertRefused(ArchiveFixtures.overlapping(ofTwoPeople(), 1), PhotoRefused.Code.ARCHIVE_DAMAGED, Map.of());
        }

        @Test
        void isRefusedIfItIsOneOfSeveralVolumes() {
            assertRefused(ArchiveFixtures.onAnotherDisk(ofTwoPeople(), 1), PhotoRefused.Code.ARCHIVE_SPLIT, Map.of());
            var first = ofTwoPeople();
            System.arraycopy(new byte[] {'P', 'K', 7, 8}, 0, first, 0, 4);
            assertRefused(Arrays.copyOf(first, 3000), PhotoRefused.Code.ARCHIVE_SPLIT, Map.of());
        }

        @Test
        void isRefusedIfEveryFileNeedsAPassword() {
            var archive = ArchiveFixtures.encrypted(ArchiveFixtures.encrypted(ofTwoPeople(), 0), 1);
            assertRefused(archive, PhotoRefused.Code.ARCHIVE_ENCRYPTED, Map.of());
        }

        @Test
        void mayHoldAsManyFilesAsTheLimitSaysAndNotOneMore() {
            var archive = anArchive();
            for (int i = 0; i < 50; i++) {
                archive.with(i + ".jpg").with("__MACOSX/._" + i + ".jpg");
            }
            assertThat(received(archive.bytes()).photos).hasSize(50);
            assertRefused(archive.with("50.jpg").bytes(), PhotoRefused.Code.TOO_MANY_FILES, Map.of("limit", 50));
        }

        @Test
        void isRefusedBeforeAnyFileIsHandedOutIfAllTogetherAreTooLarge() {
            var archive = anArchive();
            for (int i = 0; i < 11; i++) {
                archive.with(i + ".jpg", new byte[19_000]);
            }
            assertThatThrownBy(() -> open(archive.bytes()))
                    .isInstanceOfSatisfying(
                            PhotoRefused.class,
                            refused -> assertThat(refused.code()).isEqualTo("photo.too-large"));
        }

        @Test
        void isRefusedIfItsTableOfContentsWouldFillTheMemory() {
            var archive = anArchive();
            for (int i = 0; i < 220; i++) {
                archive.with("x".repeat(65_000) + i);
            }
            assertRefused(archive.bytes(), PhotoRefused.Code.TOO_MANY_FILES, Map.of("limit", 50));
        }

        @Test
        void isNotBlamedIfTheStorageFails() throws IOException {
            var storage = new BreakableStorage(ofTwoPeople());
            try (var archive = PhotoArchive.open(storage, LIMITS)) {
                storage.onFire = true;
                assertThatThrownBy(() -> archive.forEach(new Received()))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasStackTraceContaining("on fire");
            }
            assertThatThrownBy(() -> PhotoArchive.open(storage, LIMITS))
                    .hasStackTraceContaining("on fire")
                    .isNotInstanceOf(PhotoRefused.class);
        }

        @Test
        void isClosedIfItIsRefused() {
            var channel = new SeekableInMemoryByteChannel(new byte[100]);
            assertThatThrownBy(() -> PhotoArchive.open(channel, LIMITS)).isInstanceOf(PhotoRefused.class);
            assertThat(channel.isOpen()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 20240518, 7})
        void isReadOrRefusedButNeverAnError(long seed) {
            var random = new Random(seed);
            for (int i = 0; i < 500; i++) {
                var archive = anArchive()
                        .with("1.jpg")
                        .with("张三/2.jpg", new byte[500])
                        .asZip64()
                        .bytes();
                for (int hits = random.nextInt(4); hits >= 0; hits--) {
                    archive[random.nextInt(archive.length)] = (byte) random.nextInt(256);
                }
                try {
                    received(archive);
                } catch (PhotoRefused refused) {
                    assertThat(refused.code()).as("seed %s, round %s", seed, i).startsWith("photo.");
                } catch (RuntimeException e) {
                    throw new AssertionError("seed %s, round %s".formatted(seed, i), e);
                }
            }
        }
    }

    @Test
    void noRefusalAndNoProblemTellsAnIdNumber() {
        var archive = ofTwoPeople();
        var told = new StringWriter();
        for (int length = 0; length < archive.length; length += 211) {
            var rest = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> received(rest))
                    .satisfies(refused -> refused.printStackTrace(new PrintWriter(told)));
        }
        told.append(received(ArchiveFixtures.encrypted(archive, 0)).problems.toString());
        told.append(received(archive).names.toString());
        assertThat(told.toString()).contains("9999").doesNotContain("2005");
    }
}
