package org.onex.center.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.europa.esig.dss.model.DSSException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onex.center.PdfSig;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Style;
import org.onex.center.typesetting.TypeCase;

/** Files signed by two, as ordinary readers see them. */
class PadesSignatureTests {

    private static final Instant NOW = Instant.parse("2024-06-03T01:02:03Z");
    private static final Organization BODY = new Organization(OrganizationKind.AWARDING_BODY, "HK", "示例评价组织");
    private static final Organization COLLEGE = new Organization(OrganizationKind.COLLEGE, "90001", "滨江示例学院𠮷");

    private static final Map<String, Signatory> SIGNATORIES = new HashMap<>();

    private static Authority authority;
    private static byte[] sheet;

    @BeforeAll
    static void open() throws IOException {
        authority = Authority.found(aPair(), NOW);
        try (var paper = new Paper(TypeCase.open(), "一张纸", NOW)) {
            paper.turn();
            paper.write("一张纸", Style.of(20), new Box(20, 20, 100, 20));
            paper.leavePlaceForSignature("First");
            paper.leavePlaceForSignature("Second");
            sheet = paper.finish();
        }
    }

    private static KeyPair aPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Everybody has the key with which they signed before; making one takes its time. */
    private static Signatory signatory(String name) {
        return SIGNATORIES.computeIfAbsent(name, PadesSignatureTests::newSignatory);
    }

    private static Signatory newSignatory(String name) {
        var pair = aPair();
        return new Signatory(
                name,
                pair.getPrivate(),
                List.of(authority.vouch(name, pair.getPublic(), NOW), authority.certificate()));
    }

    private static byte[] signed(byte[] file, Organization by, String place) {
        return PadesSignature.put(file, signatory(by.name()), new Signing(by, place, "签发", NOW));
    }

    private static byte[] signedByBoth() {
        return signed(signed(sheet, BODY, "First"), COLLEGE, "Second");
    }

    @Test
    void bothAreValidAndSayWhoSignedWhen() {
        var said = PdfSig.of(signedByBoth());
        assertThat(said.signatures()).isEqualTo(2);
        assertThat(said.valid()).as(said.output()).isEqualTo(2);
        assertThat(said.isWhole()).isTrue();
        assertThat(said.output())
                .contains(
                        "Signature Field Name: First",
                        "Certificate Common Name: 示例评价组织",
                        "Signature Field Name: Second",
                        "Certificate Common Name: 滨江示例学院𠮷",
                        "ETSI.CAdES.detached",
                        "Jun 03 2024 01:02:03");
    }

    @Test
    void whoeverSignsFirstBothAreValid() {
        var said = PdfSig.of(signed(signed(sheet, COLLEGE, "Second"), BODY, "First"));
        assertThat(said.valid()).as(said.output()).isEqualTo(2);
        assertThat(said.isWhole()).isTrue();
    }

    @Test
    void oneSignatureAloneIsNotTwo() {
        var said = PdfSig.of(signed(sheet, BODY, "First"));
        assertThat(said.valid()).isEqualTo(1);
    }

    @Test
    void whatWasThereBeforeStaysByteByByte() {
        var once = signed(sheet, BODY, "First");
        assertThat(once).startsWith(sheet);
        assertThat(signed(once, COLLEGE, "Second")).startsWith(once);
    }

    @Test
    void theSameSigningGivesTheSameBytes() {
        var by = signatory(BODY.name());
        var signing = new Signing(BODY, "First", "签发", NOW);
        assertThat(PadesSignature.put(sheet, by, signing)).isEqualTo(PadesSignature.put(sheet, by, signing));
    }

    @Test
    void aChangedByteIsNoticedWhereverItIs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var signed = signedByBoth();
        int hole = holeOfTheLastSignature(signed);
        for (int i = 0; i < 25; i++) {
            // Behind the hole there are nearly as many bytes as a page of text; both sides are tried.
            int at = i % 2 == 0 ? random.nextInt(hole) : signed.length - 1 - random.nextInt(400);
            var changed = signed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(7));
            assertThat(PdfSig.of(changed).valid())
                    .as("seed %d, byte %d", seed, at)
                    .isLessThan(2);
        }
    }

    /** Where the bytes begin that no signature covers, because the last one lies there itself. */
    private static int holeOfTheLastSignature(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var range = text.substring(text.lastIndexOf("/ByteRange"));
        return Integer.parseInt(range.substring(range.indexOf('[') + 1, range.indexOf(']'))
                .strip()
                .split(" +")[1]);
    }

    @Test
    void whatSomebodyAddsLaterIsNoticed() throws IOException {
        var signed = signedByBoth();
        var more = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(signed)) {
            document.getDocumentInformation().setTitle("另一张纸");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(more);
        }
        assertThat(more.toByteArray()).startsWith(signed).isNotEqualTo(signed);
        assertThat(PdfSig.of(more.toByteArray()).isWhole()).isFalse();
    }

    @Test
    void readersAreToldThatOnlySignaturesMayFollowTheFirst() throws IOException {
        try (var document = Loader.loadPDF(signedByBoth())) {
            var permissions = document.getDocumentCatalog()
                    .getCOSObject()
                    .getCOSDictionary(org.apache.pdfbox.cos.COSName.getPDFName("Perms"));
            assertThat(permissions).isNotNull();
            assertThat(document.getSignatureDictionaries())
                    .filteredOn(signature -> signature.getCOSObject().containsKey("Reference"))
                    .singleElement()
                    .satisfies(signature -> assertThat(signature.getCOSObject())
                            .isEqualTo(
                                    permissions.getCOSDictionary(org.apache.pdfbox.cos.COSName.getPDFName("DocMDP"))));
        }
    }

    @Test
    void whatOnlyLooksLikeASignatureIsNone() throws IOException {
        var lookalike = new ByteArrayOutputStream();
        lookalike.writeBytes(sheet);
        lookalike.writeBytes("%/ByteRange\n".getBytes(StandardCharsets.ISO_8859_1));
        try (var document = Loader.loadPDF(signed(lookalike.toByteArray(), BODY, "First"))) {
            assertThat(document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSDictionary(org.apache.pdfbox.cos.COSName.getPDFName("Perms")))
                    .isNotNull();
        }
    }

    @Test
    void aPartyWithTheLongestNameCanSign() {
        var name = "𠮷".repeat(200);
        var said = PdfSig.of(signed(sheet, new Organization(OrganizationKind.COLLEGE, "90001", name), "First"));
        assertThat(said.valid()).as(said.output()).isEqualTo(1);
    }

    @Test
    void nobodySignsInAPlaceThatIsTaken() {
        var once = signed(sheet, BODY, "First");
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> signed(once, COLLEGE, "First"));
    }

    @Test
    void nothingButAPdfIsSigned() {
        var nothing = Arrays.copyOf(sheet, 100);
        assertThatExceptionOfType(DSSException.class).isThrownBy(() -> signed(nothing, BODY, "First"));
    }
}
