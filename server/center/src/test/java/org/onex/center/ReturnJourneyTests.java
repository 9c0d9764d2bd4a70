package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.onex.center.dispatch.DispatchDesk.PLAN;
import static org.onex.center.script.ReturnedFiles.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.node.CenterSignature;
import org.onex.center.script.ReturnedFiles;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.script.ScriptsCounted;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An exam's way back: from the exam servers of a site in pieces to receipts, what counts, and everything that is refused on the way. */
@CenterTest
@Import({DispatchDesk.Configuration.class, ReturnJourneyTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnJourneyTests {

    private static final String PLANS = "/api/script/plans";
    private static final String SECRET = "机密作答内容";
    private static final int PIECE = 192 * 1024;

    @LocalServerPort
    private int port;

    @Value("${onex.data}")
    private Path data;

    @Autowired
    private DispatchDesk desk;

    @Autowired
    private DispatchDirectory dispatch;

    @Autowired
    private ScriptDirectory scripts;

    @Autowired
    private CenterSignature center;

    @Autowired
    private Heard heard;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Staff body;
    private Staff otherBody;
    private Staff host;
    private Staff operator;
    private ExamServer machine;
    private ExamServer spare;
    private ExamServer foreign;
    private UUID node;
    private UUID spareNode;
    private UUID site;
    private UUID otherSite;
    private SiteBundle bundle;
    private SealingKey key;
    private List<SiteBundle.Run> runs;
    private final Map<UUID, ScriptFile> written = new LinkedHashMap<>();
    private int records;

    @TestConfiguration
    static class Heard {

        private final List<ScriptsCounted> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ScriptsCounted counted) {
            events.add(counted);
        }
    }

    @BeforeAll
    void anExamIsPacked() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        body = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        host = Staff.signedIn(port, "college01");
        operator = Staff.signedIn(port, "operator");
        var loaded = body.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
        body.post("/api/plan/notices/" + loaded.body().path("id").asString() + "/publication", Map.of());
        for (var level : List.of(Level.ELEMENTARY, Level.INTERMEDIATE)) {
            List.of(Subject.THEORY, Subject.PRACTICAL).forEach(subject -> desk.sealPaper(level, subject, true));
        }
        site = desk.site("90001", "示范一考核站点");
        otherSite = desk.site("90002", "示范二考核站点");
        desk.approve(site);
        desk.approve(otherSite);
        machine = new ExamServer(port);
        spare = new ExamServer(port);
        foreign = new ExamServer(port);
        node = desk.enrol(site, "实训楼服务器", machine);
        spareNode = desk.enrol(site, "备用服务器", spare);
        desk.enrol(otherSite, "外校服务器", foreign);
        desk.arrange(
                site,
                1,
                List.of(
                        Guest.of("王㛃", Level.ELEMENTARY),
                        Guest.of("𠮷田", Level.ELEMENTARY),
                        new Guest("欧阳䶮", Level.ELEMENTARY, List.of(Subject.PRACTICAL), false)));
        desk.arrange(otherSite, 1, List.of(Guest.of("李晓燕", Level.INTERMEDIATE)));
        pack();
        var id = UUID.fromString(machine.get("/api/dispatch/deliveries")
                .json()
                .path("items")
                .path(0)
                .path("bundle")
                .asString());
        bundle = dispatch.sent(site, id, 1).orElseThrow().content();
        runs = bundle.seatings().stream()
                .flatMap(seating -> seating.runs().stream())
                .toList();
        for (var one : List.of(machine, spare)) {
            one.put("/api/dispatch/deliveries/" + id, Map.of("version", 1, "state", "INSTALLED"));
        }
        operator.post("/api/clock/advance", Map.of("to", "2024-05-18T20:00:00+08:00"));
    }

    private void pack() {
        var started = body.post("/api/dispatch/plans/" + PLAN + "/packing", Map.of());
        var path = "/api/job/jobs/" + started.body().path("job").asString();
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < limit) {
            var job = body.get(path).body();
            if (job.path("ended").isString()) {
                assertThat(job.path("facts").path("packed").asInt()).isEqualTo(2);
                return;
            }
        }
        throw new AssertionError("did not end: " + started);
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(body, otherBody, host, operator).forEach(Staff::close);
        List.of(machine, spare, foreign).forEach(ExamServer::close);
    }

    private String returns() {
        return "/api/script/returns/" + bundle.id();
    }

    /** What an exam server says that it has. */
    private Map<String, Object> list(byte[] record, Map<UUID, byte[]> sealed, Map<UUID, Integer> revisions) {
        var files = new ArrayList<Map<String, Object>>();
        sealed.forEach((attempt, bytes) -> files.add(Map.of(
                "attempt",
                attempt,
                "revision",
                revisions.getOrDefault(attempt, 1),
                "sha256",
                Digests.sha256(bytes),
                "bytes",
                bytes.length)));
        return Map.of(
                "version",
                1,
                "record",
                Map.of("number", ++records, "sha256", Digests.sha256(record), "bytes", record.length),
                "scripts",
                files);
    }

    /** A record that nobody sends: nothing sealed has the same bytes twice. */
    private byte[] sealedAnew() {
        return ("record " + records).getBytes(StandardCharsets.UTF_8);
    }

    private ExamServer.Answer piece(ExamServer by, byte[] file, int from, int until, String name) {
        return by.send(
                "PUT", returns() + "/files/" + name + "/" + from, Arrays.copyOfRange(file, from, until), fields -> {
                    fields.put("Content-Type", "application/octet-stream");
                    return fields;
                });
    }

    private ExamServer.Answer send(ExamServer by, byte[] file) {
        ExamServer.@Nullable Answer answer = null;
        for (int from = 0; from < file.length; from += PIECE) {
            answer = piece(by, file, from, Math.min(from + PIECE, file.length), Digests.sha256(file));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        return Objects.requireNonNull(answer);
    }

    private byte[] sealed(ScriptFile file) {
        return ReturnedFiles.sealed(file, ScriptFile.PURPOSE + file.attempt(), machine.signingKey(), key);
    }

    private JsonNode returned(Staff by) {
        return by.get(PLANS + "/" + PLAN + "/returns").body().path("items").path(0);
    }

    private JsonNode doubts() {
        return body.get(PLANS + "/" + PLAN + "/doubts").body().path("items");
    }

    private List<String> kinds() {
        return doubts().valueStream()
                .map(doubt ->
                        doubt.path("kind").asString() + " " + doubt.path("open").asBoolean())
                .toList();
    }

    private List<ReturnedScript> counting() {
        return scripts.counting(runs.stream().map(SiteBundle.Run::attempt).toList());
    }

    @Test
    @Order(1)
    void whatIsPackedIsAwaitedAndTheKeyIsGivenToTheSitesOwnServersOnly() {
        var plan = body.get(PLANS).body().path("items").path(0);
        assertThat(plan.path("plan").path("code").asString()).isEqualTo(PLAN);
        assertThat(plan.path("bundles").asInt()).isEqualTo(2);
        assertThat(plan.path("runs").asInt()).isEqualTo(7);
        assertThat(plan.path("complete").asInt()).isZero();
        assertThat(otherBody.get(PLANS).body().path("items")).isEmpty();
        assertThat(host.get(PLANS + "/" + PLAN + "/returns").body().path("items"))
                .hasSize(1);
        var awaited = returned(host);
        assertThat(awaited.path("state").asString()).isEqualTo("AWAITED");
        assertThat(awaited.path("runs").asInt()).isEqualTo(5);
        assertThat(awaited.path("nodes")).hasSize(2);
        assertThat(awaited.path("problems").path(0).path("code").asString()).isEqualTo("SILENT");
        var standing = machine.get(returns());
        assertThat(standing.isSignedBy(center.verifyingKey())).isTrue();
        key = SealingKey.ofBase64(standing.json().path("key").asString());
        assertThat(spare.get(returns()).json().path("key"))
                .isEqualTo(standing.json().path("key"));
        assertThat(standing.json().path("record").asInt()).isZero();
        assertThat(foreign.get(returns()).code()).isEqualTo("script.bundle-unknown");
        assertThat(foreign.put(returns(), list(new byte[1], Map.of(), Map.of())).code())
                .isEqualTo("script.bundle-unknown");
    }

    @Test
    @Order(2)
    void aListThatCannotBeIsRefused() {
        var unknown = UUID.randomUUID();
        var stranger = machine.put(returns(), list(new byte[1], Map.of(unknown, new byte[2]), Map.of()));
        assertThat(stranger.code()).isEqualTo("script.attempt-unknown");
        assertThat(stranger.json().path("facts").path("attempt").asString()).isEqualTo(unknown.toString());
        var later = new HashMap<>(list(new byte[1], Map.of(), Map.of()));
        later.put("version", 2);
        assertThat(machine.put(returns(), later).code()).isEqualTo("script.bundle-unknown");
        later.put("version", 1);
        for (var wrong : List.of(
                Map.of("number", 0, "sha256", "0".repeat(64), "bytes", 1),
                Map.of("number", 1, "sha256", "../etc", "bytes", 1),
                Map.of("number", 1, "sha256", "0".repeat(64), "bytes", 16 * 1024 * 1024 + 1))) {
            later.put("record", wrong);
            assertThat(machine.put(returns(), later)
                            .json()
                            .path("facts")
                            .path("field")
                            .asString())
                    .isEqualTo("record");
        }
        var same = Map.of(runs.get(0).attempt(), new byte[3], runs.get(1).attempt(), new byte[3]);
        assertThat(machine.put(returns(), list(new byte[1], same, Map.of())).code())
                .isEqualTo("script.invalid");
        assertThat(returned(body).path("state").asString()).isEqualTo("AWAITED");
    }

    @Test
    @Order(3)
    void aScriptComesInPiecesThroughGapsRepetitionsAndDamageAndGetsItsReceipt() {
        var large = large(runs.getFirst());
        written.put(large.attempt(), large);
        var sealed = sealed(large);
        var name = Digests.sha256(sealed);
        assertThat(sealed.length).isGreaterThan(2 * PIECE);
        assertThat(piece(machine, sealed, 0, PIECE, name).code()).isEqualTo("script.file-unknown");
        var record = sealedAnew();
        var said = list(record, Map.of(large.attempt(), sealed), Map.of());
        var wanted = machine.put(returns(), said).json().path("wanted");
        assertThat(wanted).hasSize(2);
        assertThat(wanted.path(1).path("sha256").asString())
                .as("the record last")
                .isEqualTo(Digests.sha256(record));
        assertThat(piece(spare, sealed, 0, PIECE, name).code()).isEqualTo("script.file-unknown");
        assertThat(piece(machine, sealed, 0, 0, name).code()).isEqualTo("script.invalid");
        assertThat(piece(machine, sealed, 0, PIECE + 1, name).code()).isEqualTo("script.invalid");
        var gap = piece(machine, sealed, PIECE, 2 * PIECE, name);
        assertThat(gap.code()).isEqualTo("script.piece-gap");
        assertThat(gap.json().path("facts").path("have").asInt()).isZero();
        assertThat(piece(machine, sealed, 0, 16_383, name).code())
                .as("a row for every byte")
                .isEqualTo("script.invalid");
        assertThat(piece(machine, sealed, 0, 20_000, name).json().path("have").asInt())
                .isEqualTo(20_000);
        assertThat(piece(machine, new byte[sealed.length], 0, 20_000, name)
                        .json()
                        .path("have")
                        .asInt())
                .as("there already")
                .isEqualTo(20_000);
        assertThat(piece(machine, sealed, 0, 20_001, name).json().path("have").asInt())
                .as("too little that is new")
                .isEqualTo(20_000);
        assertThat(piece(machine, sealed, 500, PIECE, name).json().path("have").asInt())
                .isEqualTo(PIECE);
        assertThat(machine.put(returns(), said)
                        .json()
                        .path("wanted")
                        .path(0)
                        .path("from")
                        .asInt())
                .isEqualTo(PIECE);
        assertThat(piece(machine, sealed, PIECE, 2 * PIECE, name)
                        .json()
                        .path("receipt")
                        .isNull())
                .isTrue();
        var empty = piece(machine, sealed, sealed.length, sealed.length, name);
        assertThat(empty.code()).isEqualTo("script.piece-gap");
        assertThat(empty.json().path("facts").path("have").asInt()).isEqualTo(2 * PIECE);
        var damaged = sealed.clone();
        damaged[sealed.length - 1] ^= 1;
        assertThat(piece(machine, damaged, 2 * PIECE, sealed.length, name).code())
                .isEqualTo("script.file-damaged");
        assertThat(machine.put(returns(), said)
                        .json()
                        .path("wanted")
                        .path(0)
                        .path("from")
                        .asInt())
                .isZero();
        assertThat(counting()).isEmpty();
        var receipt = send(machine, sealed).json().path("receipt");
        requireReceipt(receipt, large);
        assertThat(send(machine, sealed).json().path("receipt"))
                .as("the same ever after")
                .isEqualTo(receipt);
        assertThat(piece(machine, sealed, sealed.length - 1, sealed.length, name)
                        .json()
                        .path("receipt"))
                .isEqualTo(receipt);
        assertThat(piece(machine, sealed, sealed.length, sealed.length, name)
                        .json()
                        .path("receipt"))
                .isEqualTo(receipt);
        assertThat(machine.get(returns()).json().path("receipts").path(0)).isEqualTo(receipt);
        assertThat(spare.get(returns()).json().path("receipts")).isEmpty();
        assertThat(counting()).extracting(ReturnedScript::script).containsExactly(large.attempt());
        assertThat(returned(body).path("state").asString()).isEqualTo("COMING");
    }

    /** Somebody has written more than fits into two pieces, and nothing of it repeats. */
    private ScriptFile large(SiteBundle.Run run) {
        var chance = new Random(20241116);
        var journal = new ArrayList<ScriptFile.Entry>();
        for (int seq = 1; seq <= 11; seq++) {
            var text = new StringBuilder(SECRET);
            chance.ints(19_000, 0x4E00, 0x9FA5).forEach(text::appendCodePoint);
            journal.add(entry(seq, "W0" + seq % 3, text.toString()));
        }
        journal.add(entry(12, "S01", "B"));
        return ReturnedFiles.script(bundle, run, journal);
    }

    private void requireReceipt(JsonNode receipt, ScriptFile file) {
        var newest = file.receipts().getLast();
        assertThat(receipt.path("attempt").asString()).isEqualTo(file.attempt().toString());
        assertThat(receipt.path("revision").asInt()).isEqualTo(newest.revision());
        assertThat(receipt.path("hash").asString()).isEqualTo(newest.hash());
        var text = "onex-return-receipt-v1\n" + file.attempt() + " " + newest.revision() + " " + newest.hash() + " "
                + receipt.path("receivedAt").asString() + "\n";
        assertThat(center.verifyingKey()
                        .verifies(
                                text.getBytes(StandardCharsets.US_ASCII),
                                Base64.getDecoder()
                                        .decode(receipt.path("signature").asString())))
                .isTrue();
    }

    @Test
    @Order(4)
    void theSameLastPieceAtOnceIsOneScript() {
        var file = ReturnedFiles.script(bundle, runs.get(1), List.of(entry(1, "S01", "A"), entry(2, "W01", SECRET)));
        written.put(file.attempt(), file);
        var sealed = sealed(file);
        machine.put(returns(), list(sealedAnew(), everything(sealed, file), Map.of()));
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(machine, sealed)))
                .limit(4)
                .toList();
        var receipts = tries.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.json().path("receipt"))
                .distinct()
                .toList();
        assertThat(receipts).hasSize(1);
        requireReceipt(receipts.getFirst(), file);
        assertThat(heard.events.stream()
                        .flatMap(event -> event.scripts().stream())
                        .filter(file.attempt()::equals))
                .hasSize(1);
        assertThat(heard.events).allMatch(event -> event.plan().equals(PLAN));
    }

    /** What was sent before, and one more. */
    private Map<UUID, byte[]> everything(byte[] last, ScriptFile of) {
        var all = new LinkedHashMap<UUID, byte[]>();
        kept.forEach(all::put);
        all.put(of.attempt(), last);
        kept.put(of.attempt(), last);
        return all;
    }

    private final Map<UUID, byte[]> kept = new LinkedHashMap<>();

    @Test
    @Order(5)
    void whatDoesNotProveItselfIsRefusedWithItsReasonAndNothingOfItCounts() {
        var run = runs.get(2);
        var good = ReturnedFiles.script(
                bundle, run, List.of(entry(1, "S01", "B"), entry(2, "S02", "C"), entry(3, "W01", SECRET)));
        var changed = new ArrayList<>(good.journal());
        changed.set(1, entry(2, "S02", "D"));
        refused("HASH", sealed(ReturnedFiles.with(good, good.devices(), changed, good.receipts())), run);
        var gap = new ArrayList<>(good.journal());
        gap.remove(1);
        refused("INCOMPLETE", sealed(ReturnedFiles.with(good, good.devices(), gap, good.receipts())), run);
        var other = ReturnedFiles.script(bundle, runs.get(3), good.journal());
        refused(
                "MISPLACED",
                ReturnedFiles.sealed(other, ScriptFile.PURPOSE + run.attempt(), machine.signingKey(), key),
                run);
        var elsewhere = new SiteBundle.Run(run.attempt(), runs.get(3).session(), run.form());
        refused("MISPLACED", sealed(ReturnedFiles.script(bundle, elsewhere, good.journal())), run);
        var purpose = ScriptFile.PURPOSE + run.attempt();
        refused("UNREADABLE", ReturnedFiles.sealed(good, purpose, SigningKey.random(), key), run);
        refused("UNREADABLE", ReturnedFiles.sealed(good, purpose + "0", machine.signingKey(), key), run);
        refused("UNREADABLE", ReturnedFiles.sealed(Map.of("format", 1), purpose, machine.signingKey(), key), run);
        refused("UNREADABLE", "no sealed file at all, and long enough for it".getBytes(StandardCharsets.UTF_8), run);
        assertThat(counting()).extracting(ReturnedScript::script).doesNotContain(run.attempt());
        assertThat(kinds()).containsExactly("REFUSED false");
        assertThat(doubts().path(0).path("facts").path("reason").asString()).isEqualTo("UNREADABLE");
        var problem = returned(body).path("problems").path(0);
        assertThat(problem.path("code").asString()).isEqualTo("REFUSED");
        assertThat(problem.path("facts").path("name").asString()).isEqualTo("实训楼服务器");
        written.put(good.attempt(), good);
        kept.remove(run.attempt());
        var sealed = sealed(good);
        machine.put(returns(), list(sealedAnew(), everything(sealed, good), Map.of()));
        requireReceipt(send(machine, sealed).json().path("receipt"), good);
        assertThat(kinds()).isEmpty();
    }

    private void refused(String reason, byte[] sealed, SiteBundle.Run run) {
        var said = list(sealedAnew(), Map.of(run.attempt(), sealed), Map.of());
        machine.put(returns(), said);
        var answer = send(machine, sealed);
        assertThat(answer.json().path("refused").asString(""))
                .as(answer.toString())
                .isEqualTo(reason);
        assertThat(answer.json().path("receipt").isNull()).isTrue();
        var again = machine.put(returns(), said).json();
        assertThat(again.path("refused").path(0).path("reason").asString()).isEqualTo(reason);
        assertThat(again.path("wanted")).hasSize(1);
    }

    private byte[] record(List<RecordFile.Attempt> attempts, int number) {
        var incident = new RecordFile.Incident(
                UUID.fromString("01970000-0000-7000-8000-000000000001"),
                runs.getFirst().attempt(),
                RecordFile.IncidentKind.CHEATING,
                "携带手机：" + SECRET,
                "考生承认",
                "JKC0000001",
                "JKC0000002",
                ReturnedFiles.START);
        return ReturnedFiles.sealed(
                ReturnedFiles.record(bundle, number, attempts, List.of(incident)),
                RecordFile.PURPOSE + bundle.id(),
                machine.signingKey(),
                key);
    }

    private List<RecordFile.Attempt> outcomes() {
        return runs.stream()
                .map(run -> ReturnedFiles.attempt(run, written.get(run.attempt()), true))
                .toList();
    }

    @Test
    @Order(6)
    void withTheRecordAndTheWordOfBothServersTheSiteIsComplete() {
        var scripts = new LinkedHashMap<UUID, byte[]>(kept);
        scripts.put(runs.getFirst().attempt(), sealed(large(runs.getFirst())));
        var incomplete = record(outcomes().subList(0, 4), records + 1);
        machine.put(returns(), list(incomplete, scripts, Map.of()));
        scripts.values().forEach(file -> send(machine, file));
        assertThat(send(machine, incomplete).json().path("refused").asString()).isEqualTo("INCOMPLETE");
        assertThat(returned(body).path("state").asString()).isEqualTo("COMING");
        var record = record(outcomes(), records + 1);
        var progress = machine.put(returns(), list(record, scripts, Map.of())).json();
        assertThat(progress.path("wanted")).as(progress.toString()).hasSize(1);
        var older = new HashMap<>(list(record, Map.of(), Map.of()));
        older.put("record", Map.of("number", 1, "sha256", "0".repeat(64), "bytes", 1));
        assertThat(machine.put(returns(), older).json())
                .as("a list that comes late")
                .isEqualTo(progress);
        var taken = send(machine, record).json();
        assertThat(taken.path("refused").isNull()).as(taken.toString()).isTrue();
        assertThat(returned(body).path("state").asString())
                .as("the spare is awaited")
                .isEqualTo("COMING");
        var nothing = ReturnedFiles.sealed(
                ReturnedFiles.record(
                        bundle,
                        records + 1,
                        runs.stream()
                                .map(run -> ReturnedFiles.attempt(run, null, null))
                                .toList(),
                        List.of()),
                RecordFile.PURPOSE + bundle.id(),
                spare.signingKey(),
                key);
        spare.put(returns(), list(nothing, Map.of(), Map.of()));
        assertThat(send(spare, nothing).json().path("refused").isNull()).isTrue();
        var complete = returned(host);
        assertThat(complete.path("state").asString()).as(complete.toString()).isEqualTo("COMPLETE");
        assertThat(complete.path("scripts").asInt()).isEqualTo(3);
        assertThat(complete.path("absent").asInt()).isEqualTo(2);
        assertThat(complete.path("incidents").asInt()).isEqualTo(1);
        assertThat(body.get(PLANS).body().path("items").path(0).path("complete").asInt())
                .isEqualTo(1);
        assertThat(kinds())
                .as("seen, and never signed in")
                .containsExactly("SAYS_OTHERWISE false", "SAYS_OTHERWISE false");
        var incident =
                host.get(PLANS + "/" + PLAN + "/incidents").body().path("items").path(0);
        assertThat(incident.path("facts").asString()).startsWith("携带手机");
        assertThat(incident.path("second").asString()).isEqualTo("JKC0000002");
        assertThat(otherBody.get(PLANS + "/" + PLAN + "/incidents").body().path("items"))
                .isEmpty();
    }

    @Test
    @Order(7)
    void onlyTheBodyReadsAnswersAndEveryLookIsOnTheTrail() {
        var file = written.get(runs.get(1).attempt());
        var path = "/api/script/scripts/" + file.attempt();
        var script = body.get(path).body();
        assertThat(script.path("answers").path("S01").asString()).isEqualTo("A");
        assertThat(script.path("answers").path("W01").asString()).isEqualTo(SECRET);
        assertThat(script.path("hash").asString())
                .isEqualTo(file.receipts().getFirst().hash());
        assertThat(script.path("counts").asBoolean()).isTrue();
        assertThat(script.path("receipts")).hasSize(1);
        assertThat(scripts.answers(file.attempt()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("S01", "A", "W01", SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> scripts.answers(UUID.randomUUID()));
        assertThat(host.get(path).code()).isEqualTo("access.not-permitted");
        assertThat(otherBody.get(path).code()).isEqualTo("script.unknown");
        assertThat(machine.get(path).code()).isEqualTo("access.not-permitted");
        assertThat(acts(file.attempt())).containsExactly("script.take-script", "script.open");
    }

    private List<String> acts(UUID subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject.toString())
                .query(String.class)
                .list();
    }

    @Test
    @Order(8)
    void twoServersThatContradictEachOtherWaitForAPerson() {
        var file = written.get(runs.get(1).attempt());
        var other = ReturnedFiles.script(bundle, runs.get(1), List.of(entry(1, "S01", "D")));
        var sealed = ReturnedFiles.sealed(other, ScriptFile.PURPOSE + other.attempt(), spare.signingKey(), key);
        spare.put(returns(), list(sealedAnew(), Map.of(other.attempt(), sealed), Map.of()));
        heard.events.clear();
        requireReceipt(send(spare, sealed).json().path("receipt"), other);
        assertThat(heard.events).containsExactly(new ScriptsCounted(PLAN, List.of(file.attempt())));
        assertThat(counting()).extracting(ReturnedScript::script).doesNotContain(file.attempt());
        assertThat(kinds()).contains("TWO_SCRIPTS true");
        var path = "/api/script/scripts/" + file.attempt();
        assertThat(body.get(path).code()).isEqualTo("script.undecided");
        assertThat(body.get(path + "?node=" + spareNode)
                        .body()
                        .path("answers")
                        .path("S01")
                        .asString())
                .isEqualTo("D");
        assertThat(decide(path, node, 2, "x").code()).isEqualTo("script.revision-unknown");
        assertThat(decide(path, null, 1, "x").code()).isEqualTo("script.revision-unknown");
        assertThat(decide(path, node, 1, " ").code()).isEqualTo("script.reason-missing");
        assertThat(decide(path, node, 1, "主机为准").status()).isEqualTo(204);
        assertThat(counting())
                .anyMatch(one -> one.hash().equals(file.receipts().getFirst().hash()));
        assertThat(heard.events).hasSize(2);
        assertThat(kinds()).contains("TWO_SCRIPTS false");
        assertThat(decide("/api/script/scripts/" + runs.getFirst().attempt(), node, 1, "x")
                        .code())
                .isEqualTo("script.nothing-to-decide");
        assertThat(host.post(path + "/decision", Map.of("revision", 1, "reason", "x"))
                        .code())
                .isEqualTo("access.not-permitted");
        assertThat(acts(file.attempt())).endsWith("script.open", "script.decide");
    }

    private Staff.Answer decide(String path, @Nullable UUID by, int revision, String reason) {
        var request = new HashMap<String, Object>(Map.of("revision", revision, "reason", reason));
        if (by != null) {
            request.put("node", by);
        }
        return body.post(path + "/decision", request);
    }

    @Test
    @Order(9)
    void whatCameLateCountsByRuleAndAPersonHasTheLastWord() {
        var first = written.get(runs.get(2).attempt());
        var late = ReturnedFiles.withLate(first, "S02", "A", ReturnedFiles.END.minusSeconds(1));
        var sealed = sealed(late);
        machine.put(returns(), list(sealedAnew(), Map.of(late.attempt(), sealed), Map.of(late.attempt(), 2)));
        requireReceipt(send(machine, sealed).json().path("receipt"), late);
        assertThat(scripts.answers(late.attempt())).containsEntry("S02", "A");
        assertThat(kinds()).contains("LATE true");
        var path = "/api/script/scripts/" + late.attempt();
        assertThat(decide(path, null, 1, "断网原因不成立").status()).isEqualTo(204);
        assertThat(scripts.answers(late.attempt())).containsEntry("S02", "C");
        assertThat(kinds()).contains("LATE false");
        var forgotten = sealed(first);
        machine.put(returns(), list(sealedAnew(), Map.of(first.attempt(), forgotten), Map.of()));
        assertThat(send(machine, forgotten).json().path("refused").asString())
                .as("a revision that a candidate has a receipt for does not go away")
                .isEqualTo("INCOMPLETE");
    }

    @Test
    @Order(10)
    void noAnswerAndNoWordOfAPersonIsReadableAtRest() throws IOException {
        var run = runs.get(3);
        var half = sealed(large(run));
        machine.put(returns(), list(sealedAnew(), Map.of(run.attempt(), half), Map.of()));
        assertThat(piece(machine, half, 0, PIECE, Digests.sha256(half)).status())
                .isEqualTo(200);
        var stolen = StolenDatabase.of(jdbc);
        assertThat(stolen.columnsWith(Arrays.copyOf(half, PIECE)))
                .as("what is sealed is there to be looked at")
                .containsExactly("script.piece.content");
        assertThat(stolen.columnsWith("JKC0000002")).contains("script.incident.second");
        assertThat(stolen.columnsWith(SECRET)).isEmpty();
        assertThat(stolen.columnsWith("携带手机")).isEmpty();
        assertThat(stolen.columnsWith("考生承认")).isEmpty();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(StolenDatabase.isReadable(SECRET, Files.readAllBytes(file)))
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    @Test
    @Order(11)
    void aFileAtWhichTheCentreDiedOnceIsTakenAndTwiceIsNot() {
        assertThat(pieces()).as("half of a file").isEqualTo(1);
        var once = ReturnedFiles.script(bundle, runs.get(3), List.of(entry(1, "S01", "B")));
        var twice = ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C")));
        var first = sealed(once);
        var second = sealed(twice);
        machine.put(returns(), list(sealedAnew(), Map.of(once.attempt(), first, twice.attempt(), second), Map.of()));
        assertThat(pieces()).as("what is no longer listed is forgotten").isZero();
        died(first, 0);
        died(second, 1);
        requireReceipt(send(machine, first).json().path("receipt"), once);
        assertThat(send(machine, second).json().path("refused").asString()).isEqualTo("UNREADABLE");
    }

    private int pieces() {
        return jdbc.sql("select count(*) from script.piece")
                .query(Integer.class)
                .single();
    }

    /** While it looked into a file, after so many times before. */
    private void died(byte[] file, int before) {
        jdbc.sql("update script.file set looked_by = :process, deaths = :before where sha256 = :sha256")
                .param("process", UUID.randomUUID())
                .param("before", before)
                .param("sha256", Digests.sha256(file))
                .update();
    }

    @Test
    @Order(12)
    void whatIsThereWholeAndWasNotLookedIntoIsLookedIntoWithTheLastByteOrWithNone() {
        var script = ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C")));
        for (int bytes : List.of(1, 0)) {
            var sealed = sealed(script);
            var said = list(sealedAnew(), Map.of(script.attempt(), sealed), Map.of());
            machine.put(returns(), said);
            jdbc.sql("insert into script.piece (site_id, bundle_id, node_id, sha256, start, content)"
                            + " values (:site, :bundle, :node, :sha256, 0, :content)")
                    .param("site", site)
                    .param("bundle", bundle.id())
                    .param("node", node)
                    .param("sha256", Digests.sha256(sealed))
                    .param("content", sealed)
                    .update();
            jdbc.sql("update script.file set have = bytes where sha256 = :sha256")
                    .param("sha256", Digests.sha256(sealed))
                    .update();
            assertThat(machine.put(returns(), said)
                            .json()
                            .path("wanted")
                            .path(0)
                            .path("from")
                            .asInt())
                    .isEqualTo(sealed.length);
            var answer = piece(machine, sealed, sealed.length - bytes, sealed.length, Digests.sha256(sealed));
            requireReceipt(answer.json().path("receipt"), script);
        }
    }

    @Test
    @Order(13)
    void aFileThatIsNotListedAnyMoreWhenItIsSettledIsLeftAsItIs() {
        var sealed = sealed(ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C"))));
        var name = Digests.sha256(sealed);
        machine.put(returns(), list(sealedAnew(), Map.of(runs.get(4).attempt(), sealed), Map.of()));
        var sent = transaction.execute(status -> {
            jdbc.sql("select runs from script.site_return where site_id = :site and bundle_id = :bundle for update")
                    .param("site", site)
                    .param("bundle", bundle.id())
                    .query(Integer.class)
                    .single();
            var sending = CompletableFuture.supplyAsync(() -> piece(machine, sealed, 0, sealed.length, name));
            var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!isLookedInto(name) && System.nanoTime() < limit) {
                Thread.onSpinWait();
            }
            assertThat(isLookedInto(name)).isTrue();
            jdbc.sql("update script.file set listed = false where sha256 = :sha256")
                    .param("sha256", name)
                    .update();
            return sending;
        });
        assertThat(Objects.requireNonNull(sent).join().code()).isEqualTo("script.file-unknown");
        assertThat(jdbc.sql("select state from script.file where sha256 = :sha256")
                        .param("sha256", name)
                        .query(String.class)
                        .single())
                .isEqualTo("WANTED");
        assertThat(isLookedInto(name)).isFalse();
    }

    private boolean isLookedInto(String sha256) {
        return jdbc.sql("select count(*) from script.file where sha256 = :sha256 and looked_by is not null")
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private JsonNode returnedOf(UUID wanted) {
        return body.get(PLANS + "/" + PLAN + "/returns")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("site").path("id").asString().equals(wanted.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(JsonNode returned) {
        return returned.path("problems")
                .valueStream()
                .map(problem -> problem.path("code").asString())
                .toList();
    }

    private void withdraw(UUID withdrawn) {
        jdbc.sql("""
                        update node.node set withdrawn_at = enrolled_at, withdrawn_by = 'x', withdrawal_reason = 'x' where id = :id
                        """).param("id", withdrawn).update();
    }

    private UUID installed(ExamServer by, String name) {
        var id = desk.enrol(otherSite, name, by);
        assertThat(by.put("/api/dispatch/deliveries/" + bundle.id(), Map.of("version", 1, "state", "INSTALLED"))
                        .status())
                .isLessThan(300);
        return id;
    }

    private byte[] recordOf(ExamServer by, Map<UUID, ScriptFile> scripts) {
        var attempts = runs.stream()
                .map(run -> ReturnedFiles.attempt(run, scripts.get(run.attempt()), null))
                .toList();
        return ReturnedFiles.sealed(
                ReturnedFiles.record(bundle, records + 1, attempts, List.of()),
                RecordFile.PURPOSE + bundle.id(),
                by.signingKey(),
                key);
    }

    private byte[] sealedBy(ExamServer by, ScriptFile file) {
        return ReturnedFiles.sealed(file, ScriptFile.PURPOSE + file.attempt(), by.signingKey(), key);
    }

    @Test
    @Order(14)
    void aServerThatWasWithdrawnIsAwaitedUntilTheBodyGivesItUp() {
        var id = jdbc.sql("select bundle_id from dispatch.bundle_key where site_id = :site")
                .param("site", otherSite)
                .query(UUID.class)
                .single();
        bundle = dispatch.sent(otherSite, id, 1).orElseThrow().content();
        runs = bundle.seatings().stream()
                .flatMap(seating -> seating.runs().stream())
                .toList();
        var lost = new ExamServer(port);
        var lostNode = installed(lost, "真正考试的服务器");
        withdraw(lostNode);
        assertThat(problems(returnedOf(otherSite))).containsExactly("NODE_WITHDRAWN");
        var nothing = recordOf(foreign, Map.of());
        foreign.put(returns(), list(nothing, Map.of(), Map.of()));
        assertThat(send(foreign, nothing).json().path("refused").isNull()).isTrue();
        var standing = returnedOf(otherSite);
        assertThat(standing.path("state").asString()).as(standing.toString()).isEqualTo("COMING");
        assertThat(standing.path("absent").asInt()).isEqualTo(runs.size());
        assertThat(problems(standing)).containsExactly("NODE_WITHDRAWN");
        assertThat(complete()).isZero();
        var path = PLANS + "/" + PLAN + "/returns/" + id + "/nodes/";
        var reason = Map.of("reason", "机房失火，无法恢复");
        assertThat(host.post(path + lostNode + "/waiver", reason).code()).isEqualTo("access.not-permitted");
        assertThat(otherBody.post(path + lostNode + "/waiver", reason).code()).isEqualTo("script.bundle-unknown");
        assertThat(body.post(path + node + "/waiver", reason).code()).isEqualTo("script.node-unknown");
        assertThat(body.post(path + lostNode + "/waiver", Map.of("reason", " ")).code())
                .isEqualTo("script.reason-missing");
        assertThat(body.post(path + lostNode + "/waiver", reason).status()).isEqualTo(204);
        assertThat(body.post(path + lostNode + "/waiver", reason).code()).isEqualTo("script.nothing-awaited");
        var complete = returnedOf(otherSite);
        assertThat(complete.path("state").asString()).as(complete.toString()).isEqualTo("COMPLETE");
        assertThat(complete.path("problems")).isEmpty();
        assertThat(complete.path("nodes")
                        .valueStream()
                        .filter(one -> one.path("id").asString().equals(lostNode.toString()))
                        .map(one -> one.path("waiver").path("reason").asString())
                        .toList())
                .containsExactly("机房失火，无法恢复");
        assertThat(complete()).as("the first site still has something to send").isEqualTo(1);
        assertThat(acts(lostNode)).containsExactly("script.give-up-node");
        jdbc.sql("update script.site_return set without_outcome = 1 where bundle_id = :id")
                .param("id", id)
                .update();
        assertThat(problems(returnedOf(otherSite))).containsExactly("RUNS_WITHOUT_OUTCOME");
        assertThat(returnedOf(otherSite).path("state").asString()).isEqualTo("COMING");
        assertThat(complete()).isZero();
        lost.close();
    }

    private int complete() {
        return body.get(PLANS).body().path("items").path(0).path("complete").asInt();
    }

    @Test
    @Order(15)
    void whatAMachineSaidBeforeItWasEnrolledAnewKeepsNothingOpenOnceItHasSentAllAgain() {
        var before = new ExamServer(port);
        var beforeNode = installed(before, "旧登记");
        var files = new LinkedHashMap<UUID, ScriptFile>();
        runs.forEach(run -> files.put(run.attempt(), ReturnedFiles.script(bundle, run, List.of(entry(1, "S01", "A")))));
        var old = new LinkedHashMap<UUID, byte[]>();
        files.forEach((attempt, file) -> old.put(attempt, sealedBy(before, file)));
        before.put(returns(), list(recordOf(before, files), old, Map.of()));
        send(before, old.values().iterator().next());
        withdraw(beforeNode);
        var after = new ExamServer(port);
        installed(after, "新登记");
        var again = new LinkedHashMap<UUID, byte[]>();
        files.forEach((attempt, file) -> again.put(attempt, sealedBy(after, file)));
        var record = recordOf(after, files);
        after.put(returns(), list(record, again, Map.of()));
        assertThat(problems(returnedOf(otherSite))).contains("NODE_WITHDRAWN");
        again.values().forEach(file -> send(after, file));
        assertThat(returnedOf(otherSite).path("state").asString())
                .as("its record is missing")
                .isEqualTo("COMING");
        assertThat(send(after, record).json().path("refused").isNull()).isTrue();
        var standing = returnedOf(otherSite);
        assertThat(standing.path("state").asString()).as(standing.toString()).isEqualTo("COMPLETE");
        assertThat(standing.path("problems")).isEmpty();
        assertThat(standing.path("scripts").asInt()).isEqualTo(runs.size());
        assertThat(counting()).hasSize(runs.size());
        assertThat(complete()).as("the first site still has something to send").isEqualTo(1);
        before.close();
        after.close();
    }

    @Test
    @Order(16)
    void whatCameFromWhereItWasNotToBeSatCountsByDecisionOnly() {
        var file = ReturnedFiles.script(bundle, runs.getFirst(), List.of(entry(1, "S01", "A")));
        jdbc.sql("update dispatch.script set site_id = :site where script_id = :script")
                .param("site", site)
                .param("script", file.attempt())
                .update();
        jdbc.sql("delete from script.copy where script_id = :script")
                .param("script", file.attempt())
                .update();
        var sealed = sealedBy(foreign, file);
        foreign.put(returns(), list(sealedAnew(), Map.of(file.attempt(), sealed), Map.of()));
        requireReceipt(send(foreign, sealed).json().path("receipt"), file);
        assertThat(counting()).extracting(ReturnedScript::script).doesNotContain(file.attempt());
        assertThat(kinds()).contains("MOVED true");
        assertThat(decide("/api/script/scripts/" + file.attempt(), null, 1, "考生按通知改在原考点")
                        .status())
                .isEqualTo(204);
        assertThat(counting()).extracting(ReturnedScript::script).contains(file.attempt());
        assertThat(kinds()).contains("MOVED false");
    }
}
