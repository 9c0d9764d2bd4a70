package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.ReturnDesk.FIVE_RUNS;
import static org.onex.center.ReturnDesk.SECRET;
import static org.onex.center.ReturningServer.PIECE;
import static org.onex.center.script.ReturnedFiles.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.script.ReturnedFiles;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes back and is not taken: lists that cannot be, files that do not prove themselves, and those at which the centre died. */
@CenterTest
@Import({DispatchDesk.Configuration.class, ReturnDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedReturnsJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ReturnDesk desk;

    @Autowired
    private DispatchDesk seats;

    @Autowired
    private ScriptDirectory scripts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID site;
    private ReturningServer machine;
    private SiteBundle bundle;
    private List<SiteBundle.Run> runs;

    @BeforeAll
    void anExamIsOver() {
        desk.open(port);
        site = desk.site("90001", "示范一考核站点");
        seats.arrange(site, 1, FIVE_RUNS);
        desk.pack(1);
        bundle = desk.bundle(site, 2);
        runs = ReturnDesk.runs(bundle);
        machine = desk.installed(site, "实训楼服务器", bundle);
        desk.over();
    }

    private List<ReturnedScript> counting() {
        return scripts.counting(runs.stream().map(SiteBundle.Run::attempt).toList());
    }

    private void refused(String reason, byte[] sealed, SiteBundle.Run run) {
        var said = machine.list(machine.unsent(), Map.of(run.attempt(), sealed));
        machine.announce(said);
        var answer = machine.send(sealed);
        assertThat(answer.json().path("refused").asString(""))
                .as(answer.toString())
                .isEqualTo(reason);
        assertThat(answer.json().path("receipt").isNull()).isTrue();
        var again = machine.announce(said).json();
        assertThat(again.path("refused").path(0).path("reason").asString()).isEqualTo(reason);
        assertThat(again.path("wanted")).hasSize(1);
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

    private boolean isLookedInto(String sha256) {
        return jdbc.sql("select count(*) from script.file where sha256 = :sha256 and looked_by is not null")
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    @Order(1)
    void aListThatCannotBeIsRefused() {
        var unknown = UUID.randomUUID();
        var stranger = machine.announce(machine.list(new byte[1], Map.of(unknown, new byte[2])));
        assertThat(stranger.code()).isEqualTo("script.attempt-unknown");
        assertThat(stranger.json().path("facts").path("attempt").asString()).isEqualTo(unknown.toString());
        var later = new HashMap<>(machine.list(new byte[1], Map.of()));
        later.put("version", 2);
        assertThat(machine.announce(later).code()).isEqualTo("script.bundle-unknown");
        later.put("version", 1);
        for (var wrong : List.of(
                Map.of("number", 0, "sha256", "0".repeat(64), "bytes", 1),
                Map.of("number", 1, "sha256", "../etc", "bytes", 1),
                Map.of("number", 1, "sha256", "0".repeat(64), "bytes", 16 * 1024 * 1024 + 1))) {
            later.put("record", wrong);
            assertThat(machine.announce(later)
                            .json()
                            .path("facts")
                            .path("field")
                            .asString())
                    .isEqualTo("record");
        }
        var same = Map.of(runs.get(0).attempt(), new byte[3], runs.get(1).attempt(), new byte[3]);
        assertThat(machine.announce(machine.list(new byte[1], same)).code()).isEqualTo("script.invalid");
        assertThat(desk.returned(desk.body(), bundle).path("state").asString()).isEqualTo("AWAITED");
    }

    @Test
    @Order(2)
    void whatDoesNotProveItselfIsRefusedWithItsReasonAndNothingOfItCounts() {
        var run = runs.get(2);
        var good = ReturnedFiles.script(
                bundle, run, List.of(entry(1, "S01", "B"), entry(2, "S02", "C"), entry(3, "W01", SECRET)));
        var changed = new ArrayList<>(good.journal());
        changed.set(1, entry(2, "S02", "D"));
        refused("HASH", machine.sealed(ReturnedFiles.with(good, good.devices(), changed, good.receipts())), run);
        var gap = new ArrayList<>(good.journal());
        gap.remove(1);
        refused("INCOMPLETE", machine.sealed(ReturnedFiles.with(good, good.devices(), gap, good.receipts())), run);
        var other = ReturnedFiles.script(bundle, runs.get(3), good.journal());
        refused("MISPLACED", machine.sealed(other, ScriptFile.PURPOSE + run.attempt()), run);
        var elsewhere = new SiteBundle.Run(run.attempt(), runs.get(3).session(), run.form());
        refused("MISPLACED", machine.sealed(ReturnedFiles.script(bundle, elsewhere, good.journal())), run);
        var purpose = ScriptFile.PURPOSE + run.attempt();
        refused("UNREADABLE", ReturnedFiles.sealed(good, purpose, SigningKey.random(), machine.key()), run);
        refused("UNREADABLE", machine.sealed(good, purpose + "0"), run);
        refused("UNREADABLE", machine.sealed(Map.of("format", 1), purpose), run);
        refused("UNREADABLE", "no sealed file at all, and long enough for it".getBytes(StandardCharsets.UTF_8), run);
        assertThat(counting()).extracting(ReturnedScript::script).doesNotContain(run.attempt());
        assertThat(desk.kinds()).containsExactly("REFUSED false");
        assertThat(desk.doubts().path(0).path("facts").path("reason").asString())
                .isEqualTo("UNREADABLE");
        var problem = desk.returned(desk.body(), bundle).path("problems").path(0);
        assertThat(problem.path("code").asString()).isEqualTo("REFUSED");
        assertThat(problem.path("facts").path("name").asString()).isEqualTo("实训楼服务器");
        var sealed = machine.sealed(good);
        machine.has(Map.of(run.attempt(), sealed));
        desk.requireReceipt(machine.send(sealed).json().path("receipt"), good);
        assertThat(desk.kinds()).isEmpty();
    }

    @Test
    @Order(3)
    void aFileAtWhichTheCentreDiedOnceIsTakenAndTwiceIsNot() {
        var half = machine.sealed(ReturnDesk.large(bundle, runs.get(3)));
        machine.has(Map.of(runs.get(3).attempt(), half));
        machine.piece(half, 0, PIECE);
        assertThat(pieces()).as("half of a file").isEqualTo(1);
        var once = ReturnedFiles.script(bundle, runs.get(3), List.of(entry(1, "S01", "B")));
        var twice = ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C")));
        var first = machine.sealed(once);
        var second = machine.sealed(twice);
        machine.has(Map.of(once.attempt(), first, twice.attempt(), second));
        assertThat(pieces()).as("what is no longer listed is forgotten").isZero();
        died(first, 0);
        died(second, 1);
        desk.requireReceipt(machine.send(first).json().path("receipt"), once);
        assertThat(machine.send(second).json().path("refused").asString()).isEqualTo("UNREADABLE");
    }

    @Test
    @Order(4)
    void whatIsThereWholeAndWasNotLookedIntoIsLookedIntoWithTheLastByteOrWithNone() {
        var script = ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C")));
        for (int bytes : List.of(1, 0)) {
            var sealed = machine.sealed(script);
            var said = machine.list(machine.unsent(), Map.of(script.attempt(), sealed));
            machine.announce(said);
            jdbc.sql("insert into script.piece (site_id, bundle_id, node_id, sha256, start, content)"
                            + " values (:site, :bundle, :node, :sha256, 0, :content)")
                    .param("site", site)
                    .param("bundle", bundle.id())
                    .param("node", machine.node())
                    .param("sha256", Digests.sha256(sealed))
                    .param("content", sealed)
                    .update();
            jdbc.sql("update script.file set have = bytes where sha256 = :sha256")
                    .param("sha256", Digests.sha256(sealed))
                    .update();
            assertThat(machine.announce(said)
                            .json()
                            .path("wanted")
                            .path(0)
                            .path("from")
                            .asInt())
                    .isEqualTo(sealed.length);
            var answer = machine.piece(sealed, sealed.length - bytes, sealed.length);
            desk.requireReceipt(answer.json().path("receipt"), script);
        }
    }

    @Test
    @Order(5)
    void aFileThatIsNotListedAnyMoreWhenItIsSettledIsLeftAsItIs() {
        var sealed = machine.sealed(ReturnedFiles.script(bundle, runs.get(4), List.of(entry(1, "S01", "C"))));
        var name = Digests.sha256(sealed);
        machine.has(Map.of(runs.get(4).attempt(), sealed));
        var sent = transaction.execute(status -> {
            jdbc.sql("select runs from script.site_return where site_id = :site and bundle_id = :bundle for update")
                    .param("site", site)
                    .param("bundle", bundle.id())
                    .query(Integer.class)
                    .single();
            var sending = CompletableFuture.supplyAsync(() -> machine.piece(sealed, 0, sealed.length));
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
}
