package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.EnrolledNode.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.vault.DataKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What a centre has for a site comes to its node and can be sat there, over any line, and nothing else does. */
@NodeTest
@TestPropertySource(properties = "onex.center=")
class DeliveryJourneyTests {

    private static final String CODE = "4F7QK-2M9XD-0A1BC-ZYXWV";
    private static PlayedCenter center;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private EnrolledNode node;
    private Machine machine;

    @BeforeAll
    static void open() throws IOException {
        center = new PlayedCenter(UUID.randomUUID());
        center.giveOut("4F7QK2M9XD0A1BCZYXWV");
    }

    @AfterAll
    static void close() {
        center.close();
    }

    @BeforeEach
    void enrol() {
        node = new EnrolledNode(context, center, CODE);
        machine = node.machine();
    }

    @AfterEach
    void leave() {
        center.mend();
        node.close();
        machine.close();
    }

    private boolean isListed(DeliveredExam exam) {
        return session(exam).isObject();
    }

    private JsonNode session(DeliveredExam exam) {
        for (var session : machine.get("/api/sitting/sessions").body().path("sessions")) {
            if (session.path("id").asString().equals(exam.session.toString())) {
                return session;
            }
        }
        return Machine.JSON.missingNode();
    }

    private Machine.Answer signIn(DeliveredExam exam) {
        return machine.post(
                "/api/sitting/sign-ins", Map.of("ticket", exam.ticket, "idNumber", DeliveredExam.ID_NUMBER));
    }

    @Test
    void anExamOfTheCentreIsSatWithTheKeyThatItGivesOutBeforeTheStart() {
        var exam = new DeliveredExam(node.in(5));
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(session(exam).path("practice").asBoolean(true)).isFalse();
        var signedIn = signIn(exam);
        assertThat(signedIn.status()).as(signedIn.body().toString()).isEqualTo(200);
        soon().untilAsserted(() -> assertThat(center.times("GET /api/dispatch/keys/" + exam.session))
                .isPositive());

        var attempt = signedIn.text("attempt");
        node.passMinutes(6);
        assertThat(machine.start(attempt, 1).code()).isEqualTo("sitting.not-released");
        center.keys.put(exam.session, exam.paperKey);
        soon().untilAsserted(
                        () -> assertThat(machine.start(attempt, 1).text("key")).isEqualTo(exam.paperKey.base64()));
        var paper = machine.get("/api/sitting/papers/" + exam.paperHash()).bytes();
        assertThat(paper).isEqualTo(exam.paper);
        assertThat(bundle(exam).path("keys").asInt()).isEqualTo(1);
    }

    private JsonNode bundle(DeliveredExam exam) {
        for (var bundle : node.technician.enrolment().path("bundles")) {
            if (bundle.path("bundle").asString().equals(exam.id.toString())) {
                return bundle;
            }
        }
        return Machine.JSON.missingNode();
    }

    @Test
    void whatBrokeOffGoesOnWhereItWas() {
        var exam = new DeliveredExam(node.in(60));
        center.breakOff.put(exam.paperHash(), 15_000);
        var letter = center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(center.asked).contains("GET /api/dispatch/blobs/" + exam.paperHash() + " bytes=15000-");
        assertThat(center.times("GET /api/dispatch/blobs/" + letter)).isEqualTo(1);
    }

    @Test
    void whatWasChangedOnTheWayIsFetchedAnew() {
        var exam = new DeliveredExam(node.in(60));
        center.damage.add(exam.paperHash());
        var letter = center.pack(exam.bundle(center.site, 1), exam.files());
        center.damage.add(letter);
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(center.times("GET /api/dispatch/blobs/" + exam.paperHash())).isEqualTo(2);
        assertThat(center.reports)
                .noneMatch(report -> report.contains("REFUSED") && report.contains(exam.id.toString()));
    }

    @Test
    void whatOurCentreDidNotMakeForUsIsRefusedAndTheOthersComeAllTheSame() {
        var forged = new DeliveredExam(node.in(50));
        var closed = new DeliveredExam(node.in(51));
        var elsewhere = new DeliveredExam(node.in(52));
        var practice = new DeliveredExam(node.in(52));
        var strange = new DeliveredExam(node.in(53));
        var torn = new DeliveredExam(node.in(54));
        var unlike = new DeliveredExam(node.in(55));
        var good = new DeliveredExam(node.in(56));
        center.pack(forged.bundle(center.site, 1), forged.files(), SigningKey.random());
        center.deliver(closed.bundle(center.site, 1), closed.files(), new byte[500]);
        center.pack(elsewhere.bundle(UUID.randomUUID(), 1), elsewhere.files());
        center.pack(practice.bundle((SiteBundle.Place) null, 1, "A"), practice.files());
        deliver(strange, "{\"format\":3,\"words\":[]}");
        deliver(torn, "{\"format\":2,");
        center.pack(unlike.bundle(new SiteBundle.Place(center.site, "考点", "003-1", 1), 1, "B"), unlike.files());
        center.pack(good.bundle(center.site, 1), good.files());

        node.awaitReport(good, "1 INSTALLED ");
        node.awaitReport(forged, "1 REFUSED courier.bundle-forged");
        node.awaitReport(closed, "1 REFUSED courier.bundle-forged");
        node.awaitReport(elsewhere, "1 REFUSED courier.bundle-elsewhere");
        node.awaitReport(practice, "1 REFUSED courier.bundle-elsewhere");
        node.awaitReport(strange, "1 REFUSED courier.bundle-format");
        node.awaitReport(torn, "1 REFUSED courier.bundle-broken");
        node.awaitReport(unlike, "1 REFUSED courier.bundle-broken");
        assertThat(Arrays.asList(forged, closed, elsewhere, practice, strange, torn, unlike))
                .noneMatch(this::isListed);
        assertThat(isListed(good)).isTrue();
        assertThat(bundle(forged).path("problem").asString()).isEqualTo("courier.bundle-forged");
    }

    private static void deliver(DeliveredExam exam, String json) {
        var letter = PlayedCenter.signedLetter(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), center.key);
        center.deliver(
                exam.bundle(center.site, 1),
                exam.files(),
                center.nodesSealingKey().seal(letter, PlayedCenter.PURPOSE));
    }

    @Test
    void aNewerVersionReplacesAnOlderOneUntilEntryOpens() {
        var exam = new DeliveredExam(node.in(32));
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
        center.pack(exam.bundle(center.site, 2), exam.files());
        node.awaitReport(exam, "2 INSTALLED ");
        assertThat(session(exam).path("title").asString()).startsWith("第2版");
        assertThat(center.times("GET /api/dispatch/blobs/" + exam.paperHash()))
                .as("what is the same is not fetched again")
                .isEqualTo(1);

        node.passMinutes(3);
        center.pack(exam.bundle(center.site, 3), exam.files());
        node.awaitReport(exam, "3 REFUSED courier.entry-open");
        assertThat(session(exam).path("title").asString()).startsWith("第2版");
        assertThat(bundle(exam).path("installedVersion").asInt()).isEqualTo(2);
    }

    @Test
    void aNodeThatForgotWhatItHadInstalledSaysWhichVersionCanBeSat() {
        var exam = new DeliveredExam(node.in(60));
        center.pack(exam.bundle(center.site, 2), exam.files());
        node.awaitReport(exam, "2 INSTALLED ");
        // Moved to another site and back again.
        jdbc.sql("delete from courier.awaited_key where bundle = :id")
                .param("id", exam.id)
                .update();
        jdbc.sql("delete from courier.delivery where bundle = :id")
                .param("id", exam.id)
                .update();
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(bundle(exam).path("installedVersion").asInt()).isEqualTo(2);
        assertThat(session(exam).path("title").asString()).startsWith("第2版");
    }

    @Test
    void aKeyThatOpensNothingIsAskedForAgain() {
        var exam = new DeliveredExam(node.in(5));
        center.keys.put(exam.session, DataKey.random());
        center.pack(exam.bundle(center.site, 1), exam.files());
        var asking = "GET /api/dispatch/keys/" + exam.session;
        soon().untilAsserted(() -> assertThat(center.times(asking)).isGreaterThan(1));
        assertThat(bundle(exam).path("keys").asInt()).isZero();
        center.keys.put(exam.session, exam.paperKey);
        soon().untilAsserted(() -> assertThat(bundle(exam).path("keys").asInt()).isEqualTo(1));
        var asked = center.times(asking);
        var looked = center.times("GET /api/dispatch/deliveries");
        soon().untilAsserted(() ->
                assertThat(center.times("GET /api/dispatch/deliveries")).isGreaterThan(looked + 2));
        assertThat(center.times(asking)).isEqualTo(asked);
    }

    @Test
    void aKeyThatCouldNotComeInTimeIsAskedForUntilTheLastExtendedCandidateMayHaveBegun() {
        var exam = new DeliveredExam(node.in(5));
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
        node.passMinutes(5 + 90 + 60);
        center.keys.put(exam.session, exam.paperKey);
        soon().untilAsserted(() -> assertThat(bundle(exam).path("keys").asInt()).isEqualTo(1));
    }

    @Test
    void whatIsLargerThanANodeCanTakeInIsRefusedBeforeAByteOfItIsFetched() {
        var exam = new DeliveredExam(node.in(60)).withPhotoOf((16L << 20) + 1);
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 REFUSED courier.bundle-too-large");
        assertThat(center.times("GET /api/dispatch/blobs/" + exam.paperHash())).isZero();
    }

    @Test
    void whatWasDamagedWhereItLiesIsFetchedAnew() throws IOException {
        var exam = new DeliveredExam(node.in(60));
        center.silentAfter = exam.paperHash();
        center.pack(exam.bundle(center.site, 1), exam.files());
        soon().until(() -> center.isSilent);
        var file = Path.of("target/node-test-data/node/incoming", exam.id.toString(), exam.paperHash());
        soon().until(() -> Files.exists(file));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        center.silentAfter = "";
        center.isSilent = false;
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(center.times("GET /api/dispatch/blobs/" + exam.paperHash())).isEqualTo(2);
    }

    @Test
    void nobodyButOurCentreIsBelieved() {
        center.signsWith = SigningKey.random();
        var exam = new DeliveredExam(node.in(60));
        center.pack(exam.bundle(center.site, 1), exam.files());
        soon().untilAsserted(() -> assertThat(
                        node.technician.enrolment().path("problem").asString(""))
                .isEqualTo("courier.center-forged"));
        assertThat(bundle(exam).isMissingNode()).isTrue();
        center.signsWith = center.key;
        node.awaitReport(exam, "1 INSTALLED ");
        assertThat(node.technician.enrolment().path("problem").isNull()).isTrue();
    }

    @Test
    void aNodeWhoseClockIsOffSignsWithTheCentresTime() {
        center.clockAhead = Duration.ofHours(-9);
        var exam = new DeliveredExam(node.in(60));
        center.pack(exam.bundle(center.site, 1), exam.files());
        node.awaitReport(exam, "1 INSTALLED ");
    }

    @Test
    void aCentreThatWasAwayIsTalkedToAgain() throws IOException {
        center.goAway();
        soon().untilAsserted(() -> assertThat(
                        node.technician.enrolment().path("problem").asString(""))
                .isEqualTo("courier.center-away"));
        var exam = new DeliveredExam(node.in(60));
        center.pack(exam.bundle(center.site, 1), exam.files());
        center.comeBack();
        node.awaitReport(exam, "1 INSTALLED ");
    }

    @Test
    void aWithdrawnNodeSaysSo() {
        center.isWithdrawn = true;
        soon().untilAsserted(() -> assertThat(
                        node.technician.enrolment().path("problem").asString(""))
                .isEqualTo("node.withdrawn"));
    }

    @Test
    void theCentreIsToldHowTheBestMockExamWent() {
        var exam = machine.mockExam(2, 0, 60);
        for (var candidate : exam.path("candidates")) {
            try (var seat = node.machine()) {
                var attempt = seat.signIn(candidate).text("attempt");
                seat.start(attempt, 1);
                assertThat(seat.handIn(attempt, 1, 0).status()).isEqualTo(200);
            }
        }
        soon().untilAsserted(() -> {
            assertThat(center.readiness).isNotEmpty();
            var last = center.readiness.getLast();
            assertThat(last.path("practised").path("seats").asInt()).isEqualTo(2);
            assertThat(last.path("practised").path("handedIn").asInt()).isEqualTo(2);
            assertThat(last.path("freeBytes").asLong()).isPositive();
            assertThat(last.path("version").asString()).isNotBlank().doesNotContain("@");
            assertThat(last.path("exams").isInt()).isTrue();
        });
    }
}
