package org.onex.center.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthorityTests {

    private static final Instant NOW = Instant.parse("2024-06-03T01:02:03Z");

    private static KeyPair pair;
    private static KeyPair other;
    private static Authority authority;

    @BeforeAll
    static void open() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        other = generator.generateKeyPair();
        authority = Authority.found(pair, NOW);
    }

    /** As anybody's software would. */
    private static void validate(List<X509Certificate> path, Authority trusted, Instant at)
            throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    @Test
    void whoeverTrustsItTrustsThoseItVouchesFor() {
        var vouched = authority.vouch("滨江示例学院", other.getPublic(), NOW);
        assertThatCode(() -> validate(List.of(vouched), authority, NOW)).doesNotThrowAnyException();
        assertThat(vouched.getSubjectX500Principal().getName()).contains("CN=滨江示例学院");
    }

    @Test
    void whoeverTrustsAnotherDoesNot() {
        var vouched = authority.vouch("滨江示例学院", other.getPublic(), NOW);
        var foreign = Authority.found(other, NOW);
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(List.of(vouched), foreign, NOW));
    }

    @Test
    void whoIsVouchedForCannotVouchForOthers() {
        var college = authority.vouch("滨江示例学院", other.getPublic(), NOW);
        var usurper = new Authority(other.getPrivate(), college);
        var believed = usurper.vouch("另一学院", pair.getPublic(), NOW);
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(List.of(believed, college), authority, NOW));
    }

    @Test
    void whatWasAgreedMonthsBeforeTheKeyWasMadeIsWithinItsTime() {
        var vouched = authority.vouch("滨江示例学院", other.getPublic(), NOW);
        assertThatCode(() -> validate(List.of(vouched), authority, NOW.minus(Duration.ofDays(300))))
                .doesNotThrowAnyException();
        assertThatCode(() -> validate(List.of(vouched), authority, NOW.plus(Duration.ofDays(30 * 365))))
                .doesNotThrowAnyException();
    }

    @Test
    void twoInstallationsAreToldApartByTheirNames() {
        assertThat(authority.certificate().getSubjectX500Principal())
                .isNotEqualTo(Authority.found(other, NOW).certificate().getSubjectX500Principal());
    }

    @Test
    void aNameIsCutWhereX509EndsAndNotWithinACharacter() {
        var name = authority
                .vouch("院" + "𠮷".repeat(80), other.getPublic(), NOW)
                .getSubjectX500Principal()
                .getName();
        assertThat(name).contains("CN=院" + "𠮷".repeat(31) + ",");
    }
}
