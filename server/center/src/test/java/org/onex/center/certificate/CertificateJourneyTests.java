package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.PLAN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.catalog.Level;
import org.onex.center.result.PassedResult;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two who have passed: both parties sign, the college pays late, one downloads, an employer verifies, one is revoked; real files over HTTP. */
@CenterTest
@Import({CertificateDesk.class, CertificateJourneyTests.Configuration.class})
class CertificateJourneyTests {

    private static final UUID BILL = UUID.randomUUID();

    @TestConfiguration
    static class Configuration {

        @Bean
        @Primary
        ResultsOnPaper resultsOnPaper() {
            return new ResultsOnPaper();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private ResultsOnPaper results;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fromTwoSignaturesToAFileThatVerifies() throws IOException {
        desk.publish(port);
        var rare = results.pass("张㛃𠮷", COLLEGE, Level.INTERMEDIATE);
        var plain = results.pass("李示范", COLLEGE, Level.ELEMENTARY);
        advance("2024-06-01T09:00:00+08:00");
        try (var officer = Staff.signedIn(port, "hongke");
                var college = Staff.signedIn(port, "college01");
                var stranger = Staff.signedIn(port, "aopai");
                var anybody = Staff.atThePortal(port)) {
            var issue = only(college.get("/api/certificate/issues?plan=" + PLAN));
            assertThat(issue.path("people").asInt()).isEqualTo(2);
            assertThat(stranger.get("/api/certificate/issues").body().path("items"))
                    .isEmpty();
            assertThat(anybody.post("/api/certificate/inquiries", proof(rare)).code())
                    .isEqualTo("certificate.none");
            sign(college, issue);
            var signed = sign(officer, issue);
            assertThat(signed.path("state").asString()).isEqualTo("SIGNED");
            assertThat(officer.whenJobEnded(only(officer.get("/api/job/jobs?limit=1"))
                                    .path("id")
                                    .asString())
                            .path("state")
                            .asString())
                    .isEqualTo("DONE");
            var making = only(college.get("/api/certificate/issues")).path("making");
            assertThat(making.path("state").asString()).isEqualTo("DONE");
            assertThat(making.path("made").asInt()).isEqualTo(2);
            assertThat(only(officer.get("/api/certificate/plans"))
                            .path("certificates")
                            .asInt())
                    .isEqualTo(2);

            billFor(COLLEGE);
            var own = anybody.post("/api/certificate/inquiries", proof(rare)).body();
            assertThat(own.path("reason").asString()).isEqualTo("FEE_NOT_CLEARED");
            assertThat(anybody.post("/api/certificate/downloads", proof(rare)).code())
                    .isEqualTo("certificate.fee-not-cleared");
            assertThat(college.get(files(issue)).code()).isEqualTo("certificate.fee-not-cleared");
            pay();
            assertThat(anybody.post("/api/certificate/inquiries", proof(rare))
                            .body()
                            .path("downloadable")
                            .asBoolean())
                    .isTrue();
            assertThat(anybody.post("/api/certificate/downloads", proof(rare))
                            .headers()
                            .get("content-type"))
                    .containsExactly("application/pdf");

            var number = own.path("number").asString();
            assertThat(number).matches("99000000420242\\d{7}");
            assertThat(textOf(college.bytes(files(issue)), number)).contains("张㛃𠮷", number);

            var asked = Map.of("number", number, "name", "张㛃𠮷");
            var answer = anybody.post("/api/certificate/verifications", asked).body();
            assertThat(answer.path("state").asString()).isEqualTo("GENUINE");
            assertThat(answer.path("idNumber").asString())
                    .isEqualTo(rare.number().masked());
            assertThat(answer.path("photo").isNull()).isTrue();

            revoke(officer, number);
            var revoked = anybody.post("/api/certificate/verifications", asked).body();
            assertThat(revoked.path("state").asString()).isEqualTo("REVOKED");
            assertThat(revoked.path("revoked").path("reason").asString()).isEqualTo("冒名顶替");
            assertThat(anybody.post("/api/certificate/downloads", proof(rare)).code())
                    .isEqualTo("certificate.revoked");
            assertThat(anybody.post("/api/certificate/inquiries", proof(plain))
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("VALID");
        }
    }

    private void advance(String to) {
        try (var operator = Staff.signedIn(port, "operator")) {
            assertThat(operator.post("/api/clock/advance", Map.of("to", to)).status())
                    .isEqualTo(200);
        }
    }

    private static JsonNode only(Staff.Answer page) {
        assertThat(page.body().path("items")).as(page.toString()).hasSize(1);
        return page.body().path("items").path(0);
    }

    private static JsonNode sign(Staff party, JsonNode issue) {
        var answer = party.post(
                "/api/certificate/issues/" + issue.path("id").asString() + "/signature",
                Map.of("digest", issue.path("digest").asString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static String files(JsonNode issue) {
        return "/api/certificate/issues/" + issue.path("id").asString() + "/files";
    }

    private static Map<String, Object> proof(PassedResult passed) {
        return Map.of("idNumber", passed.number().value(), "name", passed.name(), "ticket", passed.ticket());
    }

    private static void revoke(Staff officer, String number) {
        var found = only(officer.get("/api/certificate/certificates?text=" + number));
        var key = found.path("key");
        var answer = officer.post(
                "/api/certificate/certificates/" + key.path("candidate").asString() + "/"
                        + key.path("id").asString() + "/revocation",
                Map.of("version", found.path("version").asInt(), "reason", "冒名顶替"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String textOf(byte[] archive, String number) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(number + ".pdf")) {
                    try (var document = Loader.loadPDF(zip.readAllBytes())) {
                        assertThat(document.getSignatureDictionaries()).hasSize(2);
                        return new PDFTextStripper().getText(document);
                    }
                }
            }
        }
        throw new AssertionError("no file of " + number);
    }

    private void billFor(String college) {
        jdbc.sql("""
                insert into fee.bill (id, number, plan, plan_name, notice, college, college_name, province, awarding_body, since, total)
                values (:id, 'B1', :plan, '', 'HK-2024-1', :college, '', '安徽', '990000004', '2024-05-01', 380)
                """)
                .param("id", BILL)
                .param("plan", PLAN)
                .param("college", college)
                .update();
        jdbc.sql("""
                insert into fee.bill_line (bill_id, qualification, level, people, standard_id)
                select :id, 'WDYY', 'INTERMEDIATE', 1, id from fee.standard limit 1
                """).param("id", BILL).update();
    }

    private void pay() {
        jdbc.sql("""
                insert into fee.payment (id, bill_id, request_key, amount, received, payer, reference, remark, recorded_at, recorded_by)
                values (:id, :bill, :id, 380, '2024-06-21', 'x', '', '', '2024-06-21', 'hongke')
                """).param("id", UUID.randomUUID()).param("bill", BILL).update();
    }
}
