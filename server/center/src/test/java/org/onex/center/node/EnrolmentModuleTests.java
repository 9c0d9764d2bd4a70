package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.ExamServer;
import org.onex.center.Staff;
import org.onex.foundation.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enrolment over HTTP: who is given a code, what it is good for, and how it ends. */
@CenterTest
@Import(NodeDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrolmentModuleTests {

    private static final String READINESS = "/api/node/readiness";

    @LocalServerPort
    private int port;

    @Autowired
    private NodeDesk desk;

    @Autowired
    private CenterKey center;

    @Autowired
    private EnrolmentLimits limits;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    private Staff college;
    private Staff body;
    private UUID site = new UUID(0, 0);
    private ExamServer machine = new ExamServer(0);

    @BeforeAll
    void open() {
        desk.open(port);
        college = Staff.signedIn(port, "college01");
        body = Staff.signedIn(port, "hongke");
    }

    @AfterAll
    void close() {
        college.close();
        body.close();
    }

    @BeforeEach
    void unpack() {
        site = desk.site("90001");
        machine = new ExamServer(port);
    }

    @AfterEach
    void switchOff() {
        machine.close();
    }

    @Test
    void whoKnowsTheCodeBecomesANodeOfItsSite() {
        var shown = college.post(codes(site), Map.of());
        assertThat(shown.status()).as(shown.toString()).isEqualTo(201);
        assertThat(shown.body().path("code").asString()).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(shown.body().path("site").path("id").asString()).isEqualTo(site.toString());

        var code = shown.body().path("code").asString();
        var answer = machine.apply(machine.application(code, "一号服务器"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(machine.isProven(answer, code)).isTrue();
        assertThat(answer.json().path("centerKey").asString())
                .isEqualTo(center.verifyingKey().base64());
        assertThat(answer.json().path("site").path("id").asString()).isEqualTo(site.toString());

        var node = answer.json().path("node").asString();
        assertThat(machine.as(UUID.fromString(node)).put(READINESS, report()).status())
                .isEqualTo(200);
        assertThat(desk.acts(site)).containsExactly("node.issue-code");
        assertThat(desk.acts(node)).containsExactly("node.enrol");
    }

    @Test
    void theSameAgainIsTheSameAnswerAlsoWhenThereIsANewerCode() {
        var code = code();
        var application = machine.application(code, "一号服务器");
        var first = machine.apply(application);
        code();
        var second = machine.apply(application);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(nodes()).isEqualTo(1);
    }

    @Test
    void aCodeIsGoodForOneMachine() {
        var code = code();
        machine.enrol(code, "一号服务器");
        try (var other = new ExamServer(port)) {
            var answer = other.apply(other.application(code, "二号服务器"));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("node.code-used");
            other.enrol(code(), "二号服务器");
        }
        assertThat(nodes()).isEqualTo(2);
    }

    @Test
    void ofManyMachinesAtOnceOneGetsTheCode() {
        var code = code();
        var machines = IntStream.range(0, 6).mapToObj(i -> new ExamServer(port)).toList();
        var answers = machines.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> one.apply(one.application(code, "服务器"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("node.code-used"))
                .hasSize(5);
        assertThat(nodes()).isEqualTo(1);
        machines.forEach(ExamServer::close);
    }

    @Test
    void ofTheSameMachineManyTimesAtOnceThereIsOneNode() {
        var application = machine.application(code(), "一号服务器");
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> machine.apply(application)))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .map(answer -> answer.json().path("node").asString())
                        .distinct())
                .hasSize(1);
        assertThat(nodes()).isEqualTo(1);
    }

    @Test
    void aNewerCodeTakesThePlaceOfAnUnusedOne() {
        var first = code();
        var second = code();
        assertThat(machine.apply(machine.application(first, "一号服务器")).code()).isEqualTo("node.code-wrong");
        machine.enrol(second, "一号服务器");
    }

    @Test
    void aCodeRunsOut() {
        var code = code();
        jdbc.sql("update node.code set issued_at = issued_at - interval '7 days' where site_id = :site")
                .param("site", site)
                .update();
        var answer = machine.apply(machine.application(code, "一号服务器"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("node.code-wrong");
    }

    @Test
    void tenWrongProofsEndACode() {
        var code = code();
        var wrong = machine.application(code, "一号服务器");
        wrong.put("proof", "0".repeat(64));
        for (int i = 0; i < 9; i++) {
            assertThat(machine.apply(wrong).code()).isEqualTo("node.code-wrong");
        }
        try (var lucky = new ExamServer(port)) {
            lucky.enrol(code, "一号服务器");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(machine.apply(wrong).code()).isEqualTo("node.code-wrong");
        }
        assertThat(machine.apply(machine.application(code, "一号服务器")).code())
                .as("nobody ends a used code for its node")
                .isEqualTo("node.code-used");
        assertThat(desk.acts(site)).containsExactly("node.issue-code");

        var ended = code();
        wrong = machine.application(ended, "一号服务器");
        wrong.put("proof", "");
        for (int i = 0; i < 10; i++) {
            machine.apply(wrong);
        }
        assertThat(machine.apply(machine.application(ended, "一号服务器")).code()).isEqualTo("node.code-wrong");
        assertThat(desk.acts(site)).containsExactly("node.issue-code", "node.issue-code", "node.end-code");
    }

    @Test
    void whoStandsBetweenCannotPutInTheirOwnKeys() {
        var code = code();
        var application = machine.application(code, "一号服务器");
        try (var thief = new ExamServer(port)) {
            for (var key : List.of("signingKey", "sealingKey")) {
                var changed = new HashMap<>(application);
                changed.put(key, thief.application(code, "x").get(key));
                assertThat(machine.apply(changed).code()).as(key).isEqualTo("node.code-wrong");
            }
        }
        assertThat(nodes()).isZero();
    }

    @Test
    void whatIsNotUsableIsNamed() {
        var code = code();
        var bad = Map.of(
                "name", List.of("", "一\n号", "长".repeat(41)),
                "version", List.of("", "0.1 beta", "1".repeat(41)),
                "signingKey", List.of("", "x", "AAAA", Base64.getEncoder().encodeToString(new byte[33]), "\n"),
                "sealingKey", List.of("", "AAAA", Base64.getEncoder().encodeToString(new byte[32])));
        bad.forEach((field, values) -> values.forEach(value -> {
            var application = machine.application(code, "一号服务器");
            application.put(field, value);
            var answer = machine.apply(application);
            assertThat(answer.status()).as(field + value).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("node.enrolment-invalid");
            assertThat(answer.json().path("facts").path("field").asString()).isEqualTo(field);
        }));
        machine.enrol(code, "一号服务器");
    }

    @Test
    void codesAreGivenOutForApprovedSitesOfOnesOwn() {
        assertThat(body.post(codes(site), Map.of()).status()).isEqualTo(201);
        var foreign = desk.site("90002");
        assertThat(college.post(codes(foreign), Map.of()).code()).isEqualTo("node.site-unknown");
        assertThat(college.post(codes(UUID.randomUUID()), Map.of()).code()).isEqualTo("node.site-unknown");
        try (var other = Staff.signedIn(port, "aopai")) {
            assertThat(other.post(codes(site), Map.of()).code()).isEqualTo("node.site-unknown");
        }
        var code = code();
        state("SUSPENDED");
        assertThat(college.post(codes(site), Map.of()).code()).isEqualTo("node.site-not-approved");
        assertThat(machine.apply(machine.application(code, "一号服务器")).code()).isEqualTo("node.site-not-approved");
        state("DRAFT");
        assertThat(college.post(codes(site), Map.of()).code()).isEqualTo("node.site-unknown");
    }

    @Test
    void aCodeIsReadableNeitherInTheDatabaseNorOnTheTrail() {
        var secret = code().replace("-", "").substring(5);
        for (var readable : List.of(
                "select count(*) from node.code where position(convert_to(:secret, 'UTF8') in code_sealed) > 0",
                "select count(*) from audit.entry where strpos(facts, :secret) > 0 or strpos(facts, substr(:secret, 1, 5)) > 0")) {
            assertThat(jdbc.sql(readable)
                            .param("secret", secret)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void anAddressTriesSoOften() {
        for (int i = 0; i < EnrolmentLimits.TRIES; i++) {
            limits.beforeTrying("10.9.8.7");
        }
        assertThatExceptionOfType(NodeRefused.class)
                .isThrownBy(() -> limits.beforeTrying("10.9.8.7"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("node.too-many-attempts"))
                .satisfies(e -> assertThat(e.facts()).containsKey("retryAfterSeconds"));
        limits.beforeTrying("10.9.8.8");
    }

    @Test
    void theCentreKeepsItsKeyOverAStart() {
        assertThat(new CenterKey(jdbc, vault).verifyingKey().base64())
                .isEqualTo(center.verifyingKey().base64());
        var message = "x".getBytes(StandardCharsets.US_ASCII);
        assertThat(center.verifyingKey().verifies(message, center.sign(message)))
                .isTrue();
    }

    private String code() {
        return college.post(codes(site), Map.of()).body().path("code").asString();
    }

    private static String codes(UUID site) {
        return "/api/node/sites/" + site + "/codes";
    }

    private int nodes() {
        return jdbc.sql("select count(*) from node.node where site_id = :site")
                .param("site", site)
                .query(Integer.class)
                .single();
    }

    private void state(String state) {
        jdbc.sql("update site.site set state = :state where id = :site")
                .param("state", state)
                .param("site", site)
                .update();
    }

    private static Map<String, Object> report() {
        return Map.of("now", "2024-04-22T01:00:00Z", "version", "0.1.0", "freeBytes", 5_000_000_000L, "exams", 0);
    }
}
