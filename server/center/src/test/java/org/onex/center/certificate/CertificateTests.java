package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateFixtures.HONGKE;
import static org.onex.center.certificate.CertificateFixtures.IN_TIME;
import static org.onex.center.certificate.CertificateFixtures.drawn;
import static org.onex.center.certificate.CertificateFixtures.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.catalog.Level;

class CertificateTests {

    private final Certificate made = made("f".repeat(64));

    private static Certificate made(@Nullable String file) {
        var drawn = drawn("张示范");
        return new Certificate(
                drawn.key(),
                drawn.registration(),
                drawn.issue(),
                drawn.exam(),
                drawn.holder(),
                drawn.photo(),
                "",
                drawn.printedHash(),
                new Certificate.Made("990000004202420000001", LocalDate.of(2024, 6, 21), file),
                null,
                1);
    }

    @Test
    void isHandedOutOnceItsFileIsMade() {
        assertThat(made.fileToHandOut()).isEqualTo("f".repeat(64));
        assertRefused("not-issued", () -> made(null).fileToHandOut());
        assertRefused("not-issued", () -> drawn("李示范").fileToHandOut());
    }

    @Nested
    class OnceRevoked {

        private final Certificate revoked = made.revoke(1, " 冒名顶替 ", officer(), Instant.parse("2024-07-01T16:00:00Z"));

        @Test
        void saysWhyAndSinceWhichDayInBeijing() {
            assertThat(revoked.state()).isEqualTo(Certificate.State.REVOKED);
            assertThat(revoked.revoked()).isNotNull();
            assertThat(revoked.revoked().reason()).isEqualTo("冒名顶替");
            assertThat(revoked.revoked().on()).isEqualTo(LocalDate.of(2024, 7, 2));
            assertThat(revoked.version()).isEqualTo(2);
        }

        @Test
        void isHandedOutToNobody() {
            assertRefused("revoked", revoked::fileToHandOut);
        }

        @Test
        void isNotRevokedAgain() {
            assertRefused("revoked", () -> revoked.revoke(2, "x", officer(), IN_TIME));
        }
    }

    @Test
    void isNotRevokedByWhoLookedAtAnOlderVersion() {
        assertRefused("changed", () -> made.revoke(0, "x", officer(), IN_TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "　"})
    void isNotRevokedWithoutAReason(String reason) {
        assertRefused("reason-missing", () -> made.revoke(1, reason, officer(), IN_TIME));
    }

    @Test
    void isRevokedWithFiveHundredCharactersAndNotWithOneMore() {
        var longest = "𠮷".repeat(500);
        assertThat(made.revoke(1, longest, officer(), IN_TIME).state()).isEqualTo(Certificate.State.REVOKED);
        assertRefused("reason-missing", () -> made.revoke(1, longest + "x", officer(), IN_TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "ELEMENTARY, 1, 990000004202410000001",
        "INTERMEDIATE, 42, 990000004202420000042",
        "ADVANCED, 9999999, 990000004202439999999"
    })
    void hasANumberOfBodyYearLevelAndPlace(Level level, int place, String number) {
        assertThat(new CertificateNumber.Series(HONGKE, 2024, level)
                        .number(place)
                        .text())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_000})
    void hasNoNumberOfMoreThanSevenDigitsOrNone(int place) {
        var series = new CertificateNumber.Series(HONGKE, 2024, Level.ADVANCED);
        assertThatIllegalArgumentException().isThrownBy(() -> series.number(place));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isCoveredByTheDigestOfItsIssueWhateverTheOrder(long seed) {
        var chance = new Random(seed);
        var people = new ArrayList<Certificate>();
        for (int i = 0; i < 2 + chance.nextInt(20); i++) {
            people.add(drawn("张示范" + i));
        }
        var digest = IssueDigest.of(people);
        Collections.shuffle(people, chance);
        assertThat(IssueDigest.of(people)).as("seed %d", seed).isEqualTo(digest);
        var one = people.getFirst();
        people.set(0, withPhoto(one, "c".repeat(64)));
        assertThat(IssueDigest.of(people)).as("another photo, seed %d", seed).isNotEqualTo(digest);
        people.set(0, withPhoto(one, null));
        assertThat(IssueDigest.of(people)).as("no photo, seed %d", seed).isNotEqualTo(digest);
        people.removeFirst();
        assertThat(IssueDigest.of(people)).as("one less, seed %d", seed).isNotEqualTo(digest);
    }

    private static Certificate withPhoto(Certificate some, @Nullable String photo) {
        return new Certificate(
                some.key(),
                some.registration(),
                some.issue(),
                some.exam(),
                some.holder(),
                photo,
                some.unprintable(),
                some.printedHash(),
                some.made(),
                some.revoked(),
                some.version());
    }

    @Test
    void hasAKeyOf128BitsThatIsNotShownAndNotTheNext() {
        var key = VerificationKey.random();
        assertThat(key.value()).hasSize(22);
        assertThat(key.toString()).doesNotContain(key.value());
        assertThat(key).isNotEqualTo(VerificationKey.random());
        assertThat(new VerificationKey(key.value()).hash())
                .isEqualTo(key.hash())
                .hasSize(64);
    }
}
