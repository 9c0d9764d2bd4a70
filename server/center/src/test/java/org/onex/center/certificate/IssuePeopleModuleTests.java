package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.file.FileStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Whose certificates both parties sign: each name with its photo, and who will not be printed as they should; over HTTP. */
@CenterTest
@Import(CertificateDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuePeopleModuleTests {

    private static final String SIGNER = "college01";

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private FileStore files;

    @BeforeAll
    void publish() {
        desk.publish(port);
    }

    @BeforeEach
    void nobodyHasPassed() {
        desk.clear();
    }

    private Issue drawnUp() {
        desk.drawUp.run();
        return desk.only();
    }

    private Certificate photographed() {
        desk.photograph(desk.results.pass(1, COLLEGE, INTERMEDIATE), files.keep(CertificateTexts.aSnapshot()));
        return desk.people(drawnUp()).getFirst();
    }

    private static String people(UUID issue) {
        return "/api/certificate/issues/" + issue + "/people";
    }

    private static String photo(UUID issue, Certificate of) {
        return people(issue) + "/" + of.key().candidate() + "/" + of.key().id() + "/photo";
    }

    @Test
    void bothPartiesSeeThePhotoThatIsPrintedInSmallAndNothingElseOfTheFile() throws IOException {
        var certificate = photographed();
        for (var login : List.of(SIGNER, "hongke")) {
            try (var signer = Staff.signedIn(port, login)) {
                var shown = signer.bytes(photo(certificate.issue(), certificate));
                var picture = ImageIO.read(new ByteArrayInputStream(shown));
                assertThat(picture.getWidth()).isEqualTo(120);
                assertThat(picture.getHeight()).isEqualTo(168);
                assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
            }
        }
    }

    @Test
    void thePhotoStaysInNoCacheOfAComputerThatOthersUse() {
        var certificate = photographed();
        try (var signer = Staff.signedIn(port, SIGNER)) {
            var answer = signer.get(photo(certificate.issue(), certificate));
            assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        }
    }

    @Test
    void nobodyElseSeesAPhotoNorIsOneFoundInAnotherIssue() {
        var certificate = photographed();
        try (var stranger = Staff.signedIn(port, "aopai");
                var operator = Staff.signedIn(port, "operator");
                var signer = Staff.signedIn(port, SIGNER)) {
            assertThat(stranger.get(photo(certificate.issue(), certificate)).code())
                    .isEqualTo("certificate.issue-unknown");
            assertThat(operator.get(photo(certificate.issue(), certificate)).code())
                    .isEqualTo("access.not-permitted");
            assertThat(operator.get(people(certificate.issue())).code()).isEqualTo("access.not-permitted");
            desk.signedWithoutJob();
            desk.results.pass(1, COLLEGE, INTERMEDIATE);
            desk.becomeFinal();
            desk.drawUp.run();
            var other = desk.issues().getLast();
            assertThat(signer.get(photo(other.id(), certificate)).code()).isEqualTo("certificate.unknown");
            assertThat(signer.get(photo(other.id(), desk.people(other).getFirst()))
                            .code())
                    .as("who has no photo")
                    .isEqualTo("certificate.unknown");
        }
    }

    @Test
    void whoWillNotBePrintedAsTheyShouldIsFoundAmongMany() {
        desk.photograph(desk.results.pass(5, COLLEGE, INTERMEDIATE));
        desk.results.pass("李示范", COLLEGE, INTERMEDIATE);
        desk.photograph(List.of(desk.results.pass("张\uE123", COLLEGE, INTERMEDIATE)));
        desk.results.pass("王\uE123", COLLEGE, INTERMEDIATE);
        var issue = drawnUp();
        try (var signer = Staff.signedIn(port, SIGNER)) {
            var listed =
                    signer.get("/api/certificate/issues").body().path("items").path(0);
            assertThat(listed.path("problems").path("noPhoto").asInt()).isEqualTo(2);
            assertThat(listed.path("problems").path("noGlyph").asInt()).isEqualTo(2);
            assertThat(listed.toString()).doesNotContain("李示范", "\uE123");
            var found = new ArrayList<String>();
            var next = "";
            do {
                var page = signer.get(people(issue.id()) + "?flawed=true&limit=2" + next)
                        .body();
                assertThat(page.path("total").path("count").asInt()).isEqualTo(3);
                page.path("items").forEach(person -> found.add(words(person)));
                next = page.path("next").isNull()
                        ? ""
                        : "&after=" + page.path("next").asString();
            } while (!next.isEmpty());
            assertThat(found).containsExactly("李示范 false ", "张\uE123 true \uE123", "王\uE123 false \uE123");
            assertThat(signer.get(people(issue.id()))
                            .body()
                            .path("total")
                            .path("count")
                            .asInt())
                    .isEqualTo(8);
        }
    }

    private static String words(JsonNode person) {
        return person.path("name").asString() + " " + person.path("hasPhoto").asBoolean() + " "
                + person.path("unprintable").asString();
    }
}
