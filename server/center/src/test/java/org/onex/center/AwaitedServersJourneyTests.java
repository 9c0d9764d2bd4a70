package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.ReturnDesk.RETURNS;
import static org.onex.center.script.ReturnedFiles.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.script.ReturnedFiles;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.seating.Seat;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** For whom an exam's way back waits: every server at which somebody may have sat, also one that is gone; and who sat elsewhere. */
@CenterTest
@Import({DispatchDesk.Configuration.class, ReturnDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwaitedServersJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ReturnDesk desk;

    @Autowired
    private DispatchDesk seats;

    @Autowired
    private ScriptDirectory scripts;

    private UUID site;
    private ReturningServer there;
    private ReturningServer elsewhere;
    private ReturningServer abandoned;
    private SiteBundle bundle;
    private SiteBundle first;
    private SiteBundle left;
    private List<SiteBundle.Run> runs;

    @BeforeAll
    void anExamIsOver() {
        desk.open(port);
        var firstSite = desk.site("90001", "示范一考核站点");
        site = desk.site("90002", "示范二考核站点");
        var people =
                seats.arrange(site, 1, List.of(Guest.of("李晓燕", Level.INTERMEDIATE), Guest.of("王㛃", Level.ELEMENTARY)));
        desk.pack(2);
        bundle = desk.bundle(site, 1);
        left = desk.bundle(site, 2);
        runs = ReturnDesk.runs(bundle);
        there = desk.server(site, "备用服务器", bundle);
        abandoned = desk.installed(site, "没有收到通知的服务器", left);
        seats.move(site, 2, of(people, Level.INTERMEDIATE));
        seats.move(firstSite, 1, of(people, Level.ELEMENTARY));
        desk.pack(1);
        first = desk.bundle(firstSite, 2);
        elsewhere = desk.installed(firstSite, "实训楼服务器", first);
        desk.over();
    }

    private static List<Seat> of(List<Seat> people, Level level) {
        return people.stream().filter(seat -> seat.level() == level).toList();
    }

    private JsonNode standing() {
        return desk.returned(desk.body(), bundle);
    }

    private static List<String> problems(JsonNode returned) {
        return returned.path("problems")
                .valueStream()
                .map(problem -> problem.path("code").asString())
                .toList();
    }

    private void withdraw(ReturningServer server) {
        withdraw(server, desk.otherHost());
    }

    private static void withdraw(ReturningServer server, Staff by) {
        var withdrawn = by.post("/api/node/nodes/" + server.node() + "/withdrawal", Map.of("reason", "已损坏"));
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void aServerThatWasWithdrawnIsAwaitedUntilTheBodyGivesItUp() {
        var lost = desk.installed(site, "真正考试的服务器", bundle);
        withdraw(lost);
        assertThat(problems(standing())).containsExactly("NODE_WITHDRAWN");
        var nothing = there.record(Map.of());
        there.announce(there.list(nothing, Map.of()));
        assertThat(there.send(nothing).json().path("refused").isNull()).isTrue();
        var standing = standing();
        assertThat(standing.path("state").asString()).as(standing.toString()).isEqualTo("COMING");
        assertThat(standing.path("absent").asInt()).isEqualTo(runs.size());
        assertThat(problems(standing)).containsExactly("NODE_WITHDRAWN");
        assertThat(desk.complete()).isZero();
        var path = RETURNS + "/" + bundle.id() + "/nodes/" + lost.node() + "/waiver";
        var reason = Map.of("reason", "机房失火，无法恢复");
        assertThat(desk.otherHost().post(path, reason).code()).isEqualTo("access.not-permitted");
        assertThat(desk.otherBody().post(path, reason).code()).isEqualTo("script.bundle-unknown");
        assertThat(desk.body()
                        .post(RETURNS + "/" + bundle.id() + "/nodes/" + elsewhere.node() + "/waiver", reason)
                        .code())
                .isEqualTo("script.node-unknown");
        assertThat(desk.body().post(path, Map.of("reason", " ")).code()).isEqualTo("script.reason-missing");
        assertThat(desk.body().post(path, reason).status()).isEqualTo(204);
        assertThat(desk.body().post(path, reason).code()).isEqualTo("script.nothing-awaited");
        var complete = standing();
        assertThat(complete.path("state").asString()).as(complete.toString()).isEqualTo("COMPLETE");
        assertThat(complete.path("problems")).isEmpty();
        assertThat(complete.path("nodes")
                        .valueStream()
                        .filter(one ->
                                one.path("id").asString().equals(lost.node().toString()))
                        .map(one -> one.path("waiver").path("reason").asString())
                        .toList())
                .containsExactly("机房失火，无法恢复");
        assertThat(desk.complete())
                .as("the first site still has something to send")
                .isEqualTo(1);
        assertThat(desk.acts(lost.node())).containsExactly("node.withdraw", "script.give-up-node");
    }

    @Test
    @Order(2)
    void whatAMachineSaidBeforeItWasEnrolledAnewKeepsNothingOpenOnceItHasSentAllAgain() {
        var before = desk.installed(site, "旧登记", bundle);
        var files = new LinkedHashMap<UUID, ScriptFile>();
        runs.forEach(run -> files.put(run.attempt(), ReturnedFiles.script(bundle, run, List.of(entry(1, "S01", "A")))));
        var old = new LinkedHashMap<UUID, byte[]>();
        files.forEach((attempt, file) -> old.put(attempt, before.sealed(file)));
        before.announce(before.list(before.record(files), old));
        before.send(old.values().iterator().next());
        withdraw(before);
        var after = desk.installed(site, "新登记", bundle);
        var again = new LinkedHashMap<UUID, byte[]>();
        files.forEach((attempt, file) -> again.put(attempt, after.sealed(file)));
        var record = after.record(files);
        after.announce(after.list(record, again));
        assertThat(problems(standing())).contains("NODE_WITHDRAWN");
        again.values().forEach(after::send);
        assertThat(standing().path("state").asString())
                .as("its record is missing")
                .isEqualTo("COMING");
        assertThat(after.send(record).json().path("refused").isNull()).isTrue();
        var standing = standing();
        assertThat(standing.path("state").asString()).as(standing.toString()).isEqualTo("COMPLETE");
        assertThat(standing.path("problems")).isEmpty();
        assertThat(standing.path("scripts").asInt()).isEqualTo(runs.size());
        assertThat(scripts.counting(files.keySet())).hasSize(runs.size());
        assertThat(desk.complete())
                .as("the first site still has something to send")
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void whatIsGivenUpWithRunsOfWhichNothingIsKnownIsNotComplete() {
        elsewhere.has(Map.of());
        withdraw(elsewhere, desk.host());
        var path = RETURNS + "/" + first.id() + "/nodes/" + elsewhere.node() + "/waiver";
        assertThat(desk.body().post(path, Map.of("reason", "硬盘损坏")).status()).isEqualTo(204);
        var given = desk.returned(desk.body(), first);
        assertThat(problems(given)).containsExactly("RUNS_WITHOUT_OUTCOME");
        assertThat(given.path("state").asString()).isEqualTo("COMING");
        assertThat(desk.complete()).as("the other one").isEqualTo(1);
    }

    @Test
    @Order(4)
    void whatCameFromWhereItWasNotToBeSatCountsByDecisionOnly() {
        var run = ReturnDesk.runs(left).getFirst();
        var file = ReturnedFiles.script(left, run, List.of(entry(1, "S01", "A")));
        var sealed = abandoned.sealed(file);
        abandoned.has(Map.of(file.attempt(), sealed));
        desk.requireReceipt(abandoned.send(sealed).json().path("receipt"), file);
        assertThat(scripts.counting(List.of(file.attempt())))
                .extracting(ReturnedScript::script)
                .doesNotContain(file.attempt());
        assertThat(desk.kinds()).contains("MOVED true");
        assertThat(desk.decide(file.attempt(), null, 1, "考生按通知改在原考点").status()).isEqualTo(204);
        assertThat(scripts.counting(List.of(file.attempt())))
                .extracting(ReturnedScript::script)
                .contains(file.attempt());
        assertThat(desk.kinds()).contains("MOVED false");
    }
}
