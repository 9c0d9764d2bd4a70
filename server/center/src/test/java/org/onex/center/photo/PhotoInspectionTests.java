package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.photo.PhotoFixtures.BLUE;
import static org.onex.center.photo.PhotoFixtures.HEIGHT;
import static org.onex.center.photo.PhotoFixtures.RED;
import static org.onex.center.photo.PhotoFixtures.WIDTH;
import static org.onex.center.photo.PhotoFixtures.anAcceptablePhoto;
import static org.onex.center.photo.PhotoFixtures.jpeg;
import static org.onex.center.photo.PhotoFixtures.png;
import static org.onex.center.photo.PhotoFixtures.portrait;
import static org.onex.center.photo.PhotoFixtures.truncated;
import static org.onex.center.photo.PhotoFixtures.turned;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoInspectionTests {

    private final PhotoInspection inspection = new PhotoInspection(PhotoRule.STANDARD);

    private List<PhotoProblem.Code> problemsOf(byte[] content) {
        return inspection.inspect(content).problems().stream()
                .map(PhotoProblem::code)
                .toList();
    }

    @Test
    void aRedPortraitOfTheRightSizeIsAcceptedWithItsFacts() {
        var photo = anAcceptablePhoto();
        var report = inspection.inspect(photo);
        assertThat(report.problems()).isEmpty();
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.facts().format()).isEqualTo(FileKind.JPEG);
        assertThat(report.facts().width()).isEqualTo(WIDTH);
        assertThat(report.facts().height()).isEqualTo(HEIGHT);
        assertThat(report.facts().bytes()).isEqualTo(photo.length);
        assertThat(report.facts().background().colour()).isEqualTo(Background.Colour.RED);
    }

    @Test
    void aPngIsAcceptedWhateverItsNameSaid() {
        assertThat(inspection.inspect(png(portrait(RED))).facts().format()).isEqualTo(FileKind.PNG);
    }

    @Test
    void aProgressiveJpegIsAccepted() {
        assertThat(problemsOf(jpeg(portrait(RED), 0.7f, true))).isEmpty();
    }

    @Test
    void aPngWithAPaletteIsAccepted() {
        assertThat(problemsOf(png(portrait(WIDTH, HEIGHT, RED, BufferedImage.TYPE_BYTE_INDEXED))))
                .isEmpty();
    }

    @Test
    void aGreyJpegCanBeOpenedButIsNotRed() {
        var report = inspection.inspect(jpeg(portrait(WIDTH, HEIGHT, RED, BufferedImage.TYPE_BYTE_GRAY)));
        assertThat(report.problems()).extracting(PhotoProblem::code).containsExactly(PhotoProblem.Code.BACKGROUND);
        assertThat(report.facts().background().colour()).isEqualTo(Background.Colour.GREY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF 474946383961",
                "BMP 424D46000000",
                "WebP 524946462400000057454250",
                "HEIC 000000186674797068656963",
                "HEIC 00000018667479706D696631",
                "AVIF 000000186674797061766966",
                "TIFF 49492A0008000000",
                "TIFF 4D4D002A00000008",
                "PDF 255044462D312E37",
                "ZIP 504B030414000000"
            })
    void anotherFormatIsNamed(String kindAndHead) {
        var parts = kindAndHead.split(" ");
        var content = Arrays.copyOf(HexFormat.of().parseHex(parts[1]), 2000);
        assertThat(inspection.inspect(content).problems())
                .containsExactly(new PhotoProblem(
                        PhotoProblem.Code.FORMAT, Map.of("kind", parts[0], "allowed", List.of("JPEG", "PNG"))));
    }

    @Test
    void whatIsNoPictureAtAllIsRefusedWithoutAGuess() {
        assertThat(inspection.inspect("not a picture".getBytes()).problems())
                .containsExactly(new PhotoProblem(PhotoProblem.Code.FORMAT, Map.of("allowed", List.of("JPEG", "PNG"))));
        assertThat(problemsOf(new byte[0])).containsExactly(PhotoProblem.Code.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "293,411,true",
        "297,415,true",
        "292,413,false",
        "298,413,false",
        "295,410,false",
        "295,416,false",
        "413,295,false"
    })
    void pixelsDecideWithinATolerance(int width, int height, boolean accepted) {
        assertThat(problemsOf(jpeg(portrait(width, height, RED))).contains(PhotoProblem.Code.WRONG_SIZE))
                .isNotEqualTo(accepted);
    }

    @Test
    void aWrongSizeIsNamedWithTheRightOne() {
        assertThat(inspection.inspect(jpeg(portrait(600, 840, RED))).problems())
                .containsExactly(new PhotoProblem(
                        PhotoProblem.Code.WRONG_SIZE,
                        Map.of(
                                "width",
                                600,
                                "height",
                                840,
                                "expectedWidth",
                                295,
                                "expectedHeight",
                                413,
                                "tolerance",
                                2)));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var rule = new PhotoRule(295, 413, 2, 1000, Set.of(FileKind.JPEG), Background.Colour.RED);
        assertThat(new PhotoInspection(rule)
                        .inspect(png(portrait(500, 500, BLUE)))
                        .problems())
                .extracting(PhotoProblem::code)
                .containsExactlyInAnyOrder(
                        PhotoProblem.Code.FILE_TOO_LARGE,
                        PhotoProblem.Code.FORMAT,
                        PhotoProblem.Code.WRONG_SIZE,
                        PhotoProblem.Code.BACKGROUND);
    }

    @Test
    void aStricterRuleFindsTheSameInTheFactsAsInThePhoto() {
        var stricter = new PhotoRule(295, 413, 0, 5_000_000, Set.of(FileKind.JPEG), Background.Colour.BLUE);
        var photo = png(portrait(296, 413, RED));
        var facts = inspection.inspect(photo).facts();
        assertThat(stricter.problemsOf(facts))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(
                        new PhotoInspection(stricter).inspect(photo).problems());
    }

    @Nested
    class ThatLiesOnItsSide {

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
        void isRotatedAndNothingElseIfItIsRightWhenTurned(int orientation) {
            boolean swapped = orientation >= 5;
            var stored = swapped ? lying(orientation) : portrait(RED);
            var problems = problemsOf(turned(jpeg(stored), orientation));
            assertThat(problems).contains(PhotoProblem.Code.ROTATED).doesNotContain(PhotoProblem.Code.WRONG_SIZE);
        }

        @Test
        void isSeenUprightSoThatTheBackgroundIsLookedForWhereItIs() {
            for (int orientation = 5; orientation <= 8; orientation++) {
                assertThat(problemsOf(turned(jpeg(lying(orientation)), orientation)))
                        .as("orientation %s", orientation)
                        .containsExactly(PhotoProblem.Code.ROTATED);
            }
        }

        @Test
        void isRotatedAsAPngToo() {
            assertThat(problemsOf(PhotoFixtures.turnedPng(png(portrait(RED)), 3)))
                    .contains(PhotoProblem.Code.ROTATED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 9, -1})
        void doesNotIfTheTagSaysSoOrNonsense(int orientation) {
            assertThat(problemsOf(turned(anAcceptablePhoto(), orientation))).isEmpty();
        }

        /** How a camera stores it that was held so: turning it back gives the portrait. */
        private BufferedImage lying(int orientation) {
            int inverse = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
            var turned = new Orientation(inverse).upright(portrait(RED));
            var opaque = new BufferedImage(turned.getWidth(), turned.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.createGraphics().drawImage(turned, 0, 0, null);
            return opaque;
        }
    }

    @Nested
    class ForThePress {

        @Test
        void isRefusedByItsColourSpaceWithoutBeingDecoded() {
            var report = inspection.inspect(PhotoFixtures.cmykJpeg());
            assertThat(report.problems())
                    .containsExactly(PhotoProblem.of(PhotoProblem.Code.COLOUR_SPACE, "colourSpace", "CMYK"));
            assertThat(report.picture()).isNull();
        }

        @Test
        void isToldApartByAdobesTransform() {
            assertThat(inspection.inspect(PhotoFixtures.ycckJpeg()).problems())
                    .containsExactly(PhotoProblem.of(PhotoProblem.Code.COLOUR_SPACE, "colourSpace", "YCCK"));
        }
    }

    @Nested
    class ThatIsDamaged {

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void isNeverAcceptedWhereverAJpegBreaksOff(boolean progressive) {
            var whole = jpeg(portrait(RED), 0.85f, progressive);
            for (int length = 3; length < whole.length - 1; length += 97) {
                assertThat(problemsOf(Arrays.copyOf(whole, length)))
                        .as("first %s of %s bytes", length, whole.length)
                        .contains(PhotoProblem.Code.DAMAGED);
            }
            assertThat(problemsOf(Arrays.copyOf(whole, whole.length - 2))).contains(PhotoProblem.Code.DAMAGED);
        }

        @Test
        void isNeverAcceptedWhereverAPngBreaksOff() {
            var whole = png(portrait(RED));
            for (int length = 8; length < whole.length; length += 31) {
                assertThat(problemsOf(Arrays.copyOf(whole, length)))
                        .as("first %s of %s bytes", length, whole.length)
                        .containsExactly(PhotoProblem.Code.DAMAGED);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 20240518, 7})
        void isNeverAcceptedIfOneBitOfAPngIsWrong(long seed) {
            var random = new Random(seed);
            var whole = png(portrait(RED));
            for (int i = 0; i < 100; i++) {
                var content = whole.clone();
                int place = 8 + random.nextInt(content.length - 8);
                content[place] ^= (byte) (1 << random.nextInt(8));
                assertThat(inspection.inspect(content).isAccepted())
                        .as("seed %s, byte %s", seed, place)
                        .isFalse();
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 20240518, 7})
        void isRefusedOrAcceptedButNeverAnError(long seed) {
            var random = new Random(seed);
            var whole = List.of(anAcceptablePhoto(), jpeg(portrait(RED), 0.5f, true));
            for (int i = 0; i < 100; i++) {
                var content = whole.get(i % 2).clone();
                for (int hits = random.nextInt(20); hits >= 0; hits--) {
                    content[3 + random.nextInt(i % 3 == 0 ? 600 : content.length - 3)] = (byte) random.nextInt(256);
                }
                var report = inspection.inspect(content);
                assertThat(report.isAccepted() && report.facts() == null)
                        .as("seed %s, round %s", seed, i)
                        .isFalse();
            }
        }

        @Test
        void showsInItsThumbnailWhatThereWas() {
            assertThat(inspection.inspect(truncated(anAcceptablePhoto(), 0.6)).thumbnail())
                    .isPresent();
        }
    }

    @Test
    void bytesThatCamerasLeaveBeforeAndAfterTheEndLoseNothing() {
        var photo = anAcceptablePhoto();
        var before = Arrays.copyOf(photo, photo.length + 3);
        before[photo.length + 1] = (byte) 0xFF;
        before[photo.length + 2] = (byte) 0xD9;
        before[photo.length - 2] = 0;
        before[photo.length - 1] = 0;
        assertThat(problemsOf(before)).isEmpty();
        assertThat(problemsOf(Arrays.copyOf(photo, photo.length + 5000))).isEmpty();
    }

    @Nested
    class ThatIsATrap {

        @Test
        void isRefusedByItsSizeWithoutBeingDecoded() {
            var report = inspection.inspect(PhotoFixtures.emptyPngOf(30_000, 30_000));
            assertThat(report.problems()).extracting(PhotoProblem::code).containsExactly(PhotoProblem.Code.WRONG_SIZE);
            assertThat(report.picture()).isNull();
        }

        /** Nothing, stray bytes, a lone restart marker, a segment whose length cannot be. */
        @ParameterizedTest
        @ValueSource(strings = {"", "000102", "FFD3", "FFE20000", "FFFFFF00FF"})
        void isRefusedForItsManyScansWithoutBeingDecoded(String between) {
            var photo = jpeg(portrait(RED), 0.7f, true);
            var hidden = HexFormat.of().parseHex(between);
            var report = inspection.inspect(PhotoFixtures.inScans(photo, 33, hidden));
            assertThat(report.problems()).containsExactly(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
            assertThat(report.picture()).isNull();
            assertThat(inspection.inspect(PhotoFixtures.inScans(photo, 32)).picture())
                    .isNotNull();
        }

        @Test
        void isNotDecodedAtASizeAtWhichManyScansAreDear() {
            var large = portrait(2400, 3600, RED);
            var report = inspection.inspect(jpeg(large, 0.7f, true));
            assertThat(report.problems()).extracting(PhotoProblem::code).containsExactly(PhotoProblem.Code.WRONG_SIZE);
            assertThat(report.picture()).isNull();
        }

        @Test
        void isNotDecodedInFullIfItIsMerelyMuchTooLarge() {
            var picture = inspection.inspect(jpeg(portrait(2400, 3600, RED))).picture();
            assertThat(picture.getHeight()).isBetween(1000, 1999);
        }
    }

    @Test
    void aTransparentBackgroundIsNotRedWhateverLiesUnderneath() {
        var report = inspection.inspect(
                png(portrait(WIDTH, HEIGHT, new Color(220, 20, 30, 60), BufferedImage.TYPE_INT_ARGB)));
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(PhotoProblem.Code.BACKGROUND);
            assertThat(problem.facts()).containsEntry("measured", "TRANSPARENT").containsEntry("expected", "RED");
        });
    }

    @Test
    void anOpaquePngWithAnAlphaChannelIsAccepted() {
        assertThat(problemsOf(png(portrait(WIDTH, HEIGHT, RED, BufferedImage.TYPE_INT_ARGB))))
                .isEmpty();
    }
}
