package org.onex.rehearsal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.printing.Poppler;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Graduates;
import org.onex.rehearsal.scene.Scene;

/** Certificates that are kept well, and certificates with one fault that must be found. */
class CertificateStageTests {

    private final FakeCenter center = new FakeCenter();
    private final Scene scene = center.scene("003", 1);
    private final FakeCertificates certificates = new FakeCertificates(center);
    private final Map<String, Long> counts = new HashMap<>();

    @AfterEach
    void close() {
        center.close();
    }

    /** The files themselves are no PDF here: what they say is somebody else's to read. */
    private List<Claim> broken() {
        Graduates.sitAt(center, scene);
        center.answersTo(
                "hongke",
                "GET",
                "/api/result/plans/" + Graduates.PLAN + "/incidents",
                FakeCenter.Reply.list(Stream.empty()));
        new CertificateStage.Play(
                        scene,
                        new CertificateDesk(scene),
                        (certificate, file) -> "key-" + Json.text(certificate, "number"))
                .play(counts);
        return Stream.of(Claim.values())
                .filter(claim -> center.found(claim).broken() > 0)
                .toList();
    }

    @Test
    void certificatesThatAreKeptWellHold() {
        assertThat(broken()).isEmpty();
        assertThat(counts)
                .containsAllEntriesOf(Map.of(
                        "passed",
                        4L,
                        "issues",
                        2L,
                        "certificates",
                        4L,
                        "paid late",
                        1L,
                        "files read",
                        4L,
                        "revoked",
                        1L));
        for (var claim : List.of(
                Claim.CERTIFICATES_FOR_WHO_PASSED,
                Claim.SIGNED_BY_BOTH,
                Claim.CERTIFICATE_NUMBERS,
                Claim.HANDED_OUT_WHEN_CLEARED,
                Claim.VERIFIED_AS_THEY_ARE,
                Claim.CERTIFICATES_ARE_NOBODYS_BUSINESS,
                Claim.BAD_ISSUES_SAY_WHY)) {
            assertThat(center.found(claim).checked()).as(claim.toString()).isPositive();
        }
    }

    @Test
    void whatWasReadStandsInTheBooksTheRevokedOneLast() {
        broken();
        assertThat(scene.books().certificates())
                .hasSize(4)
                .last()
                .isEqualTo(new ExamBooks.Certificate("990000004202410000004", Graduates.name("t6")));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAWS_TOO_EARLY, SIGNED_BY_BOTH",
        "ISSUES_TO_WHO_FAILED, CERTIFICATES_FOR_WHO_PASSED",
        "FORGETS_WHO_PASSED, CERTIFICATES_FOR_WHO_PASSED",
        "ISSUES_AFTER_ONE_SIGNATURE, SIGNED_BY_BOTH",
        "NAMES_ONE_SIGNER, CERTIFICATES_FOR_WHO_PASSED",
        "LEAVES_A_GAP, CERTIFICATE_NUMBERS",
        "HANDS_OUT_UNCLEARED, HANDED_OUT_WHEN_CLEARED",
        "WITHHOLDS_AFTER_PAYMENT, HANDED_OUT_WHEN_CLEARED",
        "HANDS_OUT_ANOTHER_FILE, HANDED_OUT_WHEN_CLEARED",
        "SHOWS_ISSUES_TO_OTHERS, CERTIFICATES_ARE_NOBODYS_BUSINESS",
        "GENUINE_AFTER_REVOCATION, VERIFIED_AS_THEY_ARE",
        "GENUINE_UNDER_ANY_NAME, VERIFIED_AS_THEY_ARE",
        "HANDS_OUT_REVOKED, BAD_ISSUES_SAY_WHY"
    })
    void aFaultIsFound(FakeCertificates.Fault fault, Claim claim) {
        certificates.with(fault);
        assertThat(broken()).contains(claim);
    }

    private static final String BODY = "北京鸿科经纬科技有限公司";
    private static final String COLLEGE = "示范一职业技术学院";

    private static Poppler.Signed signed(String by, boolean valid, boolean trusted, boolean covers) {
        return new Poppler.Signed("Signature", by, valid, trusted, covers);
    }

    private long brokenSignatures(Poppler.Signed... signatures) {
        var certificate = Json.object().put("number", "1");
        certificate.putObject("college").put("name", COLLEGE);
        try (var check = new FileCheck(scene, new CertificateDesk(scene))) {
            check.signatures(certificate, List.of(signatures), true);
        }
        return center.found(Claim.SIGNATURES_HOLD).broken();
    }

    @Test
    void bodyAndCollegeHaveSignedAndTheLastCoversEverything() {
        assertThat(brokenSignatures(signed(BODY, true, true, false), signed(COLLEGE, true, true, true)))
                .isZero();
    }

    @Test
    void aSignatureThatIsMissingForgedUnknownOrNotTheLastWordIsFound() {
        var body = signed(BODY, true, true, false);
        brokenSignatures();
        brokenSignatures(body);
        brokenSignatures(body, signed(COLLEGE, false, true, true));
        brokenSignatures(body, signed(COLLEGE, true, false, true));
        brokenSignatures(body, signed(COLLEGE, true, true, false));
        brokenSignatures(body, signed("别的学院", true, true, true));
        assertThat(brokenSignatures(signed(COLLEGE, true, true, false), signed(BODY, true, true, true)))
                .isEqualTo(7);
    }
}
