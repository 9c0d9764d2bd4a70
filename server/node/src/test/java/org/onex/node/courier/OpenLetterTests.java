package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.SigningKey;
import tools.jackson.databind.json.JsonMapper;

class OpenLetterTests {

    private static final Instant ENTRY = Instant.parse("2024-05-18T05:30:00Z");
    private static final UUID BUNDLE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SITE = UUID.fromString("01900000-0000-7000-8000-000000000002");

    private final JsonMapper json = JsonMapper.builder().build();
    private final OpenLetter letters = new OpenLetter(json);
    private final SigningKey center = SigningKey.random();
    private final OwnKeys own = OwnKeys.random();
    private final Enrolment we = new Enrolment(
            "4F7QK",
            UUID.randomUUID(),
            "服务器",
            new Enrolment.Site(SITE, "考点"),
            "http://127.0.0.1:1",
            center.verifyingKey(),
            own,
            ENTRY);

    private static Delivery announced(int version) {
        return new Delivery(
                BUNDLE, version, "", 0, ENTRY, ENTRY.plusSeconds(9_000), Delivery.State.WAITING, null, null, false);
    }

    private static SiteBundle bundle(UUID site) {
        var place = new SiteBundle.Place(site, "考点", "003-1", 1);
        return new SiteBundle(2, BUNDLE, 3, "统考", place, "", "", List.of(), List.of(), List.of());
    }

    private byte[] letter(byte[] text, SigningKey signer, String head) {
        var rest = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(rest)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(rest.toByteArray());
        var letter = new ByteArrayOutputStream();
        letter.writeBytes(signer.sign(message.toByteArray()));
        letter.writeBytes(rest.toByteArray());
        return letter.toByteArray();
    }

    private byte[] sealed(byte[] text) {
        return own.opening().sealingKey().seal(letter(text, center, "onex-bundle-v2\n"), "onex-bundle-v2");
    }

    private void assertRefused(String code, byte[] letter) {
        assertRefused(code, letter, 3);
    }

    private void assertRefused(String code, byte[] letter, int version) {
        assertThatExceptionOfType(CourierRefused.class)
                .isThrownBy(() -> letters.open(letter, announced(version), we))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aLetterOfOurCentreForOurSiteIsWhatItSealed() {
        var written = bundle(SITE);
        assertThat(letters.open(sealed(json.writeValueAsBytes(written)), announced(3), we))
                .isEqualTo(written);
    }

    @Test
    void noBitOfALetterCanBeChanged() {
        var letter = sealed(json.writeValueAsBytes(bundle(SITE)));
        var seed = System.nanoTime();
        var chance = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var changed = letter.clone();
            changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
            assertRefusedWithSeed(seed, changed);
        }
    }

    private void assertRefusedWithSeed(long seed, byte[] letter) {
        assertThatExceptionOfType(CourierRefused.class)
                .as("seed " + seed)
                .isThrownBy(() -> letters.open(letter, announced(3), we))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("courier.bundle-forged"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 48, 100})
    void whatIsTooShortToBeALetterIsForged(int length) {
        assertRefused("courier.bundle-forged", new byte[length]);
    }

    @Test
    void whatSomebodyElseSealedSignedOrMeantOtherwiseIsForged() {
        var text = json.writeValueAsBytes(bundle(SITE));
        var right = letter(text, center, "onex-bundle-v2\n");
        var others = OwnKeys.random().opening().sealingKey();
        var ours = own.opening().sealingKey();
        assertRefused("courier.bundle-forged", others.seal(right, "onex-bundle-v2"));
        assertRefused("courier.bundle-forged", ours.seal(right, "onex-bundle-v1"));
        assertRefused("courier.bundle-forged", signedBy(SigningKey.random(), "onex-bundle-v2\n", ours));
        assertRefused("courier.bundle-forged", signedBy(center, "onex-bundle-v1\n", ours));
        assertRefused("courier.bundle-forged", ours.seal(new byte[20], "onex-bundle-v2"));
    }

    private byte[] signedBy(SigningKey signer, String head, SealingKey ours) {
        return ours.seal(letter(json.writeValueAsBytes(bundle(SITE)), signer, head), "onex-bundle-v2");
    }

    @Test
    void theBundleOfAnotherSiteIsNotOurs() {
        assertRefused("courier.bundle-elsewhere", sealed(json.writeValueAsBytes(bundle(UUID.randomUUID()))));
    }

    @Test
    void anotherVersionThanWasAnnouncedIsBroken() {
        assertRefused("courier.bundle-broken", sealed(json.writeValueAsBytes(bundle(SITE))), 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\":3}", "{\"format\":1,\"session\":\"x\"}", "{}", "[]"})
    void anotherFormatIsNamedBeforeItIsRead(String text) {
        assertRefused("courier.bundle-format", sealed(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "photoKey", "sha256", "ticket", "attempt", "opensAt"})
    void whatLacksSomethingIsBroken(String name) {
        var whole = json.writeValueAsString(new SiteBundle(
                2,
                BUNDLE,
                3,
                "统考",
                new SiteBundle.Place(SITE, "考点", "003-1", 1),
                "",
                "",
                List.of(session()),
                List.of(new SiteBundle.Seating(
                        "1", "甲", "", "", "一", 1, 0, null, List.of(new SiteBundle.Run(BUNDLE, SITE, "A")))),
                List.of()));
        assertThat(letters.open(sealed(whole.getBytes(StandardCharsets.UTF_8)), announced(3), we)
                        .title())
                .isEqualTo("统考");
        var lacking = whole.replaceFirst("\"" + name + "\":\"[^\"]*\",?", "").replace(",}", "}");
        assertThat(lacking).isNotEqualTo(whole);
        assertRefused("courier.bundle-broken", sealed(lacking.getBytes(StandardCharsets.UTF_8)));
    }

    private static SiteBundle.Session session() {
        var opens = ENTRY.plusSeconds(1_800);
        var hours = new SiteBundle.Hours(ENTRY, opens, opens.plusSeconds(60), opens.plusSeconds(3_600), 60, 0);
        return new SiteBundle.Session(
                SITE, null, "网店运营推广", "初级", "理论", hours, ENTRY, List.of(new SiteBundle.PaperFile("A", "00", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"format\":2,\"id\":7}", "{\"format\":2,\"sessions\":[]}"})
    void whatCannotBeReadIsBroken(String text) {
        assertRefused("courier.bundle-broken", sealed(text.getBytes(StandardCharsets.UTF_8)));
    }
}
