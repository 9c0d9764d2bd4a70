package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.ExamServer;
import org.onex.foundation.exchange.MessageSignature;
import org.onex.foundation.exchange.SigningKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Requests of machines over HTTP: who is recognised, who is refused and how, and what the centre puts its name under. */
@CenterTest
@Import(NodeDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedRequestsModuleTests {

    private static final String READINESS = "/api/node/readiness";

    @LocalServerPort
    private int port;

    @Autowired
    private NodeDesk desk;

    @Autowired
    private CenterSignature center;

    @Autowired
    private Nodes nodes;

    private UUID site = new UUID(0, 0);
    private ExamServer machine = new ExamServer(0);

    @BeforeAll
    void open() {
        desk.open(port);
        site = desk.site("90001");
    }

    @BeforeEach
    void enrol() {
        machine = new ExamServer(port);
        desk.node(site, "一号服务器", machine, Instant.parse("2024-04-22T01:00:00Z"));
    }

    @AfterEach
    void switchOff() {
        machine.close();
    }

    @Test
    void aNodeIsAnsweredUnderTheSignatureOfTheCentre() {
        var answer = machine.put(READINESS, report());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.isSignedBy(center.verifyingKey())).isTrue();
        assertThat(answer.isSignedBy(SigningKey.random().verifyingKey())).isFalse();
        var another = machine.put(READINESS + "?again", report());
        assertThat(MessageSignature.isResponse(
                        new MessageSignature.Answered(answer.status(), another.asked()),
                        answer.body(),
                        name -> answer.headers().get(name.toLowerCase()),
                        center.verifyingKey()))
                .as("an old answer does not pass for a new one")
                .isFalse();
    }

    @Test
    void whatIsChangedOnTheWayIsNotSigned() {
        var body = ExamServer.json(report());
        var changes = Map.<String, UnaryOperator<Map<String, String>>>of(
                "another node's id",
                fields -> with(
                        fields,
                        MessageSignature.INPUT,
                        s -> s.replaceFirst("keyid=\"[^\"]*\"", "keyid=\"" + UUID.randomUUID() + "\"")),
                "no id",
                fields -> with(fields, MessageSignature.INPUT, s -> s.replaceFirst("keyid=\"[^\"]*\"", "keyid=\"x\"")),
                "another time",
                fields -> with(
                        fields,
                        MessageSignature.INPUT,
                        s -> s.replaceFirst(
                                "created=\\d+",
                                "created=" + Instant.now().plusSeconds(20).getEpochSecond())),
                "less covered",
                fields -> with(fields, MessageSignature.INPUT, s -> s.replace(" \"@query\"", "")),
                "another digest",
                fields -> with(fields, MessageSignature.DIGEST, s -> MessageSignature.digest(new byte[0])),
                "no signature",
                fields -> with(fields, MessageSignature.SIGNATURE, s -> "onex=::"),
                "nonsense",
                fields -> with(fields, MessageSignature.INPUT, s -> "nonsense"));
        changes.forEach((what, change) -> {
            var answer = machine.send("PUT", READINESS, body, change);
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertThat(answer.code()).as(what).isEqualTo("node.not-signed");
            assertThat(answer.isSignedBy(center.verifyingKey())).as(what).isFalse();
        });
    }

    @Test
    void aSignatureIsGoodForItsOwnMethodPathQueryAndBodyOnly() {
        var body = ExamServer.json(report());
        var asked = new MessageSignature.Asked("PUT", READINESS, "");
        var node = desk.node(site, "二号服务器", machine, Instant.parse("2024-04-22T01:00:00Z"));
        var fields = MessageSignature.request(asked, body, node.id().toString(), machine.signingKey(), Instant.now());
        assertThat(machine.sendAsIs("PUT", READINESS, body, fields).status()).isEqualTo(200);
        for (var other : List.of(
                machine.sendAsIs("POST", READINESS, body, fields),
                machine.sendAsIs("PUT", READINESS + "?x=1", body, fields),
                machine.sendAsIs("PUT", "/api/node/readines", body, fields),
                machine.sendAsIs("PUT", READINESS, ExamServer.json(Map.of("now", "2024-04-22T01:00:00Z")), fields))) {
            assertThat(other.code()).isEqualTo("node.not-signed");
        }
    }

    @Test
    void nobodySignsForANodeWithAnotherKey() {
        var node = desk.node(site, "三号服务器", machine, Instant.parse("2024-04-22T01:00:00Z"));
        try (var forger = new ExamServer(port).as(node.id())) {
            assertThat(forger.put(READINESS, report()).code()).isEqualTo("node.not-signed");
        }
    }

    @Test
    void aClockThatIsOffIsToldByHowMuch() {
        for (var off : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6), Duration.ofDays(-900))) {
            machine.setClockAhead(off);
            var answer = machine.put(READINESS, report());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("node.clock-off");
            assertThat(answer.isSignedBy(center.verifyingKey())).isTrue();
            var now = Instant.parse(answer.json().path("facts").path("now").asString());
            assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        }
        machine.setClockAhead(Duration.ofMinutes(4));
        assertThat(machine.put(READINESS, report()).status()).isEqualTo(200);
    }

    @Test
    void aRefusalIsSignedToo() {
        var answer = machine.put(READINESS, Map.of("now", "2024-04-22T01:00:00Z", "freeBytes", 1, "exams", 0));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).startsWith("request.");
        assertThat(answer.isSignedBy(center.verifyingKey())).isTrue();
    }

    @Test
    void aNodeReachesNothingThatIsForPeople() {
        for (var path : List.of(
                "/api/clock",
                "/api/access/session",
                "/api/node/nodes",
                "/api/site/sites",
                "/v3/api-docs",
                "/",
                "/api/x")) {
            var answer = machine.get(path);
            assertThat(answer.code()).as(path).isEqualTo("access.not-permitted");
            assertThat(answer.isSignedBy(center.verifyingKey())).as(path).isTrue();
        }
        var signIn = machine.send(
                "POST",
                "/api/access/session",
                ExamServer.json(Map.of("login", "operator", "password", "onex-demo-1")),
                UnaryOperator.identity());
        assertThat(signIn.code()).isEqualTo("access.not-permitted");
        assertThat(signIn.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void whatIsLongerThanAnythingANodeSaysIsNotRead() {
        var answer = machine.send("POST", "/api/file/files?name=x.zip", new byte[300_000], fields -> {
            fields.put("Content-Type", "application/octet-stream");
            return fields;
        });
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("node.request-too-large");
    }

    @Test
    void aListOfALargeSiteIsReadFromAKnownNodeOnly() {
        var path = "/api/script/returns/" + UUID.randomUUID();
        var list = large(3000);
        assertThat(ExamServer.json(list).length).isGreaterThan(400_000);
        assertThat(machine.put(path, list).code()).isEqualTo("script.bundle-unknown");
        assertThat(machine.put(path, large(30_000)).code()).isEqualTo("request.too-large");
        assertThat(machine.put(path + "/files/x", list).code()).isIn("node.request-too-large", "request.too-large");
        var node = desk.node(site, "四号服务器", machine, Instant.parse("2024-04-22T01:00:00Z"));
        try (var forger = new ExamServer(port).as(node.id())) {
            // Longer than is read of anybody: only who was not listened to is told that it is not signed.
            assertThat(forger.put(path, large(30_000)).code()).isEqualTo("node.not-signed");
        }
    }

    private static Map<String, Object> large(int scripts) {
        var file = Map.of("attempt", new UUID(1, 1), "revision", 1, "sha256", "0".repeat(64), "bytes", 9216);
        return Map.of(
                "version",
                1,
                "record",
                Map.of("number", 1, "sha256", "1".repeat(64), "bytes", 1),
                "scripts",
                Collections.nCopies(scripts, file));
    }

    @Test
    void aSiteIsToldItsOwnNodesInTheOrderInWhichTheyCame() {
        var place = desk.site("90001");
        var elsewhere = desk.site("90001");
        var later = desk.node(place, "后来", machine, Instant.parse("2024-04-23T01:00:00Z"));
        var earlier = desk.node(place, "先来", machine, Instant.parse("2024-04-22T01:00:00Z"));
        var found = nodes.ofSites(List.of(place, elsewhere));
        assertThat(found).containsOnlyKeys(place);
        assertThat(found.get(place)).extracting(EnrolledNode::id).containsExactly(earlier.id(), later.id());
        assertThat(nodes.ofSites(List.of())).isEmpty();
    }

    private static Map<String, Object> report() {
        return new HashMap<>(
                Map.of("now", "2024-04-22T01:00:00Z", "version", "0.1.0", "freeBytes", 5_000_000_000L, "exams", 0));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, UnaryOperator<String> change) {
        fields.computeIfPresent(name, (same, value) -> change.apply(value));
        return fields;
    }
}
