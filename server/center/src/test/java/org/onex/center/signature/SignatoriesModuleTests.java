package org.onex.center.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys that are made once, in a real database. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatoriesModuleTests {

    private static final Instant NOW = Instant.parse("2024-06-03T01:02:03Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Signatories signatories;

    @Autowired
    private SignPdf signPdf;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    /** A key takes its time to be made; those to whom nothing happens share one. */
    private static final Organization COLLEGE = college("90001", "滨江示例学院");

    private static Organization college(String code, String name) {
        return new Organization(OrganizationKind.COLLEGE, code, name);
    }

    /** As after a restart: nothing is opened yet. */
    private Signatories restarted() {
        return new Signatories(jdbc, vault, 2048);
    }

    @Test
    void aPartyKeepsItsKeyOverRestarts() {
        var before = signatories.signatory(COLLEGE, NOW);
        var after = restarted().signatory(COLLEGE, NOW.plusSeconds(99));
        assertThat(after.chain()).isEqualTo(before.chain());
        assertThat(after.key()).isEqualTo(before.key());
    }

    @Test
    void severalWhoNeedANewKeyAtOnceGetTheSame() {
        var asked = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> restarted().signatory(college("90002", "同时学院"), NOW)))
                .toList();
        var chains = asked.stream().map(CompletableFuture::join).map(Signatory::chain);
        assertThat(chains.distinct()).hasSize(1);
    }

    @Test
    void whoWasRenamedSignsUnderTheNewNameWithAnotherKey() {
        var old = signatories.signatory(COLLEGE, NOW);
        var renamed = signatories.signatory(college(COLLEGE.code(), "新名学院"), NOW);
        assertThat(renamed.certificate().getSubjectX500Principal().getName()).contains("新名学院");
        assertThat(renamed.certificate().getPublicKey())
                .isNotEqualTo(old.certificate().getPublicKey());
        assertThat(signatories.signatory(COLLEGE, NOW).chain()).isEqualTo(old.chain());
    }

    @Test
    void aBodyAndACollegeOfOneCodeAreTwo() {
        var body = new Organization(OrganizationKind.AWARDING_BODY, COLLEGE.code(), COLLEGE.name());
        assertThat(signatories.signatory(body, NOW).certificate())
                .isNotEqualTo(signatories.signatory(COLLEGE, NOW).certificate());
    }

    @Test
    void privateKeysLieSealed() {
        var signatory = signatories.signatory(COLLEGE, NOW);
        var sealed = stored(COLLEGE, "key_sealed");
        var secret = new String(signatory.key().getEncoded(), StandardCharsets.ISO_8859_1);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.substring(secret.length() - 64));
        assertThat(vault.open(sealed, "signing key of COLLEGE 90001 滨江示例学院"))
                .isEqualTo(signatory.key().getEncoded());
    }

    @Test
    void aKeyBesideTheCertificateOfAnotherSignsNothing() {
        signatories.signatory(college("90006", "甲学院"), NOW);
        signatories.signatory(COLLEGE, NOW);
        jdbc.sql("update signature.signatory set x509 = :x509 where code = '90006'")
                .param("x509", stored(COLLEGE, "x509"))
                .update();
        assertThatIllegalStateException()
                .isThrownBy(() -> restarted().signatory(college("90006", "甲学院"), NOW))
                .withMessageContaining("certificate of another");
    }

    private byte[] stored(Organization party, String column) {
        return jdbc.sql("select " + column
                        + " from signature.signatory where party = :party and code = :code and name = :name")
                .param("party", party.kind().name())
                .param("code", party.code())
                .param("name", party.name())
                .query(byte[].class)
                .single();
    }

    @Test
    void nobodySignsWithinATransactionThatCouldUndoTheKey() {
        var signing = new Signing(COLLEGE, "First", "签发", NOW);
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> transaction.execute(status -> signPdf.sign(new byte[0], signing)));
    }

    @Test
    void everybodyCanDownloadWhoVouchesForAll() throws IOException, InterruptedException, CertificateException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/signature/authority"))
                    .build();
            var answers = Stream.of(
                    http.send(request, HttpResponse.BodyHandlers.ofString()),
                    http.send(request, HttpResponse.BodyHandlers.ofString()));
            var authority = signatories.authority(clock.instant()).certificate();
            for (var answer : answers.toList()) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body().lines()).allMatch(line -> line.length() <= 64);
                assertThat(CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.US_ASCII))))
                        .isEqualTo(authority);
            }
        }
        var college = signatories.signatory(COLLEGE, NOW);
        assertThat(college.chain())
                .isEqualTo(List.of(
                        college.certificate(),
                        signatories.authority(clock.instant()).certificate()));
    }
}
