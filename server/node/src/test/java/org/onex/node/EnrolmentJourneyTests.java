package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A technician binds a node to a site with the code from the console, and nobody comes in between. */
@NodeTest
@TestPropertySource(properties = "onex.center=")
class EnrolmentJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MoveClock move;

    private PlayedCenter center;
    private Technician technician;

    @BeforeEach
    void open() throws IOException {
        center = new PlayedCenter(UUID.randomUUID());
        technician = new Technician(port, Path.of("target/node-test-data"));
    }

    @AfterEach
    void close() {
        technician.close();
        center.close();
    }

    private Machine.Answer enrol(String code) {
        return technician.enrol(Map.of("code", code, "center", center.address(), "name", "实训楼服务器"));
    }

    @Test
    void theSiteStandsThereOnceTheCentreHasProvenThatItKnowsTheCode() {
        center.giveOut("AAAAA00000000000000A");
        var answer = enrol("aaaaa-ooooo-00000-0000a");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("site").path("id").asString()).isEqualTo(center.site.toString());
        assertThat(answer.body().path("site").path("name").asString()).isEqualTo("虚构学院考点");
        assertThat(answer.text("name")).isEqualTo("实训楼服务器");
        assertThat(technician.enrolment().path("node")).isEqualTo(answer.body().path("node"));
        assertThat(technician.enrolment().path("center").asString()).isEqualTo(center.address());
        var sent = center.enrolments.getFirst();
        assertThat(sent.path("code").asString()).isEqualTo("AAAAA");
        assertThat(sent.toString()).doesNotContain("AAAAA0");

        assertThat(enrol("AAAAA00000000000000A").status()).isEqualTo(200);
        assertThat(center.enrolments).hasSize(1);
    }

    @Test
    void askingAgainAfterALostAnswerIsTheSameQuestion() {
        center.giveOut("BBBBB00000000000000B");
        center.forgetsItsAnswer = true;
        assertThat(enrol("BBBBB00000000000000B").code()).isEqualTo("courier.center-away");
        var answer = enrol("BBBBB00000000000000B");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(center.enrolments).hasSize(2);
        assertThat(center.enrolments.getLast()).isEqualTo(center.enrolments.getFirst());
    }

    @Test
    void whatTheCentreRefusesIsSaidInOurWords() {
        center.giveOut("CCCCC00000000000000C");
        assertThat(enrol("CCCCC00000000000000D").code()).isEqualTo("courier.code-wrong");
        assertThat(enrol("DDDDD00000000000000D").code()).isEqualTo("courier.code-wrong");
        assertThat(enrol("CCCCC").code()).isEqualTo("courier.code-wrong");
        assertThat(center.enrolments).hasSize(2);
    }

    @Test
    void aCodeThatAnotherNodeHasUsedIsOfNoUse() {
        center.giveOut("EEEEE00000000000000E");
        assertThat(enrol("EEEEE00000000000000E").status()).isEqualTo(200);
        jdbc.sql("delete from courier.enrolment where code = 'EEEEE'").update();
        center.giveOut("FFFFF00000000000000F");
        assertThat(enrol("FFFFF00000000000000F").status()).isEqualTo(200);
        assertThat(enrol("EEEEE00000000000000E").code()).isEqualTo("courier.code-used");
    }

    @Test
    void whoeverAnswersWithoutTheCodeIsNotOurCentre() {
        center.giveOut("GGGGG00000000000000G");
        var before = technician.enrolment().path("node");
        center.provesWith = "GGGGG00000000000000H";
        var refused = enrol("GGGGG00000000000000G");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("courier.center-forged");
        assertThat(technician.enrolment().path("node")).isEqualTo(before);
    }

    @Test
    void aCentreThatIsNotThereOrNoneIsNamed() {
        center.goAway();
        var away = enrol("HHHHH00000000000000H");
        assertThat(away.code()).isEqualTo("courier.center-away");
        assertThat(away.body().path("facts").path("center").asString()).isEqualTo(center.address());
        for (var wrong :
                new String[] {"ftp://exam.invalid", "exam.invalid:8080", "http://exam.invalid/onex", "http:// "}) {
            var wish = Map.of("code", "HHHHH00000000000000H", "center", wrong);
            assertThat(technician.enrol(wish).code()).as(wrong).isEqualTo("courier.center-invalid");
        }
        assertThat(technician
                        .enrol(Map.of("code", "HHHHH00000000000000H", "center", center.address(), "name", " "))
                        .code())
                .isEqualTo("courier.out-of-range");
    }

    @Test
    void theLatestEnrolmentCountsHoweverTheClockWent() {
        center.giveOut("PPPPP00000000000000P");
        assertThat(enrol("PPPPP00000000000000P").status()).isEqualTo(200);
        jdbc.sql("update courier.enrolment set enrolled_at = enrolled_at + interval '1 year' where code = 'PPPPP'")
                .update();
        center.giveOut("QQQQQ00000000000000Q");
        var node = enrol("QQQQQ00000000000000Q").body().path("node");
        assertThat(technician.enrolment().path("node")).isEqualTo(node);
        assertThat(jdbc.sql("select count(*) from courier.enrolment where number is not null and node is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aServiceThatStillStartsWithAnOldCodeDoesNotBringBackTheOldEnrolment() {
        center.giveOut("RRRRR00000000000000R");
        assertThat(enrol("RRRRR00000000000000R").status()).isEqualTo(200);
        center.giveOut("SSSSS00000000000000S");
        var node = enrol("SSSSS00000000000000S").body().path("node");
        var asked = center.enrolments.size();
        var refused = enrol("RRRRR00000000000000R");
        assertThat(refused.code()).isEqualTo("courier.code-superseded");
        assertThat(refused.body().path("facts").path("site").asString()).isEqualTo("虚构学院考点");
        assertThat(center.enrolments).hasSize(asked);
        assertThat(technician.enrolment().path("node")).isEqualTo(node);
    }

    @Test
    void theKeysOfThisNodeLieUnreadableInItsDatabase() {
        center.giveOut("JJJJJ00000000000000J");
        enrol("JJJJJ00000000000000J");
        var row = jdbc.sql("select signing_key, opening_key from courier.enrolment where code = 'JJJJJ'")
                .query((found, n) -> found.getBytes(1).length + found.getBytes(2).length)
                .single();
        // Number of the vault's key, nonce, 32 or 64 bytes, tag.
        assertThat(row).isEqualTo(2 + 12 + 32 + 16 + 2 + 12 + 64 + 16);
    }

    @Test
    void whatWasSaidToTheNodeOfOneSiteIsNotNotedForThatOfAnother() throws Exception {
        center.giveOut("VVVVV00000000000000V");
        assertThat(enrol("VVVVV00000000000000V").status()).isEqualTo(200);
        var isOnItsWay = new CountDownLatch(1);
        var mayArrive = new CountDownLatch(1);
        center.beforeDelivering = () -> {
            isOnItsWay.countDown();
            await(mayArrive);
        };
        var exam = new DeliveredExam(clock.instant().plus(Duration.ofMinutes(60)));
        center.pack(exam.bundle(center.site, 1), exam.files());
        assertThat(isOnItsWay.await(30, TimeUnit.SECONDS)).isTrue();
        try (var other = new PlayedCenter(UUID.randomUUID())) {
            other.giveOut("WWWWW00000000000000W");
            var moved = technician.enrol(Map.of("code", "WWWWW00000000000000W", "center", other.address()));
            assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
            mayArrive.countDown();
            // The next question is asked when what came of the last one is done.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> other.asked.stream().anyMatch(path -> path.contains("/api/dispatch/deliveries")));
            assertThat(technician.enrolment().path("bundles").size()).isZero();
        } finally {
            mayArrive.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNodeWithExamsGoesToNoOtherSite() throws IOException {
        center.giveOut("KKKKK00000000000000K");
        assertThat(enrol("KKKKK00000000000000K").status()).isEqualTo(200);
        var exam = new DeliveredExam(clock.instant().plus(Duration.ofMinutes(60)));
        center.pack(exam.bundle(center.site, 1), exam.files());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !center.reports.isEmpty());

        try (var other = new PlayedCenter(UUID.randomUUID())) {
            other.giveOut("MMMMM00000000000000M");
            var wish = Map.of("code", "MMMMM00000000000000M", "center", other.address());
            var refused = technician.enrol(wish);
            assertThat(refused.code()).isEqualTo("courier.exams-installed");
            var facts = refused.body().path("facts");
            assertThat(facts.path("site").asString()).isEqualTo("虚构学院考点");
            var closesAt =
                    exam.bundle(center.site, 1).sessions().getLast().hours().closesAt();
            assertThat(OffsetDateTime.parse(facts.path("until").asString()).toInstant())
                    .isCloseTo(closesAt.plus(Duration.ofHours(24)), within(1, ChronoUnit.MILLIS));
            assertThat(technician.enrolment().path("site").path("id").asString())
                    .isEqualTo(center.site.toString());

            // Withdrawn by mistake and enrolled anew: nothing that is here is lost.
            center.giveOut("NNNNN00000000000000N");
            assertThat(enrol("NNNNN00000000000000N").status()).isEqualTo(200);
            center.pack(exam.bundle(center.site, 1), exam.files());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> center.reports.size() == 2);
            assertThat(center.reports.getLast()).endsWith("1 INSTALLED ");

            center.breakReturnAfter(0);
            move.to(clock.instant().plus(Duration.ofHours(4)));
            var unreturned = technician.enrol(wish);
            assertThat(unreturned.code()).isEqualTo("courier.exams-installed");
            assertThat(unreturned.fact("unreturned")).isEqualTo(1);
            center.mendReturn();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> technician.returned(exam.id).path("record").asBoolean());
            // Nobody sat it: for a day it can still be written down why.
            assertThat(technician.enrol(wish).code()).isEqualTo("courier.exams-installed");
            move.to(clock.instant().plus(Duration.ofHours(24)));
            assertThat(technician.enrol(wish).status()).isEqualTo(200);
            assertThat(technician.enrolment().path("bundles").size()).isZero();
        }
    }
}
