package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.onex.center.ReturnDesk.FIVE_RUNS;
import static org.onex.center.ReturnDesk.PLANS;
import static org.onex.center.ReturnDesk.RETURNS;
import static org.onex.center.ReturnDesk.SECRET;
import static org.onex.center.ReturningServer.PIECE;
import static org.onex.center.dispatch.DispatchDesk.PLAN;
import static org.onex.center.script.ReturnedFiles.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.node.CenterSignature;
import org.onex.center.script.ReturnedFiles;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.script.ScriptsCounted;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exam's way back: from the exam servers of a site in pieces to receipts, what counts, and who reads it. */
@CenterTest
@Import({DispatchDesk.Configuration.class, ReturnDesk.class, ReturnJourneyTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnJourneyTests {

    @LocalServerPort
    private int port;

    @Value("${onex.data}")
    private Path data;

    @Autowired
    private ReturnDesk desk;

    @Autowired
    private DispatchDesk seats;

    @Autowired
    private ScriptDirectory scripts;

    @Autowired
    private CenterSignature center;

    @Autowired
    private Heard heard;

    @Autowired
    private JdbcClient jdbc;

    private ReturningServer machine;
    private ReturningServer spare;
    private ReturningServer foreign;
    private SiteBundle bundle;
    private List<SiteBundle.Run> runs;
    private final Map<UUID, ScriptFile> written = new LinkedHashMap<>();
    private final Map<UUID, byte[]> kept = new LinkedHashMap<>();

    @TestConfiguration
    static class Heard {

        private final List<ScriptsCounted> events = new CopyOnWriteArrayList<>();
        private final List<ScriptDirectory.OutcomesChanged> changes = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ScriptsCounted counted) {
            events.add(counted);
        }

        @EventListener
        void on(ScriptDirectory.OutcomesChanged changed) {
            changes.add(changed);
        }
    }

    @BeforeAll
    void anExamIsOver() {
        desk.open(port);
        var site = desk.site("90001", "示范一考核站点");
        seats.arrange(site, 1, FIVE_RUNS);
        var otherSite = desk.site("90002", "示范二考核站点");
        seats.arrange(otherSite, 1, List.of(Guest.of("李晓燕", Level.INTERMEDIATE)));
        desk.pack(2);
        bundle = desk.bundle(site, 2);
        runs = ReturnDesk.runs(bundle);
        machine = desk.installed(site, "实训楼服务器", bundle);
        spare = desk.installed(site, "备用服务器", bundle);
        foreign = desk.server(otherSite, "外校服务器", bundle);
        desk.over();
    }

    private List<ReturnedScript> counting() {
        return scripts.counting(runs.stream().map(SiteBundle.Run::attempt).toList());
    }

    private byte[] record(List<RecordFile.Attempt> attempts) {
        var incident = new RecordFile.Incident(
                UUID.fromString("01970000-0000-7000-8000-000000000001"),
                runs.getFirst().attempt(),
                RecordFile.IncidentKind.CHEATING,
                "携带手机：" + SECRET,
                "考生承认",
                "JKC0000001",
                "JKC0000002",
                ReturnedFiles.START);
        return machine.record(attempts, List.of(incident));
    }

    private List<RecordFile.Attempt> outcomes() {
        return runs.stream()
                .map(run -> ReturnedFiles.attempt(run, written.get(run.attempt()), true))
                .toList();
    }

    @Test
    @Order(1)
    void whatIsPackedIsAwaitedAndTheKeyIsGivenToTheSitesOwnServersOnly() {
        var plan = desk.body().get(PLANS).body().path("items").path(0);
        assertThat(plan.path("plan").path("code").asString()).isEqualTo(PLAN);
        assertThat(plan.path("bundles").asInt()).isEqualTo(2);
        assertThat(plan.path("runs").asInt()).isEqualTo(7);
        assertThat(plan.path("complete").asInt()).isZero();
        assertThat(desk.otherBody().get(PLANS).body().path("items")).isEmpty();
        assertThat(desk.host().get(RETURNS).body().path("items")).hasSize(1);
        var awaited = desk.returned(desk.host(), bundle);
        assertThat(awaited.path("state").asString()).isEqualTo("AWAITED");
        assertThat(awaited.path("runs").asInt()).isEqualTo(5);
        assertThat(awaited.path("nodes")).hasSize(2);
        assertThat(awaited.path("problems").path(0).path("code").asString()).isEqualTo("SILENT");
        var standing = machine.standing();
        assertThat(standing.isSignedBy(center.verifyingKey())).isTrue();
        assertThat(spare.standing().json().path("key"))
                .isEqualTo(standing.json().path("key"));
        assertThat(standing.json().path("record").asInt()).isZero();
        assertThat(foreign.standing().code()).isEqualTo("script.bundle-unknown");
        assertThat(foreign.announce(foreign.list(new byte[1], Map.of())).code()).isEqualTo("script.bundle-unknown");
    }

    @Test
    @Order(2)
    void aScriptComesInPiecesThroughGapsRepetitionsAndDamageAndGetsItsReceipt() {
        var large = ReturnDesk.large(bundle, runs.getFirst());
        written.put(large.attempt(), large);
        var sealed = machine.sealed(large);
        var name = Digests.sha256(sealed);
        assertThat(sealed.length).isGreaterThan(2 * PIECE);
        assertThat(machine.piece(sealed, 0, PIECE).code()).isEqualTo("script.file-unknown");
        var record = machine.unsent();
        var said = machine.list(record, Map.of(large.attempt(), sealed));
        var wanted = machine.announce(said).json().path("wanted");
        assertThat(wanted).hasSize(2);
        assertThat(wanted.path(1).path("sha256").asString())
                .as("the record last")
                .isEqualTo(Digests.sha256(record));
        assertThat(spare.piece(sealed, 0, PIECE).code()).isEqualTo("script.file-unknown");
        assertThat(machine.piece(sealed, 0, 0).code()).isEqualTo("script.invalid");
        assertThat(machine.piece(sealed, 0, PIECE + 1).code()).isEqualTo("script.invalid");
        var gap = machine.piece(sealed, PIECE, 2 * PIECE);
        assertThat(gap.code()).isEqualTo("script.piece-gap");
        assertThat(gap.json().path("facts").path("have").asInt()).isZero();
        assertThat(machine.piece(sealed, 0, 16_383).code())
                .as("a row for every byte")
                .isEqualTo("script.invalid");
        assertThat(machine.piece(sealed, 0, 20_000).json().path("have").asInt()).isEqualTo(20_000);
        assertThat(machine.piece(new byte[sealed.length], 0, 20_000, name)
                        .json()
                        .path("have")
                        .asInt())
                .as("there already")
                .isEqualTo(20_000);
        assertThat(machine.piece(sealed, 0, 20_001).json().path("have").asInt())
                .as("too little that is new")
                .isEqualTo(20_000);
        assertThat(machine.piece(sealed, 500, PIECE).json().path("have").asInt())
                .isEqualTo(PIECE);
        assertThat(machine.announce(said)
                        .json()
                        .path("wanted")
                        .path(0)
                        .path("from")
                        .asInt())
                .isEqualTo(PIECE);
        assertThat(machine.piece(sealed, PIECE, 2 * PIECE)
                        .json()
                        .path("receipt")
                        .isNull())
                .isTrue();
        var empty = machine.piece(sealed, sealed.length, sealed.length);
        assertThat(empty.code()).isEqualTo("script.piece-gap");
        assertThat(empty.json().path("facts").path("have").asInt()).isEqualTo(2 * PIECE);
        var damaged = sealed.clone();
        damaged[sealed.length - 1] ^= 1;
        assertThat(machine.piece(damaged, 2 * PIECE, sealed.length, name).code())
                .isEqualTo("script.file-damaged");
        assertThat(machine.announce(said)
                        .json()
                        .path("wanted")
                        .path(0)
                        .path("from")
                        .asInt())
                .isZero();
        assertThat(counting()).isEmpty();
        var receipt = machine.send(sealed).json().path("receipt");
        desk.requireReceipt(receipt, large);
        assertThat(machine.send(sealed).json().path("receipt"))
                .as("the same ever after")
                .isEqualTo(receipt);
        assertThat(machine.piece(sealed, sealed.length - 1, sealed.length)
                        .json()
                        .path("receipt"))
                .isEqualTo(receipt);
        assertThat(machine.piece(sealed, sealed.length, sealed.length).json().path("receipt"))
                .isEqualTo(receipt);
        assertThat(machine.standing().json().path("receipts").path(0)).isEqualTo(receipt);
        assertThat(spare.standing().json().path("receipts")).isEmpty();
        assertThat(counting()).extracting(ReturnedScript::script).containsExactly(large.attempt());
        assertThat(desk.returned(desk.body(), bundle).path("state").asString()).isEqualTo("COMING");
    }

    @Test
    @Order(3)
    void theSameLastPieceAtOnceIsOneScript() {
        var file = ReturnedFiles.script(bundle, runs.get(1), List.of(entry(1, "S01", "A"), entry(2, "W01", SECRET)));
        written.put(file.attempt(), file);
        var sealed = machine.sealed(file);
        kept.put(file.attempt(), sealed);
        machine.has(kept);
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> machine.send(sealed)))
                .limit(4)
                .toList();
        var receipts = tries.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.json().path("receipt"))
                .distinct()
                .toList();
        assertThat(receipts).hasSize(1);
        desk.requireReceipt(receipts.getFirst(), file);
        assertThat(heard.events.stream()
                        .flatMap(event -> event.scripts().stream())
                        .filter(file.attempt()::equals))
                .hasSize(1);
        assertThat(heard.events).allMatch(event -> event.plan().equals(PLAN));
    }

    @Test
    @Order(4)
    void withTheRecordAndTheWordOfBothServersTheSiteIsComplete() {
        var third = ReturnedFiles.script(
                bundle, runs.get(2), List.of(entry(1, "S01", "B"), entry(2, "S02", "C"), entry(3, "W01", SECRET)));
        written.put(third.attempt(), third);
        var sealed = new LinkedHashMap<>(kept);
        written.forEach((attempt, file) -> sealed.computeIfAbsent(attempt, unsent -> machine.sealed(file)));
        var incomplete = record(outcomes().subList(0, 4));
        machine.announce(machine.list(incomplete, sealed));
        sealed.values().forEach(machine::send);
        assertThat(machine.send(incomplete).json().path("refused").asString()).isEqualTo("INCOMPLETE");
        assertThat(desk.returned(desk.body(), bundle).path("state").asString()).isEqualTo("COMING");
        var record = record(outcomes());
        var progress = machine.announce(machine.list(record, sealed)).json();
        assertThat(progress.path("wanted")).as(progress.toString()).hasSize(1);
        var older = new HashMap<>(machine.list(record, Map.of()));
        older.put("record", Map.of("number", 1, "sha256", "0".repeat(64), "bytes", 1));
        assertThat(machine.announce(older).json()).as("a list that comes late").isEqualTo(progress);
        var taken = machine.send(record).json();
        assertThat(taken.path("refused").isNull()).as(taken.toString()).isTrue();
        assertThat(desk.returned(desk.body(), bundle).path("state").asString())
                .as("the spare is awaited")
                .isEqualTo("COMING");
        var nothing = spare.record(Map.of());
        heard.changes.clear();
        spare.announce(spare.list(nothing, Map.of()));
        assertThat(heard.changes).containsExactly(new ScriptDirectory.OutcomesChanged(PLAN));
        spare.announce(spare.list(nothing, Map.of()));
        assertThat(heard.changes).as("the same list again").hasSize(1);
        assertThat(spare.send(nothing).json().path("refused").isNull()).isTrue();
        assertThat(heard.changes).as("who is on no server is absent now").hasSize(2);
        var complete = desk.returned(desk.host(), bundle);
        assertThat(complete.path("state").asString()).as(complete.toString()).isEqualTo("COMPLETE");
        assertThat(complete.path("scripts").asInt()).isEqualTo(3);
        assertThat(complete.path("absent").asInt()).isEqualTo(2);
        assertThat(complete.path("incidents").asInt()).isEqualTo(1);
        assertThat(desk.complete()).isEqualTo(1);
        assertThat(desk.kinds())
                .as("seen, and never signed in")
                .containsExactly("SAYS_OTHERWISE false", "SAYS_OTHERWISE false");
        var incident = desk.host()
                .get(PLANS + "/" + PLAN + "/incidents")
                .body()
                .path("items")
                .path(0);
        assertThat(incident.path("facts").asString()).startsWith("携带手机");
        assertThat(incident.path("second").asString()).isEqualTo("JKC0000002");
        assertThat(desk.otherBody()
                        .get(PLANS + "/" + PLAN + "/incidents")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    @Order(5)
    void onlyTheBodyReadsAnswersAndEveryLookIsOnTheTrail() {
        var file = written.get(runs.get(1).attempt());
        var path = "/api/script/scripts/" + file.attempt();
        var script = desk.body().get(path).body();
        assertThat(script.path("answers").path("S01").asString()).isEqualTo("A");
        assertThat(script.path("answers").path("W01").asString()).isEqualTo(SECRET);
        assertThat(script.path("hash").asString())
                .isEqualTo(file.receipts().getFirst().hash());
        assertThat(script.path("counts").asBoolean()).isTrue();
        assertThat(script.path("receipts")).hasSize(1);
        assertThat(scripts.answers(file.attempt()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("S01", "A", "W01", SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> scripts.answers(UUID.randomUUID()));
        assertThat(desk.host().get(path).code()).isEqualTo("access.not-permitted");
        assertThat(desk.otherBody().get(path).code()).isEqualTo("script.unknown");
        assertThat(machine.get(path).code()).isEqualTo("access.not-permitted");
        assertThat(desk.acts(file.attempt())).containsExactly("script.take-script", "script.open");
    }

    @Test
    @Order(6)
    void twoServersThatContradictEachOtherWaitForAPerson() {
        var file = written.get(runs.get(1).attempt());
        var other = ReturnedFiles.script(bundle, runs.get(1), List.of(entry(1, "S01", "D")));
        var sealed = spare.sealed(other);
        spare.has(Map.of(other.attempt(), sealed));
        heard.events.clear();
        desk.requireReceipt(spare.send(sealed).json().path("receipt"), other);
        assertThat(heard.events).containsExactly(new ScriptsCounted(PLAN, List.of(file.attempt())));
        assertThat(counting()).extracting(ReturnedScript::script).doesNotContain(file.attempt());
        assertThat(desk.kinds()).contains("TWO_SCRIPTS true");
        var path = "/api/script/scripts/" + file.attempt();
        assertThat(desk.body().get(path).code()).isEqualTo("script.undecided");
        assertThat(desk.body()
                        .get(path + "?node=" + spare.node())
                        .body()
                        .path("answers")
                        .path("S01")
                        .asString())
                .isEqualTo("D");
        assertThat(desk.decide(file.attempt(), machine.node(), 2, "x").code()).isEqualTo("script.revision-unknown");
        assertThat(desk.decide(file.attempt(), null, 1, "x").code()).isEqualTo("script.revision-unknown");
        assertThat(desk.decide(file.attempt(), machine.node(), 1, " ").code()).isEqualTo("script.reason-missing");
        assertThat(desk.decide(file.attempt(), machine.node(), 1, "主机为准").status())
                .isEqualTo(204);
        assertThat(counting())
                .anyMatch(one -> one.hash().equals(file.receipts().getFirst().hash()));
        assertThat(heard.events).hasSize(2);
        assertThat(desk.kinds()).contains("TWO_SCRIPTS false");
        assertThat(desk.decide(runs.getFirst().attempt(), machine.node(), 1, "x")
                        .code())
                .isEqualTo("script.nothing-to-decide");
        assertThat(desk.host()
                        .post(path + "/decision", Map.of("revision", 1, "reason", "x"))
                        .code())
                .isEqualTo("access.not-permitted");
        assertThat(desk.acts(file.attempt())).endsWith("script.open", "script.decide");
    }

    @Test
    @Order(7)
    void whatCameLateCountsByRuleAndAPersonHasTheLastWord() {
        var first = written.get(runs.get(2).attempt());
        var late = ReturnedFiles.withLate(first, "S02", "A", ReturnedFiles.END.minusSeconds(1));
        var sealed = machine.sealed(late);
        machine.announce(machine.list(machine.unsent(), Map.of(late.attempt(), sealed), 2));
        desk.requireReceipt(machine.send(sealed).json().path("receipt"), late);
        assertThat(scripts.answers(late.attempt())).containsEntry("S02", "A");
        assertThat(desk.kinds()).contains("LATE true");
        assertThat(desk.decide(late.attempt(), null, 1, "断网原因不成立").status()).isEqualTo(204);
        assertThat(scripts.answers(late.attempt())).containsEntry("S02", "C");
        assertThat(desk.kinds()).contains("LATE false");
        var forgotten = machine.sealed(first);
        machine.has(Map.of(first.attempt(), forgotten));
        assertThat(machine.send(forgotten).json().path("refused").asString())
                .as("a revision that a candidate has a receipt for does not go away")
                .isEqualTo("INCOMPLETE");
    }

    @Test
    @Order(8)
    void noAnswerAndNoWordOfAPersonIsReadableAtRest() throws IOException {
        var run = runs.get(3);
        var half = machine.sealed(ReturnDesk.large(bundle, run));
        machine.has(Map.of(run.attempt(), half));
        assertThat(machine.piece(half, 0, PIECE).status()).isEqualTo(200);
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
        assertThat(desk.operator()
                        .get("/api/audit/verification")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }
}
